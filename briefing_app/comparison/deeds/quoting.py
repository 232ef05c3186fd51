"""Quotes a deed so that nobody reads it the other way round: the verb group with the words that turn it, wherever they stand."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.comparison.deeds.heads import Head
from briefing_app.comparison.sentences.units import Unit
from briefing_app.language.phrases import Range
from briefing_app.language.syntax import Tag, Token
from briefing_app.model.span import Span

_GAP = " … "


def quoted(unit: Unit, tokens: Sequence[Token], head: Head, shown: Range | None) -> str:
    """The verb group as printed with ``shown``, the tokens of what turns it round or leaves it open.

    ``No arrests were made``, ``No arrests … were made`` of "No arrests in the case were made", ``made no arrests``.
    """
    ranges = {(head.first, head.end), shown} if shown else {(head.first, head.end)}
    text, before = "", 0
    for first, end in sorted(ranges):
        while tokens[end - 1].tag is Tag.QUOTE:
            end -= 1
        apart = any(token.tag is not Tag.QUOTE for token in tokens[before:first])
        text += ("" if not text else _GAP if apart else " ") + unit.printed(Span(tokens[first].start, tokens[end - 1].end))
        before = end
    return text
