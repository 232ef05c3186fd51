"""What PySide compiles at every start is compiled once."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from briefing_app.ui.compiled import keeping_compiled

NAME = "shibokensupport/one.py"

LOAD = """
from briefing_app.ui.loading import load_qt
load_qt()
from PySide6.QtCore import QObject
assert "name: str" in QObject.setObjectName.__doc__
"""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that Python's own ``compile`` was asked for."""
    plain, names = builtins.compile, list[str]()

    def heard(source: Any, name: Any, mode: str, *others: Any, **options: Any) -> Any:
        names.append(str(name))
        return plain(source, name, mode, *others, **options)

    monkeypatch.setattr(builtins, "compile", heard)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return names


def value(file: Path, source: bytes, name: str = NAME) -> object:
    """What ``answer`` is once the source has run."""
    with keeping_compiled(file):
        code = compile(source, name, "exec")
    found: dict[str, object] = {}
    exec(code, found)
    return found["answer"]


def test_a_module_is_compiled_once(tmp_path: Path, asked: list[str]) -> None:
    file = tmp_path / "of this version" / "pyside"
    assert [value(file, b"answer = 1"), value(file, b"answer = 1")] == [1, 1]
    assert asked == [NAME]


def test_another_source_is_compiled_anew(tmp_path: Path, asked: list[str]) -> None:
    assert [value(tmp_path / "pyside", source) for source in (b"answer = 1", b"answer = 2", b"answer = 2")] == [1, 2, 2]
    assert asked == [NAME, NAME]


@pytest.mark.parametrize("at", [0, 8, -1])
def test_a_damaged_file_is_made_anew(tmp_path: Path, asked: list[str], at: int) -> None:
    file = tmp_path / "pyside"
    value(file, b"answer = 1")
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)
    assert [value(file, b"answer = 1"), value(file, b"answer = 1")] == [1, 1]
    assert asked == [NAME, NAME]


def test_what_is_not_pysides_is_left_to_python(tmp_path: Path, asked: list[str]) -> None:
    assert value(tmp_path / "pyside", b"answer = 1", "another.py") == 1
    assert asked == ["another.py"]
    assert not (tmp_path / "pyside").exists()


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path, asked: list[str]) -> None:
    (tmp_path / "taken").write_bytes(b"")
    assert value(tmp_path / "taken" / "pyside", b"answer = 1") == 1
    assert asked == [NAME]


def test_pysides_own_modules_are_kept(checkout: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", LOAD], cwd=checkout, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    (kept,) = tmp_path.rglob("pyside")
    assert b"shibokensupport/signature/loader.py" in kept.read_bytes()
