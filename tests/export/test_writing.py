"""Files are written whole or not at all, and refusals are in words."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from briefing_app.briefing.tree import Paragraph, Text, Tree
from briefing_app.export import EXPORTS, export_format, write
from briefing_app.model.errors import ExportFailed
from tests.factories import NOON

TREE = Tree("Title", "", "en", NOON, (), (Paragraph((Text("Words."),)),), ())


def test_every_format_of_the_table_is_written(tmp_path: Path) -> None:
    for row in EXPORTS:
        written = write(TREE, tmp_path / f"out{row.suffix.upper()}")
        assert written.path.stat().st_size > 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.DOCX", "out.HTML", "out.MD", "out.PDF"]


def test_an_unknown_suffix_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed) as refused:
        write(TREE, tmp_path / "out.xls")
    assert ".pdf, .html, .docx or .md" in refused.value.next_step
    assert export_format(Path("a.pdf")).name == "PDF"


def test_a_missing_folder_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="could not be written"):
        write(TREE, tmp_path / "gone" / "out.md")


def test_a_folder_in_the_place_of_the_file_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "out.md").mkdir()
    with pytest.raises(ExportFailed):
        write(TREE, tmp_path / "out.md")
    assert [path.name for path in tmp_path.iterdir()] == ["out.md"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.md"
    target.write_text("old")

    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportFailed, match="No space left"):
        write(TREE, target)
    assert target.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1
