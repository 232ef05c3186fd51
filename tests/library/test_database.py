"""One connection a thread: none is closed under a thread that reads, none outlives its thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_app.library.database import Database
from briefing_app.model.errors import LibraryError

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
