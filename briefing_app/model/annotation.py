"""An annotation belongs to words: it keeps their quote, what stood around them, and where they stood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span


class Tint(StrEnum):
    """The five highlight tints."""

    SUN = "sun"
    LEAF = "leaf"
    SKY = "sky"
    ROSE = "rose"
    CLAY = "clay"


@dataclass(frozen=True, slots=True)
class Anchor:
    """W3C TextQuoteSelector (``quote``, ``prefix``, ``suffix``) and TextPositionSelector (``span``) with the text's digest."""

    quote: str
    prefix: str
    suffix: str
    span: Span
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight, with a note in Markdown when ``note`` is not empty. Times are UTC."""

    id: AnnotationId
    article: ArticleId
    anchor: Anchor
    tint: Tint
    note: str
    created_at: datetime
    changed_at: datetime
