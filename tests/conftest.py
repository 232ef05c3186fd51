"""Fixtures for every test: the shipped sample, the acceptance material beside the checkout, Qt without a screen, patience."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial, partialmethod
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

CHECKOUT = Path(__file__).resolve().parent.parent

# Tests say `from tests.factories import ...`; the checkout is on the path only when pytest runs as a module.
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

# packaging/test.py names a platform of its own for the tests that need a real window; everybody else gets none on the screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# One tree, one verdict: speed says nothing, and the examples are the same each time. tests/endurance looks for new ones by seed.
settings.register_profile("one verdict", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("one verdict")


PATIENCE_MS = 100_000
"""How long a test waits for what must come, unless it says so itself: what comes sooner is not waited for longer."""

TURNS = 5

WINDOWS_ALONE = "window"
"""The marks that packaging/test.py asks for under Xvfb."""

_TOLD = "told"

# No test, and no program that a test starts, finds or leaves anything in the folders of whoever runs it.
_USER = tempfile.TemporaryDirectory(prefix="briefing-tests-", ignore_cleanup_errors=True)
_FOLDERS = {"XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}
os.environ.update({name: str(Path(_USER.name, folder)) for name, folder in _FOLDERS.items()})


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests marked ``window`` when there is no real window system to draw on."""
    if os.environ["QT_QPA_PLATFORM"] not in {"offscreen", "minimal"}:
        return
    skip = pytest.mark.skip(reason="needs a real window: packaging/test.py runs it under Xvfb")
    for item in items:
        if item.get_closest_marker("window"):
            item.add_marker(skip)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave unread the files without a test for a real window when nothing else is asked for."""
    if config.option.markexpr != WINDOWS_ALONE or collection_path.suffix != ".py":
        return None
    return None if "pytest.mark.window" in collection_path.read_text(encoding="utf-8") else True


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show the lines that tests told, whichever process ran them."""
    reports = (report for category in ("passed", "failed") for report in terminalreporter.getreports(category))
    lines = [str(line) for report in reports for name, line in report.user_properties if name == _TOLD]
    if lines:
        terminalreporter.section("the program on its sample, against labels made by hand")
        for line in lines:
            terminalreporter.write_line(line)


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Keeps a line to be shown at the end of the run."""
    return partial(record_property, _TOLD)


class PatientBot(QtBot):
    """Waits for as long as a slow and busy machine may need."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE_MS)
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE_MS)

    def wait(self, ms: int) -> None:
        """Let the time pass, then the turns of the event loop that a busy machine had no time for: timers of 0 ms that start others."""
        for turn in (ms, *(0,) * TURNS):
            super().wait(turn)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """What presses keys and waits in the place of an analyst."""
    assert qapp is not None
    return PatientBot(request)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds pyproject.toml."""
    return CHECKOUT


@pytest.fixture(scope="session")
def sample() -> Path:
    """The folder of the sample articles that ship with the program."""
    return CHECKOUT / "resources" / "sample"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ``shared`` beside the checkout (acceptance texts, golds); skips the test when it is not there."""
    folder = CHECKOUT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder 'shared' with the acceptance material is not beside the checkout")
    return folder
