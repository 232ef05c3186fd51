"""Counts that are told by their order only: "dozens of rescuers", "hundreds of homes"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.comparison.units import Unit
from briefing_app.comparison.wording import tokens_in
from briefing_app.language.syntax import Tag, Token
from briefing_app.language.words import listed
from briefing_app.model.findings import NumberMention

_ORDERS = {"dozens": (24.0, 150.0), "scores": (40.0, 300.0), "hundreds": (200.0, 1500.0)}
"""Least and most that each word is used for; reporters are generous upwards. "Thousands" may be anything."""
_MORE = listed("thousands millions billions")


def vague_numbers(unit: Unit) -> Iterator[tuple[NumberMention, list[Token], int, int]]:
    """Every such count as a number from its least to its most, with the sentence's tokens and those (from, to) that tell it."""
    tokens = tokens_in(unit, unit.span)
    for k, token in enumerate(tokens[:-2]):
        if (
            token.low in _ORDERS
            and tokens[k + 1].low == "of"
            and tokens[k + 2].tag in (Tag.WORD, Tag.NAME)
            and tokens[k + 2].low not in _MORE
        ):
            yield NumberMention(token.span, *_ORDERS[token.low], "", True), tokens, k, k + 2
