"""How much later than due a timer of the window's event loop fires: as long as a key or the mouse would have to wait."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer

from tests.bench.screen.clock import now_ms

_BEAT_MS = 5


class Pulse(QObject):
    """How much later than due each beat came, in milliseconds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.late: list[float] = []
        self._due = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.late.clear()
        self._due = now_ms() + _BEAT_MS
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now = now_ms()
        self.late.append(max(0.0, now - self._due))
        self._due = now + _BEAT_MS
