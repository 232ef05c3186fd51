"""Hides how a changed bit is noticed where the row still reads: triggers keep a digest of every row, and a check compares the two.

The digests stand in a table of their own, so that no statement of the rest of the library knows of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

_TABLE = "row_digest"
_LARGE = frozenset(
    {"article", "content", "change", "finding", "profile", "comparison", "standing", "note_words", "journal_thing", "teller"}
)
"""Tables that grow with the articles rather than with what the analyst writes."""


class _Layout(NamedTuple):
    """A table as its digests need it: what names a row (an SQL expression on an alias), and the columns that are stored."""

    name: str
    keys: tuple[str, ...]
    columns: tuple[str, ...]

    def key(self, alias: str) -> str:
        """The number under which the digest of a row stands: the row's own, else a digest of its key."""
        return _digest_of(alias, self.keys) if self.keys else f"{alias}.rowid"

    def digest(self, alias: str) -> str:
        """The digest of a row."""
        return _digest_of(alias, self.columns)


def digest_of_row(*values: bytes | None) -> int:
    """Eight bytes of BLAKE2b over the stored bytes of each column, as SQLite takes a number; for SQL, as ``row_digest``."""
    from hashlib import blake2b  # with the first row that is written: no list needs it

    digest = blake2b(digest_size=8)
    for value in values:
        digest.update(b"-" if value is None else b"%d:" % len(value))
        digest.update(value or b"")
    return int.from_bytes(digest.digest(), "big", signed=True)


def provide(connection: sqlite3.Connection) -> None:
    """Let a connection write to tables that have digests."""
    connection.create_function(_TABLE, -1, digest_of_row, deterministic=True)


def stop(connection: sqlite3.Connection) -> None:
    """Drop the triggers, inside the caller's transaction, so that tables can be altered."""
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'digest_%'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')


def begin(connection: sqlite3.Connection) -> None:
    """Take the digest of every row as it is now, and keep them from here on, inside the caller's transaction.

    Nothing in a database of a version that has no table for them.
    """
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (_TABLE,)).fetchone():
        return
    connection.execute(f"DELETE FROM {_TABLE}")
    for table in _layouts(connection):
        connection.execute(f"INSERT INTO {_TABLE} SELECT '{table.name}', {table.key('t')}, {table.digest('t')} FROM {table.name} t")
        gone = f"DELETE FROM {_TABLE} WHERE kept = '{table.name}' AND number = "
        come = f"INSERT INTO {_TABLE} VALUES ('{table.name}', {table.key('NEW')}, {table.digest('NEW')})"
        steps = {
            "INSERT": f"{gone}{table.key('NEW')}; {come}",  # what a REPLACE has deleted fires no trigger
            "UPDATE": f"{gone}{table.key('OLD')}; {come}",
            "DELETE": f"{gone}{table.key('OLD')}",
        }
        for event, statements in steps.items():
            connection.execute(f"CREATE TRIGGER digest_{table.name}_{event.lower()} AFTER {event} ON {table.name} BEGIN {statements}; END")


def kept_tables(connection: sqlite3.Connection, *, small: bool) -> tuple[str, ...]:
    """The tables whose rows have digests; ``small``: only those that grow with what the analyst writes."""
    return tuple(table.name for table in _layouts(connection) if not (small and table.name in _LARGE))


def changed_rows(connection: sqlite3.Connection, table: str) -> Iterator[int | None]:
    """The number of each row that is not as it was written, or is gone; None for a row of a table without numbers.

    Begins with every row that was looked at as 0, so that a caller can count and stop.
    """
    layout = _layout(connection, table)
    number = "NULL" if layout.keys else "t.rowid"
    compared = (
        f"SELECT {number}, {layout.digest('t')} IS d.digest FROM {table} t"
        f" LEFT JOIN {_TABLE} d ON d.kept = '{table}' AND d.number = {layout.key('t')}"
    )
    for row, same in connection.execute(compared):
        yield 0 if same else None if row is None else int(row)
    lost = f"SELECT number FROM {_TABLE} WHERE kept = '{table}' AND number NOT IN (SELECT {layout.key('t')} FROM {table} t)"
    for (row,) in connection.execute(lost):
        yield None if layout.keys else int(row)


def changed_of_article(connection: sqlite3.Connection, table: str, article: int) -> tuple[int, ...]:
    """The rows of a table that belong to an article and are not as they were written; the table has numbers and names its article."""
    layout = _layout(connection, table)
    whose = "id" if table == "article" else "article"
    rows = connection.execute(
        f"SELECT t.rowid FROM {table} t LEFT JOIN {_TABLE} d ON d.kept = '{table}' AND d.number = t.rowid"
        f" WHERE t.{whose} = ? AND d.digest IS NOT {layout.digest('t')}",
        (article,),
    )
    return tuple(int(row[0]) for row in rows)


def _layout(connection: sqlite3.Connection, table: str) -> _Layout:
    (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone()
    stored = [(str(row[1]), int(row[5])) for row in connection.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0]
    keys = tuple(column for column, key in stored if key) if sql.rstrip().upper().endswith("WITHOUT ROWID") else ()
    return _Layout(table, keys, tuple(column for column, _ in stored))


def _layouts(connection: sqlite3.Connection) -> Iterator[_Layout]:
    """Every table but SQLite's own and that of the digests."""
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
        if name != _TABLE and not name.startswith("sqlite_"):
            yield _layout(connection, name)


def _digest_of(alias: str, columns: tuple[str, ...]) -> str:
    return f"row_digest({', '.join(f'CAST({alias}.{column} AS BLOB)' for column in columns)})"
