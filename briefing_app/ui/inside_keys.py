"""Keys inside a box above the page: what means something to the page below does not reach it from there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_FUNCTION_KEYS = range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1)
_BEYOND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def holds_key(event: QEvent) -> bool:
    """Whether a shortcut of the page is asked for by a key without Ctrl, Alt or Meta; then it is accepted, so that it is none.

    For ``event`` of a box, which hears what none of its fields takes. Function keys stay shortcuts.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    held = not event.modifiers() & _BEYOND and event.key() not in _FUNCTION_KEYS
    if held:
        event.accept()
    return held


def press_focused(box: QWidget, event: QKeyEvent) -> bool:
    """Enter clicks the button in ``box`` that has the focus; False when it is another key, or no button has it."""
    focused = box.window().focusWidget()
    if (
        event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        or not isinstance(focused, QAbstractButton)
        or not box.isAncestorOf(focused)
    ):
        return False
    focused.click()
    return True


def next_inside(box: QWidget, *, forward: bool) -> None:
    """Give the focus to the next stop of Tab inside ``box``, in the order of its layout, round at the end.

    Qt's own chain is not asked: PySide takes each widget of it for a child of the one before, and drops it together with that.
    """
    stops = [widget for widget in box.findChildren(QWidget) if _stops(widget)]
    focused = box.window().focusWidget()
    at = next((number for number, stop in enumerate(stops) if stop is focused), -1 if forward else len(stops))
    if stops:
        wanted = stops[(at + (1 if forward else -1)) % len(stops)]
        wanted.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)


def _stops(widget: QWidget) -> bool:
    return (
        widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    )
