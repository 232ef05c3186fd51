"""A briefing: blocks that cite places, never loose text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from briefing_app.model.annotation import Anchor
from briefing_app.model.ids import AnnotationId, ArticleId, BriefingId, EventId

QUOTED_WORDS = 300
"""Words of one article that a briefing may quote at length before the provenance check says so, unless the briefing sets another limit."""


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading of the outline's first level."""

    words: str


@dataclass(frozen=True, slots=True)
class TextBlock:
    """The analyst's own words, in Markdown with tables, footnotes (``[^1]``) and citations (``[@a12]``)."""

    markdown: str


@dataclass(frozen=True, slots=True)
class JudgementBlock:
    """Key judgements, in Markdown, one a line; a line may begin with its confidence (``high:``, ``moderate:``, ``low:``).

    The words are those of the US Intelligence Community Directive 203 ("Analytic Standards").
    """

    markdown: str


@dataclass(frozen=True, slots=True)
class SummaryBlock:
    """What all sources share and where they differ, drafted from the comparison; every sentence cites its words."""


class ComparisonLayout(StrEnum):
    """How the claims stand on the page: sources side by side, or below each claim."""

    MATRIX = "matrix"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class ComparisonBlock:
    """The claims against the sources. ``statements`` choose the rows by their wording, in this order; None takes all."""

    statements: tuple[str, ...] | None = None
    layout: ComparisonLayout = ComparisonLayout.MATRIX


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of an article, chosen for a briefing by its words. ``annotation`` is the one that marks it, None for none."""

    article: ArticleId
    anchor: Anchor
    annotation: AnnotationId | None = None


@dataclass(frozen=True, slots=True)
class ExcerptBlock:
    """Passages word for word. ``annotations`` None takes every one on the event's articles; what the analyst wrote to them stays out
    unless ``notes`` puts it below them.

    Of ``passages``, those of an annotation stand for its words, wider or narrower than it was marked; the others stand besides.
    """

    annotations: tuple[AnnotationId, ...] | None = None
    passages: tuple[Excerpt, ...] = ()
    notes: bool = False


@dataclass(frozen=True, slots=True)
class QuotationBlock:
    """Who is quoted, with the exact words."""


@dataclass(frozen=True, slots=True)
class SourcingBlock:
    """Who has it from whom, as a graph."""


@dataclass(frozen=True, slots=True)
class TimelineBlock:
    """When things happened and when each source reported."""


@dataclass(frozen=True, slots=True)
class CoverageBlock:
    """Who carries how many of the claims."""


@dataclass(frozen=True, slots=True)
class Grade:
    """How reliable a source is (A to F) and how credible what it says here is (1 to 6), in the scale of NATO's AJP-2.1."""

    article: ArticleId
    reliability: str
    credibility: int


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """The list of sources with date, certainty, custody and the analyst's grades."""

    grades: tuple[Grade, ...] = ()


@dataclass(frozen=True, slots=True)
class ProvenanceBlock:
    """An appendix: what the provenance check says of this briefing."""


BriefingBlock = (
    HeadingBlock
    | TextBlock
    | JudgementBlock
    | SummaryBlock
    | ComparisonBlock
    | ExcerptBlock
    | QuotationBlock
    | SourcingBlock
    | TimelineBlock
    | CoverageBlock
    | SourceBlock
    | ProvenanceBlock
)
"""Every kind of block; its classes are what a library can store."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no font of this machine has, and the block (from 0) in which it stands first."""

    character: str
    block: int


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages as PNG pictures, for each block of the briefing the page (from 1) on which it begins, and what cannot be shown."""

    pages: tuple[bytes, ...] = ()
    begins: tuple[int, ...] = ()
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangedPages:
    """Pages that were set by themselves after a change, as PNG pictures; none when the change is not on a few pages.

    ``first`` is the number of the first (from 1), which above ``top`` (pixels) stays as it was.
    """

    pages: tuple[bytes, ...] = ()
    first: int = 1
    top: int = 0


class Paper(StrEnum):
    """What the pages are set for."""

    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing about one event. ``handling`` is the mark on every page, empty for none. Times are UTC.

    ``quoted_words`` is how many words of one article may be quoted at length (0: any number).
    """

    id: BriefingId
    event: EventId
    title: str
    blocks: tuple[BriefingBlock, ...]
    created_at: datetime
    changed_at: datetime
    handling: str = ""
    paper: Paper = Paper.A4
    quoted_words: int = QUOTED_WORDS
