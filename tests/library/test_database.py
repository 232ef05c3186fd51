"""One connection a thread: none is closed under a thread that reads, none outlives its thread."""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_app.library.database import Database
from briefing_app.model.errors import LibraryError, StorageFailed

_LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT sum(i) FROM n"


def in_threads(work: Callable[[], None], count: int) -> list[threading.Thread]:
    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    return threads


@pytest.mark.parametrize("turn", range(5))
def test_closing_waits_for_who_reads_and_turns_away_who_comes_later(tmp_path: Path, turn: int) -> None:
    database = Database(tmp_path / "library.db")
    reading, ended = threading.Semaphore(0), []

    def read() -> None:
        try:
            while True:
                assert database.number(_LONG) == 200_010_000
                reading.release()
        except LibraryError as error:
            ended.append(str(error))

    threads = in_threads(read, 3)
    for _ in range(3 + turn):
        reading.acquire()
    database.close()
    for thread in threads:
        thread.join()
    assert ended == ["The library is closed."] * 3


def test_closing_between_two_rows_ends_the_reading(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.db")
    rows = database.each("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i FROM n")
    assert next(rows) == (1,)
    closing = threading.Thread(target=database.close)
    closing.start()
    closing.join()
    with pytest.raises(LibraryError):
        next(rows)


def test_a_write_under_way_is_kept(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.db")
    begun = threading.Event()

    def write() -> None:
        with database.writing() as connection:
            connection.execute("CREATE TABLE kept (number INTEGER)")
            begun.set()
            for number in range(2000):
                connection.execute("INSERT INTO kept VALUES (?)", (number,))

    (thread,) = in_threads(write, 1)
    begun.wait()
    database.close()
    thread.join()
    again = Database(tmp_path / "library.db")
    assert again.number("SELECT count(*) FROM kept") == 2000
    again.close()


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="the system does not tell which files are open")
def test_a_thread_that_has_ended_leaves_no_connection(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.db")

    def open_files() -> int:
        links = (link for link in Path("/proc/self/fd").iterdir() if link.is_symlink())
        return sum(str(link.resolve()).startswith(str(tmp_path)) for link in links)

    def read_in_threads(count: int) -> int:
        """One after the other; SQLite keeps a file or two open for whoever comes next."""
        for _ in range(count):
            (thread,) = in_threads(lambda: database.rows("SELECT 1"), 1)
            thread.join()
        return open_files()

    few = read_in_threads(2)
    assert read_in_threads(20) <= few
    database.close()
    assert open_files() == 0


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the log held each time the system was told to bring it to the disk, which it is not: the disk is not what is tested."""
    logs: list[str] = []

    def read(handle: int) -> None:
        logs.append(os.pread(handle, 1 << 20, 0).decode("latin-1"))

    for name in ("fsync", "fdatasync"):
        monkeypatch.setattr(os, name, read, raising=False)
    return logs


def write_words(database: Database, words: str, *, lasting: bool) -> None:
    with database.writing(lasting=lasting) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (words TEXT)")
        connection.execute("INSERT INTO kept VALUES (?)", (words,))


def test_what_need_not_last_yet_is_read_by_others_and_then_brought_to_the_disk(tmp_path: Path, synced: list[str]) -> None:
    database, other = Database(tmp_path / "library.db"), Database(tmp_path / "library.db")
    synced.clear()
    write_words(database, "The harbour reopened.", lasting=False)
    assert other.row("SELECT words FROM kept") == ("The harbour reopened.",)
    assert synced == []
    database.make_last()
    assert len(synced) == 1
    assert "The harbour reopened." in synced[0]
    assert database.number("PRAGMA synchronous") == 2, "and what is written next waits for the disk again"
    database.close()
    other.close()


def test_nobody_waits_for_the_disk_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database, other = Database(tmp_path / "library.db"), Database(tmp_path / "library.db")
    written = []

    def busy(_handle: int) -> None:
        write_words(other, "meanwhile", lasting=False)
        written.append("meanwhile")

    write_words(database, "first", lasting=False)
    for name in ("fsync", "fdatasync"):
        monkeypatch.setattr(os, name, busy, raising=False)
    database.make_last()
    assert written
    database.close()
    other.close()


def test_the_log_is_written_back_though_no_write_waits_for_it(tmp_path: Path, synced: list[str]) -> None:
    database = Database(tmp_path / "library.db")
    for _ in range(300):
        write_words(database, "w" * 30_000, lasting=False)
        database.make_last()
    assert synced
    assert (tmp_path / "library.db-wal").stat().st_size < 100 * 32_768
    database.close()


def test_a_disk_that_does_not_take_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    database = Database(tmp_path / "library.db")
    write_words(database, "first", lasting=False)
    for name in ("fsync", "fdatasync"):
        monkeypatch.setattr(os, name, full, raising=False)
    with pytest.raises(StorageFailed, match="Input/output error"):
        database.make_last()
    database.close()


def test_a_full_disk_of_the_copy_is_not_told_as_that_of_the_library(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.db")
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL  # as SQLite raises it amid the copy

    def stop(_status: int, _left: int, _total: int) -> None:
        raise full

    with pytest.raises(OSError, match="No space left") as told:
        database.copy_to(tmp_path / "copy.db", stop, 1)
    assert (told.value.errno, told.value.filename) == (errno.ENOSPC, str(tmp_path / "copy.db"))
    database.close()
