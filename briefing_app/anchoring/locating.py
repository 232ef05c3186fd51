"""Hides how anchored words are found again: where they stood, elsewhere word for word, nearly the same, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing_app.anchoring.anchors import CONTEXT
from briefing_app.anchoring.fitting import LEAST_LIKENESS, Fit, fits
from briefing_app.anchoring.graphemes import snapped_back, snapped_on
from briefing_app.anchoring.pattern import Ground, context_fits, pattern_of
from briefing_app.model.annotation import Anchor
from briefing_app.model.span import Span

_CLEAR_LEAD = 0.05
"""How much better than the next the best place must be; two places that fit alike are a guess."""
_TELLING = 24
"""Code points from which a quote is itself proof; a shorter one ("said") stands in many texts and needs its surroundings."""

_LEAST_CONTEXT = 0.5
"""What the surroundings of words must fit that are no proof by themselves; those of unrelated texts share a few small words at most."""
_LEAST_SIDE = 0.2
"""Changed words that are few must have a little of their surroundings on both sides."""
_ALONE = 0.9
"""Changed words that are so like a telling quote need no surroundings."""
_LONG = 80
"""Nor do so many code points that are like enough."""
_AT_HOME = 0.9
"""Where the quote stands to the letter in surroundings as like as this, nothing better is looked for."""

_MANY_WORDS = 600
"""More words than these are not compared one by one: a whole article would take minutes."""
_PIECES, _PIECE = 12, 160
"""So many stretches of them are looked for, of so many code points each."""

_CONTEXT_SHARE = 0.4
_MOST_PLACES = 400


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


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place, and whether its words are the quote's to the letter."""

    fit: Fit
    exact: bool

    @property
    def score(self) -> float:
        return (1 - _CONTEXT_SHARE) * self.fit.likeness + _CONTEXT_SHARE * self.fit.context

    def proven(self, *, telling: bool) -> bool:
        """Whether words and surroundings together are enough; the less the one tells, the more the other must."""
        fit = self.fit
        if not telling and not self.exact and min(fit.before, fit.after) < _LEAST_SIDE:
            return False
        return fit.context >= _LEAST_CONTEXT or (telling and (self.exact or fit.likeness >= _ALONE)) or len(fit.span) >= _LONG


ORPHAN = Located(None, Found.ORPHAN, 0.0)
"""The words are not in the text, or stand in several places with nothing to tell which."""


def locate(anchor: Anchor, text: str) -> Located:
    """Find the anchor's words in ``text``: exact where they stood, else word for word elsewhere, else nearly the same, else an orphan.

    Never a guess: when two places fit alike, or a short quote stands among strange words, it is an orphan.
    """
    return _locate(anchor, Ground(text))


def locate_all(anchors: Sequence[Anchor], text: str) -> tuple[Located, ...]:
    """``locate`` for each anchor, in this order; the text is read once."""
    ground = Ground(text)
    return tuple(_locate(anchor, ground) for anchor in anchors)


def _locate(anchor: Anchor, ground: Ground) -> Located:
    if not anchor.quote:
        return ORPHAN
    if anchor.span.of(ground.text) == anchor.quote and (anchor.text_sha256 == ground.digest or _surrounded(anchor, ground.text)):
        return Located(anchor.span, Found.EXACT, 1.0)
    pattern = pattern_of(anchor)
    telling = len(anchor.quote) >= _TELLING
    candidates = [_Candidate(Fit(place, 1.0, *context_fits(pattern, ground, place)), True) for place in _occurrences(anchor, ground.text)]
    if len(pattern.quote) > _MANY_WORDS and not candidates:
        return _in_pieces(anchor, ground)
    if pattern.quote and max((candidate.fit.context for candidate in candidates), default=0.0) < _AT_HOME:
        known = {candidate.fit.span for candidate in candidates}
        candidates += [_Candidate(fit, False) for fit in fits(pattern, anchor.quote, ground) if fit.span not in known]
    return _best(anchor, [candidate for candidate in candidates if candidate.proven(telling=telling)])


def _in_pieces(anchor: Anchor, ground: Ground) -> Located:
    """Where so many words stand now: both of their ends are found, and enough of what lies between them, in order."""
    quote = anchor.quote
    step = (len(quote) - _PIECE) / (_PIECES - 1)
    starts = [round(number * step) for number in range(_PIECES)]
    parts = [Span(snapped_back(quote, start), snapped_on(quote, start + _PIECE)) for start in starts]
    spans = [_locate(_piece(anchor, part), ground).span for part in parts]
    first, last = spans[0], spans[-1]
    if first is None or last is None:
        return ORPHAN
    at, found = first.start, 0
    for span in spans:
        if span is not None and at <= span.start and span.end <= last.end:
            at, found = span.start, found + 1
    share, length = found / _PIECES, (last.end - first.start) / len(quote)
    alike = share >= LEAST_LIKENESS and LEAST_LIKENESS <= length <= 1 / LEAST_LIKENESS
    return Located(Span(first.start, last.end), Found.FUZZY, share) if alike else ORPHAN


def _piece(anchor: Anchor, part: Span) -> Anchor:
    """A stretch of the quote as an anchor of its own, the quote around it as its surroundings."""
    quote = anchor.quote
    before = quote[max(0, part.start - CONTEXT) : part.start] or anchor.prefix
    after = quote[part.end : part.end + CONTEXT] or anchor.suffix
    return Anchor(part.of(quote), before, after, part, "")


def _best(anchor: Anchor, candidates: Sequence[_Candidate]) -> Located:
    """The one candidate that is clearly better than every other."""
    ranked = sorted(candidates, key=lambda candidate: (-candidate.score, candidate.fit.span))
    if not ranked:
        return ORPHAN
    best = ranked[0]
    rival = next((other.score for other in ranked[1:] if not other.fit.span.overlap(best.fit.span)), 0.0)
    if best.score - rival < _CLEAR_LEAD:
        return ORPHAN
    span = best.fit.span
    how = Found.FUZZY if not best.exact else Found.EXACT if span == anchor.span else Found.MOVED
    return Located(span, how, best.score)


def _surrounded(anchor: Anchor, text: str) -> bool:
    """Whether the old place still has the very surroundings, to the letter."""
    span = anchor.span
    before = text[max(0, span.start - len(anchor.prefix)) : span.start]
    after = text[span.end : span.end + len(anchor.suffix)]
    return (before, after) == (anchor.prefix, anchor.suffix) and bool(before or after or len(text) == len(span))


def _occurrences(anchor: Anchor, text: str) -> Iterator[Span]:
    """Where the quote stands to the letter, from word to word where it was so before."""
    quote = anchor.quote
    opens = not (quote[0].isalnum() and anchor.prefix[-1:].isalnum())
    closes = not (quote[-1].isalnum() and anchor.suffix[:1].isalnum())
    at, count = text.find(quote), 0
    while at >= 0 and count < _MOST_PLACES:
        end = at + len(quote)
        cut = (opens and quote[0].isalnum() and text[at - 1 : at].isalnum()) or (
            closes and quote[-1].isalnum() and text[end : end + 1].isalnum()
        )
        if not cut or quote[0] >= "\u2e80":
            count += 1
            yield Span(at, end)
        at = text.find(quote, at + 1)
