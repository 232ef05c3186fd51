"""Opens the program on an empty library, imports a folder, and meanwhile listens to the window's pulse and stars articles.

``... import_room LIBRARY FOLDER`` prints what it saw.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from briefing_app import app
from briefing_app.ui.window import Window
from tests.bench.screen.clock import Runner, Script, alone, now_ms, pss_mb, share, window_of
from tests.bench.screen.pulse import Pulse
from tests.bench.screen.starring import Starring

_EDIT_EACH_S = 1.0
_LONGEST_S, _AFTERWARDS_S = 150.0, 30.0
"""The import is stopped after so long, wherever it is: enough heartbeats and edits were seen by then. Then the followers are watched."""


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
        session = window.session
        window.activateWindow()  # keys of no window do nothing, and there is no window manager here
        yield window.isActiveWindow
        yield 3.0
        reports: list[object] = []
        session.long_jobs.imported.connect(reports.append)
        pulse = Pulse(window)
        pulse.start()
        began = now_ms()
        session.long_jobs.import_paths([self.folder])
        yield lambda: self.list.model().rowCount() > 20
        edits = Starring(window)
        while not reports:
            yield from edits.star()
            yield _EDIT_EACH_S
            if now_ms() - began > 1000 * _LONGEST_S:
                session.long_jobs.cancel()
                yield lambda: bool(reports)
        seconds = (now_ms() - began) / 1000
        self.tell("heartbeat late while importing", pulse.late)
        self.figures["heartbeats more than 50 ms late"] = sum(beat > 50 for beat in pulse.late)
        self.tell("an edit on screen while importing", edits.times)
        self.figures["edits"] = len(edits.times)
        pulse.start()
        yield _AFTERWARDS_S
        self.tell("heartbeat late while the followers catch up", pulse.late)
        pulse.stop()
        self.figures["articles imported"] = session.following.total
        self.figures["articles imported a second"] = session.following.total / seconds
        self.figures["window process PSS, MB"] = pss_mb()
        print(json.dumps(self.figures), flush=True)

    def tell(self, name: str, times: list[float]) -> None:
        self.figures[f"{name} p50, ms"] = share(times, 0.5)
        self.figures[f"{name} p99, ms"] = share(times, 0.99)
        self.figures[f"{name} max, ms"] = max(times)


if __name__ == "__main__":
    Room(Path(sys.argv[1]), Path(sys.argv[2]))
