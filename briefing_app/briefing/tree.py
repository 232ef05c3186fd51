"""The document tree between a briefing and its files: what is on the page, without a word on how a format writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from briefing_app.model.annotation import Tint
from briefing_app.model.briefing import Paper
from briefing_app.model.comparison import ClaimStatus
from briefing_app.model.letters import Letter
from briefing_app.model.sourcing import SourcingGraph


class Voice(StrEnum):
    """Whose words a run is, or how sure they are; formats show each differently."""

    PLAIN = "plain"
    VERBATIM = "verbatim"
    INFERRED = "inferred"
    UNKNOWN = "unknown"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain characters; nothing in ``words`` is markup. ``language`` is a BCP 47 code, empty for the tree's own.

    ``address`` makes it a link: only http and https addresses come here.
    """

    words: str
    voice: Voice = Voice.PLAIN
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    address: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """An article's letter on the hue of its house; from the ninth house on there is no hue."""

    letter: Letter

    @property
    def rank(self) -> int:
        """Which hue: that of the house, counted from 0."""
        return self.letter.house


@dataclass(frozen=True, slots=True)
class Cite:
    """A reference to the footnote ``Tree.notes[note]``."""

    note: int


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a paragraph."""


Inline = Text | Badge | Cite | Break
Inlines = tuple[Inline, ...]


class ParagraphKind(StrEnum):
    """What a paragraph is for."""

    PROSE = "prose"
    LEAD = "lead"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that stands in the outline; ``level`` 1 to 6. ``source`` names the letter that this heading describes, else empty."""

    level: int
    inlines: Inlines
    source: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``language`` decides its direction, empty for the tree's own."""

    inlines: Inlines
    kind: ParagraphKind = ParagraphKind.PROSE
    language: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list; every item is a sequence of blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage set off from the text; ``tint`` is the highlight that it was marked with, None for none."""

    blocks: tuple[Block, ...]
    tint: Tint | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """Lines kept as they are, in one width."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell, of one or more lines of inlines; ``silent`` draws it as a gap: the source says nothing here."""

    lines: tuple[Inlines, ...]
    language: str = ""
    silent: bool = False


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Rows under one line that spans the table. ``status`` is the claims' status when the group is one of the comparison."""

    head: Inlines
    rows: tuple[tuple[TableCell, ...], ...]
    status: ClaimStatus | None = None


class TableKind(StrEnum):
    """What a table holds; formats choose its measures by it."""

    MATRIX = "matrix"
    FACTS = "facts"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``widths`` are shares of the page's width; ``head`` repeats on every page and is empty for none."""

    kind: TableKind
    widths: tuple[float, ...]
    head: tuple[TableCell, ...]
    groups: tuple[TableGroup, ...]


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One thing on the line of time. ``start`` and ``end`` are shares of the line, both None when the date is unknown.

    ``rank`` is that of the source, which gives the bar its hue.
    """

    line: Inlines
    start: float | None
    end: float | None
    rank: int


@dataclass(frozen=True, slots=True)
class TimeGroup:
    """Rows under one heading."""

    head: Inlines
    rows: tuple[TimeRow, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars on one line of time that runs from ``first`` to ``last``, both in words. Every row says in its line what its bar shows."""

    first: str
    last: str
    groups: tuple[TimeGroup, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """Who has it from whom, drawn: ``letters`` by the places of the graph's outlets. ``steps`` tell the same in lines.

    ``caption`` stands below the drawing.
    """

    graph: SourcingGraph
    letters: tuple[Badge, ...]
    steps: tuple[Inlines, ...]
    caption: str


Block = Heading | Paragraph | Items | Quote | Code | Rule | Table | Timeline | Graph


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: who says it, when, in which words, and from which file."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole briefing. ``front`` is the title page below title and mark; ``notes`` are numbered by their first citation.

    ``changed_at`` (UTC) dates the document, so that the same briefing gives the same file. ``paper`` is what it is set for.
    ``starts`` are the places in ``blocks`` at which the blocks of the briefing begin, one for each.
    """

    title: str
    handling: str
    language: str
    changed_at: datetime
    front: tuple[Block, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    paper: Paper = Paper.A4
    starts: tuple[int, ...] = ()
