"""The watched folder: files are taken once, and only when they have stopped growing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from briefing_app.library import Library
from briefing_app.model.errors import LibraryGone, SkipCode
from briefing_app.pipeline.import_report import Skipped
from briefing_app.pipeline.watched import SETTLED_S, WatchedFolder


def there() -> None:
    """The library lies where it was opened."""


def watched(tmp_path: Path) -> tuple[WatchedFolder, Path]:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "library").mkdir()
    made = WatchedFolder(tmp_path / "library", there)
    made.watch(folder)
    return made, folder


def test_a_file_is_taken_once_it_has_stopped_growing(tmp_path: Path) -> None:
    made, folder = watched(tmp_path)
    path = folder / "a.txt"
    path.write_text("The ferry")
    assert made.look(0.0).growing
    path.write_text("The ferry sails")
    assert made.look(SETTLED_S).ready == ()
    assert made.look(2 * SETTLED_S - 0.1).ready == ()
    look = made.look(2 * SETTLED_S)
    assert look.ready == (path,)
    assert not look.growing
    made.take(look.ready)
    assert made.look(9 * SETTLED_S).ready == ()


def test_what_is_not_finished_or_empty_waits(tmp_path: Path) -> None:
    made, folder = watched(tmp_path)
    (folder / "page.html.crdownload").write_text("half")
    (folder / "empty.txt").touch()
    made.look(0.0)
    look = made.look(10.0)
    assert (look.ready, look.growing) == ((), False)


def test_a_file_that_changes_later_is_taken_again_and_folders_below_are_told(tmp_path: Path) -> None:
    made, folder = watched(tmp_path)
    (folder / "below").mkdir()
    path = folder / "below" / "a.txt"
    path.write_text("one")
    assert set(made.look(0.0).folders) == {folder, folder / "below"}
    made.take(made.look(5.0).ready)
    path.write_text("another")
    os.utime(path, ns=(1, 1))
    made.look(6.0)
    assert made.look(9.0).ready == (path,)


def test_a_folder_that_is_gone_is_taken_up_again_when_it_is_back(tmp_path: Path) -> None:
    made, folder = watched(tmp_path)
    path = folder / "a.txt"
    path.write_text("one")
    made.look(0.0)
    folder.rename(tmp_path / "away")
    look = made.look(5.0)
    assert (look.ready, look.folders, look.gone) == ((), (), True)
    (tmp_path / "away").rename(folder)
    made.look(6.0)
    look = made.look(9.0)
    assert (look.ready, look.gone) == ((path,), False)


def test_what_was_away_when_it_was_to_be_imported_is_taken_later(tmp_path: Path) -> None:
    made, folder = watched(tmp_path)
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(name)
    made.look(0.0)
    ready = made.look(5.0).ready
    made.take(ready, [Skipped(str(folder / "a.txt"), "It is not there.", SkipCode.MISSING)])
    made.look(6.0)
    assert made.look(9.0).ready == (folder / "a.txt",)


def test_it_is_remembered_with_the_library(tmp_path: Path) -> None:
    made, folder = watched(tmp_path)
    (folder / "a.txt").write_text("one")
    made.look(0.0)
    made.take(made.look(5.0).ready)
    again = WatchedFolder(tmp_path / "library", there)
    assert again.folder == folder
    again.look(0.0)
    assert again.look(5.0).ready == ()
    again.watch(None)
    assert WatchedFolder(tmp_path / "library", there).folder is None


def test_a_damaged_memory_is_none(tmp_path: Path) -> None:
    (tmp_path / "watched.json").write_text('{"folder": 5, "taken": []}')
    assert WatchedFolder(tmp_path, there).folder is None


@pytest.mark.skipif(sys.platform == "win32", reason="the system keeps the folder of an open file in place")
def test_nothing_is_written_beside_another_library_that_took_the_place(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("one")
    made = WatchedFolder(library.folder, library.require_there)
    made.watch(folder)
    made.look(0.0)
    (tmp_path / "library").rename(tmp_path / "moved")
    Library.open(tmp_path / "library").close()
    made.take(made.look(5.0).ready)
    with pytest.raises(LibraryGone):
        made.watch(None)
    assert made.folder == folder
    assert not (tmp_path / "library" / "watched.json").exists()
    assert WatchedFolder(tmp_path / "moved", there).folder == folder
    library.close()
