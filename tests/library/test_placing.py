"""A program that is killed while one library takes another's place: the next start finds the new one whole, never an empty one."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from briefing_app.library import Library, is_library
from briefing_app.library.backup import clear_staging, put_in_place, stage
from briefing_app.model.errors import LibraryCorrupt, StorageFailed
from tests.factories import NOON, document


class Killed(BaseException):
    """Nothing of the program runs after it, but for what gives the lock back, as the system does."""


def unwatched(done: int, total: int) -> None:
    assert 0 <= done <= total


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of two articles with an automatic backup of when it had one, which lies unpacked beside it."""
    folder = tmp_path / "library"
    library = Library.open(folder)
    library.add(document("First", "The ferry came back."), b"first", "first.txt")
    library.back_up_automatically(unwatched)
    library.add(document("Second", "The ferry sank."), b"second", "second.txt")
    (kept,) = library.backups()
    library.close()
    stage(kept.path, folder, unwatched)
    return folder


def backup_of(folder: Path) -> Path:
    (kept,) = (folder / "backups").glob("*")
    return kept


def test_what_is_not_wanted_leaves_alone_what_another_one_unpacks(folder: Path) -> None:
    unwanted = stage(backup_of(folder), folder, unwatched)

    def half(done: int, total: int) -> None:
        if done > total // 4:
            clear_staging(folder, unwanted.mark)

    wanted = stage(backup_of(folder), folder, half)
    assert wanted.mark != unwanted.mark
    with pytest.raises(StorageFailed, match="not lie beside it any more"):
        put_in_place(folder, NOON, unwanted.mark)
    library = Library.open(folder)
    assert len(library.article_ids()) == 2
    library.close()
    put_in_place(folder, NOON, wanted.mark)
    assert not (folder / "proven").exists()
    library = Library.open(folder)
    assert len(library.article_ids()) == 1
    library.close()


def test_what_is_proven_waits_for_its_answer_whatever_is_unpacked_meanwhile(folder: Path) -> None:
    first = stage(backup_of(folder), folder, unwatched)
    torn = folder.with_name("torn.briefing-backup")
    torn.write_bytes(backup_of(folder).read_bytes()[:-50])
    with pytest.raises(LibraryCorrupt):
        stage(torn, folder, unwatched)
    second = stage(backup_of(folder), folder, unwatched)
    put_in_place(folder, NOON, first.mark)
    put_in_place(folder, NOON + timedelta(seconds=1), second.mark)
    library = Library.open(folder)
    assert len(library.article_ids()) == 1
    library.close()
    assert len(list(folder.parent.glob("library.before-*"))) == 2


def test_what_a_killed_program_left_behind_is_cleared_away_after_a_day(folder: Path) -> None:
    left = stage(backup_of(folder), folder, unwatched)
    waiting = folder.with_name(f"library.{left.mark}.restoring")
    stage(backup_of(folder), folder, unwatched)
    assert waiting.is_dir()
    os.utime(waiting, (waiting.stat().st_atime, waiting.stat().st_mtime - 100_000))
    stage(backup_of(folder), folder, unwatched)
    assert not waiting.exists()


def kill_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Let the program end instead of its move of that number."""
    move, done = Path.rename, 0

    def rename(self: Path, target: Path) -> Path:
        nonlocal done
        done += 1
        if done == step:
            raise Killed
        return move(self, target)

    monkeypatch.setattr(Path, "rename", rename)


@pytest.mark.parametrize(("step", "articles"), [(1, 2), (2, 1), (3, 1), (4, 1)])
def test_whenever_it_is_killed_the_next_start_finds_a_whole_library(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int, articles: int
) -> None:
    staged = stage(backup_of(folder), folder, unwatched)
    with monkeypatch.context() as patch:
        kill_at(patch, step)
        try:
            put_in_place(folder, NOON, staged.mark)
        except Killed:
            assert step < 4
    assert is_library(folder)
    library = Library.open(folder)
    try:
        assert len(library.article_ids()) == articles
        assert len(library.backups()) == 1
        assert library.check(unwatched).flaws == ()
    finally:
        library.close()
    assert not (folder / "placing").exists()
    former = folder.with_name("library.before-2026-03-02-120000")
    assert former.exists() == (step > 1)


@pytest.mark.parametrize(("name", "found"), [("library", True), ("library.restoring", True), ("other", False)])
def test_only_its_own_folder_takes_a_librarys_place(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, found: bool) -> None:
    """``library.restoring`` is what earlier versions called it."""
    staged = stage(backup_of(folder), folder, unwatched)
    with monkeypatch.context() as patch:
        kill_at(patch, 2)
        with pytest.raises(Killed):
            put_in_place(folder, NOON, staged.mark)
    waiting = folder.with_name(f"library.{staged.mark}.restoring")
    if name != "library":
        waiting.rename(folder.with_name(name if name.endswith(".restoring") else f"{name}.{staged.mark}.restoring"))
    assert is_library(folder) is found


def test_what_was_unpacked_and_not_wanted_takes_no_place(folder: Path) -> None:
    shutil.rmtree(folder)
    assert not is_library(folder)
    library = Library.open(folder)
    assert library.article_ids() == ()
    library.close()


def test_the_folder_may_be_named_from_within(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    library = Library.open(Path())
    assert len(library.article_ids()) == 2
    library.close()
