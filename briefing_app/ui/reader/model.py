"""What the reader shows of an article, and what is marked in it; no Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from briefing_app.ui.reader.zone_view import ZoneView

if TYPE_CHECKING:
    from briefing_app.model.annotation import Annotation, Tint
    from briefing_app.model.article import Article
    from briefing_app.model.letters import Letter
    from briefing_app.model.span import Span

__all__ = [
    "MarkKind",
    "Reading",
    "TextMark",
    "ZoneView",
    "heads",
    "next_mark",
    "order_marks",
    "stops",
]


class MarkKind(Enum):
    """What a marked place in the text is."""

    NOTE = "note"
    CONFLICT = "conflict"
    PROGRESSION = "progression"
    QUOTATION = "quotation"
    HIT = "hit"
    FOUND = "found"


@dataclass(frozen=True, slots=True)
class TextMark:
    """A marked span of the article; ``words`` say what it is about, ``tint`` and ``annotation`` belong to notes.

    ``claim`` is the index of the claim that the span belongs to, ``passage`` which of the article's passages for it: a claim can mark
    several passages, and a passage several spans.
    """

    kind: MarkKind
    span: Span
    words: str = ""
    tint: Tint | None = None
    annotation: Annotation | None = None
    claim: int | None = None
    passage: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that the reader shows of one article. ``letter`` is what it goes by in its event, None outside of one."""

    article: Article
    letter: Letter | None = None
    marks: tuple[TextMark, ...] = ()
    orphans: tuple[Annotation, ...] = ()
    starred: bool = False
    read: bool = False
    tags: tuple[str, ...] = ()
    trashed: bool = False
    version: tuple[int, int] = (1, 1)
    """Which version of the article it is (the oldest is 1), and how many there are."""

    def count(self, kind: MarkKind) -> int:
        """How many marks of a kind there are; all spans of one claim count once, and so do all of one note."""
        found = heads([mark for mark in self.marks if mark.kind is kind])
        return len({mark.annotation.id if mark.annotation is not None else mark for mark in found})


def order_marks(marks: Iterable[TextMark]) -> tuple[TextMark, ...]:
    """Marks in the order of the text, longer before shorter at one place."""
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.kind.value)))


def heads(marks: Iterable[TextMark]) -> tuple[TextMark, ...]:
    """The marks without the second and later spans of each claim."""
    seen: set[tuple[MarkKind, int]] = set()
    found: list[TextMark] = []
    for mark in marks:
        if mark.claim is not None:
            if (mark.kind, mark.claim) in seen:
                continue
            seen.add((mark.kind, mark.claim))
        found.append(mark)
    return tuple(found)


def stops(marks: Iterable[TextMark]) -> tuple[TextMark, ...]:
    """Where n and p halt: the first mark of each passage, one at each place."""
    seen: set[tuple[MarkKind, int, int]] = set()
    places: set[int] = set()
    found: list[TextMark] = []
    for mark in marks:
        passage = (mark.kind, mark.claim, mark.passage) if mark.claim is not None else None
        if passage not in seen and mark.span.start not in places:
            found.append(mark)
        places.add(mark.span.start)
        if passage is not None:
            seen.add(passage)
    return tuple(found)


def next_mark(marks: Sequence[TextMark], at: int, step: int) -> int | None:
    """The index of the next (``step`` 1) or previous (-1) mark from code point ``at``, round the end; None without marks."""
    if not marks:
        return None
    if step > 0:
        return next((i for i, mark in enumerate(marks) if mark.span.start > at), 0)
    return next((i for i in range(len(marks) - 1, -1, -1) if marks[i].span.start < at), len(marks) - 1)
