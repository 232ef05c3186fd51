"""The sidebar's rows as an item model: heads fold what stands under them."""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.model.ids import SearchId
from briefing_app.model.shelf import Shelf
from briefing_app.ui.shelves.entries import BriefingEntry, Entry, Hint, SearchEntry, Section, SectionKind, ShelfEntry
from briefing_app.ui.words import digits

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """Where the model keeps its own things."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    FOLDED = Qt.ItemDataRole.UserRole + 2


class ShelfModel(QAbstractListModel):
    """Shelves, saved searches and heads. It knows all of them, and shows those that are not folded away."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._whole: tuple[Entry, ...] = ()
        self._entries: tuple[Entry, ...] = ()
        self.folded: frozenset[SectionKind] = frozenset()

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Take other shelves; when only counts differ, the rows stay."""
        if entries != self._whole:
            self._whole = entries
            self._arrange()

    def fold(self, kinds: Collection[SectionKind]) -> None:
        """Fold exactly these."""
        if frozenset(kinds) != self.folded:
            self.folded = frozenset(kinds)
            self._arrange()

    def _arrange(self) -> None:
        entries = tuple(self._unfolded())
        if [_key(entry) for entry in entries] == [_key(entry) for entry in self._entries]:
            self._entries = entries
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def _unfolded(self) -> list[Entry]:
        found: list[Entry] = []
        under: SectionKind | None = None
        for entry in self._whole:
            if isinstance(entry, Section):
                under = entry.kind
            elif under is not None and _section_of(entry) is not under:
                under = None
            if isinstance(entry, Section) or under not in self.folded:
                found.append(entry)
        return found

    # Where things stand

    def index_of(self, shelf: Shelf) -> QModelIndex:
        """Where a shelf stands; an invalid index when it is gone or folded away."""
        return self._find(lambda entry: isinstance(entry, ShelfEntry) and entry.shelf == shelf)

    def index_of_search(self, number: SearchId) -> QModelIndex:
        """Where a saved search stands; an invalid index when it is gone or folded away."""
        return self._find(lambda entry: isinstance(entry, SearchEntry) and entry.search.id == number)

    def head_of(self, row: int) -> QModelIndex:
        """The head above a row; an invalid index when it has none."""
        entry = self._entries[row] if 0 <= row < len(self._entries) else None
        return self.index_of_head(_section_of(entry) if entry is not None else None)

    def index_of_head(self, kind: SectionKind | None) -> QModelIndex:
        """Where a section's head stands."""
        return self._find(lambda entry: isinstance(entry, Section) and entry.kind is kind)

    def entry_of(self, shelf: Shelf) -> ShelfEntry | None:
        """What is shown of a shelf, also when it is folded away."""
        return next((entry for entry in self._whole if isinstance(entry, ShelfEntry) and entry.shelf == shelf), None)

    def _find(self, wanted: Any) -> QModelIndex:
        return next((self.index(at) for at, entry in enumerate(self._entries) if wanted(entry)), QModelIndex())

    # What views ask

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
        if role == Role.FOLDED:
            return isinstance(entry, Section) and entry.kind in self.folded
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _words(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entry)
        return None

    def _spoken(self, entry: Entry) -> str:
        if isinstance(entry, Section):
            return self.tr("%1, folded").replace("%1", entry.title) if entry.kind in self.folded else entry.title
        if isinstance(entry, BriefingEntry):
            return self.tr("briefing %1").replace("%1", entry.name)
        if isinstance(entry, Hint) or entry.count is None:
            return _words(entry)
        new = ", " + self.tr("%Ln new", "", entry.new) if isinstance(entry, SearchEntry) and entry.new else ""
        return f"{entry.name}, {digits(entry.count)}{new}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Hints cannot be chosen."""
        if index.isValid() and index.row() < len(self._entries) and isinstance(self._entries[index.row()], Hint):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def _section_of(entry: Entry) -> SectionKind | None:
    if isinstance(entry, SearchEntry):
        return SectionKind.SEARCHES
    if isinstance(entry, (Hint, BriefingEntry)):
        return SectionKind.CASES
    if isinstance(entry, Section):
        return entry.kind
    return next((kind for kind in SectionKind if kind.value == f"{entry.shelf.kind.value}s"), None)


def _key(entry: Entry) -> object:
    match entry:
        case Section(kind, title):
            return kind, title
        case ShelfEntry(shelf, name):
            return shelf, name
        case SearchEntry(search):
            return search
        case BriefingEntry(briefing):
            return briefing
        case Hint(words):
            return words


def _words(entry: Entry) -> str:
    match entry:
        case Section(_, title):
            return title
        case Hint(words):
            return words
        case _:
            return entry.name
