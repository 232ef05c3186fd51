"""What a test must not leave behind: windows, sessions, threads, processes."""

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

from briefing_app.ui.session import Session

T = TypeVar("T")

_PATIENCE_S = 100.0
_QTS_OWN = frozenset({"QTipLabel", "QDesktopWidget"})
"""Windows that Qt makes once and keeps."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is there at one moment."""

    windows: frozenset[int]
    sessions: frozenset[int]
    threads: frozenset[int]
    processes: frozenset[int]

    @classmethod
    def now(cls) -> Standing:
        return cls(
            frozenset(map(id, windows())),
            frozenset(map(id, sessions())),
            frozenset(thread.ident or 0 for thread in threading.enumerate()),
            frozenset(children()),
        )


def windows() -> list[QWidget]:
    """Every top-level widget that is alive, shown or hidden."""
    return [one for one in QApplication.topLevelWidgets() if shiboken6.isValid(one) and one.metaObject().className() not in _QTS_OWN]


def sessions() -> list[Session]:
    """Every session that is alive: one that outlives its window keeps all that it has read, and is destroyed at the end in any order."""
    return [one for one in shiboken6.getAllValidWrappers() if isinstance(one, Session)]


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
    _delete_what_is_due()
    if any(id(one) not in before.windows for one in windows()):
        gc.collect()  # a widget in a circle of references goes with that
        _delete_what_is_due()
    found = [f"the window {one!r} {one.windowTitle()!r}" for one in windows() if id(one) not in before.windows]
    found += ["a session" for one in sessions() if id(one) not in before.sessions]
    found += [f"the thread {thread.name!r}" for thread in _lasting(lambda: _threads(before))]
    return found + [f"the process {number}: {_command(number)}" for number in _lasting(lambda: set(children()) - before.processes)]


def _delete_what_is_due() -> None:
    for _ in range(2):  # a session goes after its window
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


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
