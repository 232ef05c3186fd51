"""The walk over files: order, what is left out, and what is told as missing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from briefing_app.model.errors import SkipCode
from briefing_app.pipeline.import_report import Skipped
from briefing_app.pipeline.walk import FoundFile, files_of, shown_path


def _names(top: Path, *paths: Path) -> list[str]:
    return [found.path.relative_to(top).as_posix() for found in files_of(paths) if isinstance(found, FoundFile)]


def _touch(*files: Path) -> None:
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("words", encoding="utf-8")


def test_files_come_by_name_then_folders(tmp_path: Path) -> None:
    _touch(tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "inner" / "c.txt", tmp_path / "another" / "d.txt")
    assert _names(tmp_path, tmp_path) == ["a.txt", "b.txt", "another/d.txt", "inner/c.txt"]


def test_named_files_keep_their_order(tmp_path: Path) -> None:
    _touch(tmp_path / "b.txt", tmp_path / "a.txt")
    assert _names(tmp_path, tmp_path / "b.txt", tmp_path / "a.txt") == ["b.txt", "a.txt"]


def test_hidden_names_count_only_when_named(tmp_path: Path) -> None:
    _touch(tmp_path / ".hidden.txt", tmp_path / ".git" / "config", tmp_path / "seen.txt")
    assert _names(tmp_path, tmp_path) == ["seen.txt"]
    assert _names(tmp_path, tmp_path / ".hidden.txt") == [".hidden.txt"]


def test_the_folder_of_a_saved_page_is_left_out(tmp_path: Path) -> None:
    _touch(tmp_path / "page.html", tmp_path / "page_files" / "script.js", tmp_path / "other_files" / "story.txt")
    assert _names(tmp_path, tmp_path) == ["page.html", "other_files/story.txt"]


def test_loops_of_links_end(tmp_path: Path) -> None:
    _touch(tmp_path / "inner" / "a.txt")
    (tmp_path / "inner" / "back").symlink_to(tmp_path, target_is_directory=True)
    assert _names(tmp_path, tmp_path) == ["inner/a.txt"]


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    (found,) = files_of([tmp_path / "nothing.txt"])
    assert isinstance(found, Skipped)
    assert found.code is SkipCode.MISSING
    assert found.path.endswith("nothing.txt")


def test_a_folder_that_vanishes_is_told(tmp_path: Path) -> None:
    _touch(tmp_path / "a" / "1.txt", tmp_path / "b" / "2.txt")
    walk = files_of([tmp_path])
    first = next(walk)
    assert isinstance(first, FoundFile)
    (tmp_path / "b" / "2.txt").unlink()
    (tmp_path / "b").rmdir()
    (gone,) = walk
    assert isinstance(gone, Skipped)
    assert gone.code is SkipCode.MISSING


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a name")
def test_names_that_are_no_utf8_are_shown_escaped(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    _touch(tmp_path / name)
    (found,) = files_of([tmp_path])
    assert isinstance(found, FoundFile)
    assert found.shown.endswith("caf\\xe9.txt")
    assert found.path.read_text(encoding="utf-8") == "words"
    assert shown_path(Path("plain.txt")) == "plain.txt"


def test_a_file_below_a_folder_that_may_not_be_searched_is_left_to_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path, **_: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "stat", denied)
    monkeypatch.setattr(Path, "lstat", denied)
    assert [type(found) for found in files_of([tmp_path / "closed" / "a.txt"])] == [FoundFile]
