"""The item model of all actions with their keys, narrowed by what is typed."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.ui.actions import ACTIONS, ActionRow, shown_key
from briefing_app.ui.keys.keymap import Keymap
from briefing_app.ui.palette.matching import fold, match, words_of

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What only the list of keys asks for."""

    ROW = Qt.ItemDataRole.UserRole + 1


class KeyModel(QAbstractListModel):
    """The actions in the order of the table."""

    def __init__(self, keymap: Keymap, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._rows: tuple[ActionRow, ...] = ACTIONS
        keymap.changed.connect(self._tell)

    def narrow(self, query: str) -> None:
        """Only the actions whose words or keys answer what is typed."""
        words = words_of(query)
        self.beginResetModel()
        self._rows = tuple(row for row in ACTIONS if self._answers(row, query.strip(), words))
        self.endResetModel()

    def index_of(self, row: ActionRow) -> QModelIndex:
        """Where an action stands; an invalid index when it is not there."""
        return self.index(self._rows.index(row)) if row in self._rows else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many actions stand under ``parent``."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The action, its words, or its accessible words."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _spoken(self, row: ActionRow) -> str:
        keys = " / ".join(shown_key(key) for key in self._keymap.keys(row)) or _tr("no key")
        return ", ".join([row.words, row.menu.words, keys, *([_tr("changed")] if self._keymap.is_changed(row) else [])])

    def _answers(self, row: ActionRow, query: str, words: tuple[str, ...]) -> bool:
        keys = self._keymap.keys(row)
        named = any(query.casefold() in (key.casefold(), shown_key(key).casefold()) for key in keys)
        return not query or named or (bool(words) and match(words, fold(f"{row.words} {row.menu.words}"), scattered=False) is not None)

    def _tell(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


def _tr(words: str) -> str:
    return QCoreApplication.translate("keys", words)
