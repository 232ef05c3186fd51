"""How an action with its keys is painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from briefing_app.ui.actions import ActionRow, shown_key
from briefing_app.ui.keys.keymap import Keymap
from briefing_app.ui.keys.model import Role
from briefing_app.ui.painted_row import PaintedRow
from briefing_app.ui.painting import paint_chosen, paint_key, paint_words, ring
from briefing_app.ui.theme import RADIUS, SIDE_ROW, Look, Type

Index = QModelIndex | QPersistentModelIndex
_LEFT, _MENU = 20, 64


class KeyDelegate(PaintedRow):
    """Words at the left, keys at the right; a dot stands before what the analyst has changed."""

    def __init__(self, look: Look, keymap: Keymap, parent: QObject | None = None) -> None:
        super().__init__(look, SIDE_ROW, Role.ROW, ActionRow, parent)
        self._keymap = keymap

    def paint_row(self, painter: QPainter, row: ActionRow, _index: Index, rect: QRectF, state: QStyle.StateFlag) -> None:
        """One action."""
        look = self._look.plain
        paint_chosen(painter, look, rect, state)
        if state & QStyle.StateFlag.State_HasFocus:
            ring(painter, look, rect, RADIUS)
        if self._keymap.is_changed(row):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent"))
            painter.drawEllipse(QPointF(rect.left() + 10, rect.center().y()), 3, 3)
        right = rect.right() - 10
        for key in reversed(self._keymap.keys(row)):
            right -= paint_key(painter, look, shown_key(key), right, rect.center().y()) + 4
        small, muted = look.font(Type.SMALL), look.color("muted")
        menu = QRectF(rect.left() + _LEFT, rect.top(), _MENU, rect.height())
        paint_words(painter, row.menu.words, menu, small, muted)
        words = QRectF(menu.right(), rect.top(), max(0.0, right - menu.right() - 8), rect.height())
        paint_words(painter, row.words, words, look.font(Type.UI), look.color("ink"))
