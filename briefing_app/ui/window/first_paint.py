"""What waits until the list is seen: a window that just came into being shows its list before it does anything else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QWidget

_LONGEST_MS = 600
"""A window that is not on the screen paints nothing; its article is opened all the same."""


class EarlyKey(QObject):
    """Runs ``make`` before the first key that a window gets is asked for its meaning."""

    def __init__(self, window: QWidget, make: Callable[[], object]) -> None:
        super().__init__(window)
        self._make = make
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt asks whoever has the focus, and then the window, before it looks for a shortcut."""
        if event.type() is QEvent.Type.ShortcutOverride:
            watched.removeEventFilter(self)
            self._make()
        return False


class FirstPaint(QObject):
    """Runs what is handed over, in turn, as soon as the list has been painted with its rows once; from then on at the next turn.

    Each has a turn of the event loop to itself: the keys that came while the list was painted go before, and between any two.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._waiting: list[Callable[[], None]] = []
        self._painted = False
        view.viewport().installEventFilter(self)

    @property
    def done(self) -> bool:
        """Whether the list has been painted with its rows."""
        return self._painted

    def now_or_then(self, what: Callable[[], None]) -> None:
        """Do this at once when the list is painted, else once it is."""
        if self._painted:
            what()
        else:
            self.then(what)

    def then(self, what: Callable[[], None]) -> None:
        """Do this once the list is painted."""
        if not self._waiting:
            QTimer.singleShot(0 if self._painted else _LONGEST_MS, self, self._run)
        self._waiting.append(what)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first painting of rows ends the wait."""
        if event.type() is QEvent.Type.Paint and self._view.model().rowCount():
            self._painted = True
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go_on)
        return False

    def _go_on(self) -> None:
        """What was due before comes first; a timer that begins while a picture is painted would not let it."""
        QTimer.singleShot(0, self, self._run)

    def _run(self) -> None:
        if self._waiting:
            what = self._waiting.pop(0)
            if self._waiting:
                QTimer.singleShot(0, self, self._run)
            what()
