"""Opens the program on a library of one event, shows its matrix, corrects it and takes it back: ``... comparing_room LIBRARY``."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app import app
from briefing_app.model.comparison import ClaimStatus
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.session import Pane
from briefing_app.ui.window import Window
from tests.bench.screen.clock import Painted, Runner, Script, alone, now_ms, share, window_of, worker_ms

_TIMES = 20


class Room:
    """One window on one comparison, and what was measured of it."""

    def __init__(self, library: Path) -> None:
        self.figures: dict[str, float] = {"undisturbed": alone()}
        self.application = app.application()
        self.runner = Runner(self.script())
        app.main(library)

    def script(self) -> Script:
        yield lambda: window_of(Window) is not None
        window = self.window = window_of(Window)
        assert window is not None
        self.session = window.session
        window.activateWindow()
        yield lambda: bool(self.session.following.counts.events) and self.session.following.behind == 0
        yield lambda: not self.session.long_jobs.busy
        yield 2.0
        self.matrix = Painted(window.compare.matrix.table.viewport())
        self.taken = 0
        window.matrix_model.modelReset.connect(self.take)
        self.session.go(Pane.COMPARE)
        yield lambda: self.session.comparing.compared is not None and self.matrix.count > 0
        yield 2.0
        self.figures["articles"] = len(self.compared.articles)
        self.figures["rows"] = len(self.compared.comparison.claims)
        yield from self.open_stored()
        yield from self.correct()
        print(json.dumps(self.figures), flush=True)

    @property
    def compared(self) -> Compared:
        compared = self.session.comparing.compared
        assert compared is not None
        return compared

    def take(self) -> None:
        """The matrix holds another comparison, which is not painted yet."""
        self.taken = self.matrix.count + 1

    def painted(self) -> bool:
        """Whether what the matrix took last has been sent to the screen."""
        return bool(self.taken) and self.matrix.count >= self.taken

    def open_stored(self) -> Script:
        """The stored comparison is read and painted again and again."""
        event = self.compared.event
        assert event is not None
        clock: list[float] = []
        processor: list[float] = []
        for _ in range(_TIMES):
            self.taken, began, used = 0, now_ms(), time.process_time()
            self.session.comparing.show_event(event.id)
            yield self.painted
            clock.append(self.matrix.at - began)
            processor.append(1000 * (time.process_time() - used))
            yield 0.1
        self.tell("stored comparison to painted matrix", clock, processor)

    def correct(self) -> Script:
        """Split a passage off its row by key, and take that back by key, row after row."""
        clock: list[float] = []
        processor: list[float] = []
        compute: list[float] = []
        for number in range(_TIMES):
            compare = self.window.compare
            shared = [k for k, claim in enumerate(self.compared.comparison.claims) if claim.status is ClaimStatus.SOME]
            claim = shared[number % len(shared)]
            place = next(at for at in range(len(self.compared.articles)) if self.compared.cell(claim, at).spans)
            compare.standing.stand(claim, place)
            compare.setFocus()
            yield 0.2
            for key, modifier in ((Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier), (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)):
                self.taken, began, used, worked = 0, now_ms(), time.process_time(), worker_ms(self.session)
                QTest.keyClick(self.window.windowHandle(), key, modifier)
                yield self.painted
                clock.append(self.matrix.at - began)
                processor.append(1000 * (time.process_time() - used))
                compute.append(worker_ms(self.session) - worked)
                yield lambda: not self.session.long_jobs.busy
                yield 0.3
        self.tell("correction to painted matrix", clock, processor)
        self.figures["correction to painted matrix p50, ms of the comparing worker's processor"] = share(compute, 0.5)

    def tell(self, name: str, clock: list[float], processor: list[float]) -> None:
        self.figures[f"{name} p50, ms"] = share(clock, 0.5)
        self.figures[f"{name} p95, ms"] = share(clock, 0.95)
        self.figures[f"{name} max, ms"] = max(clock)
        self.figures[f"{name} p50, ms of the window's processor"] = share(processor, 0.5)


if __name__ == "__main__":
    Room(Path(sys.argv[1]))
