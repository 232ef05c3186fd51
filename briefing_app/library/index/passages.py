"""Hides how the passages that show why an article was found are picked from the places where its words stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing_app.model.search import Passage
from briefing_app.model.span import Span

MOST_PASSAGES = 3
"""Passages of one hit unless every hit is asked for."""

_AROUND = 90
"""Code points of context on each side of the marks."""
_WIDEST = 260
"""Code points of a passage that gathers several marks."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where something that was asked for stands: ``part`` numbers the parts of the query."""

    span: Span
    part: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its marks in the order of the text."""

    span: Span
    marks: tuple[Mark, ...]


def passages(text: str, paragraphs: Sequence[Paragraph], most: int | None = MOST_PASSAGES) -> tuple[Passage, ...]:
    """The best ``most`` passages (None: all) in the order of the text. Empty when nothing that was asked for stands in the text."""
    found: list[tuple[Passage, set[int]]] = []
    for paragraph in sorted(paragraphs, key=lambda one: one.span):
        found.extend(_gathered(text, paragraph.span, list(paragraph.marks)))
    if most is not None:
        found = _best(found, most)
    return tuple(passage for passage, _ in found)


def _gathered(text: str, paragraph: Span, marks: list[Mark]) -> list[tuple[Passage, set[int]]]:
    """Marks that stand close together share a passage; none reaches out of its paragraph."""
    found: list[tuple[Passage, set[int]]] = []
    group: list[Mark] = []
    for mark in [*marks, None]:
        if group and (mark is None or mark.span.end - group[0].span.start > _WIDEST - _AROUND):
            before = found[-1][0].span.end if found else paragraph.start
            found.append((_passage(text, paragraph, group, before), {m.part for m in group}))
            group = []
        if mark is not None:
            group.append(mark)
    return found


def _passage(text: str, paragraph: Span, group: list[Mark], earliest: int) -> Passage:
    first, last = group[0].span.start, max(mark.span.end for mark in group)
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
    return Passage(Span(start, end), _merged([mark.span for mark in group]))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _best(found: list[tuple[Passage, set[int]]], most: int) -> list[tuple[Passage, set[int]]]:
    """Greedily what shows most of the query that is not shown yet, then most marks, then what comes first."""
    left = list(enumerate(found))
    chosen: list[tuple[int, tuple[Passage, set[int]]]] = []
    shown: set[int] = set()
    while left and len(chosen) < most:
        best = max(left, key=lambda entry: (len(entry[1][1] - shown), len(entry[1][1]), len(entry[1][0].marks), -entry[0]))
        left.remove(best)
        chosen.append(best)
        shown |= best[1][1]
    return [entry for _, entry in sorted(chosen, key=lambda pair: pair[0])]
