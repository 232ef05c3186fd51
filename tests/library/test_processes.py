"""A library among processes: the program's lock, a worker beside it, and a writer that is killed or whose disk is full."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from briefing_app.library import Library
from briefing_app.library.database import BUSY_TIMEOUT_MS
from briefing_app.model.edit import MarkRead
from briefing_app.model.errors import LibraryCorrupt, LibraryError, LibraryHeld, LibraryTooNew, StorageFailed
from briefing_app.model.ids import ArticleId
from tests.factories import document

CHECKOUT = Path(__file__).resolve().parents[2]

WRITER = """
import sys
from pathlib import Path
from briefing_app.library import Library
from tests.factories import document
library = Library.open(Path(sys.argv[1]), held=sys.argv[2] == "held")
print("open", flush=True)
for i in range(int(sys.argv[3]), int(sys.argv[4])):
    made = document(f"Number {i}", "The ferry came back. " * 200)
    library.add(made, f"{i}".encode() * 5000, f"{i}.txt")
    if i % 7 == 0:
        library.index_pending()
    print(i, flush=True)
library.close()
"""

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of a POSIX system")


@contextmanager
def writer(folder: Path, held: str, first: int, end: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", WRITER, str(folder), held, str(first), str(end)]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def read_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_program_is_told_who_holds_the_library_and_may_read(tmp_path: Path) -> None:
    with writer(tmp_path, "own", 0, 10_000) as process:
        assert read_line(process) == "open"
        with pytest.raises(LibraryHeld) as caught:
            Library.open(tmp_path)
        assert str(process.pid) in caught.value.holder
        assert read_line(process) == "0"
        reader = Library.open(tmp_path, read_only=True)
        assert reader.rows()[-1].headline.startswith("Number")
        reader.close()
        process.kill()
        process.wait()
    again = Library.open(tmp_path)
    again.close()


def test_the_same_process_cannot_open_it_twice(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    with pytest.raises(LibraryHeld):
        Library.open(tmp_path)
    library.close()
    Library.open(tmp_path).close()


def test_a_worker_writes_while_the_program_reads_and_edits(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    library.add(document("First", "Text."), b"first", "first.txt")
    slowest, seen = 0.0, 0
    with writer(tmp_path, "held", 0, 30) as process:
        assert read_line(process) == "open"
        for i in range(30):
            assert read_line(process) == str(i)
            seen = max(seen, len(library.rows()))
            assert seen >= i + 2  # what the worker has committed is seen at once
            begun = time.perf_counter()
            library.apply(MarkRead((ArticleId(1),), read=i % 2 == 0))
            slowest = max(slowest, time.perf_counter() - begun)
        assert process.wait(100) == 0
    assert slowest < BUSY_TIMEOUT_MS / 1000 / 2  # it never waits until the database gives up
    assert library.search("ferry", limit=100).total + library.behind() == 31 - 1 + (library.behind() > 30)
    library.index_pending()
    assert library.search("ferry", limit=100).total == 30
    library.close()


@posix_only
@pytest.mark.parametrize("after", [0, 1, 8, 15])
def test_a_killed_writer_loses_nothing_that_it_told_of(tmp_path: Path, after: int) -> None:
    with writer(tmp_path, "own", 0, 10_000) as process:
        assert read_line(process) == "open"
        for i in range(after):
            assert read_line(process) == str(i)
        time.sleep(0.003 * after)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    library = Library.open(tmp_path)
    ids = library.article_ids()
    assert len(ids) >= after
    for article in library.articles(ids):
        assert library.original(article.id) == article.document.headline().removeprefix("Number ").encode() * 5000
    assert [change.subject for change in library.changes_after(0)] == list(ids)
    assert list(library.folder.glob("originals/*/*.part")) == []
    library.index_pending()
    assert library.search("ferry", limit=1).total == len(ids)
    library.close()


FULL_DISK = """
import resource, sys
from pathlib import Path
from briefing_app.library import Library
from briefing_app.model.errors import StorageFailed
from tests.factories import document
library = Library.open(Path(sys.argv[1]))
library.add(document("Small", "Fits."), b"small", "small.txt")
what, limit = sys.argv[2], int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    if what == "original":
        library.add(document("Large", "Words."), b"x" * 10_000_000, "large.txt")
    elif what == "database":
        library.add(document("Large", "Long words. " * 500_000), b"large", "large.txt")
    else:
        library.index_pending()
