"""Fixtures for every test: the shipped sample, the acceptance material beside the checkout, Qt without a screen."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

CHECKOUT = Path(__file__).resolve().parent.parent

# Tests say `from tests.factories import ...`; the checkout is on the path only when pytest runs as a module.
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

# packaging/test.py names a platform of its own for the tests that need a real window; everybody else gets none on the screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# One tree, one verdict: speed says nothing, and the examples are the same each time. tests/endurance looks for new ones by seed.
settings.register_profile("one verdict", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("one verdict")


# No test, and no program that a test starts, finds or leaves anything in the folders of whoever runs it.
_USER = tempfile.TemporaryDirectory(prefix="briefing-tests-", ignore_cleanup_errors=True)
_FOLDERS = {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}
os.environ.update({name: str(Path(_USER.name, folder)) for name, folder in _FOLDERS.items()})


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests marked ``window`` when there is no real window system to draw on."""
    if os.environ["QT_QPA_PLATFORM"] not in {"offscreen", "minimal"}:
        return
    skip = pytest.mark.skip(reason="needs a real window: packaging/test.py runs it under Xvfb")
    for item in items:
        if item.get_closest_marker("window"):
            item.add_marker(skip)


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
