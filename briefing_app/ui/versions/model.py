"""The item model of an article's versions: each with when it was made, saved or brought in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QDateTime, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.model.article import Article
from briefing_app.ui.certainty import day_text

Index = QModelIndex | QPersistentModelIndex


class VersionModel(QAbstractListModel):
    """The versions, the one that stands in lists first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._versions: tuple[Article, ...] = ()

    def show(self, versions: Sequence[Article]) -> None:
        """Take the versions of another article."""
        self.beginResetModel()
        self._versions = tuple(versions)
        self.endResetModel()

    def version(self, row: int) -> Article | None:
        """The version in a row, None beyond the last."""
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many versions stand under ``parent``."""
        return 0 if parent.isValid() else len(self._versions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row: which version, and its moment."""
        version = self.version(index.row())
        if version is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        number = self.tr("Version %1").replace("%1", str(len(self._versions) - index.row()))
        newest = self.tr(" (newest)") if index.row() == 0 and len(self._versions) > 1 else ""
        return f"{number}{newest}\n{self._moment(version)}"

    def _moment(self, version: Article) -> str:
        document = version.document
        locale = QLocale()
        for words, moment in (
            (self.tr("updated %1"), document.updated),
            (self.tr("saved %1"), document.captured_at),
            (self.tr("brought in %1"), version.custody.imported_at),
        ):
            if moment is not None:
                local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
                time = locale.toString(local.time(), QLocale.FormatType.ShortFormat)
                return words.replace("%1", f"{day_text(moment.astimezone().date())}, {time}")
        return ""
