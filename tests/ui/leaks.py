"""What a test must not leave behind: windows, threads, processes."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

T = TypeVar("T")

_PATIENCE_S = 10.0
_QTS_OWN = frozenset({"QTipLabel", "QDesktopWidget"})
"""Windows that Qt makes once and keeps."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is there at one moment."""

    windows: frozenset[int]
    threads: frozenset[int]
    processes: frozenset[int]

    @classmethod
    def now(cls) -> Standing:
        return cls(
            frozenset(map(id, windows())),
            frozenset(thread.ident or 0 for thread in threading.enumerate()),
            frozenset(children()),
        )


def windows() -> list[QWidget]:
    """Every top-level widget that is alive, shown or hidden."""
    return [one for one in QApplication.topLevelWidgets() if shiboken6.isValid(one) and one.metaObject().className() not in _QTS_OWN]


def children() -> list[int]:
    """The processes that this one has started and not yet waited for; none where the system does not tell."""
    found: list[int] = []
    for path in Path("/proc/self/task").glob("*/children"):
        try:
            found += map(int, path.read_text(encoding="ascii").split())
        except OSError:  # a thread that has just ended
            continue
    return found


def left_since(before: Standing) -> list[str]:
    """What has come since and does not go by itself within a few seconds, in words."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if any(id(one) not in before.windows for one in windows()):
        gc.collect()  # a widget in a circle of references goes with that
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = [f"the window {one!r} {one.windowTitle()!r}" for one in windows() if id(one) not in before.windows]
    found += [f"the thread {thread.name!r}" for thread in _lasting(lambda: _threads(before))]
    return found + [f"the process {number}: {_command(number)}" for number in _lasting(lambda: set(children()) - before.processes)]


def _threads(before: Standing) -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.ident not in before.threads}


def _lasting(found: Callable[[], set[T]]) -> set[T]:
    end = time.monotonic() + _PATIENCE_S
    while (left := found()) and time.monotonic() < end:
        time.sleep(0.02)
    return left


def _command(number: int) -> str:
    try:
        return Path(f"/proc/{number}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return "gone meanwhile"
