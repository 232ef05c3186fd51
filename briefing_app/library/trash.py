"""Hides what the trash leaves of an event until the events are worked out anew."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.library.database import Database

if TYPE_CHECKING:
    from briefing_app.model.event import EventGroup

_FEWEST = 2


def trashed_members(database: Database) -> frozenset[int]:
    """What lies in the trash, or behind a newer version, and has not left its event yet: the follower that regroups comes later."""
    return frozenset(int(row[0]) for row in database.rows("SELECT id FROM article WHERE trashed <> 0 AND event IS NOT NULL"))


def emptied(database: Database) -> frozenset[int]:
    """The events that the trash has left less than two articles, and the follower not yet taken away."""
    rows = database.rows(
        "SELECT event FROM article WHERE event IN (SELECT event FROM article WHERE trashed <> 0) GROUP BY event HAVING sum(NOT trashed) < 2"
    )
    return frozenset(int(row[0]) for row in rows)


def left_of(group: EventGroup, trashed: Collection[int]) -> EventGroup | None:
    """The group without what lies in the trash; None when that leaves no two articles."""
    left = tuple(article for article in group.articles if article not in trashed)
    if left == group.articles:
        return group
    reasons = tuple(why for why in group.reasons if why.article in left)
    return replace(group, articles=left, reasons=reasons) if len(left) >= _FEWEST else None
