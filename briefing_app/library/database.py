"""Hides SQLite: one connection a thread, short write transactions, migrations, and what its errors mean."""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from briefing_app.library import digests
from briefing_app.library.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION
from briefing_app.library.whereabouts import FileNumber, file_number, require_there
from briefing_app.model.errors import LibraryCorrupt, LibraryError, LibraryTooNew, StorageFailed
from briefing_app.model.version import address_key

BUSY_TIMEOUT_MS = 15_000
"""How long a write waits for the other process's transaction."""

_CHECK_STEPS = 2_000_000
_FOREIGN_KEYS = "PRAGMA foreign_key_check"
_CHUNK = 500  # SQLite takes at least 999 values in one statement.
Row = tuple[Any, ...]
Values = Sequence[object]


def empty_database(path: Path, version: int) -> sqlite3.Connection:
    """A new database of an earlier version, to be filled and then brought up with ``bring_to``."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600))
    connection = sqlite3.connect(path, isolation_level=None)
    bring_to(connection, 0, version)
    return connection


def bring_to(connection: sqlite3.Connection, version: int, wanted: int) -> None:
    """Run the migrations from one version to another inside the caller's transaction."""
    connection.create_function("casefold", 1, str.casefold, deterministic=True)
    connection.create_function("address_key", 1, address_key, deterministic=True)
    connection.create_function("things_of", 2, _things_of, deterministic=True)
    digests.provide(connection)
    digests.stop(connection)
    for statements in MIGRATIONS[version:wanted]:
        for statement in statements:
            connection.execute(statement)
    digests.begin(connection)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={wanted}")


def _things_of(edit: bytes, inverse: bytes) -> str:
    """What a row of the journal is about, for SQLite; nothing when it does not read."""
    from briefing_app.library.records import named_things

    try:
        return named_things(edit, inverse)
    except LibraryCorrupt:
        return "[]"


class _Own:
    """A thread's own connection. It is used inside a ``with`` block and closed outside of all, by another thread too; SQLite would let
    one thread close what another is reading from, and the program would crash. It is closed when its thread has ended, at the latest.
    """

    __slots__ = ("__weakref__", "_connection", "_in_use")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection: sqlite3.Connection | None = connection
        self._in_use = threading.RLock()

    def __enter__(self) -> sqlite3.Connection:
        self._in_use.acquire()
        if self._connection is None:
            self._in_use.release()
            raise _closed()
        return self._connection

    def __exit__(self, *_error: object) -> None:
        self._in_use.release()

    def close(self) -> None:
        """Wait for the statement or the transaction under way, then close. A second call does nothing."""
        with self._in_use:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def __del__(self) -> None:
        self.close()


