"""The part of a view that scrolls, as a widget that Python knows.

Of a widget that Qt has made, PySide looks for the class among all classes of widgets, and loads them all for it: 10 ms of a start.
"""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(view: QAbstractScrollArea) -> None:
    """Put a viewport in the place of Qt's own, set up alike; before anything asks for it."""
    viewport = QWidget()
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    view.setViewport(viewport)
