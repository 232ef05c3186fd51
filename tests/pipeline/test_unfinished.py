"""What was being imported when a program was stopped is known to the next one, once."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from briefing_app.pipeline.unfinished import UnfinishedImports

ONE, OTHER = Path("/news/monday"), Path("/news/lundi \u20ac 月曜.txt")


def test_what_has_not_ended_is_left(tmp_path: Path) -> None:
    imports = UnfinishedImports(tmp_path)
    imports.begin([ONE, OTHER])
    imports.begin([ONE.with_name("tuesday")])
    imports.end([ONE])
    after = UnfinishedImports(tmp_path)
    assert after.take_left() == (OTHER.absolute(), ONE.with_name("tuesday").absolute())
    assert after.take_left() == ()


def test_nothing_is_left_of_what_has_ended(tmp_path: Path) -> None:
    imports = UnfinishedImports(tmp_path)
    imports.begin([ONE])
    imports.end([ONE])
    assert UnfinishedImports(tmp_path).take_left() == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="names are no bytes there")
def test_any_name_fits(tmp_path: Path) -> None:
    name = Path(os.fsdecode(b"/news/\xff\xfe.txt"))
    UnfinishedImports(tmp_path).begin([name])
    assert UnfinishedImports(tmp_path).take_left() == (name,)


@pytest.mark.parametrize("words", ["", "[", '{"a": 1}', "[5]", '["zz"]', "5"])
def test_a_damaged_file_tells_of_nothing(tmp_path: Path, words: str) -> None:
    (tmp_path / "importing.json").write_text(words, encoding="utf-8")
    assert UnfinishedImports(tmp_path).take_left() == ()


def test_a_folder_that_is_gone_costs_nothing(tmp_path: Path) -> None:
    imports = UnfinishedImports(tmp_path / "gone")
    imports.begin([ONE])
    imports.end([ONE])
    assert imports.take_left() == ()
