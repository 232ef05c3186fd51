"""SQLite's write-ahead log: who waits until the disk has it, and when.

With ``synchronous=FULL`` a commit ends when the disk has the log. Where nobody is to wait for that, the commit is made with ``NORMAL``,
after which the system has the log and a killed process loses nothing, and the disk is waited for afterwards
(https://sqlite.org/pragma.html#pragma_synchronous).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing_app.model.errors import StorageFailed

CHECKPOINT_EACH = 64
"""So many writes that nobody waited for make about as many pages as those after which SQLite writes its log back by itself."""

_LOG_PAGES = 1_000  # SQLite's own


@contextmanager
def left_to_the_system(connection: sqlite3.Connection, *, left: bool) -> Iterator[None]:
    """Meanwhile a commit neither waits for the disk nor writes the log back; when it is not ``left``, all is as always."""
    if not left:
        yield
        return
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA wal_autocheckpoint=0")
    try:
        yield
    finally:
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA wal_autocheckpoint={_LOG_PAGES}")


def bring_log_to_disk(path: Path) -> None:
    """Have the system bring the log of the database at ``path`` to the disk; one that is gone has been written back whole.

    Raises StorageFailed when the disk does not take it.
    """
    try:
        _sync(path.with_name(f"{path.name}-wal"))
    except OSError as error:
        raise StorageFailed(
            f"The disk did not take what was written to {path}: {error.strerror or error}.",
            "Check the free space and the disk, then try again.",
        ) from error


def _sync(log: Path) -> None:
    try:
        handle = os.open(log, os.O_RDWR)
    except FileNotFoundError:
        return
    try:
        getattr(os, "fdatasync", os.fsync)(handle)
    finally:
        os.close(handle)
