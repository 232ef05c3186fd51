"""Hides how the index folder proves that it is whole: a file that names every index file with its size and digest."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from briefing_app.library.index.seal import is_sealed, seal_of
from briefing_app.library.originals import sync_folder

_NAME = "manifest.json"
_NOT_WHOOSHS = (_NAME, "WRITELOCK")
_UNPICKLED = ".toc"
GRACE_SECONDS = 60.0
"""How long the files of an older generation stay for those who still read them."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of the index: its size in bytes, hex SHA-256, and when it was written (nanoseconds since 1970)."""

    size: int
    sha256: str
    written: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the index holds: every article up to ``position`` in the feed, ``articles`` of them, in ``languages``.

    ``version`` names how they were indexed, ``generation`` is Whoosh's count of commits. ``retired`` are files of older generations
    with the time when they were no longer needed (seconds since 1970).
    """

    version: str
    generation: int
    position: int
    articles: int
    languages: tuple[str, ...]
    files: dict[str, File]
    retired: dict[str, float]


@dataclass(frozen=True, slots=True)
class _Sealed:
    seal: str
    manifest: msgspec.Raw


def read(folder: Path) -> Manifest | None:
    """The manifest, or None when there is none that reads, or somebody else made it."""
    try:
        sealed = msgspec.json.decode((folder / _NAME).read_bytes(), type=_Sealed)
        body = bytes(sealed.manifest)
        return msgspec.json.decode(body, type=Manifest) if is_sealed(body, sealed.seal) else None
    except (OSError, msgspec.MsgspecError):
        return None


def write(folder: Path, manifest: Manifest) -> None:
    """Put the manifest in the place of the last one, whole or not at all."""
    partial = folder / f"{_NAME}.part"
    body = msgspec.json.encode(manifest)
    with os.fdopen(os.open(partial, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
        file.write(msgspec.json.encode(_Sealed(seal_of(body), msgspec.Raw(body))))
        file.flush()
        os.fsync(file.fileno())
    partial.replace(folder / _NAME)
    sync_folder(folder)


def forget(folder: Path) -> None:
    """Take the manifest away: the index counts as absent."""
    with contextlib.suppress(OSError):
        (folder / _NAME).unlink()


def measured(folder: Path, names: Iterable[str], known: dict[str, File]) -> dict[str, File]:
    """The named files, written through to the disk; ``known`` ones are not read again, for Whoosh never changes one."""
    return {name: known.get(name) or _measured(folder / name, sync=True) for name in sorted(names)}


def retired(before: Manifest, files: Container[str], now: float) -> dict[str, float]:
    """What stays for readers of older generations, once ``files`` are the new ones."""
    old = {name: since for name, since in before.retired.items() if now - since < GRACE_SECONDS}
    return old | {name: now for name in before.files if name not in files}


def clear_away(folder: Path, manifest: Manifest) -> None:
    """Delete what the manifest does not name: old generations, and what an interrupted commit left. Only for the one writer."""
    for path in folder.iterdir():
        if path.name not in manifest.files and path.name not in manifest.retired and not path.name.endswith(_NOT_WHOOSHS):
            with contextlib.suppress(OSError):  # Windows keeps a file that is still open; the next time will do.
                path.unlink()


def sweep(folder: Path, manifest: Manifest, now: float) -> None:
    """Delete files of older generations that nobody reads any more, whoever asks: what a commit under way has written stays."""
    for name, since in manifest.retired.items():
        if now - since >= GRACE_SECONDS:
            with contextlib.suppress(OSError):
                (folder / name).unlink()


def holds(folder: Path, name: str, file: File, *, thorough: bool = False) -> bool:
    """Whether the file is there as it was written.

    Arrays that nobody has written to since are taken at their word unless ``thorough``: to read them all would cost seconds at every
    start. What Whoosh unpickles never is.
    """
    try:
        path = folder / name
        found = path.stat()
        if found.st_size != file.size:
            return False
        if found.st_mtime_ns == file.written and path.suffix != _UNPICKLED and not thorough:
            return True
        return _measured(path, sync=False).sha256 == file.sha256
    except OSError:
        return False


def _measured(path: Path, *, sync: bool) -> File:
    if sync:
        path.chmod(0o600)
        with path.open("rb+") as written:
            os.fsync(written.fileno())
    with path.open("rb") as file:
        found = path.stat()
        return File(found.st_size, hashlib.file_digest(file, "sha256").hexdigest(), found.st_mtime_ns)
