"""The item model of what the palette found."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from briefing_app.ui.palette.finder import Found

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What only the palette's delegate asks for."""

    FOUND = Qt.ItemDataRole.UserRole + 1


class PaletteModel(QAbstractListModel):
    """The entries that answer, the best first."""

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Found, ...] = ()

    def show(self, found: tuple[Found, ...]) -> None:
        """Take other entries."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many entries stand under ``parent``."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, its title, or its accessible words."""
        if not index.isValid() or index.row() >= len(self._found):
            return None
        found = self._found[index.row()]
        if role == Role.FOUND:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return found.entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(found)
        return None


def spoken(found: Found) -> str:
    """An entry as a screen reader says it: title, kind, detail, key."""
    entry = found.entry
    words = [entry.title, entry.kind, entry.detail, entry.key]
    if not entry.possible:
        words.append(QCoreApplication.translate("palette", "not possible here"))
    return ", ".join(word for word in words if word)
