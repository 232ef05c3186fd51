"""Hides Whoosh's own files: each commit is a generation that opens by its number; nothing is deleted behind a reader's back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex
from whoosh.reading import EmptyReader, MultiReader, SegmentReader
from whoosh.searching import Searcher

from briefing_app.library.index.schema import schema

_NAME = "MAIN"
_MEMORY_MB = 256


class Shelf(FileStorage):
    """A folder from which Whoosh deletes nothing.

    Whoosh's writer deletes the files of the last generation as soon as it has committed. Its readers open some files only when they
    need them, and take a missing column for an empty one: they would answer wrongly. ``manifest`` clears away later.
    """

    def delete_file(self, name: str) -> None:
        """Leave the file where it is."""


# Whoosh hints some of these and not others; here they are all unknown alike.
_TOC: Any = TOC
_SHELF: Any = Shelf
_FILE_INDEX: Any = FileIndex
_MANY: Any = MultiReader


def create(folder: Path, generation: int) -> None:
    """Begin an index with no articles as that generation."""
    _TOC(schema(), [], generation).write(_SHELF(str(folder)), _NAME)


def newest(folder: Path) -> int:
    """The highest generation in the folder, -1 when there is none."""
    return int(_TOC._latest_generation(_SHELF(str(folder)), _NAME))


def writer(folder: Path) -> Any:
    """Whoosh's writer, which begins at the newest generation; it commits to the next."""
    return _FILE_INDEX(_SHELF(str(folder)), indexname=_NAME).writer(compound=False, limitmb=_MEMORY_MB, timeout=30.0)


def searcher(folder: Path, generation: int) -> Any:
    """Whoosh's searcher on one generation, whatever has been committed since."""
    storage = _SHELF(str(folder), readonly=True)
    toc = _TOC.read(storage, _NAME, gen=generation)
    readers = [SegmentReader(storage, toc.schema, segment, generation=generation) for segment in toc.segments]
    if not readers:
        return Searcher(EmptyReader(toc.schema))
    return Searcher(readers[0] if len(readers) == 1 else _MANY(readers, generation=generation))


def names(folder: Path, generation: int) -> set[str]:
    """The names of the files that make up one generation."""
    toc = _TOC.read(_SHELF(str(folder), readonly=True), _NAME, gen=generation)
    segments = {segment.segment_id() for segment in toc.segments}
    found = {path.name for path in folder.iterdir() if path.name.split(".")[0] in segments}
    return found | {f"_{_NAME}_{generation}.toc"}
