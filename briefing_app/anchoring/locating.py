"""Hides how anchored words are found again: where they stood, elsewhere word for word, nearly the same, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from briefing_app.anchoring.graphemes import snapped_back, snapped_on
from briefing_app.model.annotation import Anchor
from briefing_app.model.article import text_digest
from briefing_app.model.span import Span

LEAST_LIKENESS = 0.75
"""Below this likeness (difflib's ratio over code points, 0 to 1) changed words count as lost."""

_CLEAR_LEAD = 0.05
"""How much better than the next the best place must be; two places that fit alike are a guess."""
_TELLING = 24
"""Code points from which a quote is itself proof; a shorter one ("said") stands in many texts and needs its surroundings."""

_LEAST_CONTEXT = 0.5
"""What a short quote's surroundings must fit; those of unrelated English score about 0.35."""

_LONGEST_FUZZY = 2_000
_MOST_CANDIDATES = 40
_WORD = re.compile(r"\w+")


class Found(StrEnum):
    """How an anchor's words were found."""

    EXACT = "exact"
    MOVED = "moved"
    FUZZY = "fuzzy"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Located:
    """Where the words are (None for an orphan), how they were found, and how well they fit (0 to 1)."""

    span: Span | None
    how: Found
    score: float


ORPHAN = Located(None, Found.ORPHAN, 0.0)
"""The words are not in the text, or stand in several places with nothing to tell which."""


def locate(anchor: Anchor, text: str) -> Located:
    """Find the anchor's words in ``text``: exact where they stood, else word for word elsewhere, else nearly the same, else an orphan.

    Never a guess: when two places fit alike, or a short quote stands among strange words, it is an orphan.
    """
    quote = anchor.quote
    if not quote:
        return ORPHAN
    if anchor.span.of(text) == quote and (text_digest(text) == anchor.text_sha256 or _context(anchor, text, anchor.span) == 1.0):
        return Located(anchor.span, Found.EXACT, 1.0)
    places = [Span(at, at + len(quote)) for at in _occurrences(text, quote)]
    if places:
        return _best_exact(anchor, text, places)
    return _nearly(anchor, text)


def _best_exact(anchor: Anchor, text: str, places: list[Span]) -> Located:
    scored = sorted(((_context(anchor, text, place), place) for place in places), key=lambda pair: (-pair[0], pair[1]))
    best, place = scored[0]
    if len(scored) > 1 and best - scored[1][0] < _CLEAR_LEAD:
        return ORPHAN
    if len(anchor.quote) < _TELLING and best < _LEAST_CONTEXT:
        return ORPHAN
    return Located(place, Found.EXACT if place == anchor.span else Found.MOVED, 0.5 + 0.5 * best)


def _context(anchor: Anchor, text: str, span: Span) -> float:
    """How much of prefix and suffix stands around the place, counted outwards from the words (0 to 1)."""
    expected = len(anchor.prefix) + len(anchor.suffix)
    if not expected:
        # The words were the whole text: nothing around them is then the best fit.
        return 1.0 if len(text) == len(span) else 0.0
    before = text[max(0, span.start - len(anchor.prefix)) : span.start]
    after = text[span.end : span.end + len(anchor.suffix)]
    return (_likeness(anchor.prefix, before) * len(anchor.prefix) + _likeness(anchor.suffix, after) * len(anchor.suffix)) / expected


def _likeness(a: str, b: str) -> float:
    if a == b:
        return 1.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _occurrences(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _nearly(anchor: Anchor, text: str) -> Located:
    """The one stretch of about the quote's length that is like it, by its rarest words and by what stood around it."""
    if len(anchor.quote) > _LONGEST_FUZZY:
        return ORPHAN
    scored: dict[Span, float] = {}
    for start in _starts(anchor, text):
        place = _fitted(anchor, text, start)
        if place is not None and place not in scored:
            likeness = _likeness(anchor.quote, place.of(text))
            if likeness >= LEAST_LIKENESS:
                scored[place] = 0.8 * likeness + 0.2 * _context(anchor, text, place)
    ranked = sorted(scored.items(), key=lambda entry: (-entry[1], entry[0]))
    if not ranked:
        return ORPHAN
    best, score = ranked[0]
    rival = next((other for place, other in ranked[1:] if not place.overlap(best)), 0.0)
    return Located(best, Found.FUZZY, score) if score - rival >= _CLEAR_LEAD else ORPHAN


def _starts(anchor: Anchor, text: str) -> list[int]:
    """Where the quote may begin: as far before one of its rare words as the word stands in it, after its prefix, before its suffix."""
    starts: list[int] = []
    words = sorted({found[0] for found in _WORD.finditer(anchor.quote)}, key=lambda word: (text.count(word) or len(text), -len(word), word))
    for word in words[:6]:
        inside = anchor.quote.index(word)
        starts += [at - inside for at in _occurrences(text, word)][:_MOST_CANDIDATES]
    for side, shift in ((anchor.prefix, len(anchor.prefix)), (anchor.suffix, -len(anchor.quote))):
        if side.strip():
            starts += [at + shift for at in _occurrences(text, side)][:_MOST_CANDIDATES]
    starts.append(anchor.span.start)
    bounded = dict.fromkeys(min(max(0, start), len(text)) for start in starts)
    return list(bounded)[: 4 * _MOST_CANDIDATES]


def _fitted(anchor: Anchor, text: str, start: int) -> Span | None:
    """The stretch around ``start`` from the first to the last code point that the quote shares with it."""
    slack = max(8, len(anchor.quote) // 4)
    low, high = max(0, start - slack), min(len(text), start + len(anchor.quote) + slack)
    blocks = [b for b in SequenceMatcher(None, anchor.quote, text[low:high], autojunk=False).get_matching_blocks() if b.size]
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    # What the quote has before its first and after its last match was changed; as much of the text stands in its place.
    begin = low + max(0, first.b - first.a)
    end = low + last.b + last.size + len(anchor.quote) - last.a - last.size
    begin, end = _to_words(text, begin, min(end, high))
    return Span(begin, end) if begin < end else None


def _to_words(text: str, begin: int, end: int) -> tuple[int, int]:
    """Grow to whole words (a replaced word seldom has the old length), drop spaces at the ends, split no character."""
    while begin > 0 and begin < len(text) and text[begin - 1].isalnum() and text[begin].isalnum():
        begin -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return snapped_back(text, begin), snapped_on(text, end)
