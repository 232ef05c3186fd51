"""Lengths, masses, areas and volumes in one unit each, so that 130 feet can be held against 40 metres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing_app.language.syntax import Token
from briefing_app.language.words import listed
from briefing_app.model.findings import NumberMention

_UNITS = {
    word: (dimension, size)
    for dimension, rows in (
        ("length", (("metre meter m", 1.0), ("kilometre kilometer km", 1000.0), ("centimetre centimeter cm", 0.01), ("mile", 1609.34))),
        ("length", (("foot feet ft", 0.3048), ("yard", 0.9144), ("inch", 0.0254))),
        ("mass", (("kilogram kg kilo", 1.0), ("lb pound", 0.4536), ("ton tonne", 1000.0), ("gram", 0.001))),
        ("area", (("acre", 4046.9), ("hectare", 10000.0))),
        ("volume", (("litre liter", 1.0), ("gallon", 3.785))),
    )
    for words, size in rows
    for word in words.split()
}
"""What a unit measures, and how many metres, kilograms, square metres or litres it is."""

DIMENSIONS = frozenset(dimension for dimension, _ in _UNITS.values())
"""What can be measured, as the first word of a count's kind."""

_WAYS = {
    word: words.split()[0] for words in ("deep depth", "wide across width", "tall high height", "long length") for word in words.split()
}
_MASSES = listed("weigh weighs weighed weighing weight cargo payload cocaine heroin cannabis marijuana meat explosives lb kg")
_WITHIN = 3  # tokens behind a unit among which stands which way it is measured
_PLUS = "-plus"


def measured(mention: NumberMention, tokens: Sequence[Token], first: int, end: int) -> tuple[str, NumberMention] | None:
    """What is measured ("length deep") and the number in the unit of its dimension; None when it is no measure.

    ``tokens`` are those of the clause, the figure from ``first`` to ``end``. Pounds are money unless the words speak of weight.
    """
    *before, unit = mention.unit.removesuffix(_PLUS).replace("-", " ").split() or [""]
    way = _WAYS.get(unit, "") if before else ""
    name = before[-1] if way else unit
    if name not in _UNITS or (name == "pound" and not _weighed(tokens, first, end)):
        return None
    dimension, size = _UNITS[name]
    if dimension == "length":
        way = way or next((_WAYS[token.low] for token in tokens[end : end + _WITHIN] if token.low in _WAYS), "")
        way = way or next((_WAYS[token.low] for token in tokens[max(0, first - _WITHIN) : first] if token.low in _WAYS), "")
    low, high = mention.low * size, mention.high * size
    return f"{dimension} {way}".rstrip(), replace(mention, low=low, high=high, approximate=mention.approximate or size != 1.0)


def _weighed(tokens: Sequence[Token], first: int, end: int) -> bool:
    """``a 450-pound gorilla``, ``weighs 450 pounds``; never with a currency's sign."""
    signed = any(token.text[0] in "$€£¥₹" for token in tokens[first:end])
    joined = end > first and tokens[end - 1].low == "-"
    return not signed and (joined or any(token.low in _MASSES for token in tokens))