except StorageFailed as error:
    print("told:", error.message, error.next_step)
"""


@posix_only
@pytest.mark.parametrize(("what", "limit"), [("original", 4_000_000), ("database", 2_000_000), ("index", 200)])
def test_a_full_disk_is_told_and_nothing_is_half_there(tmp_path: Path, what: str, limit: int) -> None:
    command = [sys.executable, "-c", FULL_DISK, str(tmp_path), what, str(limit)]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=100, check=False)
    assert done.stdout.startswith("told: "), done.stderr
    assert "free space" in done.stdout
    library = Library.open(tmp_path)
    assert [row.headline for row in library.rows()] == ["Small"]
    assert library.index_pending() == 1
    assert library.search("fits").total == 1
    library.add(document("Large", "Words."), b"x" * 10_000, "large.txt")
    library.close()


def test_what_is_no_library_is_told(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"These are the notes of somebody else. " * 100)
    with pytest.raises(LibraryCorrupt):
        Library.open(tmp_path)
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(StorageFailed):
        Library.open(tmp_path / "file")


def test_a_torn_database_is_told(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    for i in range(40):
        library.add(document(f"Number {i}", "The ferry came back. " * 50), str(i).encode(), f"{i}.txt")
    page = library._database.number("SELECT rootpage FROM sqlite_master WHERE name = 'article'")
    size = library._database.number("PRAGMA page_size")
    library.close()
    file = tmp_path / "library.sqlite"
    data = bytearray(file.read_bytes())
    data[(page - 1) * size : page * size] = b"\xa5" * size
    file.write_bytes(data)
    library = Library.open(tmp_path)
    with pytest.raises(LibraryCorrupt, match="damaged"):
        library.rows()
    library.close()


def test_a_newer_library_is_only_read(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    library.add(document("One", "Text."), b"1", "1.txt")
    with library._database.writing() as connection:
        connection.execute("PRAGMA user_version = 999")
    library.close()
    with pytest.raises(LibraryTooNew, match="newer"):
        Library.open(tmp_path)
    reader = Library.open(tmp_path, read_only=True)
    assert len(reader.rows()) == 1
    reader.close()


@posix_only
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library")
    library.add(document("One", "Text."), b"1", "1.txt")
    library.close()
    (tmp_path / "library").chmod(0o500)
    try:
        with pytest.raises(StorageFailed):
            Library.open(tmp_path / "library")
        reader = Library.open(tmp_path / "library", read_only=True)
        assert len(reader.rows()) == 1
        reader.close()
    finally:
        (tmp_path / "library").chmod(0o700)


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("content", [b"no database " * 500, None])
def test_a_library_that_cannot_be_opened_leaves_no_connection_open(tmp_path: Path, content: bytes | None, read_only: bool) -> None:
    if content is not None:
        (tmp_path / "library.sqlite").write_bytes(content)
    else:
        with closing(sqlite3.connect(tmp_path / "library.sqlite")) as connection:
            connection.execute("PRAGMA application_id=7")
    made: list[sqlite3.Connection] = []

    class Watched(sqlite3.Connection):
        def __init__(self, *args: Any, **settings: Any) -> None:
            super().__init__(*args, **settings)
            made.append(self)

    connect = sqlite3.connect
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda *args, **settings: connect(*args, **settings, factory=Watched))
        with pytest.raises(LibraryCorrupt):
            Library.open(tmp_path, read_only=read_only)
    assert made
    for connection in made:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")


def test_a_library_that_another_program_is_making_is_told(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").touch()  # so far the other one is before its first transaction
    with pytest.raises(LibraryError):
        Library.open(tmp_path, read_only=True)
