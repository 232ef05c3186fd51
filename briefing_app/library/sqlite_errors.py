"""What SQLite's errors mean for a library: damaged, no room or permission, or busy."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from briefing_app.model.errors import BriefingError, LibraryCorrupt, StorageFailed

_CORRUPT = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_SCHEMA})
_STORAGE = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOLFS}
)
_UNREADABLE = ("decode to UTF-8", "malformed JSON")
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


def meaning_of(error: sqlite3.DatabaseError, path: Path) -> BriefingError | None:
    """The error to raise for one of the database at ``path``, with the next step; None when it is a mistake in a statement."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    if any(words in str(error) for words in _UNREADABLE):  # left out: SQLite's words can hold the text
        return LibraryCorrupt(f"The database {path} is damaged: a text in it does not read.", "Restore the library from a backup.")
    if primary in _CORRUPT:
        return LibraryCorrupt(f"The database {path} is damaged: {error}.", "Restore the library from a backup.")
    if primary in _STORAGE:
        return StorageFailed(
            f"The library's database {path} could not be read or written: {error}.",
            "Check the free space and the permissions of the folder, then try again.",
        )
    if primary in _BUSY:
        return StorageFailed(f"The library's database {path} stayed busy: {error}.", "Try again in a moment.")
    return None
