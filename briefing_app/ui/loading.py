"""Loads Qt for Python without its watch over imports, which would read the source of everything that is loaded afterwards.

Ctrl+C meanwhile waits until that is done.
"""

from __future__ import annotations

import builtins
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing_app.compiled import Compiled
from briefing_app.ui.signatures import signatures_later

_BUS = "DBUS_SESSION_BUS_ADDRESS"


def load_qt(compiled: Compiled) -> None:
    """Load Qt without the machinery of PySide's signatures, and leave Python's import as it was. Raises ImportError.

    PySide6 puts a function of its own in the place of ``builtins.__import__``. It looks in the source of each module for "PySide6", so that
    ``from __feature__ import snake_case`` can count for one module and not for the next (https://doc.qt.io/qtforpython-6/developer/feature-why.html).
    Nothing here uses that, and a start would be a twentieth slower by it.
    """
    plain = builtins.__import__
    with signatures_later(compiled):
        import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain


@contextmanager
def calls_bound_later() -> Iterator[None]:
    """Within the block, a library that is loaded finds a function of another when it first calls it, and not all of them at once, as Python
    has it: PySide's libraries name some thirteen thousand of Qt's. Nothing where the system knows no such choice.
    """
    if not hasattr(sys, "setdlopenflags"):
        yield
        return
    before = sys.getdlopenflags()
    sys.setdlopenflags(before & ~os.RTLD_NOW | os.RTLD_LAZY)
    try:
        yield
    finally:
        sys.setdlopenflags(before)


@contextmanager
def without_absent_bus() -> Iterator[None]:
    """Within the block, in which the first window is made, Qt looks for no bus of the session (D-Bus) where there is none and no program
    that could begin one: to find that out D-Bus would copy the whole process, a thirtieth of a start.
    """
    if not _lacks_bus():
        yield
        return
    os.environ[_BUS] = "disabled:"  # no kind of bus: https://dbus.freedesktop.org/doc/dbus-specification.html#addresses
    try:
        yield
    finally:
        del os.environ[_BUS]


def _lacks_bus() -> bool:
    if sys.platform != "linux" or _BUS in os.environ:
        return False
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    places = [Path(folder, "dbus-launch") for folder in ("/usr/bin", "/usr/local/bin", *os.get_exec_path())]
    return not any(place.exists() for place in (*places, *([Path(runtime, "bus")] if runtime else ())))


@contextmanager
def hold_interrupts() -> Iterator[None]:
    """Raise KeyboardInterrupt at the end instead of in the middle, where PySide drops it when it happens to be at work itself."""
    heard: list[int] = []
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:  # whoever begins the program may want it to go on
        yield
        return
    signal.signal(signal.SIGINT, lambda number, _frame: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        raise KeyboardInterrupt
