"""What stands in the sidebar and in the list: shelves with their counts, articles grouped by event; worked out off the window's thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from heapq import nlargest

from PySide6.QtCore import QCoreApplication

from briefing_app.library import ArticleRow
from briefing_app.model.event import Event
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.ui.certainty import interval_text

MOST_EVENTS = 60
"""How many events the sidebar names; the list shows all."""


class ShelfKind(Enum):
    """By what the sidebar narrows the library."""

    ALL = "all"
    UNREAD = "unread"
    STARRED = "starred"
    NOTED = "noted"
    EVENT = "event"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Shelf:
    """One row of the sidebar. ``source`` None with kind SOURCE stands for the articles whose source is unknown."""

    kind: ShelfKind = ShelfKind.ALL
    event: EventId | None = None
    source: str | None = None

    def holds(self, row: ArticleRow) -> bool:
        """Whether an article stands on this shelf."""
        match self.kind:
            case ShelfKind.UNREAD:
                return not row.read
            case ShelfKind.STARRED:
                return row.starred
            case ShelfKind.NOTED:
                return row.notes > 0
            case ShelfKind.EVENT:
                return row.event == self.event
            case ShelfKind.SOURCE:
                return row.source.value == self.source
            case _:
                return True


@dataclass(frozen=True, slots=True)
class Section:
    """A head between shelves."""

    title: str


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """A shelf with its name, icon (empty: none) and count."""

    shelf: Shelf
    name: str
    count: int
    icon: str = ""
    unknown: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class EventHead:
    """The line of an event: its sources' letters, whether it is unfolded."""

    event: EventId
    title: str
    date: str
    places: tuple[int, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article in the list. ``place`` is its letter in its event; ``copy_of`` the letter and share of what it repeats."""

    row: ArticleRow
    place: int | None = None
    conflicts: int = 0
    copy_of: tuple[int, float] | None = None


Entry = EventHead | ArticleEntry


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the library pane shows: all rows (newest first), the events, and what comparisons say of the articles."""

    rows: tuple[ArticleRow, ...] = ()
    events: tuple[Event, ...] = ()
    conflicts: Mapping[ArticleId, int] = field(default_factory=dict)
    copies: Mapping[ArticleId, tuple[ArticleId, float]] = field(default_factory=dict)

    def event(self, number: EventId | None) -> Event | None:
        """The event of that number, None when there is none."""
        return next((event for event in self.events if event.id == number), None)

    def event_of(self, article: ArticleId | None) -> Event | None:
        """The event that an article belongs to, None when it stands alone."""
        return next((event for event in self.events if article in event.group.articles), None)

    def place(self, article: ArticleId, event: EventId | None) -> int | None:
        """The place of the article's letter in its event."""
        found = self.event(event)
        return found.group.articles.index(article) if found and article in found.group.articles else None


@dataclass(frozen=True, slots=True)
class Listing:
    """A shelf's articles in the order of the list, each event's under its line (None: an article of no event); and the sidebar's rows."""

    shelf: Shelf = field(default_factory=Shelf)
    groups: tuple[tuple[EventHead | None, tuple[ArticleEntry, ...]], ...] = ()
    total: int = 0
    shelves: tuple[Section | ShelfEntry, ...] = ()

    def entries(self, folded: Collection[EventId]) -> tuple[Entry, ...]:
        """The rows of the list; a folded event shows its line alone."""
        found: list[Entry] = []
        for head, members in self.groups:
            if head is None:
                found += members
            elif head.event in folded:
                found.append(replace(head, open=False))
            else:
                found.append(head)
                found += members
        return tuple(found)


def listing_of(holdings: Holdings, shelf: Shelf) -> Listing:
    """An event stands where its newest article stands, its articles follow in its own order."""
    rows = {row.id: row for row in holdings.rows if shelf.kind is ShelfKind.ALL or shelf.holds(row)}
    events = {event.id: event for event in holdings.events}
    groups: list[tuple[EventHead | None, tuple[ArticleEntry, ...]]] = []
    seen: set[EventId] = set()
    for row in rows.values():
        event = events.get(row.event) if row.event is not None else None
        if event is None:
            groups.append((None, (ArticleEntry(row),)))
        elif event.id not in seen:
            seen.add(event.id)
            groups.append(_group(event, rows, holdings))
    return Listing(shelf, tuple(groups), len(rows), _shelves(holdings))


def _group(event: Event, rows: Mapping[ArticleId, ArticleRow], holdings: Holdings) -> tuple[EventHead, tuple[ArticleEntry, ...]]:
    places = {article: place for place, article in enumerate(event.group.articles) if article in rows}
    copied: dict[ArticleId, list[ArticleEntry]] = {}
    first: list[ArticleEntry] = []
    for member, place in places.items():
        original = holdings.copies.get(member)
        if original and original[0] in places:
            copied.setdefault(original[0], []).append(ArticleEntry(rows[member], place, 0, (places[original[0]], original[1])))
        else:
            first.append(ArticleEntry(rows[member], place, holdings.conflicts.get(member, 0)))
    date = interval_text(event.group.date) if event.group.date else ""
    head = EventHead(event.id, event.group.title, date, tuple(places.values()), True)
    return head, tuple(entry for one in first for entry in (one, *copied.get(one.row.id, ())))


def _shelves(holdings: Holdings) -> tuple[Section | ShelfEntry, ...]:
    """The sidebar's rows: the fixed shelves, then events by date and sources by name with their counts."""
    rows = holdings.rows
    fixed = (
        (ShelfKind.ALL, _tr("All"), len(rows), "inbox"),
        (ShelfKind.UNREAD, _tr("Unread"), sum(not row.read for row in rows), "unread"),
        (ShelfKind.STARRED, _tr("Starred"), sum(row.starred for row in rows), "star"),
        (ShelfKind.NOTED, _tr("With notes"), sum(row.notes > 0 for row in rows), "note"),
    )
    found: list[Section | ShelfEntry] = [ShelfEntry(Shelf(kind), name, count, icon) for kind, name, count, icon in fixed]
    if holdings.events:
        few = len(holdings.events) <= MOST_EVENTS
        found.append(Section(_tr("Events") if few else _tr("Events, the newest %1").replace("%1", str(MOST_EVENTS))))
        newest = nlargest(MOST_EVENTS, holdings.events, key=_newest)
        found += [ShelfEntry(Shelf(ShelfKind.EVENT, event.id), event.group.title, len(event.group.articles)) for event in newest]
    if rows:
        found.append(Section(_tr("Sources")))
        counts = Counter(row.source.value for row in rows)
        inferred = {row.source.value: row.source.inferred for row in rows}
        for source in sorted((name for name in counts if name is not None), key=str.casefold):
            found.append(ShelfEntry(Shelf(ShelfKind.SOURCE, source=source), source, counts[source], inferred=inferred[source]))
        if None in counts:
            found.append(ShelfEntry(Shelf(ShelfKind.SOURCE), _tr("unknown"), counts[None], unknown=True))
    return tuple(found)


def _newest(event: Event) -> tuple[str, int]:
    date = event.group.date
    day = (date.last or date.first) if date else None
    return (day.isoformat() if day else "", event.id)


def _tr(words: str) -> str:
    return QCoreApplication.translate("library", words)
