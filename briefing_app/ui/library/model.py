"""The lists of the library pane as item models over tuples: shelves at the left, articles grouped by event beside them."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.model.ids import ArticleId, EventId
from briefing_app.ui.certainty import shown_date, shown_source
from briefing_app.ui.library.listing import ArticleEntry, Entry, EventHead, Listing, Section, Shelf, ShelfEntry

Index = QModelIndex | QPersistentModelIndex
CHUNK = 400
"""How many entries a list takes in at once."""


class Role(IntEnum):
    """Where the models keep their own things."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


class ShelfModel(QAbstractListModel):
    """The sidebar's rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Section | ShelfEntry, ...] = ()

    def show(self, entries: tuple[Section | ShelfEntry, ...]) -> None:
        """Take other shelves."""
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
        self._listing = Listing()
        self._folded: frozenset[EventId] = frozenset()
        self._entries: tuple[Entry, ...] = ()
        self._keys: list[int] = []
        self._at: dict[ArticleId, int] = {}
        self._shown = 0

    def show(self, listing: Listing) -> None:
        """Take other articles or another shelf."""
        self._listing = listing
        self._refresh()

    def fold(self, event: EventId, folded: bool) -> None:
        """Fold an event to its line, or unfold it."""
        self._folded = self._folded | {event} if folded else self._folded - {event}
        self._refresh()

    def _refresh(self) -> None:
        entries = self._listing.entries(self._folded)
        keys = [entry.row.id if isinstance(entry, ArticleEntry) else -entry.event for entry in entries]
        if self._shown and keys == self._keys and self._same_heights(entries):
            self._entries = entries  # only what stands in the rows may differ, so that the selection can stay
            self.dataChanged.emit(self.index(0), self.index(self._shown - 1))
            return
        self.beginResetModel()
        self._entries, self._keys = entries, keys
        self._at = {ArticleId(key): at for at, key in enumerate(keys) if key > 0}
        self._shown = min(max(self._shown, CHUNK), len(entries))
        self.endResetModel()

    def _same_heights(self, entries: tuple[Entry, ...]) -> bool:
        """Whether no article has become a copy or ceased to be one; a folded event's articles already differ in the keys."""
        pairs = zip(entries, self._entries, strict=True)
        return all((getattr(new, "copy_of", None) is None) == (getattr(old, "copy_of", None) is None) for new, old in pairs)

    @property
    def total(self) -> int:
        """How many articles stand on the shelf, folded ones too."""
        return self._listing.total

    def index_of(self, article: ArticleId) -> QModelIndex:
        """Where an article stands, taking in more entries when needed; an invalid index when it is not on the shelf or folded."""
        at = self._at.get(article)
        if at is None:
            return QModelIndex()
        while at >= self._shown:
            self.fetchMore(QModelIndex())
        return self.index(at)

    def members(self, event: EventId) -> tuple[ArticleId, ...]:
        """The event's articles that stand on the shelf."""
        members = next((members for head, members in self._listing.groups if head is not None and head.event == event), ())
        return tuple(entry.row.id for entry in members)

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
