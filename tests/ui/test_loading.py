"""Qt is loaded without its watch over imports."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_app.ui.loading import calls_bound_later, hold_interrupts, without_absent_bus

BUS = "DBUS_SESSION_BUS_ADDRESS"

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


@pytest.mark.skipif(sys.platform != "linux" or Path("/usr/bin/dbus-launch").exists(), reason="a bus can always be begun here")
def test_no_bus_is_looked_for_where_there_can_be_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv(BUS, raising=False)
    with without_absent_bus():
        assert os.environ[BUS] == "disabled:"
    assert BUS not in os.environ


@pytest.mark.parametrize("there", ["bus", "dbus-launch"])
def test_a_bus_that_may_be_there_is_looked_for(there: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / there).touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv(BUS, raising=False)
    with without_absent_bus():
        assert BUS not in os.environ


def test_a_bus_that_is_named_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(BUS, "unix:path=/run/bus")
    with without_absent_bus():
        assert os.environ[BUS] == "unix:path=/run/bus"
    assert os.environ[BUS] == "unix:path=/run/bus"
