"""The item model of all notes: heads of groups and entries, filtered as it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.model.ids import AnnotationId
from briefing_app.ui.annotations.entries import Entry, Grouping, Heading, Line, Notes, Which, groups_of, lines_of

Index = QModelIndex | QPersistentModelIndex
_MOST_COMPARED = 1_000
"""Lines that are compared with those shown before."""


class Role(IntEnum):
    """What only the list of notes asks for."""

    LINE = Qt.ItemDataRole.UserRole + 1


class NoteModel(QAbstractListModel):
    """Every annotation of the library, as grouped and narrowed now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notes = Notes()
        self.grouping, self.which, self.typed = Grouping.ARTICLE, Which.ALL, ""
        self._entries: tuple[Entry, ...] = ()
        self._groups: tuple[tuple[str, Sequence[Entry]], ...] = ()
        self._lines: tuple[Line, ...] = ()

    def show(self, notes: Notes) -> None:
        """Take what was read of the library."""
        self.notes = notes
        self._entries = notes.entries
        self._group()

    def group(self, grouping: Grouping) -> None:
        """Put the notes together otherwise."""
        self.grouping = grouping
        self._group()

    def narrow(self, typed: str, which: Which) -> None:
        """Show what holds the words typed and is of that kind."""
        self.typed, self.which = typed, which
        self._settle()

    @property
    def total(self) -> int:
        """How many annotations there are, those that are still being read too."""
        return len(self._entries) + self.notes.behind

    @property
    def shown(self) -> int:
        """How many lines of annotations are shown."""
        return sum(isinstance(line, Entry) for line in self._lines)

    @property
    def lost(self) -> int:
        """How many annotations have lost their words."""
        return sum(entry.lost for entry in self._entries)

    def entry_of(self, number: AnnotationId) -> QModelIndex:
        """The first line of an annotation, invalid when it is not shown."""
        at = next((at for at, line in enumerate(self._lines) if isinstance(line, Entry) and line.annotation.id == number), -1)
        return self.index(at) if at >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many lines stand under ``parent``."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, its words, or its accessible words."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Role.LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.words}, {line.count}" if isinstance(line, Heading) else f"{line.words}, {line.about}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads cannot be chosen."""
        if index.isValid() and isinstance(self._lines[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def _group(self) -> None:
        self._groups = groups_of(self._entries, self.notes, self.grouping)
        self._settle()

    def _settle(self) -> None:
        lines = lines_of(self._groups, self.typed, self.which)
        held = len(self._lines)
        if 0 < held < min(len(lines), _MOST_COMPARED) and lines[:held] == self._lines:  # the rest has been read
            self.beginInsertRows(QModelIndex(), held, len(lines) - 1)
            self._lines = lines
            self.endInsertRows()
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
