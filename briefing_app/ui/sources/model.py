"""The item model of the sources: those of the register first, then those that articles name and nobody has entered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.model.ids import SourceId
from briefing_app.model.source import Source, SourceKind

Index = QModelIndex | QPersistentModelIndex
_COLUMNS = ("Source", "Kind", "Country", "Owner", "Grade", "Articles")
_ARTICLES = 5
_KINDS = {SourceKind.AGENCY: "agency", SourceKind.STATE: "state", SourceKind.OUTLET: "outlet", SourceKind.BLOG: "blog"}


class SourceModel(QAbstractTableModel):
    """A row a source; one with the number 0 is not in the register yet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources: tuple[Source, ...] = ()
        self._counts: Mapping[str, int] = {}

    def show(self, register: Sequence[Source], counts: Mapping[str, int]) -> None:
        """Take the register and how many articles each name has."""
        self.beginResetModel()
        listed = {source.name for source in register}
        others = sorted((name for name in counts if name not in listed), key=lambda name: (-counts[name], name.casefold()))
        self._sources = (*register, *(Source(SourceId(0), name) for name in others))
        self._counts = counts
        self.endResetModel()

    def source(self, row: int) -> Source | None:
        """The source of a row, None beyond the last."""
        return self._sources[row] if 0 <= row < len(self._sources) else None

    def row_of(self, name: str) -> int:
        """The row of a name, -1 when no source goes by it."""
        return next((row for row, source in enumerate(self._sources) if name in source.names), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many sources there are."""
        return 0 if parent.isValid() else len(self._sources)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Name, kind, country, owner, grade, articles."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _tr(_COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == _ARTICLES else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; of its whole row for who listens."""
        source = self.source(index.row())
        if source is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(source)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, self._cells(source)))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0 and source.aliases:
            return _tr("also %1").replace("%1", ", ".join(source.aliases))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _ARTICLES:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _cells(self, source: Source) -> tuple[str, ...]:
        kind = kind_words(source.kind) if source.id else _tr("not in the register")
        number = QLocale().toString(self._counts.get(source.name, 0))
        return source.name, kind, source.country, source.owner, source.grade or "", number


def kind_words(kind: SourceKind | None) -> str:
    """A kind in the language of the screen; a dash when it is not known."""
    return _tr(_KINDS[kind]) if kind is not None else "–"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Sources", words)
