"""Hides how a backup is made while the library is in use: SQLite copies one moment of the database, then the originals follow."""

from __future__ import annotations

import io
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from briefing_app.library.backup.archive import (
    COMMENT_ROOM,
    DATABASE,
    FORMAT,
    MANIFEST,
    SUFFIX,
    BackupFacts,
    Manifest,
    Member,
    Watch,
    copied,
    facts_of,
    sign,
)
from briefing_app.library.database import Database
from briefing_app.library.originals import Originals, sync_folder
from briefing_app.library.partial import clear_away, partial_of
from briefing_app.model.errors import LibraryCorrupt, StorageFailed

_PAGES = 2_000
"""How many pages SQLite copies between two looks at the watch: some 8 MB."""

_ABANDONED = timedelta(days=1)
"""How long what is half written may belong to a program that is still at it."""


def back_up(database: Database, originals: Originals, path: Path, now: datetime, watch: Watch, mark: str) -> BackupFacts:
    """Write a backup to ``path``; an older file there stays until the new one is whole, and ``mark`` is in the names of what is not.

    What the library is given while this runs is not in it. Raises StorageFailed, LibraryCorrupt when the database cannot be read, and
    LibraryGone when it is not at its path any more.
    """
    partial, copy = partial_of(path, mark), partial_of(path, mark, ".database")
    try:
        _clear_abandoned(path.parent, now)
        _require_room(path.parent, database, originals)
        _Making(database, originals, watch).write(partial, copy, now)
        database.require_there()  # originals are read by their paths: they may have been another library's
        partial.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise StorageFailed(
            f"The backup could not be written to {path}: {error.strerror or error}.",
            "Check the free space and the permissions of the folder, or choose another one.",
        ) from error
    finally:
        clear_away(path.parent, mark)
    return facts_of(path)


def make_folder(folder: Path) -> None:
    """Make a folder for backups where there is none yet. Raises StorageFailed."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise StorageFailed(
            f"The folder {folder} for backups could not be made: {error.strerror or error}.", "Choose another place for the backup."
        ) from error


def _clear_abandoned(folder: Path, now: datetime) -> None:
    """Delete what backups that were killed have left in a folder: each is as large as the library."""
    for left in folder.glob(f"*{SUFFIX}*.part*"):
        with suppress(OSError):
            if now.timestamp() - left.stat().st_mtime > _ABANDONED.total_seconds():
                left.unlink()


def _require_room(folder: Path, database: Database, originals: Originals) -> None:
    need = 2 * database.size() + originals.size()
    free = shutil.disk_usage(folder).free
    if free < need:
        raise StorageFailed(
            f"The backup needs up to {need // 1_000_000 + 1:,} MB, and {free // 1_000_000:,} MB are free in {folder}.",
            "Make room, or choose another disk.",
        )


class _Making:
    """One backup under way."""

    def __init__(self, database: Database, originals: Originals, watch: Watch) -> None:
        self._database = database
        self._originals = originals
        self._watch = watch
        self._done = 0
        self._total = 3 * database.size() + 2 * originals.size()
        self._lost: list[str] = []
        self._files: list[Member] = []

    def write(self, partial: Path, copy: Path, now: datetime) -> None:
        """Copy the database, then write the archive and sign it."""
        os.close(os.open(copy, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600))
        self._database.copy_to(copy, self._page_watch(), _PAGES)
        with closing(sqlite3.connect(f"{copy.resolve().as_uri()}?immutable=1", uri=True)) as connection:
            digests = [str(row[0]) for row in connection.execute("SELECT DISTINCT original FROM article ORDER BY original")]
            facts = _counts(connection)
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600), "w+b") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                archive.comment = COMMENT_ROOM
                with copy.open("rb") as source, archive.open(DATABASE, "w", force_zip64=True) as target:
                    self._files.append(copied(source, target, DATABASE, self._advance))
                for digest in digests:
                    self._add_original(archive, digest)
                manifest = Manifest(FORMAT, *facts[:1], now.astimezone(UTC), *facts[1:], tuple(self._lost), tuple(self._files))
                # An entry of its own: by default it takes the machine's time, which ZIP cannot hold before 1980 or after 2107.
                entry = zipfile.ZipInfo(MANIFEST)
                archive.writestr(entry, msgspec.json.format(msgspec.json.encode(manifest)), zipfile.ZIP_DEFLATED, compresslevel=1)
            file.flush()
            sign(partial, self._advance)
            os.fsync(file.fileno())
        self._watch(self._total, self._total)

    def _add_original(self, archive: zipfile.ZipFile, digest: str) -> None:
        try:
            data = self._originals.as_it_is(digest)
        except LibraryCorrupt:
            self._lost.append(digest)
            return
        name = f"originals/{digest[:2]}/{digest}"
        with archive.open(name, "w", force_zip64=True) as target:
            member = copied(io.BytesIO(data), target, name, self._advance)
        self._files.append(member)
        if member.sha256 != digest:
            self._lost.append(digest)

    def _page_watch(self) -> Callable[[int, int, int], None]:
        def told(_status: int, remaining: int, total: int) -> None:
            self._done = round(self._database.size() * (total - remaining) / max(1, total))
            self._advance(0)

        return told

    def _advance(self, count: int) -> None:
        self._done += count
        self._watch(min(self._done, self._total - 1), self._total)


def _counts(connection: sqlite3.Connection) -> tuple[int, int, int, int, int]:
    """Schema, articles, annotations, the feed's and the journal's newest rows."""
    asked = (
        "PRAGMA user_version",
        "SELECT count(*) FROM article WHERE NOT trashed",
        "SELECT count(*) FROM annotation",
        "SELECT max(number) FROM change",
        "SELECT max(id) FROM journal",
    )
    schema, articles, annotations, change, edit = (int(connection.execute(one).fetchone()[0] or 0) for one in asked)
    return schema, articles, annotations, change, edit
