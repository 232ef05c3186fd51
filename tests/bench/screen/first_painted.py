"""When a window's list is first seen. It loads nothing but what the program has loaded by then: the clock's cost is not the program's."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView

from briefing_app.ui.window import Window


class FirstPainted:
    """Watches the next window that is shown: ``at`` is when its list was painted with rows and sent to the screen, in milliseconds.

    Only the list is watched: a filter on the whole application makes PySide look up a Python object of each event.
    """

    def __init__(self) -> None:
        self.at = 0.0
        show = Window.show

        def watched(window: Window) -> None:
            Window.show = show  # type: ignore[method-assign]
            _Watch(window.list.list, self)
            show(window)

        Window.show = watched  # type: ignore[method-assign, assignment]


class _Watch(QObject):
    def __init__(self, view: QAbstractItemView, told: FirstPainted) -> None:
        super().__init__(view)
        self._view, self._told = view, told
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._view.model().rowCount() and self._view.model().index(0, 0).data() is not None:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._sent)
        return False

    def _sent(self) -> None:
        self._told.at = time.monotonic_ns() / 1e6
