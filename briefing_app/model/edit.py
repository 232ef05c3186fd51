"""Every change that the analyst can make and take back: one class each.

``Library.apply(edit)`` returns what changed and keeps the inverse, so that undo needs no code of its own per edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing_app.model.annotation import Annotation
from briefing_app.model.briefing import Briefing
from briefing_app.model.ids import AnnotationId, ArticleId, BriefingId


@dataclass(frozen=True, slots=True)
class PutAnnotation:
    """Add the annotation, or replace the one of the same number. A number of 0 asks for a new one."""

    annotation: Annotation


@dataclass(frozen=True, slots=True)
class RemoveAnnotation:
    """Take an annotation away."""

    annotation: AnnotationId


@dataclass(frozen=True, slots=True)
class MarkRead:
    """Mark articles as read or unread."""

    articles: tuple[ArticleId, ...]
    read: bool


@dataclass(frozen=True, slots=True)
class MarkStarred:
    """Give articles a star, or take it away."""

    articles: tuple[ArticleId, ...]
    starred: bool


@dataclass(frozen=True, slots=True)
class PutBriefing:
    """Add the briefing, or replace the one of the same number. A number of 0 asks for a new one."""

    briefing: Briefing


@dataclass(frozen=True, slots=True)
class RemoveBriefing:
    """Take a briefing away."""

    briefing: BriefingId


Edit = PutAnnotation | RemoveAnnotation | MarkRead | MarkStarred | PutBriefing | RemoveBriefing


class ChangeKind(StrEnum):
    """What kind of thing the change feed tells of."""

    ARTICLE_ADDED = "article_added"
    ARTICLE_MARKED = "article_marked"
    ANNOTATION = "annotation"
    BRIEFING = "briefing"
    EVENTS = "events"
    COMPARISON = "comparison"


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the change feed: ``number`` only grows; ``subject`` is the number of the article, annotation, event or briefing."""

    number: int
    kind: ChangeKind
    subject: int


@dataclass(frozen=True, slots=True)
class Applied:
    """The outcome of an edit: the feed's new rows, and the edits that the next undo would take back and the next redo do again."""

    changes: tuple[Change, ...]
    undo: Edit | None
    redo: Edit | None
