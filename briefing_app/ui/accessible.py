"""What the program's own widgets are to a screen reader.

A widget whose class says ``accessible_role`` is presented in that role; its name and description are those of the widget. What stands in
views is said by their models (``AccessibleTextRole``).
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@cache
def tell_roles() -> None:
    """Make the roles known to Qt, after the application exists; a second call does nothing."""
    QAccessible.installFactory(_present)


def announce(widget: QWidget, words: str, *, at_once: bool = False) -> None:
    """Let a screen reader say words that appeared without the focus being there; ``at_once`` breaks off what it is saying."""
    if QAccessible.isActive() and words:
        event = QAccessibleAnnouncementEvent(widget, words)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
        QAccessible.updateAccessibility(event)


def describe(widget: QWidget, words: str) -> None:
    """Say what the keys mean now inside of a widget that paints itself."""
    if widget.accessibleDescription() != words:
        widget.setAccessibleDescription(words)
        if widget.hasFocus():
            announce(widget, words)


def _present(_name: str, shown: QObject) -> QAccessibleInterface | None:
    role = getattr(type(shown), "accessible_role", None)
    return QAccessibleWidget(shown, role) if role is not None and isinstance(shown, QWidget) else None
