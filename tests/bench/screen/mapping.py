"""Sees when a program's window appears on the screen: the X server itself tells, so that nothing has to be asked again and again."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import select
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import TracebackType

from tests.bench.screen.display import go_first

_SUBSTRUCTURE, _MAP_NOTIFY = 1 << 19, 19
_LEAST = 300
"""A window less wide or high than so many pixels is no main window: a splash picture, a notice."""
_PATIENCE_S = 60.0


class _Map(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("sent", ctypes.c_int), ("display", ctypes.c_void_p),
        ("event", ctypes.c_ulong), ("window", ctypes.c_ulong), ("override", ctypes.c_int),
    )  # fmt: skip


class _Event(ctypes.Union):
    _fields_ = (("map", _Map), ("room", ctypes.c_long * 24))


class Screen:
    """A connection to the X server that hears of every window."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        self._x.XSelectInput(self._display, root, ctypes.c_long(_SUBSTRUCTURE))
        self._x.XSync(self._display, 0)
        self._file = self._x.XConnectionNumber(self._display)

    def __enter__(self) -> Screen:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._x.XCloseDisplay(self._display)

    def seconds_to_window(self, command: Sequence[str], environment: Mapping[str, str]) -> float:
        """Start a program, wait for its first window of some size, end it. Raises SystemExit when none comes."""
        self._x.XSync(self._display, 1)  # whatever appeared before is not its window
        began = time.monotonic()
        process = subprocess.Popen(
            command,
            env=dict(environment),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=go_first,
        )
        try:
            while time.monotonic() < began + _PATIENCE_S:
                if self._main_window_came():
                    return time.monotonic() - began
                select.select([self._file], [], [], 0.05)
        finally:
            end(process)
        raise SystemExit(f"{command[0]} showed no window within {_PATIENCE_S:.0f} s")

    def _main_window_came(self) -> bool:
        while self._x.XPending(self._display):
            event = _Event()
            self._x.XNextEvent(self._display, ctypes.byref(event))
            if event.map.type == _MAP_NOTIFY and not event.map.override and min(self._size(event.map.window)) >= _LEAST:
                return True
        return False

    def _size(self, window: int) -> tuple[int, int]:
        root = ctypes.c_ulong()
        numbers = [ctypes.c_uint() for _ in range(6)]
        places = [ctypes.byref(number) for number in numbers]
        if not self._x.XGetGeometry(self._display, ctypes.c_ulong(window), ctypes.byref(root), *places):
            return 0, 0
        return numbers[2].value, numbers[3].value


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program and what it started, and wait for it."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=2)
            break
    with suppress(ProcessLookupError):  # what it left behind, calibre's helpers for one
        os.killpg(process.pid, signal.SIGKILL)
