"""Hides how changed words are found: where most of an anchor's rare words agree, aligned word by word with what stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing_app.anchoring.graphemes import snapped_back, snapped_on
from briefing_app.anchoring.pattern import Ground, Pattern, context_fits
from briefing_app.model.span import Span

_MOST_VOTERS = 32
_MOST_PLACES = 80
_MOST_CANDIDATES = 4
_HOPELESS = 0.4
"""A candidate with less than this share of the best one's votes is not looked at."""
_ALIKE = 0.5
"""Below this likeness of their letters two stretches that stand for each other are no misreading of one another."""
_LONGEST_INSERTION, _INSERTED = 200, 0.85
"""A sentence added in the midst of the words, up to so many letters, leaves them what they were: this share is not held against them."""
_LONGEST_LINE = 60
"""A line of furniture between two paragraphs is no longer than this, in code points; what is longer is a paragraph that was moved there."""
_ENDS = frozenset(".!?。！？؟।\n")
_FEW = 60
"""So few letters on both sides together are compared one by one."""
_ROOM = 20
"""So many words more are looked at on both sides, for what was inserted."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A place with how like the quote its words are, and how like what stood before, after, and around it (0 to 1)."""

    span: Span
    likeness: float
    before: float
    after: float
    context: float


def fits(pattern: Pattern, quote: str, ground: Ground) -> list[Fit]:
    """The places where changed words of the anchor may stand now, the likeliest first; empty when it has no words at all."""
    found: dict[Span, Fit] = {}
    spans = ground.tokens.spans
    for low, high in _windows(pattern, ground):
        bounds = _Aligned(pattern, ground, low, high).bounds()
        if not bounds:
            continue
        likeness, (first, end) = max((_likeness(pattern.quote, ground, *pair), pair) for pair in bounds)
        span = _with_marks(quote, ground.text, Span(spans[first].start, spans[end - 1].end))
        if span not in found:
            found[span] = Fit(span, likeness, *context_fits(pattern, ground, span))
    return list(found.values())


