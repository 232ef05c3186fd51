"""Hides how a proven folder takes the place of a library so that a program killed in between is finished by the next start."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from briefing_app.library.originals import sync_folder

_BACKUPS = "backups"
_UNDER_WAY = "placing"
"""Names, in the folder that is about to take a library's place, where that one goes."""
_PROVEN = "proven"
"""Says, in that folder, that everything in it is whole, and which of those that were ever unpacked there it is."""


def staging_folder(library: Path) -> Path:
    """Where what is to become the library is unpacked and proven."""
    whole = library.absolute()  # "." has no name
    return whole.parent / f"{whole.name}.restoring"


def write_proven(library: Path) -> str:
    """Write down that what lies in the staging folder is whole; the mark by which it is known from what another one unpacks there."""
    from briefing_app.library.partial import new_mark  # no start needs it

    mark = new_mark()
    _write(staging_folder(library) / _PROVEN, mark)
    return mark


def lies_proven(library: Path, mark: str) -> bool:
    """Whether what was proven under that mark (empty: under any) lies in the staging folder still."""
    try:
        found = (staging_folder(library) / _PROVEN).read_text(encoding="ascii")
    except (OSError, ValueError):
        return False
    return mark in ("", found)


def is_being_placed(library: Path) -> bool:
    """Whether a program was killed between the two renames of ``take_place``, so that there is nothing at the library's place."""
    return not library.exists() and (staging_folder(library) / _UNDER_WAY).is_file()


def take_place(library: Path, former: Path | None) -> None:
    """Put the staging folder in the library's place; what is there goes to ``former``, its automatic backups stay. Raises OSError."""
    staged = staging_folder(library)
    if former is not None:
        _write_down(staged, former)
        library.rename(former)
    try:
        staged.rename(library)
    except OSError:
        if former is not None:
            former.rename(library)
        raise
    _settle(library)


def go_on_placing(library: Path) -> None:
    """Finish what a program was killed in the middle of; does nothing otherwise. Raises OSError."""
    if is_being_placed(library):
        staging_folder(library).rename(library)
    if (library / _UNDER_WAY).is_file():
        _settle(library)


def _write_down(staged: Path, former: Path) -> None:
    """On the disk before anything is moved."""
    _write(staged / _UNDER_WAY, former.name)
    sync_folder(staged)


def _write(path: Path, words: str) -> None:
    with os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(words)
        file.flush()
        os.fsync(file.fileno())


def _settle(library: Path) -> None:
    """The new library stands in its place: the automatic backups come over, and nothing is under way any more."""
    note = library / _UNDER_WAY
    if note.is_file():
        with suppress(OSError):
            (library.absolute().parent / note.read_text(encoding="utf-8") / _BACKUPS).rename(library / _BACKUPS)
        note.unlink()
    (library / _PROVEN).unlink(missing_ok=True)
    sync_folder(library.parent)
