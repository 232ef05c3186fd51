"""An icon that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import begin, ring
from briefing_app.ui.theme import ICON, RADIUS, Look

LARGE_BUTTON = 32
_LARGE_ICON, _SMALL_BUTTON = 20, 24


class IconButton(QAbstractButton):
    """The icon ``name``, 16 px on 24 by 24 or ``large`` 20 px on 32 by 32; ``words`` are its tool tip and its name."""

    def __init__(self, look: Look, name: str, words: str, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._side, self._icon = (LARGE_BUTTON, _LARGE_ICON) if large else (_SMALL_BUTTON, ICON)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon; a ground under the pointer."""
        painter, area = begin(self, self._look)
        with painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() and self.isEnabled():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._look.color("chip"))
                painter.drawRoundedRect(area, RADIUS, RADIUS)
            inset = (self._side - self._icon) / 2
            box = QRectF(inset, inset, self._icon, self._icon)
            paint_icon(painter, self._name, box, self._look.color("ink" if self.isEnabled() else "muted"))
            if self.hasFocus():
                ring(painter, self._look.plain, area, RADIUS)

    def _dress(self) -> None:
        self.setFixedSize(self._look.px(self._side), self._look.px(self._side))
        self.update()
