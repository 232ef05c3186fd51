"""The lists of the library pane as item models over tuples: shelves at the left, articles grouped by event beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.library import ArticleRow
from briefing_app.model.event import Event
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.ui.certainty import interval_text, shown_date, shown_source

Index = QModelIndex | QPersistentModelIndex
MOST_EVENTS = 60
"""How many events the sidebar names; the list shows all."""
CHUNK = 400
"""How many entries a list takes in at once."""


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


class Role(IntEnum):
    """Where the models keep their own things."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


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

    def place(self, article: ArticleId, event: EventId | None) -> int | None:
        """The place of the article's letter in its event."""
        found = self.event(event)
        return found.group.articles.index(article) if found and article in found.group.articles else None


def shelf_entries(holdings: Holdings) -> tuple[Section | ShelfEntry, ...]:
    """The sidebar's rows: the fixed shelves, then events by date and sources by name with their counts."""
    rows = holdings.rows
    fixed = (
        (ShelfKind.ALL, _tr("All"), "inbox"),
        (ShelfKind.UNREAD, _tr("Unread"), "unread"),
        (ShelfKind.STARRED, _tr("Starred"), "star"),
        (ShelfKind.NOTED, _tr("With notes"), "note"),
    )
    found: list[Section | ShelfEntry] = [
        ShelfEntry(Shelf(kind), name, sum(Shelf(kind).holds(row) for row in rows), icon) for kind, name, icon in fixed
    ]
    if holdings.events:
        few = len(holdings.events) <= MOST_EVENTS
        found.append(Section(_tr("Events") if few else _tr("Events, the newest %1").replace("%1", str(MOST_EVENTS))))
        newest = sorted(holdings.events, key=_newest, reverse=True)[:MOST_EVENTS]
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


def article_entries(holdings: Holdings, shelf: Shelf, folded: Collection[EventId]) -> tuple[Entry, ...]:
    """The list's entries on a shelf: an event stands where its newest article stands, its articles follow in its own order."""
    rows = {row.id: row for row in holdings.rows if shelf.holds(row)}
    events = {event.id: event for event in holdings.events}
    places = {article: place for event in holdings.events for place, article in enumerate(event.group.articles)}
    found: list[Entry] = []
    seen: set[EventId] = set()
    for row in rows.values():
        event = events.get(row.event) if row.event is not None else None
        if event is None:
            found.append(ArticleEntry(row))
        elif event.id not in seen:
            seen.add(event.id)
            members = tuple(article for article in event.group.articles if article in rows)
            is_open = event.id not in folded
            date = interval_text(event.group.date) if event.group.date else ""
            found.append(EventHead(event.id, event.group.title, date, tuple(places[member] for member in members), is_open))
            if is_open:
                found += _members(members, rows, places, holdings)
    return tuple(found)


def _members(
    members: Sequence[ArticleId], rows: Mapping[ArticleId, ArticleRow], places: Mapping[ArticleId, int], holdings: Holdings
) -> list[Entry]:
    copied: dict[ArticleId, list[Entry]] = {}
    first: list[ArticleEntry] = []
    for member in members:
        original = holdings.copies.get(member)
        if original and original[0] in members:
            copied.setdefault(original[0], []).append(ArticleEntry(rows[member], places[member], 0, (places[original[0]], original[1])))
        else:
            first.append(ArticleEntry(rows[member], places[member], holdings.conflicts.get(member, 0)))
    return [entry for head in first for entry in (head, *copied.get(head.row.id, ()))]


def _newest(event: Event) -> tuple[str, int]:
    date = event.group.date
    day = (date.last or date.first) if date else None
    return (day.isoformat() if day else "", event.id)


