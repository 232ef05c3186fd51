"""A clock in the program's window: it sees when a widget has been painted and sent to the screen, and runs steps one after the other.

Nothing of it is in the program. An event filter sees the paint event of the widget; a timer of no length that is started then fires after
Qt has sent the picture to the screen, because both happen in the same turn of the event loop.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from briefing_app.pipeline.requests import Role
from briefing_app.ui.session import Session
from tests.bench.screen.display import go_first, go_with_the_others

_GLANCE_MS = 2
"""How often a script looks whether to go on: seldom enough to leave Python to the program's threads."""

W = TypeVar("W", bound=QWidget)
Step = Callable[[], bool] | float
"""What a script waits for: a condition, or a pause in seconds."""
Script = Generator[Step, None, None]


def alone() -> bool:
    """Let the window's process go before what else the machine does, but not the workers that it starts. False: not allowed.

    Its own thread goes before its others: among equals of this kind the system lets one work for 100 ms before the next has its turn,
    which it does with no ordinary program.
    """
    made, run = subprocess.Popen, threading.Thread.run

    class Started(made):  # type: ignore[type-arg, misc]
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, preexec_fn=go_with_the_others, **options)

    def after_the_window(thread: threading.Thread) -> None:
        go_first()
        run(thread)

    subprocess.Popen = Started  # type: ignore[misc]
    threading.Thread.run = after_the_window  # type: ignore[method-assign]
    return go_first(2)


def now_ms() -> float:
    """Milliseconds of the system's clock that all processes share."""
    return time.monotonic_ns() / 1e6


class Painted(QObject):
    """Counts the pictures of one widget that have reached the screen; ``at`` is the moment of the last, in milliseconds."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        self.at = 0.0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._sent)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._later.start()
        return False

    def _sent(self) -> None:
        self.count += 1
        self.at = now_ms()


class Runner(QObject):
    """Runs a script: a generator that yields what it waits for. The program ends when the script does."""

    def __init__(self, script: Script) -> None:
        super().__init__(QCoreApplication.instance())
        self._script = script
        self._wanted: Callable[[], bool] = lambda: True
        self._timer = QTimer(self)
        self._timer.setInterval(_GLANCE_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if not self._wanted():
            return
        try:
            step = next(self._script)
        except StopIteration:
            self._timer.stop()
            QApplication.closeAllWindows()
            QCoreApplication.quit()
            return
        self._wanted = step if callable(step) else _after(step)


def _after(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() >= end


def window_of(kind: type[W]) -> W | None:
    """The shown window of that kind, None while there is none."""
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)


def pss_mb() -> float:
    """What this process holds in memory, shared pages by their share, in MB."""
    text = Path("/proc/self/smaps_rollup").read_text(encoding="utf-8")
    return int(next(line for line in text.splitlines() if line.startswith("Pss:")).split()[1]) / 1024


def worker_ms(session: Session) -> float:
    """What the worker that compares and typesets has used of the processor, 0 while there is none."""
    pid = session.workbench._workers.hosts[Role.COMPUTE].pid
    if pid is None:
        return 0.0
    user, system = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[11:13]
    return 1000 * (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def share(values: list[float], part: float) -> float:
    """The value that ``part`` of them do not exceed."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]
