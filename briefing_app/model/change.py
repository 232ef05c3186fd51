"""A row of the library's change feed: what kind of thing changed, and which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What kind of thing the change feed tells of.

    Marked: read, starred, tagged. Changed: text labels or metadata, so that everything worked out from them is stale.
    Trashed: put into the trash or brought back. Ruled: something is ruled otherwise of an article's words in comparisons.
    Placed: the analyst has put the article into an event, or let it go again.
    """

    ARTICLE_ADDED = "article_added"
    ARTICLE_MARKED = "article_marked"
    ARTICLE_CHANGED = "article_changed"
    ARTICLE_TRASHED = "article_trashed"
    ARTICLE_RULED = "article_ruled"
    ARTICLE_PLACED = "article_placed"
    ANNOTATION = "annotation"
    CODE = "code"
    SOURCE = "source"
    BRIEFING = "briefing"
    TEMPLATE = "template"
    CASE = "case"
    SEARCH = "search"
    EVENTS = "events"
    COMPARISON = "comparison"


GROUPED = frozenset({ChangeKind.ARTICLE_ADDED, ChangeKind.ARTICLE_CHANGED, ChangeKind.ARTICLE_TRASHED, ChangeKind.ARTICLE_PLACED})
"""The changes after which articles may belong to other events."""

FOLLOWED = GROUPED | {ChangeKind.ARTICLE_RULED, ChangeKind.SOURCE}
"""The changes after which the followers have something to do."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the change feed: ``number`` only grows; ``subject`` is the number of the article, annotation, event and so on."""

    number: int
    kind: ChangeKind
    subject: int
