"""A field above a list: it keeps the focus, and the keys that walk the list go to the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

_PAGE = 8
_KEY, _CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
_STEPS = {_KEY.Key_Down: 1, _KEY.Key_Up: -1, _KEY.Key_PageDown: _PAGE, _KEY.Key_PageUp: -_PAGE}
_CONTROL_STEPS = {_KEY.Key_N: 1, _KEY.Key_P: -1}


class ListField(QLineEdit):
    """The keys that mean something here are no shortcuts of the window."""

    stepped = Signal(int)
    taken = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are no shortcuts of the window; Tab stays."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._means(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in (_KEY.Key_Tab, _KEY.Key_Backtab):
            self.stepped.emit(1 if event.key() == _KEY.Key_Tab else -1)
            return True
        return super().event(event)

    def _means(self, event: QKeyEvent) -> bool:
        plain = (_KEY.Key_Escape, _KEY.Key_Return, _KEY.Key_Enter, *_STEPS)
        return event.key() in plain or (event.modifiers() == _CONTROL and event.key() in _CONTROL_STEPS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, down, pages, Ctrl+N and Ctrl+P walk; Enter takes; Escape leaves."""
        steps = _CONTROL_STEPS if event.modifiers() == _CONTROL else _STEPS
        if event.key() in steps:
            self.stepped.emit(steps[_KEY(event.key())])
        elif event.key() in (_KEY.Key_Return, _KEY.Key_Enter):
            self.taken.emit()
        elif event.key() == _KEY.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere leaves; another program in front does not."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()
