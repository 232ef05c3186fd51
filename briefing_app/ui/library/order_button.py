"""The button at the list's head that says in which order the list stands, and opens the menu of orders."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import begin, paint_words, ring
from briefing_app.ui.theme import Look, Type

_HEIGHT, _PAD, _CHEVRON, _GAP = 24, 4, 12, 6


class OrderButton(QAbstractButton):
    """Words and a chevron; where room is short the words are elided."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def say(self, words: str) -> None:
        """Show how the list stands."""
        self.setText(words)
        self.setAccessibleName(self.tr("Order of the list: %1").replace("%1", words))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The words and the chevron."""
        words = QFontMetricsF(self._look.plain.font(Type.SMALL)).horizontalAdvance(self.text())
        return QSize(self._look.px(words + 2 * _PAD + _GAP + _CHEVRON + 2), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The chevron is enough."""
        return QSize(self._look.px(2 * _PAD + _CHEVRON), self._look.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Muted words, darker under the pointer."""
        painter, area = begin(self, self._look)
        look = self._look.plain
        color = look.color("ink" if self.underMouse() else "muted")
        right = area.right() - _PAD
        paint_icon(painter, "chevron-down", QRectF(right - _CHEVRON, area.center().y() - _CHEVRON / 2, _CHEVRON, _CHEVRON), color)
        box = QRectF(area.left() + _PAD, area.top(), right - _CHEVRON - _GAP - area.left() - _PAD, area.height())
        if box.width() > 2 * _GAP:
            paint_words(painter, self.text(), box, look.font(Type.SMALL), color, right=True)
        if self.hasFocus():
            ring(painter, look, area, 4)
