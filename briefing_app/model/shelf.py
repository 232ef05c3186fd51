"""A shelf: by what the analyst narrows the library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from briefing_app.model.ids import CaseId, EventId


class ShelfKind(Enum):
    """What the articles of a shelf have in common. Its condition in SQL is a row of ``library/shelves.py``."""

    ALL = "all"
    UNREAD = "unread"
    STARRED = "starred"
    NOTED = "noted"
    EVENT = "event"
    CASE = "case"
    SOURCE = "source"
    TAG = "tag"
    TRASH = "trash"


class ListOrder(Enum):
    """By what the articles of a list stand one after the other. ADDED: the last one that came in first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    ADDED = "added"
    SOURCE = "source"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a shelf is laid out; ``grouped`` keeps the articles of an event together, where the first of them stands."""

    order: ListOrder = ListOrder.NEWEST
    grouped: bool = True


@dataclass(frozen=True, slots=True)
class Shelf:
    """One shelf. ``source`` None with kind SOURCE stands for the articles whose source is unknown.

    On a case's shelf stand the articles filed in it, those of the events filed in it, and those of the notes filed in it.
    """

    kind: ShelfKind = ShelfKind.ALL
    event: EventId | None = None
    source: str | None = None
    case: CaseId | None = None
    tag: str = ""
