"""Every error that the world can cause, as one tree. A bug of ours is any other exception.

BriefingError
 ├── ImportSkipped           a file that could not be taken; carries path, code and reason
 ├── LibraryError
 │    ├── LibraryHeld        another program writes to this library
 │    ├── LibraryCorrupt     the database or an original does not read
 │    ├── LibraryTooNew      written by a newer version of the program
 │    ├── LibraryGone        its folder was deleted, moved away or replaced while it was open
 │    ├── NothingThere       an id that names nothing in this library
 │    └── EditRefused        what the analyst typed cannot be kept so (an empty name, one that is taken)
 ├── StorageFailed           disk full, permission, path gone
 ├── QueryMistake            the query does not parse; carries the place
 ├── SearchStopped           nobody waits for the answer any more
 ├── ExportFailed            the briefing could not be written
 ├── AnnotationsRefused      a file of annotations that is not valid, or in no known format
 └── WorkerDied              a worker process ended before it answered
"""

from __future__ import annotations

from enum import StrEnum


class BriefingError(Exception):
    """``message`` says what and why in one sentence; ``next_step`` what the analyst can do, empty when nothing helps."""

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step


class SkipCode(StrEnum):
    """Why a file was not imported."""

    UNREADABLE = "unreadable"
    MISSING = "missing"
    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too_large"
    ENCODING = "encoding"
    NO_TEXT = "no_text"
    UNKNOWN_FORMAT = "unknown_format"
    MALFORMED = "malformed"
    ENCRYPTED = "encrypted"
    TIMED_OUT = "timed_out"
    CRASHED = "crashed"
    OUT_OF_MEMORY = "out_of_memory"


class ImportSkipped(BriefingError):
    """A file that could not be taken in; everything else goes on."""

    def __init__(self, path: str, code: SkipCode, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.code = code
        self.reason = reason


class LibraryError(BriefingError):
    """The library cannot do what was asked."""


class LibraryHeld(LibraryError):
    """Another program holds the library; ``holder`` says which."""

    def __init__(self, holder: str) -> None:
        super().__init__(f"The library is open in another program ({holder}).", "Close it there, or only read here.")
        self.holder = holder


class LibraryCorrupt(LibraryError):
    """The database or an original does not read as it was written."""


class LibraryTooNew(LibraryError):
    """The library was written by a newer version."""


class LibraryGone(LibraryError):
    """The open library's file is not where it was opened; nothing is written there, and no new library is made."""


class NothingThere(LibraryError):
    """An id names nothing in this library."""


class EditRefused(LibraryError):
    """What the analyst typed cannot be kept so; nothing has changed."""


class StorageFailed(BriefingError):
    """The disk, a permission or a vanished path stopped the work."""


class QueryMistake(BriefingError):
    """A query that does not parse; ``position`` is a code point of the query, None when the whole is meant."""

    def __init__(self, message: str, position: int | None = None, next_step: str = "") -> None:
        super().__init__(message, next_step)
        self.position = position


class SearchStopped(BriefingError):
    """The asker of a search has said that nobody waits for its answer any more."""


class ExportFailed(BriefingError):
    """A briefing could not be written; the old file, if any, is untouched."""


class AnnotationsRefused(BriefingError):
    """A file of annotations cannot be taken; nothing of it was."""


class WorkerDied(BriefingError):
    """A worker process ended before it answered."""
