"""When Python looks for what nobody reaches any more: on the window's thread and in small looks, so that no key waits long for one.

Left to itself Python looks on whichever thread makes an object next. There it may delete a part of a window, which Qt allows on the
window's thread alone; and a look through everything that is loaded takes 50 ms and more, in which every other thread waits. So what has
outlived a look is put aside, and the next look goes through what has come since. Most of what is put aside goes all the same, as soon as
nobody refers to it; only circles of references stay, and they are looked for while the analyst works in another program.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_EVERY_MS = 1_000
_STARTED_S = 2.0
"""By then the first window stands. Until then nobody looks: what a start loads is there to stay."""
_FEW = 1_000
"""So many new objects are not worth a look."""
_MANY = 20_000
"""When so many new objects were looked at once, those that are left are looked at once more, which takes some 10 ms, and put aside."""
_SELDOM_S = 300.0
"""Between two looks through everything."""


class Garbage(QObject):
    """One for the program, on the application. Python's own looks are off from its making until ``stop``."""

    def __init__(self, application: QGuiApplication, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(application)
        gc.disable()
        self._clock = clock
        self._began = self._searched_at = clock()
        self._looked_at = 0
        self._settled = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        application.applicationStateChanged.connect(self._search_when_left)

    def stop(self) -> None:
        """Let Python look as in every program. A second call does nothing."""
        if self._timer.isActive():
            self._timer.stop()
            gc.unfreeze()
            gc.enable()

    def look(self) -> None:
        """Look through what is new, if it is worth it."""
        if not self._settled:
            self._settled = self._clock() - self._began >= _STARTED_S
            if self._settled:
                gc.freeze()
            return
        new = gc.get_count()[0]
        if new < _FEW:
            return
        gc.collect(1)
        self._looked_at += new
        if self._looked_at >= _MANY:
            self._looked_at = 0
            gc.collect()
            gc.freeze()

    def _search_when_left(self, state: Qt.ApplicationState) -> None:
        """Look through everything while nobody waits for this window."""
        now = self._clock()
        if state == Qt.ApplicationState.ApplicationInactive and self._timer.isActive() and now - self._searched_at >= _SELDOM_S:
            self._searched_at = now
            gc.unfreeze()
            gc.collect()
            gc.freeze()
