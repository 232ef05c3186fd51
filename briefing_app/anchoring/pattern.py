"""Hides what is looked for: an anchor's words with what stood around them, and how well a place in a text fits that."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing_app.anchoring.blocks import likeness, pairs
from briefing_app.anchoring.tokens import Tokens, words_of
from briefing_app.model.annotation import Anchor
from briefing_app.model.article import text_digest
from briefing_app.model.span import Span

_CHANCE = 0.4
"""difflib's ratio over the letters of two unrelated stretches of English is about this; what is likeness begins above it."""


class Ground:
    """A text in which anchors are looked for: its digest and words are worked out once, when first needed."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def digest(self) -> str:
        """The text's digest."""
        return text_digest(self.text)

    @cached_property
    def tokens(self) -> Tokens:
        """The text's words."""
        return Tokens(self.text)


@dataclass(frozen=True, slots=True)
class Pattern:
    """An anchor's folded words: of the quote, and of what stood before and after it as far as whole words are kept."""

    before: Sequence[str]
    quote: Sequence[str]
    after: Sequence[str]


def pattern_of(anchor: Anchor) -> Pattern:
    """The words of an anchor; a word of the context that may have been cut in two is left out."""
    before, after = words_of(anchor.prefix), words_of(anchor.suffix)
    if len(before) > 1 and anchor.prefix[0].isalnum():
        before = before[1:]
    if len(after) > 1 and anchor.suffix[-1].isalnum():
        after = after[:-1]
    return Pattern(before, words_of(anchor.quote), after)


def context_fits(pattern: Pattern, ground: Ground, place: Span) -> tuple[float, float, float]:
    """How much of the words before the anchor stands before the place, after, and around it (0 to 1), by letters.

    A side on which nothing stood fits where nothing stands.
    """
    words, starts = ground.tokens.words, ground.tokens.starts
    first, end = bisect_left(starts, place.start), bisect_left(starts, place.end)
    wider_before = words[max(0, first - len(pattern.before) - 1) : first]
    wider_after = words[end : end + len(pattern.after) + 1]
    before = _side_fit(pattern.before, words[max(0, first - len(pattern.before)) : first], wider_before)
    after = _side_fit(pattern.after, wider_after[: len(pattern.after)], wider_after)
    weights = _letters(pattern.before), _letters(pattern.after)
    around = (before * weights[0] + after * weights[1]) / sum(weights) if any(weights) else before * after
    return before, after, around


def _side_fit(expected: Sequence[str], nearest: Sequence[str], wider: Sequence[str]) -> float:
    if not expected:
        return 0.0 if wider else 1.0
    if expected == nearest:
        return 1.0
    same = sum(_letters(expected[i : i + size]) for i, _, size in pairs(expected, wider))
    by_words = same / _letters(expected)
    if by_words >= 0.5:
        return by_words
    return max(by_words, (likeness("".join(expected), "".join(nearest)) - _CHANCE) / (1 - _CHANCE))


def _letters(words: Sequence[str]) -> int:
    return sum(map(len, words))
