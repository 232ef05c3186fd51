"""Modules are executed when something is first asked of them."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path
from types import ModuleType

import pytest

from briefing_app.later import execute_later, import_later, without

IMPORT = """
import sys
from briefing_app.later import import_later
import_later("inspect")
import inspect
assert "ast" not in sys.modules
import dataclasses
assert "ast" not in sys.modules
from inspect import signature
assert "ast" in sys.modules and str(signature(lambda one: one)) == "(one)"
assert "__getattr__" not in vars(inspect)
"""


def test_a_module_is_imported_when_it_is_asked(checkout: Path) -> None:
    done = subprocess.run([sys.executable, "-c", IMPORT], cwd=checkout, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stderr


CALL = """
import sys
from briefing_app.later import import_later
import_later("tempfile", "gettempdir")
from tempfile import gettempdir
assert "random" not in sys.modules
folder = gettempdir()
assert "random" in sys.modules
import tempfile
assert folder == tempfile.gettempdir() and tempfile.gettempdir is not gettempdir
"""


def test_a_function_that_is_taken_at_once_is_there_when_it_is_called(checkout: Path) -> None:
    done = subprocess.run([sys.executable, "-c", CALL], cwd=checkout, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stderr


def test_a_loaded_module_stays() -> None:
    import_later("sys")
    import_later("pathlib")
    assert sys.modules["sys"] is sys
    assert sys.modules["pathlib"].Path is Path


def test_it_is_executed_once_and_others_wait() -> None:
    module, done = ModuleType("one"), list[int]()

    def execute() -> None:
        time.sleep(0.05)
        done.append(1)
        vars(module)["answer"] = 42

    execute_later(vars(module), execute)
    found = list[int]()
    threads = [threading.Thread(target=lambda: found.append(module.answer)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (found, done) == ([42] * 4, [1])


def test_what_is_not_there_is_said_as_ever() -> None:
    module = ModuleType("one")
    execute_later(vars(module), lambda: None)
    for _ in range(2):
        with pytest.raises(AttributeError, match="'one' has no attribute 'nothing'"):
            _ = module.nothing


def test_a_package_does_without_what_it_prefers() -> None:
    with without("colorsys"), pytest.raises(ModuleNotFoundError):
        import colorsys
    import colorsys

    with without("colorsys"):
        import colorsys
    assert colorsys.rgb_to_hsv(0, 0, 0) == (0, 0, 0)
