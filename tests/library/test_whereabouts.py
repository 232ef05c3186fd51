"""A library whose folder is deleted, moved away or replaced while it is open: every write is refused, and none is made in its place."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing_app.library import Library
from briefing_app.model.edit import MarkStarred
from briefing_app.model.errors import LibraryGone
from briefing_app.model.ids import ArticleId
from tests.factories import document

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the system keeps the folder of an open file in place")

STAR = MarkStarred((ArticleId(1),), True)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library of one article, open."""
    library = Library.open(tmp_path / "library")
    library.add(document("First", "The ferry came back."), b"first", "first.txt")
    yield library
    library.close()


def delete(folder: Path) -> None:
    shutil.rmtree(folder)


def move(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))


def replace(folder: Path) -> None:
    """Another library, which nobody has open, takes its place."""
    move(folder)
    other = Library.open(folder)
    other.add(document("Other", "The crane fell."), b"other", "other.txt")
    other.close()


WAYS = [delete, move, replace]


def standing(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("lose", WAYS)
def test_nothing_is_written_any_more_and_nothing_is_made(library: Library, lose: Callable[[Path], None]) -> None:
    lose(library.folder)
    before = standing(library.folder.parent)
    for write in (
        lambda: library.apply(STAR),
        lambda: library.add(document("Second", "The ferry sank."), b"second", "second.txt"),
        lambda: library.set_position("a follower", 1),
        lambda: library.index_pending(),
        lambda: library.reindex(),
        lambda: library.require_there(),
        lambda: library.back_up_automatically(lambda _done, _total: None),
    ):
        with pytest.raises(LibraryGone, match="no longer at") as told:
            write()
        assert told.value.next_step
    assert standing(library.folder.parent) == before


@pytest.mark.parametrize("lose", WAYS)
def test_a_thread_that_has_not_read_yet_opens_no_other_file(library: Library, lose: Callable[[Path], None]) -> None:
    lose(library.folder)
    told: list[LibraryGone] = []

    def read() -> None:
        try:
            library.article_count()
        except LibraryGone as error:
            told.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert len(told) == 1
    assert library.article_count() == 1, "who has it open reads on"


@pytest.mark.parametrize("lose", WAYS)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_worker_opens_the_library_of_its_program_or_none(library: Library, lose: Callable[[Path], None], read_only: bool) -> None:
    Library.open(library.folder, held=True, read_only=read_only, file=library.file).close()
    lose(library.folder)
    with pytest.raises(LibraryGone):
        Library.open(library.folder, held=True, read_only=read_only, file=library.file)
    assert library.folder.exists() == (lose is replace)


def test_a_folder_that_is_put_back_is_written_to_again(library: Library) -> None:
    move(library.folder)
    with pytest.raises(LibraryGone):
        library.apply(STAR)
    library.folder.with_name("moved").rename(library.folder)
    library.apply(STAR)
    (row,) = library.rows()
    assert row.starred


def test_where_files_have_no_numbers_nothing_is_compared(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library._database, "file", None)
    move(library.folder)
    library.require_there()
