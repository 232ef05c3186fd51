"""Hides how a backup is one file: a ZIP archive whose manifest names every file by its SHA-256, and a digest over all its bytes.

The digest stands in the archive's comment, its last 64 bytes, and is that of everything before it. Any program that reads ZIP can
take the originals and the SQLite database out again.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO
from zlib import error as ZlibError

import msgspec

from briefing_app.model.errors import LibraryCorrupt, LibraryTooNew, StorageFailed

SUFFIX = ".briefing-backup"
"""How the name of a backup ends."""
MANIFEST = "manifest.json"
DATABASE = "library.sqlite"
FORMAT = 1
_DIGEST_LENGTH = 64
_PIECE = 1 << 20

Watch = Callable[[int, int], None]
"""Takes how many bytes are done and how many there are; what it raises stops the work."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a backup: its name in the archive, its size in bytes, its hex SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. ``lost`` names originals that were gone or changed already when it was made; ``made_at`` is UTC."""

    format: int
    schema: int
    made_at: datetime
    articles: int
    annotations: int
    last_change: int
    last_edit: int
    lost: tuple[str, ...]
    files: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """What a backup says of itself: when it was made (UTC), what it holds, its size in bytes. ``lost``: see Manifest."""

    made_at: datetime
    articles: int
    annotations: int
    size: int
    lost: tuple[str, ...] = ()


class _Hashing:
    """Copies pieces and keeps their digest."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()
        self.size = 0

    def copy(self, source: IO[bytes], target: IO[bytes] | None, watch: Callable[[int], None]) -> str:
        """Hand ``source`` over to ``target`` (None: only read it); the hex digest of what it held."""
        while piece := source.read(_PIECE):
            self._digest.update(piece)
            self.size += len(piece)
            if target is not None:
                target.write(piece)
            watch(len(piece))
        return self._digest.hexdigest()


def copied(source: IO[bytes], target: IO[bytes] | None, name: str, watch: Callable[[int], None]) -> Member:
    """Copy a file and measure it on the way; ``watch`` takes the size of each piece."""
    hashing = _Hashing()
    digest = hashing.copy(source, target, watch)
    return Member(name, hashing.size, digest)


def sign(path: Path, watch: Callable[[int], None]) -> None:
    """Put the digest of everything before it into the room that ``COMMENT_ROOM`` has kept at the end."""
    with path.open("r+b") as file:
        digest = _digest_of(file, path.stat().st_size - _DIGEST_LENGTH, watch)
        file.seek(-_DIGEST_LENGTH, 2)
        file.write(digest.encode("ascii"))


COMMENT_ROOM = b"0" * _DIGEST_LENGTH
"""The archive's comment until ``sign`` has been called."""


def facts_of(path: Path) -> BackupFacts:
    """What a backup says of itself, without a look at its files. Raises LibraryCorrupt, LibraryTooNew, StorageFailed."""
    with opened(path) as archive:
        manifest = manifest_of(archive, path)
    return _facts(path, manifest)


def prove(path: Path, watch: Watch) -> BackupFacts:
    """Check every byte of a backup. Raises LibraryCorrupt naming the first file in it that is not as it was written."""
    size = _size_of(path)
    done = 0

    def advance(count: int) -> None:
        nonlocal done
        done += count
        watch(done, total)

    with opened(path) as archive:
        manifest = manifest_of(archive, path)
        total = size + sum(member.size for member in manifest.files)
        for member in manifest.files:
            with archive.open(member.name) as source:
                if copied(source, None, member.name, advance) != member:
                    raise damaged(path, member.name)
    require_signed(path, advance)
    return _facts(path, manifest)


def require_signed(path: Path, watch: Callable[[int], None]) -> None:
    """Raise LibraryCorrupt unless the whole file is as ``sign`` left it; ``watch`` takes the size of each piece."""
    with path.open("rb") as file:
        digest = _digest_of(file, _size_of(path) - _DIGEST_LENGTH, watch)
        signed = file.read(_DIGEST_LENGTH)
    if signed != digest.encode("ascii"):
        raise damaged(path, "the archive")


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive for reading; what is broken in it becomes LibraryCorrupt, what the disk does StorageFailed."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, ZlibError, EOFError, KeyError, NotImplementedError, RuntimeError, UnicodeDecodeError) as error:
        raise damaged(path, "the archive") from error
    except OSError as error:
        raise StorageFailed(
            f"The backup {path} could not be read: {error.strerror or error}.", "Check that the file is there and can be read."
        ) from error


def manifest_of(archive: zipfile.ZipFile, path: Path) -> Manifest:
    """The manifest. Raises LibraryCorrupt, LibraryTooNew."""
    try:
        manifest = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
    except msgspec.MsgspecError as error:
        raise damaged(path, MANIFEST) from error
    if manifest.format > FORMAT:
        raise LibraryTooNew(f"The backup {path} was made by a newer version of this program.", "Update the program.")
    return manifest


def damaged(path: Path, what: str) -> LibraryCorrupt:
    """The error for a backup of which a part is not as it was written."""
    return LibraryCorrupt(f"The backup {path} is damaged: {what} is not as it was written.", "Choose another backup.")


def _facts(path: Path, manifest: Manifest) -> BackupFacts:
    return BackupFacts(manifest.made_at, manifest.articles, manifest.annotations, _size_of(path), manifest.lost)


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise StorageFailed(f"The backup {path} could not be read: {error.strerror or error}.") from error


def _digest_of(file: IO[bytes], length: int, watch: Callable[[int], None]) -> str:
    """The hex SHA-256 of the first ``length`` bytes; the file then stands behind them."""
    digest = hashlib.sha256()
    while length > 0 and (piece := file.read(min(_PIECE, length))):
        digest.update(piece)
        length -= len(piece)
        watch(len(piece))
    return digest.hexdigest()
