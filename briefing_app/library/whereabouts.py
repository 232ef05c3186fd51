"""Tells whether an open library still lies where it was opened.

SQLite goes on with a file that was deleted or moved away, and what is written into it is lost.
"""

from __future__ import annotations

import os
from pathlib import Path

from briefing_app.model.errors import LibraryGone

FileNumber = tuple[int, int]
"""Device and inode; a file keeps them for as long as somebody has it open."""


def file_number(path: Path) -> FileNumber | None:
    """What tells the file at ``path`` from every other; None where the system has no such number (Windows keeps open files in place)."""
    if os.name == "nt":
        return None
    there = path.stat()
    return (there.st_dev, there.st_ino) if there.st_ino else None


def require_there(database: Path, opened: FileNumber | None) -> None:
    """Raise LibraryGone when the database that was opened is not at its path; None compares nothing.

    One look at the path. A disk that does not answer is left to SQLite to tell of.
    """
    if opened is None:
        return
    try:
        there = file_number(database)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise gone(database.parent) from error
    except OSError:
        return
    if there not in (None, opened):
        raise gone(database.parent)


def gone(folder: Path) -> LibraryGone:
    """The error for a library that was opened in ``folder``."""
    return LibraryGone(
        f"The library is no longer at {folder}: its folder was deleted or moved away, or another one is there now. Nothing is written.",
        "Open the library where it lies now, or bring a backup back.",
    )
