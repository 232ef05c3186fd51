"""Qt is loaded without its watch over imports."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_app.ui.loading import calls_bound_later, hold_interrupts

LOAD = """
import builtins
plain = builtins.__import__
from pathlib import Path
from briefing_app.compiled import Compiled
from briefing_app.ui.loading import load_qt
load_qt(Compiled(Path("none"), ""))
assert builtins.__import__ is plain
from briefing_app import app
assert builtins.__import__ is plain
application = app.application()
application.setProperty("loaded", True)
assert application.property("loaded") is True
"""


def test_pythons_own_import_stays(checkout: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LOAD], cwd=checkout, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="knows no such choice")
def test_libraries_are_bound_at_once_again_afterwards() -> None:
    before = sys.getdlopenflags()
    with calls_bound_later():
        assert sys.getdlopenflags() & (os.RTLD_LAZY | os.RTLD_NOW) == os.RTLD_LAZY
    assert sys.getdlopenflags() == before


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
def test_an_interrupt_while_loading_comes_afterwards() -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in a shell's background
    done = []

    def load() -> None:
        with hold_interrupts():
            os.kill(os.getpid(), signal.SIGINT)
            done.append("loaded")

    try:
        with pytest.raises(KeyboardInterrupt):
            load()
        assert done == ["loaded"]
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)
