"""Hides how the index folder proves that it is whole: a file that names every index file with its size and digest."""

from __future__ import annotations

import contextlib
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from briefing_app.library.originals import sync_folder

_NAME = "manifest.json"
_NEVER_LISTED = (_NAME, ".part", "WRITELOCK")


@dataclass(frozen=True, slots=True)
class File:
    """One file of the index: its size in bytes and hex SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the index holds: every article up to ``position`` in the feed, ``articles`` of them, in ``languages``.

    ``version`` names how they were indexed, ``generation`` is Whoosh's count of commits.
    """

    version: str
    generation: int
    position: int
    articles: int
    languages: tuple[str, ...]
    files: dict[str, File]


def read(folder: Path) -> Manifest | None:
    """The manifest, or None when there is none that reads."""
    try:
        return msgspec.json.decode((folder / _NAME).read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError):
        return None


def write(folder: Path, manifest: Manifest) -> None:
    """Put the manifest in the place of the last one, whole or not at all."""
    partial = folder / f"{_NAME}.part"
    with os.fdopen(os.open(partial, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
        file.write(msgspec.json.encode(manifest))
        file.flush()
        os.fsync(file.fileno())
    partial.replace(folder / _NAME)
    sync_folder(folder)


def forget(folder: Path) -> None:
    """Take the manifest away: the index counts as absent."""
    with contextlib.suppress(OSError):
        (folder / _NAME).unlink()


def listed(folder: Path, known: dict[str, File]) -> dict[str, File]:
    """Every index file, written through to the disk; ``known`` files are not read again, for Whoosh never changes one."""
    found = {}
    for path in sorted(folder.iterdir()):
        if path.name.endswith(_NEVER_LISTED) or not path.is_file():
            continue
        path.chmod(0o600)
        found[path.name] = known.get(path.name) or _measured(path, sync=True)
    return found


def holds(folder: Path, name: str, file: File) -> bool:
    """Whether the file is there as it was written."""
    try:
        path = folder / name
        return path.stat().st_size == file.size and _measured(path, sync=False) == file
    except OSError:
        return False


def _measured(path: Path, *, sync: bool) -> File:
    if sync:
        with path.open("rb+") as written:
            os.fsync(written.fileno())
    with path.open("rb") as file:
        return File(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())
