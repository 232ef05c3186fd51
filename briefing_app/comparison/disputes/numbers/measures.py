"""Lengths, masses, areas, volumes, speeds and durations in one unit each, so that 130 feet can be held against 40 metres."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from briefing_app.comparison.disputes.numbers.figures import Figure
from briefing_app.model.findings import NumberMention

_UNITS = {
    word: (dimension, size)
    for dimension, rows in (
        ("length", (("metre meter m", 1.0), ("kilometre kilometer km", 1000.0), ("centimetre centimeter cm", 0.01), ("mile", 1609.34))),
        ("length", (("foot feet ft", 0.3048), ("yard", 0.9144), ("inch", 0.0254))),
        ("mass", (("kilogram kg kilo", 1.0), ("lb pound", 0.4536), ("ton tonne", 1000.0), ("gram", 0.001))),
        ("area", (("acre", 4046.9), ("hectare", 10000.0))),
        ("volume", (("litre liter", 1.0), ("gallon", 3.785))),
        ("speed", (("kph km/h kmh kmph", 1.0), ("mph", 1.60934), ("knot", 1.852))),
        ("duration", (("minute", 1.0), ("hour", 60.0))),
    )
    for words, size in rows
    for word in words.split()
}
"""What a unit measures, and how many metres, kilograms, square metres, litres, kilometres an hour or minutes it is."""

DIMENSIONS = frozenset(dimension for dimension, _ in _UNITS.values())
"""What can be measured, as the first word of a count's kind."""

_WITHIN = 3  # tokens beside a number among which stands which way it is measured
_PLUS = "-plus"
_KILOMETRE = 1000.0


def measured(mention: NumberMention, figure: Figure) -> tuple[str, NumberMention] | None:
    """What is measured ("length deep") and the number in the unit of its dimension; None when it is no measure.

    Pounds are money unless the words speak of weight.
    """
    *before, unit = mention.unit.removesuffix(_PLUS).replace("-", " ").split() or [""]
    ways = figure.words.ways
    way = ways.get(unit, "") if before else ""
    name = before[-1] if way else unit
    if name not in _UNITS or (name == "pound" and not _weighed(figure)):
        return None
    dimension, size = _UNITS[name]
    if dimension == "length" and any(f"{one.low} {two.low}" in figure.words.hourly for one, two in pairwise(figure.behind(_WITHIN))):
        dimension, size = "speed", size / _KILOMETRE
    if dimension == "length" and not way:
        beside = (*figure.behind(_WITHIN), *figure.before(_WITHIN))
        way = next((ways[token.low] for token in beside if token.low in ways), "")
    low, high = mention.low * size, mention.high * size
    return f"{dimension} {way}".rstrip(), replace(mention, low=low, high=high, approximate=mention.approximate or size != 1.0)


def _weighed(figure: Figure) -> bool:
    """``a 450-pound gorilla``, ``weighs 450 pounds``; never with a currency's sign."""
    own = figure.tokens[figure.first : figure.end]
    signed = any(token.text[0] in "$€£¥₹" for token in own)
    joined = bool(own) and own[-1].low == "-"
    return not signed and (joined or any(token.low in figure.words.weighing for token in figure.tokens))
