"""A quiet box above the page, for what is looked at or chosen in passing."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from briefing_app.ui.inside_keys import holds_key, next_inside, press_focused
from briefing_app.ui.theme import POPOVER, RADIUS, Look

_MARGIN = 8


class Popover(QFrame):
    """A quiet box above the page: 1 px border, no shadow; Escape closes it.

    With ``holds_focus`` Tab goes round inside, and single keys are none of the page's while it has the focus.
    """

    accessible_role = QAccessible.Role.Dialog

    closed = Signal()
    holds_focus = True

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._room = parent
        self._before: QWidget | None = None
        self.setFixedWidth(look.px(POPOVER))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface and border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("popover_line"), 1))
        painter.setBrush(self._look.color("surface"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), self._look.px(RADIUS), self._look.px(RADIUS))

    def event(self, event: QEvent) -> bool:
        """Single keys mean nothing to the page below while the focus is inside."""
        return (self.holds_focus and holds_key(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Enter presses the button that has the focus; what means nothing here means nothing below either."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif not press_focused(self, event) and not self.holds_focus:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside; what is being hidden lets the focus out."""
        if not self.holds_focus or not self.isVisible():
            return super().focusNextPrevChild(forward)
        next_inside(self, forward=forward)
        return True

    def dismiss(self) -> None:
        """Close and say so."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def remember_focus(self) -> None:
        """Note what has the focus now; below a popover that is itself to give it back, because it may be gone by then."""
        focused = self.window().focusWidget()
        at: QWidget | None = focused
        while at is not None and not isinstance(at, Popover):
            at = at.parentWidget()
        if at is not self:
            self._before = at._before if at is not None and at._before is not None else focused

    def return_focus(self) -> None:
        """Give the focus back to what had it, if that is still there."""
        if self._before is not None and shiboken6.isValid(self._before):
            self._before.setFocus()

    def fit(self, most: int) -> None:
        """Take the height that the content needs, at most ``most``."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            wanted = layout.heightForWidth(self.width()) if layout.hasHeightForWidth() else self.sizeHint().height()
            self.setFixedHeight(min(most, wanted))

    def open_at(self, point: QPoint) -> None:
        """Show it near a point of its parent, wholly inside."""
        room = self._room.rect()
        self.setFixedWidth(min(self._look.px(POPOVER), room.width() - 2 * _MARGIN))
        self.fit(room.height() - 2 * _MARGIN)
        x = min(max(_MARGIN, point.x()), max(_MARGIN, room.width() - self.width() - _MARGIN))
        y = max(_MARGIN, min(point.y(), room.height() - self.height() - _MARGIN))
        self.move(x, y)
        self.show()
        self.raise_()
