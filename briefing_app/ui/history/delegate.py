"""How an edit in the history is painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from briefing_app.ui.history.model import Line, Role
from briefing_app.ui.painted_row import PaintedRow
from briefing_app.ui.painting import paint_chosen, paint_words, ring
from briefing_app.ui.theme import PALETTE_ROW, RADIUS, Look, Type

Index = QModelIndex | QPersistentModelIndex
_LEFT = 28


class HistoryDelegate(PaintedRow):
    """A thread of dots: filled where things stand now, hollow and muted words for what is taken back."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, PALETTE_ROW, Role.LINE, Line, parent)

    def paint_row(self, painter: QPainter, line: Line, _index: Index, rect: QRectF, state: QStyle.StateFlag) -> None:
        """One edit."""
        look = self._look.plain
        paint_chosen(painter, look, rect, state)
        if state & QStyle.StateFlag.State_HasFocus:
            ring(painter, look, rect, RADIUS)
        now, undone = line.steps == 0, line.steps > 0
        painter.setPen(look.color("accent" if now else "muted"))
        painter.setBrush(look.color("accent") if now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(rect.left() + 14, rect.center().y()), 4, 4)
        small, muted = look.font(Type.SMALL), look.color("muted")
        words = f"{line.when} · {self.tr('now')}" if now and line.when else self.tr("now") if now else line.when
        right = QRectF(rect.left(), rect.top(), rect.width() - 12, rect.height())
        taken = paint_words(painter, words, right, small, look.color("accent") if now else muted, right=True)
        box = QRectF(rect.left() + _LEFT, rect.top(), rect.width() - _LEFT - taken - 28, rect.height())
        font = look.font(Type.UI_STRONG if now else Type.UI, italic=undone)
        left = paint_words(painter, line.words, box, font, muted if undone else look.color("ink")) + 12
        if line.about and box.width() - left > 60:
            paint_words(painter, line.about, box.adjusted(left, 0, 0, 0), small, muted)
