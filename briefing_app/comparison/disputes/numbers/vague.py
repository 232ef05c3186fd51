"""Counts that are told by their order only: "dozens of rescuers", "hundreds of homes"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.comparison.cues import cues_for
from briefing_app.comparison.disputes.numbers.figures import PHRASE
from briefing_app.comparison.sentences.units import Unit
from briefing_app.comparison.sentences.wording import tokens_in
from briefing_app.language.syntax import Token
from briefing_app.model.findings import NumberMention


def vague_numbers(unit: Unit) -> Iterator[tuple[NumberMention, list[Token], int, int]]:
    """Every such count as a number from its least to its most, with the sentence's tokens and those (from, to) that tell it."""
    words = cues_for(unit.language).counts
    tokens = tokens_in(unit, unit.span)
    for k, token in enumerate(tokens[:-2]):
        of, counted = tokens[k + 1 : k + 3]
        if token.low in words.vague and of.low in words.outcomes.of and counted.tag in PHRASE and counted.low not in words.beyond:
            yield NumberMention(token.span, *words.vague[token.low], "", True), tokens, k, k + 2
