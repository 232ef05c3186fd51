"""Hides what the trash leaves of an event until the events are worked out anew."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.library.database import Database

if TYPE_CHECKING:
    from briefing_app.model.event import EventGroup
    from briefing_app.model.ids import ArticleId

_FEWEST = 2


def trashed_members(database: Database) -> frozenset[int]:
    """What lies in the trash, or behind a newer version, and has not left its event yet: the follower that regroups comes later."""
    return frozenset(int(row[0]) for row in database.rows("SELECT id FROM article WHERE trashed > 0 AND event IS NOT NULL"))


def emptied(database: Database) -> frozenset[int]:
    """The events that the trash has left less than two articles, and the follower not yet taken away."""
    rows = database.rows(
        "SELECT event FROM article WHERE event IN (SELECT event FROM article WHERE trashed > 0) GROUP BY event HAVING sum(NOT trashed) < 2"
    )
    return frozenset(int(row[0]) for row in rows)


def members_left(articles: tuple[ArticleId, ...], trashed: Collection[int]) -> tuple[ArticleId, ...]:
    """A group's articles without what lies in the trash; none when that leaves no two."""
    left = tuple(article for article in articles if article not in trashed)
    return left if left == articles or len(left) >= _FEWEST else ()


def left_of(group: EventGroup, trashed: Collection[int]) -> EventGroup | None:
    """The group without what lies in the trash; None when that leaves no two articles."""
    left = members_left(group.articles, trashed)
    if left == group.articles:
        return group
    reasons = tuple(why for why in group.reasons if why.article in left)
    return replace(group, articles=left, reasons=reasons) if left else None
