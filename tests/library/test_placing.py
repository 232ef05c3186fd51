"""A program that is killed while one library takes another's place: the next start finds the new one whole, never an empty one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefing_app.library import Library, is_library
from briefing_app.library.backup import put_in_place, stage
from briefing_app.model.errors import StorageFailed
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


def test_what_was_unpacked_since_takes_no_place_that_was_promised_to_another(folder: Path) -> None:
    (kept,) = (folder / "backups").glob("*")
    first = stage(kept, folder, unwatched)

    class Stopped(Exception):
        pass

    def half(done: int, total: int) -> None:
        if done > total // 4:
            with pytest.raises(StorageFailed, match="unpacked there since"):
                put_in_place(folder, NOON, first.mark)
            raise Stopped

    with pytest.raises(Stopped):
        stage(kept, folder, half)
    second = stage(kept, folder, unwatched)
    with pytest.raises(StorageFailed, match="unpacked there since"):
        put_in_place(folder, NOON, first.mark)
    library = Library.open(folder)
    assert len(library.article_ids()) == 2
    library.close()
    put_in_place(folder, NOON, second.mark)
    assert not (folder / "proven").exists()
    library = Library.open(folder)
    assert len(library.article_ids()) == 1
    library.close()


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
    with monkeypatch.context() as patch:
        kill_at(patch, step)
        try:
            put_in_place(folder, NOON)
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
