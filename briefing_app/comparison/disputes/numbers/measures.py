"""Lengths, masses, areas, volumes, speeds and durations in one unit each, so that 130 feet can be held against 40 metres."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from briefing_app.comparison.cues import Dimension
from briefing_app.comparison.disputes.numbers.figures import Figure
from briefing_app.model.findings import NumberMention

DIMENSIONS = frozenset(Dimension)
"""What can be measured, as the first word of a count's kind."""

_WITHIN = 3  # tokens beside a number among which stands which way it is measured
_PLUS = "-plus"
_KILOMETRE = 1000.0


def measured(mention: NumberMention, figure: Figure) -> tuple[str, NumberMention] | None:
    """What is measured ("length deep") and the number in the unit of its dimension; None when it is no measure.

    What is money too ("pounds") is no mass unless the words speak of weight.
    """
    *before, unit = mention.unit.removesuffix(_PLUS).replace("-", " ").split() or [""]
    ways, units = figure.words.ways, figure.words.units
    way = ways.get(unit, "") if before else ""
    name = before[-1] if way else unit
    if name not in units or (name in figure.words.money and not _weighed(figure)):
        return None
    dimension, size = units[name]
    if dimension is Dimension.LENGTH and any(
        f"{one.low} {two.low}" in figure.words.hourly for one, two in pairwise(figure.behind(_WITHIN))
    ):
        dimension, size = Dimension.SPEED, size / _KILOMETRE
    if dimension is Dimension.LENGTH and not way:
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
