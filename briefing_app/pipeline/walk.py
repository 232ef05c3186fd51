"""Which files an import takes: those named, and those in the folders named, in a settled order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing_app.model.errors import SkipCode
from briefing_app.model.page_folders import belongs_to_page
from briefing_app.pipeline.import_report import Skipped


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to import: ``path`` for the system, ``shown`` for people (bytes that are no UTF-8 escaped as ``\\xff``)."""

    path: Path
    shown: str

    @property
    def shown_absolute(self) -> str:
        """``shown`` from the root of the file system on; what custody records."""
        return shown_path(Path(os.path.abspath(self.path)))  # noqa: PTH100 - links stay as they were named


def shown_path(path: Path) -> str:
    """A path as text that any encoding bears."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def files_of(paths: Sequence[Path], stopped: Callable[[], bool] = lambda: False) -> Iterator[FoundFile | Skipped]:
    """The files in the order of ``paths``, those of a folder by name, its folders after them.

    Hidden names inside folders, the folders of saved pages, and a folder met a second time (a loop of links) are left out. What is missing
    or unreadable comes as Skipped. Ends early when ``stopped`` says so.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if stopped():
            return
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a folder above may not be searched
            yield from _below(path, seen, stopped)
        else:
            yield FoundFile(path, shown_path(path)) if _may_be_there(path) else _missing(path)


def _may_be_there(path: Path) -> bool:
    """Whether there is such a name, or nobody may say; then the attempt to read it tells why."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _missing(path: Path) -> Skipped:
    return Skipped(shown_path(path), "It is not there.", SkipCode.MISSING)


def _below(top: Path, seen: set[tuple[int, int]], stopped: Callable[[], bool]) -> Iterator[FoundFile | Skipped]:
    folders = [top]
    while folders and not stopped():
        folder = folders.pop()
        try:
            state = folder.stat()
            with os.scandir(folder) as scan:
                entries = sorted(((entry.name, _is_folder(entry)) for entry in scan), key=lambda entry: os.fsencode(entry[0]))
        except FileNotFoundError:
            yield Skipped(shown_path(folder), "The folder is no longer there.", SkipCode.MISSING)
            continue
        except OSError as problem:
            why = (problem.strerror or "the system gives no reason").lower()
            yield Skipped(shown_path(folder), f"The folder cannot be read: {why}.", SkipCode.UNREADABLE)
            continue
        if (state.st_dev, state.st_ino) in seen:
            continue
        seen.add((state.st_dev, state.st_ino))
        names = {name for name, _ in entries}
        wanted = [(name, is_folder) for name, is_folder in entries if not name.startswith(".")]
        yield from (FoundFile(folder / name, shown_path(folder / name)) for name, is_folder in wanted if not is_folder)
        inner = [folder / name for name, is_folder in wanted if is_folder and not belongs_to_page(name, names)]
        folders.extend(reversed(inner))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
