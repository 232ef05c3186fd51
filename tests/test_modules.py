"""What a start imports is kept in one file, and counts as long as the sources are as they were."""

from __future__ import annotations

import importlib
import inspect
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from briefing_app.modules import KeptLoader, Modules

LOAD = """
import sys
from briefing_app import __main__

def loaders(library, compiled, modules):
    __main__.load_window(compiled)
    modules.end()
    for name in ("briefing_app.library.library", "briefing_app.ui.window.window"):
        print(type(sys.modules[name].__loader__).__name__)
    return 0

__main__.open_window = loaders
sys.argv[1:] = []
sys.exit(__main__.main())
"""
NAMES = ("kept_trial", "kept_trial.inner", "kept_trial.deep", "kept_trial.deep.one")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path with a package in it; what is imported from there is gone afterwards."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.syspath_prepend(tmp_path / "folder")
    package = tmp_path / "folder" / "kept_trial"
    (package / "deep").mkdir(parents=True)
    (package / "__init__.py").write_text('"""A trial."""\nfrom kept_trial import inner\nanswer = inner.answer\n', encoding="utf-8")
    (package / "inner.py").write_text("answer = 1\n", encoding="utf-8")
    (package / "deep" / "__init__.py").write_text("", encoding="utf-8")
    (package / "deep" / "one.py").write_text("def told() -> str:\n    return __name__\n", encoding="utf-8")
    yield package
    forget()


def test_the_program_keeps_what_its_start_imports(checkout: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    told = []
    for _ in range(2):
        command = [sys.executable, "-c", LOAD]
        done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False, timeout=100)
        assert done.returncode == 0, done.stderr
        told.append(done.stdout.split())
    assert told == [["SourceFileLoader", "SourceFileLoader"], ["KeptLoader", "KeptLoader"]]


def forget() -> None:
    for name in NAMES:
        sys.modules.pop(name, None)
    importlib.invalidate_caches()


def start(file: Path, version: str = "1") -> ModuleType:
    """Import it as a start does."""
    forget()
    modules = Modules(file, version)
    modules.begin()
    try:
        importlib.import_module("kept_trial.deep.one")
        return sys.modules["kept_trial"]
    finally:
        modules.end()


def kept() -> list[bool]:
    """Which of the modules came from the one file."""
    return [isinstance(sys.modules[name].__loader__, KeptLoader) for name in NAMES]


def test_the_second_start_takes_them_from_one_file(folder: Path, tmp_path: Path) -> None:
    assert start(tmp_path / "modules").answer == 1
    assert kept() == [False] * 4
    trial = start(tmp_path / "modules")
    assert (trial.answer, trial.__doc__, kept()) == (1, "A trial.", [True] * 4)
    one = sys.modules["kept_trial.deep.one"]
    assert one.told() == "kept_trial.deep.one"
    assert one.__file__ == str(folder / "deep" / "one.py")
    assert "return __name__" in inspect.getsource(one.told)
    assert list(trial.__path__) == [str(folder)]


def test_a_source_that_has_changed_is_read(folder: Path, tmp_path: Path) -> None:
    start(tmp_path / "modules")
    (folder / "inner.py").write_text("answer = 22\n", encoding="utf-8")
    assert start(tmp_path / "modules").answer == 22
    assert kept() == [True, False, True, True]
    assert start(tmp_path / "modules").answer == 22
    assert kept() == [True] * 4


def test_a_source_of_another_date_is_read(folder: Path, tmp_path: Path) -> None:
    start(tmp_path / "modules")
    os.utime(folder / "inner.py", (1_000_000_000, 1_000_000_000))
    start(tmp_path / "modules")
    assert kept() == [True, False, True, True]


def test_a_module_that_is_gone_is_gone(folder: Path, tmp_path: Path) -> None:
    start(tmp_path / "modules")
    (folder / "deep" / "one.py").unlink()
    with pytest.raises(ModuleNotFoundError):
        start(tmp_path / "modules")


def test_other_folders_and_other_versions_begin_anew(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start(tmp_path / "modules")
    start(tmp_path / "modules", version="2")
    assert kept() == [False] * 4
    other = tmp_path / "other" / "kept_trial"
    other.parent.mkdir()
    folder.rename(other)
    folder.mkdir()
    monkeypatch.syspath_prepend(other.parent)
    start(tmp_path / "modules", version="2")
    assert sys.modules["kept_trial"].__file__ == str(other / "__init__.py")


def test_outside_of_a_start_python_looks_for_itself(folder: Path, tmp_path: Path) -> None:
    assert folder.is_dir()
    before = list(sys.meta_path)
    start(tmp_path / "modules")
    assert sys.meta_path == before
    forget()
    importlib.import_module("kept_trial.deep.one")
    assert kept() == [False] * 4
    Modules(tmp_path / "modules", "1").end()


def test_a_disk_that_takes_nothing_does_no_harm(folder: Path, tmp_path: Path) -> None:
    assert folder.is_dir()
    (tmp_path / "taken").write_bytes(b"")
    for _ in range(2):
        assert start(tmp_path / "taken" / "modules").answer == 1
