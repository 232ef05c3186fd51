"""Hides how the passages that show why an article was found are picked from the places where its words stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from briefing_app.library.index.terms import form_of, word_end
from briefing_app.model.search import Passage
from briefing_app.model.span import Span

MOST_PASSAGES = 3
"""Passages of one hit unless every hit is asked for."""

_AROUND = 90
"""Code points of context on each side of the marks."""
_WIDEST = 260
"""Code points of a passage that gathers several marks."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Where in one text something stands that was asked for, in the order of the text; the lists run side by side.

    ``starts`` say where each begins, ``lasts`` where its last word does, ``openings`` and ``closings`` its paragraph's ends,
    ``parts`` which part of the query it is. A part's ``characters`` are not empty when it is a single one of a script without spaces: it
    begins a bigram, or ends it.
    """

    starts: Sequence[int]
    lasts: Sequence[int]
    openings: Sequence[int]
    closings: Sequence[int]
    parts: Sequence[int]
    characters: Sequence[str]

    def paragraph(self, at: int) -> Span:
        """The paragraph of a mark."""
        return Span(self.openings[at], self.closings[at])

    def span(self, at: int, text: str) -> Span:
        """The words of a mark."""
        return Span(*self.ends(at, text))

    def ends(self, at: int, text: str) -> tuple[int, int]:
        """Where the words of a mark begin and end."""
        start, character = self.starts[at], self.characters[self.parts[at]]
        if not character:
            return start, word_end(text, self.lasts[at])
        shift = 0 if form_of(text[start]) == character else 1
        return start + shift, start + shift + 1


_Group = tuple[int, int]
"""Marks that share a passage: from the first to before the last."""

_Ends = tuple[int, int]
"""Where words begin and end."""

_SPACE = re.compile(r"\s")


def passages(text: str, marks: Marks, most: int | None = MOST_PASSAGES) -> tuple[Passage, ...]:
    """The best ``most`` passages (None: all) in the order of the text."""
    groups = _gathered(marks)
    if most is not None and len(groups) > most:
        groups = _best(groups, marks, most)
    found: list[Passage] = []
    for first, after in groups:
        ends = _merged({marks.ends(at, text) for at in range(first, after)})
        earliest = max(marks.openings[first], found[-1].span.end) if found else marks.openings[first]
        found.append(_passage(text, ends, earliest, (marks.openings[first], marks.closings[first])))
    return tuple(found)


def _gathered(marks: Marks) -> list[_Group]:
    """Marks that stand close together share a passage; none reaches out of its paragraph."""
    firsts: list[int] = []
    paragraph, reach = -1, 0
    for at, (start, last, opening) in enumerate(zip(marks.starts, marks.lasts, marks.openings, strict=True)):
        if opening != paragraph or last > reach:
            firsts.append(at)
            paragraph, reach = opening, start + _WIDEST - _AROUND
    return list(zip(firsts, [*firsts[1:], len(marks.starts)], strict=True))


def _passage(text: str, marks: Sequence[_Ends], earliest: int, paragraph: _Ends) -> Passage:
    (opening, closing), first, last = paragraph, marks[0][0], marks[-1][1]
    start, end = min(max(earliest, first - _AROUND), first), max(min(closing, last + _AROUND), last)
    if start > opening and (space := _SPACE.search(text, start - 1, first - 1)):
        start = space.end()
    if end < closing:
        end = next((i for i in range(end, last, -1) if text[i].isspace()), end)
    while start < first and text[start].isspace():
        start += 1
    while end > last and text[end - 1].isspace():
        end -= 1
    return Passage(Span(start, end), tuple(Span(*ends) for ends in marks))


def _merged(marks: Iterable[_Ends]) -> list[_Ends]:
    """What overlaps as one, in order."""
    merged: list[_Ends] = []
    for start, end in sorted(marks):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


def _best(groups: list[_Group], marks: Marks, most: int) -> list[_Group]:
    """Greedily what shows most of the query that is not shown yet, then most of it, then most marks, then what comes first."""
    if len(marks.characters) == 1:
        return sorted(sorted(groups, key=lambda group: group[0] - group[1])[:most])
    bits = [1 << part for part in marks.parts]
    parts = [reduce(or_, bits[first:after]) for first, after in groups]
    left = sorted(range(len(groups)), key=lambda at: (-parts[at].bit_count(), groups[at][0] - groups[at][1]))
    every = reduce(or_, parts)
    chosen: list[int] = []
    shown = 0
    while left and len(chosen) < most and shown != every:
        best = max(left, key=lambda at: (parts[at] & ~shown).bit_count())
        left.remove(best)
        chosen.append(best)
        shown |= parts[best]
    return [groups[at] for at in sorted(chosen + left[: most - len(chosen)])]
