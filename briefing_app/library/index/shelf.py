"""Hides Whoosh's own files: each commit is a generation that opens by its number; nothing is deleted behind a reader's back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex

from briefing_app.library.index.codec import Codec, Pool, Segment
from briefing_app.library.index.schema import schema

_NAME = "MAIN"


class Shelf(FileStorage):
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
