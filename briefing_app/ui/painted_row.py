"""Rows of one height that are painted from one object each; hides the scale of the screen and what Qt asks of a delegate."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.ui.painting import at_plain
from briefing_app.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
_WIDTH = 100  # of a list that is as wide as its window allows


class PaintedRow(QStyledItemDelegate):
    """A delegate for rows of ``height`` (pixels of 100 %) whose objects, of ``kind``, stand in the model under ``role``."""

    def __init__(self, look: Look, height: int, role: int, kind: type, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._height, self._role, self._kind = look, height, role, kind

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are alike."""
        return QSize(self._look.px(_WIDTH), self._look.px(self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row; nothing for what is of another kind."""
        item = index.data(self._role)
        if isinstance(item, self._kind):
            with at_plain(painter, self._look, option.rect) as rect:
                self.paint_row(painter, item, index, rect, option.state)

    def paint_row(self, painter: QPainter, item: Any, index: Index, rect: QRectF, state: QStyle.StateFlag) -> None:
        """Paint the object into ``rect``, in pixels of 100 %."""
        raise NotImplementedError
