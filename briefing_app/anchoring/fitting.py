"""Hides how changed words are found: where most of an anchor's rare words agree, aligned word by word with what stands there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing_app.anchoring.blocks import likeness, matching_blocks, pairs
from briefing_app.anchoring.graphemes import snapped_back, snapped_on
from briefing_app.anchoring.pattern import Ground, Pattern, context_fits
from briefing_app.model.span import Span

LEAST_LIKENESS = 0.75
"""Below this likeness (common letters by all letters, 0 to 1) changed words count as lost."""

_MOST_VOTERS = 20
_MOST_PLACES = 80
_MOST_CANDIDATES = 4
_HOPELESS = 0.5
"""A candidate with less than this share of the best one's votes is not looked at."""
_ALIKE = 0.5
"""Below this likeness of their letters two stretches that stand for each other are no misreading of one another."""
_LONGEST_INSERTION, _INSERTED = 200, 0.85
"""A sentence added in the midst of the words, up to so many letters, leaves them what they were: this share is not held against them."""
_LONGEST_LINE = 60
"""A line of furniture between two paragraphs is no longer than this, in code points; what is longer is a paragraph that was moved there."""
_ENDS = frozenset(".!?。！？؟।\n")
_MANY, _INTACT = 6, 0.3
"""Of so many words, this share of the letters must stand in words that are as they were; fewer are other words, not a misreading."""
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
    """The places where changed words of the anchor may stand now, each as like as ``LEAST_LIKENESS``, the likeliest first."""
    found: dict[Span, Fit] = {}
    tokens = ground.tokens
    for low, high in _windows(pattern, ground):
        bounds = _Aligned(pattern, ground, low, high).bounds()
        if not bounds:
            continue
        alike, (first, end) = max((_likeness(pattern.quote, ground, *pair), pair) for pair in bounds)
        if alike < LEAST_LIKENESS:
            continue
        span = _with_marks(quote, ground.text, Span(tokens.starts[first], tokens.ends[end - 1]))
        if span not in found:
            found[span] = Fit(span, alike, *context_fits(pattern, ground, span))
    return list(found.values())


def _windows(pattern: Pattern, ground: Ground) -> Iterator[tuple[int, int]]:
    """The stretches of the text (word numbers, end exclusive) on which most of the pattern's rare words agree."""
    words = (*pattern.before, *pattern.quote, *pattern.after)
    places = ground.tokens.places
    known = sorted((len(places[word]), number, places[word]) for number, word in enumerate(words) if word in places)
    votes: dict[int, int] = {}
    slack = max(3, len(words) // 6)
    for count, number, standing in known[:_MOST_VOTERS]:
        if count > _MOST_PLACES and votes:
            break
        weight = 1_000_000 // count
        for at in standing:
            bucket = (at - number) // slack
            votes[bucket] = votes.get(bucket, 0) + weight
    total = _with_neighbours(votes)
    least = _HOPELESS * min(total, default=(0, 0))[0]
    last = len(ground.tokens.words)
    for _, bucket in sorted(one for one in total if one[0] <= least)[:_MOST_CANDIDATES]:
        yield max(0, (bucket - 1) * slack - _ROOM), min(last, (bucket + 2) * slack + len(words) + _ROOM)


def _with_neighbours(votes: dict[int, int]) -> list[tuple[int, int]]:
    """Each bucket with its votes and those of its better neighbour, counted below 0; those without hope are left out."""
    hope = _HOPELESS / 2 * max(votes.values(), default=0)
    strong = [bucket for bucket, held in votes.items() if held >= hope]
    near = {bucket + step for bucket in strong for step in (-1, 0, 1)}
    return [(-votes[bucket] - max(votes.get(bucket - 1, 0), votes.get(bucket + 1, 0)), bucket) for bucket in near if bucket in votes]


class _Aligned:
    """The pattern's words beside those of a window of the text, paired where they are the same, in order."""

    def __init__(self, pattern: Pattern, ground: Ground, low: int, high: int) -> None:
        self._ground = ground
        self._low = low
        self._words = (*pattern.before, *pattern.quote, *pattern.after)
        self._begin, self._end = len(pattern.before), len(pattern.before) + len(pattern.quote)
        self._size = high - low
        places = ground.tokens.places
        rows = [_within(places.get(word, ()), low, high) for word in self._words]
        if self._end - self._begin >= _MANY and self._intact(rows) < _INTACT:
            self._matched: dict[int, int] = {}
            return
        self._matched = {i + step: j - low + step for i, j, size in sorted(matching_blocks(rows, low, high)) for step in range(size)}

    def _intact(self, rows: Sequence[Sequence[int]]) -> float:
        """The share of the quote's letters whose words stand in the window somewhere."""
        words = self._words[self._begin : self._end]
        return sum(len(word) for word, row in zip(words, rows[self._begin : self._end], strict=True) if row) / sum(map(len, words))

    def bounds(self) -> set[tuple[int, int]]:
        """Where the quote may begin and end in the text (word numbers): with and without words that came in the place of its outermost."""
        if not self._matched:
            return set()
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
        tokens = self._ground.tokens
        between = self._ground.text[tokens.ends[self._low + first - 1] : tokens.starts[self._low + last]]
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
        return likeness("".join(quote), "".join(found))
    same = 0.0
    i = k = 0
    for j, m, size in (*pairs(quote, found), (len(quote), len(found), 0)):
        a, b = "".join(quote[i:j]), "".join(found[k:m])
        if a and b and len(a) < 200:
            ratio = likeness(a, b)
            same += ratio * (len(a) + len(b)) if ratio >= _ALIKE else 0.0
        elif b and not a and k > 0 and m < len(found) and len(b) <= _LONGEST_INSERTION and _whole(ground, first + k, first + m):
            letters -= _INSERTED * len(b)
        i, k = j + size, m + size
        same += 2 * sum(map(len, quote[j:i]))
    return same / letters


def _within(numbers: Sequence[int], low: int, high: int) -> Sequence[int]:
    """Those of ascending numbers from ``low`` to before ``high``."""
    return numbers[bisect_left(numbers, low) : bisect_left(numbers, high)]


def _whole(ground: Ground, first: int, end: int) -> bool:
    """Whether the words ``first`` to ``end`` are whole sentences or lines."""
    tokens, text = ground.tokens, ground.text
    before, after = text[tokens.ends[first - 1] : tokens.starts[first]], text[tokens.ends[end - 1] : tokens.starts[end]]
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
