"""Hides how a library is kept on the disk: the one class through which everything else reads and changes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from briefing_app.library.database import Database
from briefing_app.library.face.articles import ArticlesFace
from briefing_app.library.face.edits import EditsFace
from briefing_app.library.face.feed import FeedFace
from briefing_app.library.face.findings import FindingsFace
from briefing_app.library.face.safety import SafetyFace
from briefing_app.library.face.search import SearchFace
from briefing_app.library.face.shelves import ShelvesFace
from briefing_app.library.face.writings import WritingsFace
from briefing_app.library.lock import Lock
from briefing_app.library.originals import Originals
from briefing_app.library.placing import go_on_placing, is_being_placed
from briefing_app.library.whereabouts import FileNumber, gone
from briefing_app.model.errors import LibraryCorrupt, StorageFailed


def utc_now() -> datetime:
    """The time, aware, in UTC."""
    return datetime.now(UTC)


def is_library(folder: Path) -> bool:
    """Whether there is a library in a folder, or what is left of one, or one that is about to take its place."""
    return (folder / "library.sqlite").is_file() or (folder / "originals").is_dir() or is_being_placed(folder)


def _refuse_to_begin_anew(folder: Path) -> None:
    """Raise LibraryCorrupt where the database is gone and the originals are still there: an empty one would hide the loss."""
    path = folder / "library.sqlite"
    if (not path.exists() or path.stat().st_size == 0) and any(Originals(folder / "originals").digests()):
        raise LibraryCorrupt(
            f"The database {path} is gone or empty, but originals of its articles are still there.",
            "Restore the library from a backup, or import the originals into another folder.",
        )


class Library(ArticlesFace, ShelvesFace, FeedFace, SearchFace, FindingsFace, EditsFace, WritingsFace, SafetyFace):
    """A folder of articles with everything that is known and written about them.

    One program at a time may write to it; within that program its worker processes open it with ``held=True``. Methods may be called
    from any thread. Each method is one transaction and sees at once what another process has committed.
    """

    def __init__(self, folder: Path, database: Database, lock: Lock | None, clock: Callable[[], datetime]) -> None:
        """Use ``Library.open``."""
        super().__init__(folder, database, clock)
        self._lock = lock
        self.unclean = lock is not None and lock.unclean
        """Whether the last program that wrote to the library was killed, or its machine stopped; a full check is due then."""

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        read_only: bool = False,
        held: bool = False,
        file: FileNumber | None = None,
        clock: Callable[[], datetime] = utc_now,
    ) -> Library:
        """Open the library in ``folder``; make it when there is none, unless ``read_only`` or ``held``.

        ``held`` is for a worker whose parent holds the lock, ``file`` the database that the parent has open: no other will do.
        Raises LibraryHeld, LibraryTooNew, LibraryCorrupt, LibraryGone, StorageFailed.
        """
        lock = None
        path = folder / "library.sqlite"
        try:
            if held and not path.is_file():
                raise gone(folder)
            if not read_only:
                go_on_placing(folder)
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                lock = None if held else Lock(folder / "lock")
                _refuse_to_begin_anew(folder)
            library = cls(folder, Database(path, read_only=read_only, file=file), lock, clock)
            if library.unclean:
                library.clear_up()
        except OSError as error:
            if lock is not None:
                lock.release()
            raise StorageFailed(
                f"The library {folder} could not be opened: {error.strerror or error}.", "Check that the folder exists and can be written."
            ) from error
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        return library

    def close(self) -> None:
        """Close the database and the index, and let other programs write. A second call does nothing."""
        self._close()
        if self._lock is not None:
            self._lock.release()
