"""Counts that are told by their order only: "dozens of rescuers", "hundreds of homes"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.comparison.cues import cues_for
from briefing_app.comparison.disputes.numbers.figures import PHRASE
from briefing_app.comparison.sentences.units import Unit
from briefing_app.comparison.sentences.wording import tokens_in
from briefing_app.language.syntax import Token
from briefing_app.model.findings import NumberMention
from briefing_app.model.span import Span


def vague_numbers(unit: Unit) -> Iterator[tuple[NumberMention, list[Token], int, int]]:
    """Every such count as a number from its least to its most, with the sentence's tokens and those (from, to) that tell it."""
    words = cues_for(unit.language).counts
    tokens = tokens_in(unit, unit.span)
    beginning = {phrase.split()[0] for phrase in words.vague}
    told = 0
    for first in (k for k, token in enumerate(tokens) if token.low in beginning):
        last = next((k for k in (first + 2, first) if " ".join(token.low for token in tokens[first : k + 1]) in words.vague), None)
        if last is None or first < told:
            continue
        told = last + 1
        value = words.vague[" ".join(token.low for token in tokens[first:told])]
        end = told + (told < len(tokens) and tokens[told].low in words.outcomes.of)
        if end < len(tokens) and tokens[end].low not in words.beyond and (end == told or tokens[end].tag in PHRASE):
            yield NumberMention(Span(tokens[first].start, tokens[last].end), *value, "", True), tokens, first, end
