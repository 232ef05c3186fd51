"""Hides how anchored words are found again: where they stood, elsewhere word for word, nearly the same, or not at all."""

from __future__ import annotations

import re
from collections import Counter
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

_LONGEST_BY_LETTERS = 250
_MOST_WORDS = 8
_MOST_PLACES = 60
_MOST_CANDIDATES = 6
_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"\w+|\W")


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
    if len(places) > _MOST_PLACES:
        places = sorted(places, key=lambda place: (-_touching(anchor, text, place), place))[:_MOST_PLACES]
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


def _touching(anchor: Anchor, text: str, span: Span) -> int:
    """How many code points of prefix and suffix stand next to the place unchanged: a quick look before ``_context``."""
    before = text[max(0, span.start - len(anchor.prefix)) : span.start]
    return _shared(anchor.prefix[::-1], before[::-1]) + _shared(anchor.suffix, text[span.end : span.end + len(anchor.suffix)])


def _shared(a: str, b: str) -> int:
    """How many code points both begin with."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _likeness(a: str, b: str) -> float:
    """difflib's ratio, by code points; by words for long stretches, where letters would take seconds."""
    if a == b:
        return 1.0
    if len(a) > _LONGEST_BY_LETTERS:
        return SequenceMatcher(None, _pieces(a), _pieces(b), autojunk=False).ratio()
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _pieces(text: str) -> list[str]:
    return _PIECE.findall(text)


def _occurrences(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _nearly(anchor: Anchor, text: str) -> Located:
    """The one stretch of about the quote's length that is like it, by its rarest words and by what stood around it."""
    scored: dict[Span, float] = {}
    for start in _starts(anchor, text):
        place = _fitted(anchor, text, start)
        if place is None or place in scored:
            continue
        likeness, context = _likeness(anchor.quote, place.of(text)), _context(anchor, text, place)
        if likeness >= LEAST_LIKENESS and (len(anchor.quote) >= _TELLING or context >= _LEAST_CONTEXT):
            scored[place] = 0.8 * likeness + 0.2 * context
    ranked = sorted(scored.items(), key=lambda entry: (-entry[1], entry[0]))
    if not ranked:
        return ORPHAN
    best, score = ranked[0]
    rival = next((other for place, other in ranked[1:] if not place.overlap(best)), 0.0)
    return Located(best, Found.FUZZY, score) if score - rival >= _CLEAR_LEAD else ORPHAN


def _starts(anchor: Anchor, text: str) -> list[int]:
    """Where the quote may begin, the likeliest first: most of its rare words, its prefix and its suffix agree on the place."""
    votes: Counter[int] = Counter()
    words = {found[0]: found.start() for found in _WORD.finditer(anchor.quote)}
    rare = sorted((text.count(word), -len(word), word) for word in words if word in text)[:_MOST_WORDS]
    for count, _, word in rare:
        if count <= _MOST_PLACES:
            votes.update(at - words[word] for at in _occurrences(text, word))
    for side, shift in ((anchor.prefix, len(anchor.prefix)), (anchor.suffix, -len(anchor.quote))):
        if side.strip() and text.count(side) <= _MOST_PLACES:
            votes.update(at + shift for at in _occurrences(text, side))
    votes[anchor.span.start] += 1
    slack = _slack(anchor)
    buckets: dict[int, Counter[int]] = {}
    for start, count in votes.items():
        buckets.setdefault(start // slack, Counter())[min(max(0, start), len(text))] += count
    ranked = sorted(buckets.values(), key=lambda bucket: (-bucket.total(), min(bucket)))
    return [bucket.most_common(1)[0][0] for bucket in ranked[:_MOST_CANDIDATES]]


def _slack(anchor: Anchor) -> int:
    """How far a changed quote may begin or end from where its words say, in code points."""
    return max(8, len(anchor.quote) // 4)


def _fitted(anchor: Anchor, text: str, start: int) -> Span | None:
    """The stretch around ``start`` from the first to the last piece that the quote shares with it."""
    slack = _slack(anchor)
    low, high = max(0, start - slack), min(len(text), start + len(anchor.quote) + slack)
    cut = _pieces if len(anchor.quote) > _LONGEST_BY_LETTERS else list
    quote, window = cut(anchor.quote), cut(text[low:high])
    blocks = [b for b in SequenceMatcher(None, quote, window, autojunk=False).get_matching_blocks() if b.size]
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    # What the quote has before its first and after its last match was changed; as much of the text stands in its place.
    begin = low + len("".join(window[: first.b])) - len("".join(quote[: first.a]))
    end = low + len("".join(window[: last.b + last.size])) + len("".join(quote[last.a + last.size :]))
    begin, end = _to_words(text, max(low, begin), min(end, high))
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
