"""What Python would compile at every start is compiled once."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import FrozenInstanceError, dataclass, replace
from pathlib import Path
from types import CodeType
from typing import NamedTuple, get_type_hints

import pytest

from briefing_app.compiled import Compiled, keeping_classes


@pytest.fixture(autouse=True)
def _written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


class Asked:
    """Compiles, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def value(self, file: Path, source: bytes, version: str = "1") -> object:
        """What ``answer`` is once the source has run."""
        compiled = Compiled(file, version)
        found: dict[str, object] = {}
        exec(compiled.code(source, lambda: self._compile(source)), found)
        compiled.keep()
        return found["answer"]

    def _compile(self, source: bytes) -> CodeType:
        self.times += 1
        return compile(source, "source", "exec")


@pytest.fixture
def asked() -> Asked:
    return Asked()


def test_a_source_is_compiled_once(tmp_path: Path, asked: Asked) -> None:
    file = tmp_path / "of this user" / "compiled"
    assert [asked.value(file, b"answer = 1"), asked.value(file, b"answer = 1")] == [1, 1]
    assert asked.times == 1


def test_another_source_is_compiled_too(tmp_path: Path, asked: Asked) -> None:
    assert [asked.value(tmp_path / "compiled", source) for source in (b"answer = 1", b"answer = 2", b"answer = 1")] == [1, 2, 1]
    assert asked.times == 2


def test_another_version_begins_anew(tmp_path: Path, asked: Asked) -> None:
    assert [asked.value(tmp_path / "compiled", b"answer = 1", version) for version in ("1", "2", "2")] == [1, 1, 1]
    assert asked.times == 2


@pytest.mark.parametrize("at", [0, 8, -1])
def test_a_damaged_file_is_made_anew(tmp_path: Path, asked: Asked, at: int) -> None:
    file = tmp_path / "compiled"
    asked.value(file, b"answer = 1")
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)
    assert [asked.value(file, b"answer = 1"), asked.value(file, b"answer = 1")] == [1, 1]
    assert asked.times == 2


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path, asked: Asked) -> None:
    (tmp_path / "taken").write_bytes(b"")
    assert asked.value(tmp_path / "taken" / "compiled", b"answer = 1") == 1


def test_classes_whose_methods_were_kept_are_like_any_other(tmp_path: Path) -> None:
    for _ in range(2):
        with keeping_classes(Compiled(tmp_path / "compiled", "1")):

            @dataclass(frozen=True, slots=True)
            class Pair:
                one: int
                other: tuple[str, ...] = ()

        assert Pair(1) == Pair(1, ()) != Pair(2)
        assert len({Pair(1), Pair(1), Pair(2)}) == 2
        assert repr(replace(Pair(1), other=("a",))).endswith("Pair(one=1, other=('a',))")
        with pytest.raises(FrozenInstanceError):
            Pair(1).one = 2  # type: ignore[misc]
    assert (tmp_path / "compiled").stat().st_size > 1_000


def test_named_tuples_whose_fields_were_kept_are_like_any_other(tmp_path: Path) -> None:
    for _ in range(2):
        with keeping_classes(Compiled(tmp_path / "compiled", "1")):

            class Pair(NamedTuple):
                one: int
                other: tuple[str, ...] = ()

        assert Pair(1) == (1, ()) == Pair(one=1, other=())
        assert repr(Pair(1)._replace(other=("a",))) == "Pair(one=1, other=('a',))"
        assert get_type_hints(Pair) == {"one": int, "other": tuple[str, ...]}
    assert b"_tuple_new" in (tmp_path / "compiled").read_bytes()


def test_the_program_keeps_what_it_compiles(checkout: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "briefing_app", "--library", str(tmp_path / "none"), "events"]
    for _ in range(2):
        done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False, timeout=100)
        assert "There is no library" in done.stderr
    (kept,) = tmp_path.rglob("compiled-commands")
    assert b"__create_fn__" in kept.read_bytes()
