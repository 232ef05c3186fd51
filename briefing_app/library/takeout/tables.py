"""Hides how the database's tables become lines of JSON and come back: whatever tables and columns there are, value for value.

The first line of a file names the columns; each further line is one row. Bytes stand as ``{"text": ...}`` when they are UTF-8, else as
``{"base64": ...}``. What can be worked out again from the rest is left out.
"""

from __future__ import annotations

import base64
import json
import sqlite3
from collections.abc import Callable, Iterator
from typing import IO, Any

LEFT_OUT = frozenset({"finding", "profile", "comparison", "standing", "follower", "note_words", "teller", "row_digest"})
"""Tables that the followers fill again, the index with them, and the digests, which are taken of what is read back."""

_NUMBERING = "sqlite_sequence"
"""SQLite's own table of the highest number that each table has given away; with it no number is ever given twice."""
_PIECE = 500


def table_names(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The tables that are written out, in the order in which they were made."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid").fetchall()
    return tuple(name for (name,) in rows if name not in LEFT_OUT and (name == _NUMBERING or not name.startswith("sqlite_")))


def row_count(connection: sqlite3.Connection, table: str) -> int:
    """How many rows a table has."""
    return int(connection.execute(f"SELECT count(*) FROM {_quoted(table)}").fetchone()[0])


def write_table(connection: sqlite3.Connection, table: str, file: IO[bytes], watch: Callable[[], None]) -> None:
    """Write every row; ``watch`` is called after each."""
    columns = stored_columns(connection, table)
    file.write(_line({"table": table, "columns": columns}))
    for row in connection.execute(f"SELECT {_list(columns)} FROM {_quoted(table)}"):
        file.write(_line([_out(value) for value in row]))
        watch()


def read_table(connection: sqlite3.Connection, table: str, file: IO[bytes], watch: Callable[[], None]) -> None:
    """Put every row into a table that is empty. Raises ValueError when the file is not what ``write_table`` wrote."""
    head = json.loads(file.readline())
    columns: list[str] = head["columns"]
    if head["table"] != table or not set(columns) <= set(stored_columns(connection, table)):
        raise ValueError(f"not the table {table}")
    connection.execute(f"DELETE FROM {_quoted(table)}")
    statement = f"INSERT INTO {_quoted(table)} ({_list(columns)}) VALUES ({','.join('?' * len(columns))})"
    for some in _pieces(file):
        connection.executemany(statement, some)
        for _row in some:
            watch()


def stored_columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns that are stored; what SQLite works out from them is not written."""
    return [str(row[1]) for row in connection.execute(f"PRAGMA table_xinfo({_quoted(table)})") if row[6] == 0]


def _pieces(file: IO[bytes]) -> Iterator[list[list[Any]]]:
    some: list[list[Any]] = []
    for line in file:
        some.append([_in(value) for value in json.loads(line)])
        if len(some) == _PIECE:
            yield some
            some = []
    yield some


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"


def _out(value: object) -> object:
    if not isinstance(value, bytes):
        return value
    try:
        return {"text": value.decode("utf-8")}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(value).decode("ascii")}


def _in(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return value["text"].encode("utf-8") if "text" in value else base64.b64decode(value["base64"], validate=True)


def _list(columns: list[str]) -> str:
    return ", ".join(map(_quoted, columns))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
