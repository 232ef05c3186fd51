"""A briefing: blocks that cite places, never loose text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing_app.model.ids import AnnotationId, BriefingId, EventId


@dataclass(frozen=True, slots=True)
class TextBlock:
    """The analyst's own words, in Markdown."""

    markdown: str


@dataclass(frozen=True, slots=True)
class SummaryBlock:
    """What all sources share and where they differ, drafted from the comparison; every sentence cites its words."""


@dataclass(frozen=True, slots=True)
class ComparisonBlock:
    """The claims against the sources. ``claims`` are indices into the comparison; None takes all."""

    claims: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class ExcerptBlock:
    """Annotated passages word for word, with their notes; None takes every annotation on the event's articles."""

    annotations: tuple[AnnotationId, ...] | None = None


@dataclass(frozen=True, slots=True)
class QuotationBlock:
    """Who is quoted, with the exact words."""


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """The list of sources with date, certainty and custody."""


BriefingBlock = TextBlock | SummaryBlock | ComparisonBlock | ExcerptBlock | QuotationBlock | SourceBlock


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing about one event. ``handling`` is the mark on every page, empty for none. Times are UTC."""

    id: BriefingId
    event: EventId
    title: str
    blocks: tuple[BriefingBlock, ...]
    created_at: datetime
    changed_at: datetime
    handling: str = ""
