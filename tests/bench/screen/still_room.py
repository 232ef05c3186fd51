"""The baseline of a pulse: a window of Qt with nothing in it, beside the same import by another process.

What its heartbeat is late is the machine's doing, not the program's. ``... still_room LIBRARY FOLDER SECONDS`` prints what it saw.
"""

from __future__ import annotations

import json
import subprocess
import sys

from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.screen.clock import Runner, Script, alone, share
from tests.bench.screen.pulse import Pulse


class Room:
    """One empty window."""

    def __init__(self, library: str, folder: str, seconds: float) -> None:
        alone()
        self.command = [sys.executable, "-m", "briefing_app", "--library", library, "import", folder]
        self.seconds = seconds
        application = QApplication(sys.argv[:1])
        self.window = QWidget()
        self.window.resize(1280, 800)
        self.window.show()
        self.runner = Runner(self.script())
        application.exec()

    def script(self) -> Script:
        yield 1.0
        pulse = Pulse(self.window)
        pulse.start()
        importing = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        yield self.seconds
        pulse.stop()
        importing.terminate()
        importing.wait()
        late = pulse.late
        figures = {"p99, ms": share(late, 0.99), "max, ms": max(late), "more than 50 ms": sum(beat > 50 for beat in late)}
        beside = "heartbeat of an empty window beside such an import"
        print(json.dumps({f"{beside} {name}": value for name, value in figures.items()}), flush=True)


if __name__ == "__main__":
    Room(sys.argv[1], sys.argv[2], float(sys.argv[3]))
