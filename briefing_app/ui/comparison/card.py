"""A quiet box over the levels for what is looked at in passing; the keys stay with what lies below it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from briefing_app.ui.accessible import announce
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import begin
from briefing_app.ui.theme import ICON, RADIUS, Look

_PAD, _MARGIN, _GAP = 14, 12, 6
_LINE, _WHEEL = 20.0, 120
"""What of a page is seen again on the next, and what Qt tells of one step of a wheel."""


class Content(Protocol):
    """What a card shows, in pixels of 100 %."""

    height: float

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Draw it with its top left corner ``at``."""


class Card(QWidget):
    """Stands below or above a place of its parent, over it where neither has the room; a press closes it, the wheel moves a long one."""

    accessible_role = QAccessible.Role.ToolTip

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._content: Content | None = None
        self._shift = 0.0
        """How much of the content lies above the upper edge, in pixels of 100 %."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def room(self, most: float) -> float:
        """How wide a content can be, at most ``most``, in pixels of 100 %."""
        parent = self.parentWidget()
        assert parent is not None
        return min(most, parent.width() / self._look.scale - 2 * (_MARGIN + _PAD))

    def open_at(self, place: QRect, content: Content, width: float, spoken: str) -> None:
        """Show a content of a width beside a place of the parent; ``spoken`` is it in words."""
        parent, px = self.parentWidget(), self._look.px
        assert parent is not None
        self._content, self._shift = content, 0.0
        self.setAccessibleDescription(spoken)
        announce(self, spoken)
        size_x, size_y = px(width + 2 * _PAD), px(content.height + 2 * _PAD)
        below, above = parent.height() - place.bottom() - px(_GAP + _MARGIN), place.top() - px(_GAP + _MARGIN)
        size_y = min(size_y, parent.height() - 2 * px(_MARGIN))
        under = below >= min(size_y, above)
        y = place.bottom() + px(_GAP) if under else place.top() - px(_GAP) - size_y
        y = max(px(_MARGIN), min(y, parent.height() - px(_MARGIN) - size_y))
        x = max(px(_MARGIN), min(place.left(), parent.width() - size_x - px(_MARGIN)))
        self.setGeometry(x, y, size_x, size_y)
        self.show()
        self.raise_()
        self.update()

    def turn(self) -> bool:
        """Go on to what lies further down; False when the end is shown."""
        return self._move_by(self._room() - _LINE)

    def _move_by(self, pixels: float) -> bool:
        longest = max(0.0, self._content.height - self._room()) if self._content else 0.0
        before, self._shift = self._shift, max(0.0, min(longest, self._shift + pixels))
        self.update()
        return abs(self._shift - before) > 1

    def _room(self) -> float:
        return self.height() / self._look.scale - 2 * _PAD

    def dismiss(self) -> bool:
        """Close it; False when it was not open."""
        was = self.isVisible()
        self.hide()
        return was

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Closes."""
        self.dismiss()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Moves what is longer than the card."""
        self._move_by(-event.angleDelta().y() / _WHEEL * 3 * _LINE)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface, border, content."""
        painter, area = begin(self, self._look)
        look = self._look.plain
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("popover_line"), 1))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self._content is None:
            return
        painter.setClipRect(area.adjusted(1, _PAD if self._shift else 1, -1, -_PAD))
        self._content.paint(painter, QPointF(_PAD, _PAD - self._shift))
        painter.setClipping(False)
        if self._content.height - self._shift > self._room() + 1:
            paint_icon(painter, "chevron-down", QRectF(area.center().x() - ICON / 2, area.bottom() - ICON, ICON, ICON), look.color("muted"))
