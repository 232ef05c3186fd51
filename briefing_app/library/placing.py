"""Hides how a proven folder takes the place of a library so that a program killed in between is finished by the next start."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from briefing_app.library.originals import sync_folder

_BACKUPS = "backups"
_UNDER_WAY = "placing"
"""Names, in the folder that is about to take a library's place, where that one goes."""
_PROVEN = "proven"
"""Says, in that folder, that everything in it is whole, and under which mark it was unpacked."""
_STAGED = ".restoring"
FORMER = ".before-"
"""What stands in the name of a library whose place another one has taken, behind its own."""
_ABANDONED_S = 86_400.0
"""How long what is unpacked may belong to a program that is still at it, or asks whether it is wanted."""


def staging_folder(library: Path, mark: str) -> Path:
    """Where what is to become the library is unpacked and proven; ``mark`` tells it from all else that is unpacked at the same time."""
    whole = library.absolute()  # "." has no name
    return whole.parent / f"{whole.name}.{mark}{_STAGED}"


def write_proven(library: Path, mark: str) -> None:
    """Write down that what lies in the staging folder is whole."""
    _write(staging_folder(library, mark) / _PROVEN, mark)


def lies_proven(library: Path, mark: str) -> bool:
    """Whether what was proven under that mark lies in its staging folder still."""
    try:
        return (staging_folder(library, mark) / _PROVEN).read_text(encoding="ascii") == mark
    except (OSError, ValueError):
        return False


def clear_abandoned(library: Path, now: float) -> None:
    """Delete what programs that were killed have unpacked beside a library for a day and longer (``now``: seconds since 1970)."""
    import shutil  # no start needs it

    for folder in _staged(library):
        with suppress(OSError):
            if now - folder.stat().st_mtime > _ABANDONED_S and not (folder / _UNDER_WAY).exists():
                shutil.rmtree(folder)


def is_being_placed(library: Path) -> bool:
    """Whether a program was killed between the two renames of ``take_place``, so that there is nothing at the library's place."""
    return _under_way(library) is not None


def _under_way(library: Path) -> Path | None:
    """The staging folder that is to go where nothing is any more."""
    if library.exists():
        return None
    former = f"{library.absolute().name}{FORMER}"
    return next((folder for folder in _staged(library) if _noted(folder).startswith(former)), None)


def _staged(library: Path) -> list[Path]:
    """All staging folders of a library; those without a mark are of the program's earlier versions."""
    whole = library.absolute()
    name = re.compile(rf"{re.escape(whole.name)}(\.[0-9a-f]+)?{re.escape(_STAGED)}")
    try:
        return sorted(path for path in whole.parent.iterdir() if name.fullmatch(path.name) and path.is_dir())
    except OSError:
        return []


def _noted(folder: Path) -> str:
    """The name that the library got which goes; empty when nothing is under way."""
    try:
        return (folder / _UNDER_WAY).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def take_place(library: Path, former: Path | None, mark: str) -> None:
    """Put that staging folder in the library's place; what is there goes to ``former``, its automatic backups stay. Raises OSError."""
    staged = staging_folder(library, mark)
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
    if (staged := _under_way(library)) is not None:
        staged.rename(library)
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
