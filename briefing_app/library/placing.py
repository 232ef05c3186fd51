"""Hides how a proven folder takes the place of a library so that a program killed in between is finished by the next start."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from briefing_app.library.originals import sync_folder

_BACKUPS = "backups"
_UNDER_WAY = "placing"
"""Names, in the folder that is about to take a library's place, where that one goes."""


def staging_folder(library: Path) -> Path:
    """Where what is to become the library is unpacked and proven."""
    whole = library.absolute()  # "." has no name
    return whole.parent / f"{whole.name}.restoring"


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
    with os.fdopen(os.open(staged / _UNDER_WAY, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(former.name)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(staged)


def _settle(library: Path) -> None:
    """The new library stands in its place: the automatic backups come over, and nothing is under way any more."""
    note = library / _UNDER_WAY
    if note.is_file():
        with suppress(OSError):
            (library.absolute().parent / note.read_text(encoding="utf-8") / _BACKUPS).rename(library / _BACKUPS)
        note.unlink()
    sync_folder(library.parent)