class Database:
    """The library's SQLite file in WAL mode. Safe to use from several threads; each gets its own connection.

    Raises LibraryCorrupt, LibraryGone, LibraryTooNew or StorageFailed for what the file, the disk or a permission does.
    """

    def __init__(self, path: Path, *, read_only: bool = False, file: FileNumber | None = None) -> None:
        """``file`` is the one that another process has open; any other at ``path`` is refused."""
        self.path = path
        self.read_only = read_only
        self.file = file
        self._local = threading.local()
        self._guard = threading.Lock()
        self._open: weakref.WeakSet[_Own] = weakref.WeakSet()
        self._closed = False
        self._has_log = False
        self._left = count(1)
        try:
            with self._translated():
                self._prepare()
        except BaseException:
            self.close()
            raise

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows of a query."""
        with self._translated(), self._own() as connection:
            return connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """The first row of a query, or None."""
        with self._translated(), self._own() as connection:
            found: Row | None = connection.execute(sql, values).fetchone()
            return found

    def number(self, sql: str, values: Values = ()) -> int:
        """The first column of the first row as a number; 0 when there is no row or the value is NULL."""
        row = self.row(sql, values)
        return int(row[0]) if row and row[0] is not None else 0

    def chosen(self, select: str, numbers: Sequence[int], by: str = "a.id", order: str = "") -> Iterator[Row]:
        """The rows of a SELECT in which ``by`` is one of ``numbers``, however many these are."""
        for start in range(0, len(numbers), _CHUNK):
            some = numbers[start : start + _CHUNK]
            yield from self.rows(f"{select} WHERE {by} IN ({','.join('?' * len(some))}) {order}", some)

    def each(self, sql: str) -> Iterator[Row]:
        """The rows of a query one after the other, so that what stands before a damaged page is had."""
        with self._translated():
            own = self._own()
            with own as connection:
                rows = connection.execute(sql)
            while True:
                with own:
                    row: Row | None = rows.fetchone()
                if row is None:
                    return
                yield row

    def size(self) -> int:
        """The bytes of the database's file and of what is not yet written back into it; 0 when they cannot be measured."""
        files = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        return sum(file.stat().st_size for file in files if file.is_file())

    def copy_to(self, path: Path, watch: Callable[[int, int, int], None], pages: int) -> None:
        """Copy the database as it is at this moment into an empty file, while others go on writing.

        ``watch`` takes SQLite's status, the pages that remain and all pages, after every ``pages``; what it raises ends the copy.
        Raises OSError when there is no room for the file.
        """
        with self._translated(), closing(self._connect()) as source, closing(sqlite3.connect(path, isolation_level=None)) as target:
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # holds this moment: a write elsewhere begins nothing anew
            try:
                source.backup(target, pages=pages, progress=watch)
            except sqlite3.OperationalError as error:
                if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_FULL:
                    raise
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from error  # not the library's disk is full

    def check(self, *, full: bool, watch: Callable[[], None], most: int) -> tuple[str, ...]:
        """What SQLite finds wrong, at most so many lines, none when all is well; ``watch`` is called every some milliseconds."""

        def told() -> int:
            watch()
            return 0

        with self._translated(), closing(self._connect()) as connection:
            connection.set_progress_handler(told, _CHECK_STEPS)
            pragma = "integrity_check" if full else "quick_check"
            lines = [str(row[0]) for row in connection.execute(f"PRAGMA {pragma}({most})")]
            if full:
                lines += [f"row {row[1]} of {row[0]} names a {row[2]} that is not there" for row in connection.execute(_FOREIGN_KEYS)]
        return tuple(line for line in lines if line != "ok")[:most]

    def kept_tables(self, *, small: bool) -> tuple[str, ...]:
        """The tables whose rows have digests; ``small``: only those that grow with what the analyst writes."""
        with self._translated(), self._own() as connection:
            return digests.kept_tables(connection, small=small)

    def changed_rows(self, table: str, watch: Callable[[], None]) -> tuple[int | None, ...]:
        """The number of each row that is not as it was written, or is gone; None for one of a table whose rows have no numbers."""
        changed = []
        with self._translated(), self._own() as connection:
            for number in digests.changed_rows(connection, table):
                watch()
                if number != 0:
                    changed.append(number)
        return tuple(changed)

    def changed_of_article(self, table: str, article: int) -> tuple[int, ...]:
        """The rows of a table that belong to an article and are not as they were written."""
        with self._translated(), self._own() as connection:
            return digests.changed_of_article(connection, table, article)

    @contextmanager
    def writing(self, *, lasting: bool = True) -> Iterator[sqlite3.Connection]:
        """One write transaction: committed at the end of the block, rolled back when it raises. Keep it short.

        A power cut takes nothing of it away any more, or, when it is not ``lasting``, once ``make_last`` has been called: others see and
        write meanwhile, who would wait for the disk otherwise.
        """
        from briefing_app.library.write_ahead import left_to_the_system

        self.require_writable()
        self.require_there()
        with self._translated(), self._own() as connection, left_to_the_system(connection, left=self._has_log and not lasting):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def make_last(self) -> None:
        """Bring to the disk what was written and is not lasting yet; now and then the log back into the database's file too."""
        from briefing_app.library.write_ahead import CHECKPOINT_EACH, bring_log_to_disk

        if not self._has_log:
            return
        if next(self._left) % CHECKPOINT_EACH == 0:
            with self._translated(), self._own() as connection:
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        bring_log_to_disk(self.path)

    def require_open(self) -> None:
        """Raises LibraryError when the library has been closed."""
        if self._closed:
            raise _closed()

    def require_there(self) -> None:
        """Raises LibraryGone when the file that was opened is not at its path any more."""
        require_there(self.path, self.file)

    def require_writable(self) -> None:
        """Raises LibraryError when the library is open for reading only."""
        if self.read_only:
            raise LibraryError("The library is open for reading only.", "Close it in the other program, then open it again.")

    def close(self) -> None:
        """Close every thread's connection once what it is doing is done. A second call does nothing."""
        with self._guard:
            self._closed = True
            standing = list(self._open)
        for own in standing:
            own.close()

    def _own(self) -> _Own:
        self.require_open()
        own: _Own | None = getattr(self._local, "own", None)
        if own is None:
            with self._guard:
                self.require_open()
                own = _Own(self._connect())
                self._open.add(own)
            self._local.own = own
        return own

    def _connect(self) -> sqlite3.Connection:
        self.require_there()  # SQLite would make an empty database where there is none
        if not self.read_only:
            return self._configured(sqlite3.connect(self.path, isolation_level=None, check_same_thread=False))
        connection = self._connect_uri("mode=ro")
        try:
            # Any statement that reads the file tells whether SQLite can; the settings above do not.
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.DatabaseError as error:
            connection.close()
            if not isinstance(error, sqlite3.OperationalError) or self.path.with_name(self.path.name + "-wal").exists():
                raise
            # A WAL database in a folder that cannot be written opens only when promised not to change.
            connection = self._connect_uri("immutable=1")
        return connection

    def _connect_uri(self, how: str) -> sqlite3.Connection:
        uri = f"{self.path.resolve().as_uri()}?{how}"
        return self._configured(sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False))

    def _configured(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        try:
            connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
            connection.execute("PRAGMA foreign_keys=ON")
            digests.provide(connection)
            if not self.read_only:
                connection.execute("PRAGMA synchronous=FULL")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _prepare(self) -> None:
        if self.read_only:
            self.require_there()
            if not self.path.is_file():
                raise self._nothing()
            self.file = self.file or file_number(self.path)
            with self._own() as connection:
                self._check_version(connection)
            return
        if not self.path.exists():
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        self.file = self.file or file_number(self.path)
        with self._own() as connection:
            version = self._check_version(connection)
            self._has_log = connection.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)  # not where files share no memory
        if version < SCHEMA_VERSION:
            if version:
                self._copy_before(version)
            self._migrate()

    def _nothing(self) -> LibraryError:
        return LibraryError(f"There is no library at {self.path.parent}.", "Choose another folder.")

    def _check_version(self, connection: sqlite3.Connection) -> int:
        application = int(connection.execute("PRAGMA application_id").fetchone()[0])
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        if application != APPLICATION_ID and (application or version or tables):
            raise LibraryCorrupt(f"{self.path} is not a library of this program.", "Choose another folder.")
        if self.read_only and not version:
            raise self._nothing()
        if self.read_only and version < SCHEMA_VERSION:
            raise LibraryError(
                f"The library {self.path.parent} was written by an older version of this program.",
                "Open it for writing once, so that it is brought up to date; then it can be read.",
            )
        if version > SCHEMA_VERSION and not self.read_only:
            raise LibraryTooNew(
                f"The library {self.path.parent} was written by a newer version of this program.",
                "Update the program; until then the library can be read, and nothing can be changed in it.",
            )
        return version

    def _migrate(self) -> None:
        with self.writing() as connection:
            # Asked again inside the transaction: another process may have done the work meanwhile.
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            if version < SCHEMA_VERSION:
                bring_to(connection, version, SCHEMA_VERSION)

    def _copy_before(self, version: int) -> None:
        """Keep the database as it is before a migration, beside it; the copies before earlier migrations go once this one is whole."""
        copy = self.path.with_name(f"{self.path.name}.version-{version}")
        partial = copy.with_name(f"{copy.name}.part")
        try:
            partial.unlink(missing_ok=True)
            os.close(os.open(partial, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600))
            self.copy_to(partial, lambda _status, _left, _total: None, -1)
            partial.replace(copy)
        except OSError as error:
            raise StorageFailed(
                f"The library could not be copied before it is brought up to date: {error.strerror or error}.",
                "Make room on its disk; nothing has been changed.",
            ) from error
        for older in self.path.parent.glob(f"{self.path.name}.version-*"):
            if older != copy:
                older.unlink(missing_ok=True)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            from briefing_app.library.sqlite_errors import meaning_of

            meaning = meaning_of(error, self.path)
            if meaning is None:
                raise
            raise meaning from error


def _closed() -> LibraryError:
    return LibraryError("The library is closed.")
