"""The item model of the backups, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QDateTime, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.library.backup import BackupFacts, KeptBackup

Index = QModelIndex | QPersistentModelIndex
_NUMBERS = (1, 2, 3)
_COLUMNS = ("Made", "Articles", "Notes", "Size")


class BackupModel(QAbstractTableModel):
    """When each was made, what it holds, how large it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backups: tuple[KeptBackup, ...] = ()

    def show(self, backups: Sequence[KeptBackup]) -> None:
        """Take the backups, newest first."""
        self.beginResetModel()
        self._backups = tuple(backups)
        self.endResetModel()

    def backup(self, row: int) -> KeptBackup | None:
        """The backup of a row, None when there is none."""
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many backups there are."""
        return 0 if parent.isValid() else len(self._backups)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Made, articles, notes, size."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _tr(_COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; of its whole row for who listens."""
        backup = self.backup(index.row())
        if backup is None:
            return None
        facts = backup.facts
        if role == Qt.ItemDataRole.DisplayRole:
            return (made_words(facts), _digits(facts.articles), _digits(facts.annotations), size_words(facts.size))[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{made_words(facts)}, {held_words(facts)}, {size_words(facts.size)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(backup.path)
        return None


def made_words(facts: BackupFacts) -> str:
    """When it was made, in the machine's time zone."""
    moment = QDateTime.fromSecsSinceEpoch(int(facts.made_at.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def held_words(facts: BackupFacts) -> str:
    """What is in it."""
    return f"{_tr('%Ln article(s)', facts.articles)}, {_tr('%Ln note(s)', facts.annotations)}"


def size_words(size: int) -> str:
    """Bytes as people read them."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _digits(number: int) -> str:
    return QLocale().toString(number)


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("backups", words, "", count)
