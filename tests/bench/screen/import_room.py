"""Opens the program on an empty library, imports a folder, and meanwhile listens to the window's pulse and stars articles.

``... import_room LIBRARY FOLDER`` prints what it saw.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from briefing_app import app
from briefing_app.ui.library.model import Role
from briefing_app.ui.window import Window
from tests.bench.screen.clock import Painted, Runner, Script, alone, now_ms, pss_mb, share, window_of

_BEAT_MS = 5
_EDIT_EACH_S = 1.0


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


class Room:
    """One window, one import."""

    def __init__(self, library: Path, folder: Path) -> None:
        self.figures: dict[str, float] = {"undisturbed": alone()}
        self.folder = folder
        self.application = app.application()
        self.runner = Runner(self.script())
        app.main(library)

    def script(self) -> Script:
        yield lambda: window_of(Window) is not None
        window = self.window = window_of(Window)
        assert window is not None
        self.list = window.list.list
        self.rows = Painted(self.list.viewport())
        session = window.session
        window.activateWindow()
        yield 3.0
        reports: list[object] = []
        session.long_jobs.imported.connect(reports.append)
        pulse = Pulse(window)
        pulse.start()
        began = now_ms()
        session.long_jobs.import_paths([self.folder])
        yield lambda: self.list.model().rowCount() > 20
        edits: list[float] = []
        while not reports:
            yield from self.star(edits)
            yield _EDIT_EACH_S
        seconds = (now_ms() - began) / 1000
        self.tell("heartbeat late while importing", pulse.late)
        self.figures["heartbeats more than 50 ms late"] = sum(beat > 50 for beat in pulse.late)
        self.tell("an edit on screen while importing", edits)
        self.figures["edits"] = len(edits)
        pulse.start()
        yield 30.0
        self.tell("heartbeat late while the followers catch up", pulse.late)
        pulse.stop()
        self.figures["articles imported"] = session.following.total
        self.figures["articles imported a second"] = session.following.total / seconds
        self.figures["window process PSS, MB"] = pss_mb()
        print(json.dumps(self.figures), flush=True)

    def star(self, edits: list[float]) -> Script:
        """The key s on the current row, until that row is painted with or without its star."""
        self.list.setFocus()
        index = self.list.currentIndex()
        if not index.isValid():
            QTest.keyClick(self.list, Qt.Key.Key_Home)
            yield 0.1
            index = self.list.currentIndex()
        entry = index.data(Role.ENTRY)
        number = getattr(getattr(entry, "row", None), "id", 0)
        if not number:
            QTest.keyClick(self.list, Qt.Key.Key_Down)
            return
        before, began = entry.row.starred, now_ms()
        QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_S)
        seen = [0]

        def turned() -> bool:
            entry = self.list.model().index_of(number).data(Role.ENTRY)
            if not seen[0] and entry is not None and entry.row.starred is not before:
                seen[0] = self.rows.count if self.rows.at < began else self.rows.count - 1
            return bool(seen[0]) and self.rows.count > seen[0]

        yield turned
        edits.append(self.rows.at - began)

    def tell(self, name: str, times: list[float]) -> None:
        self.figures[f"{name} p50, ms"] = share(times, 0.5)
        self.figures[f"{name} p99, ms"] = share(times, 0.99)
        self.figures[f"{name} max, ms"] = max(times)


if __name__ == "__main__":
    Room(Path(sys.argv[1]), Path(sys.argv[2]))
