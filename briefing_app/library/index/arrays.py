"""Hides how arrays lie in a file: one after the other, named at the end, and mapped into memory when they are read."""

from __future__ import annotations

import mmap
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

_MAGIC: Final = b"briefing arrays1"
_ALIGNED: Final = 64
_ROW: Final = 32
"""Numbers of which the lowest stands for all."""
_UNSIGNED: Final = (np.uint8, np.uint16, np.uint32, np.uint64)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an array lies: its type, its first byte and how many numbers it holds."""

    kind: str
    at: int
    count: int


class ArrayFile:
    """A file of arrays that is being written. Nothing is there by its name until ``close``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._partial = path.with_name(f"{path.name}.part")
        self._file = os.fdopen(os.open(self._partial, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb")
        self._places: dict[str, _Place] = {}

    def add(self, name: str, array: Array) -> None:
        """Write an array at the end of the file."""
        self._file.write(bytes(-self._file.tell() % _ALIGNED))
        self._places[name] = _Place(array.dtype.str, self._file.tell(), len(array))
        self._file.write(np.ascontiguousarray(array).data)

    def close(self) -> None:
        """Write the names and put the file in its place."""
        names = msgspec.json.encode(self._places)
        self._file.write(names + len(names).to_bytes(8, "little") + _MAGIC)
        self._file.close()
        self._partial.replace(self._path)

    def cancel(self) -> None:
        """Throw away what has been written."""
        self._file.close()
        self._partial.unlink(missing_ok=True)


class Mapped(dict[str, Array]):
    """The arrays of a file by name, and the mapping that they lie in."""

    def __init__(self, arrays: Mapping[str, Array], pages: mmap.mmap) -> None:
        super().__init__(arrays)
        self._pages = pages

    def let_go(self) -> None:
        """Give the pages that were looked at back; they stay in the system's cache, and come again when they are looked at."""
        if sys.platform != "win32" and hasattr(mmap, "MADV_DONTNEED"):
            self._pages.madvise(mmap.MADV_DONTNEED)


def mapped_bytes() -> int:
    """How much of files this process has in its memory; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as told:  # noqa: PTH123 - asked before every query
            return int(told.read().split()[2]) * mmap.PAGESIZE
    except (OSError, ValueError, IndexError):
        return 0


def read(path: Path) -> Mapped:
    """The arrays of a file, mapped: their pages are read when they are looked at. Raises OSError or ValueError when it is none."""
    size = path.stat().st_size
    ending = 8 + len(_MAGIC)
    if size < ending:
        raise ValueError(f"{path} is cut off.")
    with path.open("rb") as file:
        pages = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    whole = np.frombuffer(pages, np.uint8)  # a memmap's own slices cost a microsecond each
    if whole[-len(_MAGIC) :].tobytes() != _MAGIC:
        raise ValueError(f"{path} holds no arrays.")
    length = int.from_bytes(whole[-ending : -len(_MAGIC)].tobytes(), "little")
    try:
        places = msgspec.json.decode(whole[size - ending - length : size - ending].tobytes(), type=dict[str, _Place])
    except msgspec.MsgspecError as error:
        raise ValueError(f"{path} does not say what it holds.") from error
    arrays = {
        name: whole[place.at : place.at + place.count * np.dtype(place.kind).itemsize].view(place.kind) for name, place in places.items()
    }
    return Mapped(arrays, pages)


def smallest(array: Array) -> Array:
    """The same whole numbers, none below zero, in the narrowest type that holds them."""
    highest = int(array.max()) if len(array) else 0
    return array.astype(next(kind for kind in _UNSIGNED if highest <= np.iinfo(kind).max))


def starts_of(counts: Array) -> Array:
    """Where each of several stretches of these lengths begins, and where the last ends."""
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)))


def counts_of(starts: Array) -> Array:
    """How long each of several stretches is: the reverse of ``starts_of``."""
    ends = starts.astype(np.int64)
    lengths: Array = ends[1:] - ends[:-1]
    return lengths


def distinct(numbers: Array) -> Array:
    """Each number once, ascending; NumPy's own ``unique`` goes through a table of hashes, which takes ten times as long.

    The stable sort makes use of stretches that ascend already, as those of each term do.
    """
    ordered = np.sort(numbers, kind="stable")
    new: Array = np.concatenate((np.ones(1, bool), ordered[1:] != ordered[:-1]))[: len(ordered)]
    return ordered[new]


def lowest(numbers: Array, most: int) -> Array:
    """The places of the ``most`` lowest numbers, of their equals, and of some others, ascending."""
    rows = len(numbers) // _ROW
    if not 0 < most < rows:
        return np.arange(len(numbers))
    # The lowest of each row are not lower than as many of all, and there are far fewer of them to be put in order.
    bound = np.partition(numbers[: rows * _ROW].reshape(rows, _ROW).min(axis=1), most - 1)[most - 1]
    return np.flatnonzero(numbers <= bound)


def spread(starts: Array, counts: Array) -> Array:
    """The indices start, start + 1, ... of every stretch, one stretch after the other."""
    ends = np.cumsum(counts, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts.astype(np.int64) - ends + counts, counts) + np.arange(total, dtype=np.int64)
