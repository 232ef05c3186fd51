"""Hides the way back from a backup: everything is unpacked and proven in a folder beside the library before anything is replaced."""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from briefing_app.library.backup.archive import (
    DATABASE,
    BackupFacts,
    Member,
    Watch,
    copied,
    damaged,
    facts_of,
    manifest_of,
    opened,
    require_signed,
)
from briefing_app.library.checking import Checking, Flaw
from briefing_app.library.database import Database
from briefing_app.library.lock import Lock
from briefing_app.library.originals import Originals
from briefing_app.library.partial import new_mark
from briefing_app.library.placing import FORMER, clear_abandoned, lies_proven, staging_folder, take_place, write_proven
from briefing_app.model.errors import LibraryCorrupt, StorageFailed


@dataclass(frozen=True, slots=True)
class Staged:
    """A backup that lies unpacked and proven beside the library. ``flaws`` were there already when it was made.

    ``mark`` tells it from any other that is unpacked there.
    """

    facts: BackupFacts
    mark: str
    flaws: tuple[Flaw, ...] = ()


def stage(path: Path, library: Path, watch: Watch, mark: str = "") -> Staged:
    """Unpack a backup into a folder of its own beside ``library`` and check every byte, the database and each article there.

    ``mark`` is in the folder's name (empty: a new one). Nothing of the library is touched. Raises LibraryCorrupt when the backup is
    damaged, LibraryTooNew, StorageFailed.
    """
    mark = mark or new_mark()
    folder = staging_folder(library, mark)
    try:
        clear_abandoned(library, time.time())
        folder.mkdir(mode=0o700, parents=True)
        lost = _unpack(path, folder, watch)
        flaws = _checked(folder, path, lost, watch)
        write_proven(library, mark)
    except BaseException as problem:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(problem, OSError):
            raise StorageFailed(
                f"The backup could not be unpacked into {folder}: {problem.strerror or problem}.",
                "Make room on that disk, or make its folder writable; the library has not been touched.",
            ) from problem
        raise
    return Staged(facts_of(path), mark, flaws)


def clear_staging(library: Path, mark: str) -> None:
    """Delete what was unpacked under that mark and is not wanted any more."""
    shutil.rmtree(staging_folder(library, mark), ignore_errors=True)


def put_in_place(library: Path, now: datetime, mark: str) -> Path | None:
    """Put what ``stage`` has proven under ``mark`` in the library's place; where the library that was there lies now, None without one.

    The automatic backups stay with the library. Raises LibraryHeld when a program holds the library, StorageFailed, also when what was
    proven is gone.
    """
    former: Path | None = None
    if not lies_proven(library, mark):
        raise StorageFailed(
            f"What was to take the place of {library} does not lie beside it any more.", "Begin again; the library has not been touched."
        )
    try:
        if library.exists():
            lock = Lock(library / "lock")
            former = library.with_name(f"{library.name}{FORMER}{now.astimezone(UTC):%Y-%m-%d-%H%M%S}")
            try:
                if os.name == "nt":
                    lock.release()  # an open file keeps Windows from renaming its folder
                take_place(library, former, mark)
            finally:
                lock.release()
        else:
            take_place(library, None, mark)
    except OSError as error:
        raise StorageFailed(
            f"The restored library could not be put in the place of {library}: {error.strerror or error}.",
            f"It lies, proven, in {staging_folder(library, mark)}; you can open it there.",
        ) from error
    return former


def _unpack(path: Path, folder: Path, watch: Watch) -> tuple[str, ...]:
    """Every file of the backup, each proven; the originals that it says were lost before."""
    with opened(path) as archive:
        manifest = manifest_of(archive, path)
        total, done = 2 * sum(member.size for member in manifest.files), 0

        def advance(count: int) -> None:
            nonlocal done
            done += count
            watch(done, total)

        require_signed(path, lambda _count: advance(0))
        for member in manifest.files:
            target = folder.joinpath(*_parts(member, path))
            for parent in (target.parent.parent, target.parent):
                parent.mkdir(mode=0o700, exist_ok=True)
            with (
                archive.open(member.name) as source,
                os.fdopen(os.open(target, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as written,
            ):
                if copied(source, written, member.name, advance) != member:
                    raise damaged(path, member.name)
                written.flush()
                os.fsync(written.fileno())
    return manifest.lost


def _parts(member: Member, path: Path) -> tuple[str, ...]:
    """Where the file goes: nowhere but the database and the originals, whatever a forged manifest says."""
    parts = PurePosixPath(member.name).parts
    if parts == (DATABASE,) or (len(parts) == 3 and parts[0] == "originals" and all(part.isalnum() for part in parts)):
        return parts
    raise damaged(path, member.name)


def _checked(folder: Path, path: Path, lost: tuple[str, ...], watch: Watch) -> tuple[Flaw, ...]:
    """Open the copy, bring it to this version, and look at everything in it; only what was lost before may be missing."""
    database = Database(folder / DATABASE)
    try:
        report = Checking(database, Originals(folder / "originals"), None).run(lambda done, total: watch(total + done, 2 * total))
    finally:
        database.close()
    fresh = [flaw for flaw in report.flaws if flaw.digest not in lost or not flaw.digest]
    if fresh:
        raise LibraryCorrupt(f"The backup {path} holds a damaged library: {fresh[0].words}.", "Choose another backup.")
    return report.flaws