def _windows(pattern: Pattern, ground: Ground) -> Iterator[tuple[int, int]]:
    """The stretches of the text (word numbers, end exclusive) on which most of the pattern's rare words agree."""
    words = (*pattern.before, *pattern.quote, *pattern.after)
    places = ground.tokens.places
    known = sorted((len(places[word]), number) for number, word in enumerate(words) if word in places)
    votes: Counter[int] = Counter()
    slack = max(3, len(words) // 6)
    for count, number in known[:_MOST_VOTERS]:
        if count > _MOST_PLACES and votes:
            break
        weight = 1_000_000 // count
        for at in places[words[number]]:
            votes[(at - number) // slack] += weight
    total = {bucket: votes[bucket] + max(votes[bucket - 1], votes[bucket + 1]) for bucket in list(votes)}
    ranked = sorted(total, key=lambda bucket: (-total[bucket], bucket))
    last = len(ground.tokens.words)
    for bucket in ranked[:_MOST_CANDIDATES]:
        if total[bucket] < _HOPELESS * total[ranked[0]]:
            break
        yield max(0, (bucket - 1) * slack - _ROOM), min(last, (bucket + 2) * slack + len(words) + _ROOM)


class _Aligned:
    """The pattern's words beside those of a window of the text, paired where they are the same, in order."""

    def __init__(self, pattern: Pattern, ground: Ground, low: int, high: int) -> None:
        self._ground = ground
        self._low = low
        self._words = (*pattern.before, *pattern.quote, *pattern.after)
        self._begin, self._end = len(pattern.before), len(pattern.before) + len(pattern.quote)
        self._size = high - low
        blocks = SequenceMatcher(None, self._words, ground.tokens.words[low:high], autojunk=False).get_matching_blocks()
        self._matched = {block.a + i: block.b + i for block in blocks for i in range(block.size)}

    def bounds(self) -> set[tuple[int, int]]:
        """Where the quote may begin and end in the text (word numbers): with and without words that came in the place of its outermost."""
        pieces = self._pieces()
        outer = self._outer()
        if not pieces:
            # Not one word is as it was: what stands between the surroundings may be the quote misread.
            likely = 0 < outer[1] - outer[0] <= self._end - self._begin + 2
            return {(self._low + outer[0], self._low + outer[1])} if likely else set()
        piece = max(pieces, key=self._letters)
        known = wider = (self._matched[piece[0]], self._matched[piece[-1]] + 1)
        if len(pieces) == 1:
            wider = (min(known[0], outer[0]), max(known[1], outer[1]))
        return {(self._low + first, self._low + end) for first, end in (known, wider)}

    def _outer(self) -> tuple[int, int]:
        """The quote's first and end word in the window, as far as the words around it tell."""
        count, size = len(self._words), self._size
        mirrored = {count - 1 - a: size - 1 - b for a, b in self._matched.items()}
        return _edge(self._matched, self._begin, size), size - _edge(mirrored, count - self._end, size)

    def _pieces(self) -> list[list[int]]:
        """The quote's words that are here, parted where paragraphs stand between them that did not before."""
        pieces: list[list[int]] = []
        for number in (number for number in range(self._begin, self._end) if number in self._matched):
            if pieces and not self._parted(pieces[-1][-1], number):
                pieces[-1].append(number)
            else:
                pieces.append([number])
        return pieces

    def _parted(self, number: int, following: int) -> bool:
        first, last = self._matched[number] + 1, self._matched[following]
        if last - first <= following - number:
            return False
        text, spans = self._ground.text, self._ground.tokens.spans
        between = text[spans[self._low + first - 1].end : spans[self._low + last].start]
        # What stands before the first and after the last break belongs to the paragraphs on both sides.
        return any(len(line) > _LONGEST_LINE for line in between.split("\n")[1:-1])

    def _letters(self, numbers: Sequence[int]) -> int:
        return sum(len(self._words[number]) for number in numbers)


def _edge(matched: Mapping[int, int], at: int, size: int) -> int:
    """The first word of the window that belongs to the words from ``at`` on: also one that has come in the place of a lost one."""
    if at in matched:
        return matched[at]
    before = max((number for number in matched if number < at), default=None)
    after = min((number for number in matched if number > at), default=None)
    if before is None or (after is not None and matched[after] - matched[before] > after - before + 2):
        return size if after is None else matched[after]
    beyond = matched[before] + 1
    return min(size - 1, beyond if before == at - 1 or after is None else max(beyond, matched[after] - (after - at)))


def _likeness(quote: Sequence[str], ground: Ground, first: int, end: int) -> float:
    """Twice the letters in common with the words ``first`` to ``end`` by all letters of both; misread words count by their letters."""
    found = ground.tokens.words[first:end]
    letters: float = sum(map(len, quote)) + sum(map(len, found))
    if quote == found:
        return 1.0
    if letters < _FEW:
        return SequenceMatcher(None, "".join(quote), "".join(found), autojunk=False).ratio()
    same = 0.0
    for kind, i, j, k, m in SequenceMatcher(None, quote, found, autojunk=False).get_opcodes():
        a, b = "".join(quote[i:j]), "".join(found[k:m])
        if kind == "equal":
            same += 2 * len(a)
        elif kind == "replace" and len(a) < 200:
            ratio = SequenceMatcher(None, a, b, autojunk=False).ratio()
            same += ratio * (len(a) + len(b)) if ratio >= _ALIKE else 0.0
        elif kind == "insert" and k > 0 and m < len(found) and len(b) <= _LONGEST_INSERTION and _whole(ground, first + k, first + m):
            letters -= _INSERTED * len(b)
    return same / letters


def _whole(ground: Ground, first: int, end: int) -> bool:
    """Whether the words ``first`` to ``end`` are whole sentences or lines."""
    spans, text = ground.tokens.spans, ground.text
    before, after = text[spans[first - 1].end : spans[first].start], text[spans[end - 1].end : spans[end].start]
    return bool(_ENDS & set(before) and _ENDS & set(after))


def _with_marks(quote: str, text: str, span: Span) -> Span:
    """The span with the signs at its edges that the quote has at its own (quotation marks, a full stop), no character split."""
    lead = next((at for at, character in enumerate(quote) if character.isalnum()), 0)
    trail = next((at for at, character in enumerate(reversed(quote)) if character.isalnum()), 0)
    start, end = span.start, span.end
    while lead and start and not text[start - 1].isalnum() and not text[start - 1].isspace():
        start, lead = start - 1, lead - 1
    while trail and end < len(text) and not text[end].isalnum() and not text[end].isspace():
        end, trail = end + 1, trail - 1
    return Span(snapped_back(text, start), snapped_on(text, end))
