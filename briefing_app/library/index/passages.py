"""Hides how the passages that show why an article was found are picked from the places where its words stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing_app.library.index.terms import form_of, word_end
from briefing_app.model.search import Passage
from briefing_app.model.span import Span

MOST_PASSAGES = 3
"""Passages of one hit unless every hit is asked for."""

_AROUND = 90
"""Code points of context on each side of the marks."""
_WIDEST = 260
"""Code points of a passage that gathers several marks."""


class Mark(NamedTuple):
    """Where something that was asked for begins, and where its last word does; ``part`` numbers the parts of the query.

    ``character`` is not empty when a single one of a script without spaces is asked for: it begins a bigram, or ends it.
    """

    start: int
    last: int
    part: int
    character: str = ""

    def span(self, text: str) -> Span:
        """The words themselves."""
        if not self.character:
            return Span(self.start, word_end(text, self.last))
        shift = 0 if form_of(text[self.start]) == self.character else 1
        return Span(self.start + shift, self.start + shift + 1)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its marks in the order of the text."""

    span: Span
    marks: tuple[Mark, ...]


_Group = tuple[Span, list[Mark]]
"""A paragraph, and marks in it that share a passage."""


def passages(text: str, paragraphs: Sequence[Paragraph], most: int | None = MOST_PASSAGES) -> tuple[Passage, ...]:
    """The best ``most`` passages (None: all) in the order of the text. Empty when nothing that was asked for stands in the text."""
    groups = [group for paragraph in sorted(paragraphs, key=lambda one: one.span) for group in _gathered(paragraph)]
    if most is not None and len(groups) > most:
        groups = _best(groups, most)
    found: list[Passage] = []
    for paragraph, marks in groups:
        found.append(_passage(text, paragraph, [mark.span(text) for mark in marks], found[-1].span.end if found else 0))
    return tuple(found)


def _gathered(paragraph: Paragraph) -> list[_Group]:
    """Marks that stand close together share a passage; none reaches out of its paragraph."""
    groups: list[_Group] = []
    for mark in paragraph.marks:
        if groups and mark.last - groups[-1][1][0].start <= _WIDEST - _AROUND:
            groups[-1][1].append(mark)
        else:
            groups.append((paragraph.span, [mark]))
    return groups


def _passage(text: str, paragraph: Span, marks: list[Span], earliest: int) -> Passage:
    first, last = marks[0].start, max(mark.end for mark in marks)
    start, end = max(earliest, paragraph.start, first - _AROUND), min(paragraph.end, last + _AROUND)
    start, end = min(start, first), max(end, last)
    if start > paragraph.start:
        start = next((i for i in range(start, first) if text[i - 1].isspace()), start)
    if end < paragraph.end:
        end = next((i for i in range(end, last, -1) if text[i].isspace()), end)
    while start < first and text[start].isspace():
        start += 1
    while end > last and text[end - 1].isspace():
        end -= 1
    return Passage(Span(start, end), _merged(marks))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _best(groups: list[_Group], most: int) -> list[_Group]:
    """Greedily what shows most of the query that is not shown yet, then most marks, then what comes first."""
    parts = [{mark.part for mark in marks} for _, marks in groups]
    left = set(range(len(groups)))
    chosen: list[int] = []
    shown: set[int] = set()
    while left and len(chosen) < most:
        best = max(left, key=lambda at: (len(parts[at] - shown), len(parts[at]), len(groups[at][1]), -at))
        left.remove(best)
        chosen.append(best)
        shown |= parts[best]
    return [groups[at] for at in sorted(chosen)]
