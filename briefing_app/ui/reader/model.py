"""Which paragraphs of an article the reader shows, and what is marked in them; no Qt here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.article import SHOWN, Article, Document, Zone, ZoneKind
from briefing_app.model.document import BlockKind
from briefing_app.model.span import Span


class ZoneView(Enum):
    """What happens to furniture, teasers and comments: hidden, dimmed in place, or shown like the rest."""

    HIDDEN = "hidden"
    DIMMED = "dimmed"
    SHOWN = "shown"

    def following(self) -> ZoneView:
        """The next of the three, round and round."""
        order = list(ZoneView)
        return order[(order.index(self) + 1) % len(order)]


class MarkKind(Enum):
    """What a marked place in the text is."""

    NOTE = "note"
    CONFLICT = "conflict"
    PROGRESSION = "progression"
    QUOTATION = "quotation"
    HIT = "hit"


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
    """Everything that the reader shows of one article. ``place`` is its letter in its event (0 is A), None outside of one."""

    article: Article
    place: int | None = None
    marks: tuple[TextMark, ...] = ()
    orphans: tuple[Annotation, ...] = ()
    starred: bool = False
    read: bool = False

    def count(self, kind: MarkKind) -> int:
        """How many marks of a kind there are; all spans of one claim count once."""
        return len(heads([mark for mark in self.marks if mark.kind is kind]))


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph with one label."""

    span: Span
    zone: ZoneKind


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What stands between two gaps. ``zone`` is the label of most of it, ``reason`` why a dimmed stretch is no article."""

    zone: ZoneKind
    runs: tuple[Run, ...]
    block: BlockKind
    level: int = 0

    @property
    def span(self) -> Span:
        """From the first run's start to the last run's end."""
        return Span(self.runs[0].span.start, self.runs[-1].span.end)

    @property
    def told(self) -> bool:
        """Whether the reader shows it without being asked."""
        return self.zone in SHOWN


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """All paragraphs of the text in order; every visible letter is in exactly one of them.

    Labels inside a paragraph of the article become runs; what is hidden by default is cut out into paragraphs of its own.
    """
    zones = sorted(document.zones, key=lambda zone: (zone.span.start, -len(zone.span)))
    found: list[Paragraph] = []
    for kind, level, span in _blocks(document):
        for piece in _cut_at_hidden(_runs(document.text, span, zones)):
            if _blank(document.text, Span(piece[0].span.start, piece[-1].span.end)):
                continue
            lengths: Counter[ZoneKind] = Counter()
            for run in piece:
                lengths[run.zone] += len(run.span)
            found.append(Paragraph(lengths.most_common(1)[0][0], tuple(piece), kind, level))
    return tuple(found)


def visible(page: Sequence[Paragraph], view: ZoneView) -> tuple[Paragraph, ...]:
    """The paragraphs that stand on the page; the title comes from its own place above."""
    return tuple(p for p in page if view is not ZoneView.HIDDEN or p.told)


def hidden_lines(page: Sequence[Paragraph]) -> int:
    """How many paragraphs are no part of the article."""
    return sum(not p.told for p in page)


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


def _blocks(document: Document) -> list[tuple[BlockKind, int, Span]]:
    """The document's blocks; text between them, or the lines when there are none, become paragraphs."""
    found: list[tuple[BlockKind, int, Span]] = []
    at = 0
    for block in sorted(document.blocks, key=lambda block: block.span):
        if block.span.start < at:
            continue
        found += _lines(document.text, at, block.span.start)
        found.append((block.kind, block.level, block.span))
        at = block.span.end
    return found + _lines(document.text, at, len(document.text))


def _lines(text: str, start: int, end: int) -> list[tuple[BlockKind, int, Span]]:
    found: list[tuple[BlockKind, int, Span]] = []
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            found.append((BlockKind.PARAGRAPH, 0, Span(at, at + len(line))))
        at += len(line) + 1
    return found


def _runs(text: str, span: Span, zones: Sequence[Zone]) -> list[Run]:
    """The span cut at the borders of the zones; unlabelled text counts as body."""
    touching = [zone for zone in zones if zone.span.overlap(span)]
    borders = sorted({span.start, span.end, *(b for z in touching for b in (z.span.start, z.span.end) if span.start < b < span.end)})
    runs: list[Run] = []
    for start, end in pairwise(borders):
        piece = Span(start, end)
        over = [zone for zone in touching if zone.span.holds(piece)]
        unlabelled = runs[-1].zone if runs and _blank(text, piece) else ZoneKind.BODY
        kind = min(over, key=lambda zone: len(zone.span)).kind if over else unlabelled
        if runs and runs[-1].zone is kind:
            runs[-1] = Run(Span(runs[-1].span.start, end), kind)
        else:
            runs.append(Run(piece, kind))
    return runs


def _blank(text: str, span: Span) -> bool:
    return not span.of(text).strip()


def _cut_at_hidden(runs: Sequence[Run]) -> list[list[Run]]:
    pieces: list[list[Run]] = []
    for run in runs:
        told = run.zone in SHOWN
        if pieces and (pieces[-1][-1].zone in SHOWN) == told and (told or pieces[-1][-1].zone is run.zone):
            pieces[-1].append(run)
        else:
            pieces.append([run])
    return pieces
