"""Hides Whoosh's own files: each commit is a generation that opens by its number; nothing is deleted behind a reader's back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex
from whoosh.util import random_name

from briefing_app.library.index.codec import Codec, Pool, Segment
from briefing_app.library.index.schema import schema

_NAME = "MAIN"


class _Private(FileStorage):
    """A folder in which nobody but the user may read a file, whatever the system grants by itself."""

    def create_file(self, name: str, excl: bool = False, mode: str = "wb", **how: Any) -> Any:
        """A new file for writing."""
        if not excl:
            _touch(Path(self._fpath(name)))
        return super().create_file(name, excl, mode, **how)

    def lock(self, name: str) -> Any:
        """A lock that lies in a file."""
        _touch(Path(self._fpath(name)))
        return super().lock(name)

    def temp_storage(self, name: str | None = None) -> Any:
        """A folder inside for what is deleted again."""
        folder = Path(self._fpath(name or f"{random_name()}.tmp"))
        folder.mkdir(mode=0o700, exist_ok=True)
        return _Private(str(folder))


class Shelf(_Private):
    """A folder from which Whoosh deletes nothing.

    Whoosh's writer deletes the files of the last generation as soon as it has committed, while others may still map them.
    ``manifest`` clears away later.
    """

    def delete_file(self, name: str) -> None:
        """Leave the file where it is."""


# Whoosh hints some of these and not others; here they are all unknown alike.
_TOC: Any = TOC
_SHELF: Any = Shelf
_FILE_INDEX: Any = FileIndex


def _touch(file: Path) -> None:
    os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))


def create(folder: Path, generation: int) -> None:
    """Begin an index with no articles as that generation."""
    _TOC(schema(), [], generation).write(_SHELF(str(folder)), _NAME)


def newest(folder: Path) -> int:
    """The highest generation in the folder, -1 when there is none."""
    return int(_TOC._latest_generation(_SHELF(str(folder)), _NAME))


def writer(folder: Path) -> Any:
    """Whoosh's writer, which begins at the newest generation; it commits to the next, in our arrays."""
    made = _FILE_INDEX(_SHELF(str(folder)), indexname=_NAME).writer(codec=Codec(), compound=False, timeout=30.0)
    made.pool = Pool()
    return made


def segments(folder: Path, generation: int) -> list[Segment]:
    """The segments of one generation, whatever has been committed since."""
    return list(_TOC.read(_SHELF(str(folder), readonly=True), _NAME, gen=generation).segments)


def names(folder: Path, generation: int) -> set[str]:
    """The names of the files that make up one generation."""
    held = {segment.segment_id() for segment in segments(folder, generation)}
    found = {path.name for path in folder.iterdir() if path.name.split(".")[0] in held}
    return found | {f"_{_NAME}_{generation}.toc"}
