"""Hides where the bytes of an article lie as they were received: one file by its SHA-256, written once, never changed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing_app.model.errors import LibraryCorrupt, StorageFailed

_DIGITS = 64


class Originals:
    """The folder of originals. A file appears whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep ``data`` and return its hex SHA-256. Raises StorageFailed when the disk does not take it."""
        digest = _digest_of(data)
        path = self._path(digest)
        try:
            if not path.is_file() or path.read_bytes() != data:  # one that the disk let rot is written anew
                _write_whole(path, data)
        except OSError as error:
            raise StorageFailed(
                f"The original could not be kept at {path}: {error.strerror or error}.",
                "Check the free space and the permissions of the folder, then import the file again.",
            ) from error
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes of that digest. Raises LibraryCorrupt when they are gone or changed, StorageFailed when they cannot be read."""
        data = self.as_it_is(digest)
        if _digest_of(data) != digest:
            raise LibraryCorrupt(
                f"The original {self._path(digest)} has changed since it was imported.", "Restore the library from a backup."
            )
        return data

    def as_it_is(self, digest: str) -> bytes:
        """What is kept under that digest, changed or not. Raises LibraryCorrupt when it is gone, StorageFailed when it cannot be read."""
        path = self._path(digest)
        try:
            return path.read_bytes()
        except FileNotFoundError as error:
            raise LibraryCorrupt(f"The original {path} is missing.", "Restore the library from a backup.") from error
        except OSError as error:
            raise StorageFailed(f"The original {path} could not be read: {error.strerror or error}.") from error

    def size(self) -> int:
        """The bytes of all originals."""
        return sum(path.stat().st_size for path in self.folder.glob("??/*") if len(path.name) == _DIGITS)

    def digests(self) -> Iterator[str]:
        """The digest of every original that is kept, in no order."""
        return (path.name for path in self.folder.glob("??/*") if len(path.name) == _DIGITS)

    def remove(self, digests: Iterable[str]) -> None:
        """Delete originals that no article is of any more; one that cannot be deleted now stays."""
        for digest in digests:
            with contextlib.suppress(OSError):
                self._path(digest).unlink()

    def sweep(self) -> None:
        """Remove what an interrupted import left half written. Only while nobody writes."""
        for path in self.folder.glob("??/*.part"):
            with contextlib.suppress(OSError):
                path.unlink()

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest


def _write_whole(path: Path, data: bytes) -> None:
    for folder in (path.parent.parent, path.parent):
        if not folder.is_dir():
            folder.mkdir(mode=0o700, exist_ok=True)
            sync_folder(folder.parent)
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` last through a power cut; a no-op where folders cannot be opened (Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _digest_of(data: bytes) -> str:
    from hashlib import sha256  # with the first original: no list needs it

    return sha256(data).hexdigest()
