"""A quiet box above the page, for what is looked at or chosen in passing."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from briefing_app.ui.inside_keys import holds_key, next_inside, press_focused
from briefing_app.ui.theme import POPOVER, RADIUS, Look

_MARGIN = 8


class Popover(QFrame):
    """A quiet box above the page: 1 px border, no shadow; Escape closes it, and so does a press of the mouse beside it.

    With ``holds_focus`` Tab goes round inside, and single keys are none of the page's while it has the focus. When it closes, the focus
    goes back to where it was, unless it is elsewhere already. What is pressed beside it hears of the press all the same.
    """

    accessible_role = QAccessible.Role.Dialog

    closed = Signal()
    holds_focus = True
    closes_beside = True

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

    def showEvent(self, event: QShowEvent) -> None:
        """From now on presses beside it are heard; those of the window come before the focus moves."""
        super().showEvent(event)
        self._hear_presses(heard=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody presses beside it any more."""
        super().hideEvent(event)
        self._hear_presses(heard=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press beside it leaves it; nothing is kept from anybody."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress and watched is self.window().windowHandle():
            at = self.mapFrom(self.window(), event.position().toPoint())
            if self.isVisible() and not self.rect().contains(at):
                self.leave()
        return super().eventFilter(watched, event)

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

    def leave(self) -> None:
        """Close because the analyst goes elsewhere; an heir may keep what is written first."""
        self.dismiss()

    def dismiss(self) -> None:
        """Close and say so; the focus goes back when it was inside."""
        if self.isVisible():
            focused = self.window().focusWidget()
            had_focus = focused is not None and (focused is self or self.isAncestorOf(focused))
            self.hide()
            self.closed.emit()
            if had_focus:
                self.return_focus()

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
        if not self.isVisible():
            self.remember_focus()
        room = self._room.rect()
        self.setFixedWidth(min(self._look.px(POPOVER), room.width() - 2 * _MARGIN))
        self.fit(room.height() - 2 * _MARGIN)
        x = min(max(_MARGIN, point.x()), max(_MARGIN, room.width() - self.width() - _MARGIN))
        y = max(_MARGIN, min(point.y(), room.height() - self.height() - _MARGIN))
        self.move(x, y)
        self.show()
        self.raise_()

    def _hear_presses(self, *, heard: bool) -> None:
        handle = self.window().windowHandle()
        if handle is not None and self.closes_beside:
            (handle.installEventFilter if heard else handle.removeEventFilter)(self)