class ShelfModel(QAbstractListModel):
    """The sidebar's rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Section | ShelfEntry, ...] = ()

    def show(self, holdings: Holdings) -> None:
        """Take other holdings."""
        entries = shelf_entries(holdings)
        if entries == self._entries:
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def index_of(self, shelf: Shelf) -> QModelIndex:
        """Where a shelf stands; an invalid index when it is gone."""
        for at, entry in enumerate(self._entries):
            if isinstance(entry, ShelfEntry) and entry.shelf == shelf:
                return self.index(at)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many rows stand under ``parent``."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, its words, or its accessible words."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == Role.ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.title if isinstance(entry, Section) else entry.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.title if isinstance(entry, Section) else f"{entry.name}, {entry.count}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads cannot be chosen."""
        if index.isValid() and index.row() < len(self._entries) and isinstance(self._entries[index.row()], Section):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class ArticleListModel(QAbstractListModel):
    """The articles of a shelf, grouped by event; takes in ``CHUNK`` entries at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holdings = Holdings()
        self._shelf = Shelf()
        self._folded: frozenset[EventId] = frozenset()
        self._entries: tuple[Entry, ...] = ()
        self._shown = 0
        self._total = 0

    def show(self, holdings: Holdings, shelf: Shelf) -> None:
        """Take other holdings or another shelf."""
        self._holdings, self._shelf = holdings, shelf
        self._refresh()

    def fold(self, event: EventId, folded: bool) -> None:
        """Fold an event to its line, or unfold it."""
        self._folded = self._folded | {event} if folded else self._folded - {event}
        self._refresh()

    def _refresh(self) -> None:
        entries = article_entries(self._holdings, self._shelf, self._folded)
        self._total = sum(self._shelf.holds(row) for row in self._holdings.rows)
        if entries == self._entries:
            return
        if self._same_places(entries):
            self._entries = entries
            self.dataChanged.emit(self.index(0), self.index(self._shown - 1))
            return
        self.beginResetModel()
        self._entries = entries
        self._shown = min(max(self._shown, CHUNK), len(entries))
        self.endResetModel()

    def _same_places(self, entries: tuple[Entry, ...]) -> bool:
        """Whether only what stands in the rows differs, so that the selection can stay."""
        return bool(self._shown) and [_identity(e) for e in entries] == [_identity(e) for e in self._entries]

    @property
    def total(self) -> int:
        """How many articles stand on the shelf, folded ones too."""
        return self._total

    def index_of(self, article: ArticleId) -> QModelIndex:
        """Where an article stands, taking in more entries when needed; an invalid index when it is not on the shelf or folded."""
        at = next((i for i, e in enumerate(self._entries) if isinstance(e, ArticleEntry) and e.row.id == article), None)
        if at is None:
            return QModelIndex()
        while at >= self._shown:
            self.fetchMore(QModelIndex())
        return self.index(at)

    def members(self, event: EventId) -> tuple[ArticleId, ...]:
        """The event's articles that stand on the shelf."""
        found = self._holdings.event(event)
        here = {row.id for row in self._holdings.rows if self._shelf.holds(row)}
        return tuple(article for article in found.group.articles if article in here) if found else ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many rows stand under ``parent``."""
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are entries beyond those taken in."""
        return not parent.isValid() and self._shown < len(self._entries)

    def fetchMore(self, parent: Index) -> None:
        """Take in the next ``CHUNK`` entries."""
        if parent.isValid():
            return
        more = min(CHUNK, len(self._entries) - self._shown)
        if more > 0:
            self.beginInsertRows(QModelIndex(), self._shown, self._shown + more - 1)
            self._shown += more
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, its headline, or its accessible words."""
        if not index.isValid() or index.row() >= self._shown:
            return None
        entry = self._entries[index.row()]
        if role == Role.ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.title if isinstance(entry, EventHead) else entry.row.headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(entry)
        return None


def _identity(entry: Entry) -> tuple[str, int, bool]:
    if isinstance(entry, EventHead):
        return ("event", entry.event, entry.open)
    return ("article", entry.row.id, entry.copy_of is None)


def _spoken(entry: Entry) -> str:
    if isinstance(entry, EventHead):
        return _tr("Event %1, %2").replace("%1", entry.title).replace("%2", entry.date)
    row = entry.row
    words = [row.headline, shown_source(row.source).text, shown_date(row.date).text]
    if not row.read:
        words.append(_tr("unread"))
    return ", ".join(words)


def _tr(words: str) -> str:
    return QCoreApplication.translate("library", words)
