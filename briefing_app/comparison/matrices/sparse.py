"""Rows that are mostly zeros, kept as columns and values one after another: what would fill gigabytes as a matrix."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Sparse:
    """Row ``k`` holds ``values[starts[k]:starts[k + 1]]`` in those ``columns``; ``width``: columns in all."""

    starts: Indices
    columns: NDArray[np.int32]
    values: Floats
    width: int

    @classmethod
    def of(cls, blocks: Iterable[Floats], width: int) -> Sparse:
        """The rows of blocks, one below the other."""
        counts, columns, values = [np.zeros(1, dtype=np.intp)], [np.zeros(0, dtype=np.int32)], [np.zeros(0, dtype=np.float32)]
        for block in blocks:
            rows, there = np.nonzero(block)
            counts.append(np.bincount(rows, minlength=len(block)))
            columns.append(there.astype(np.int32))
            values.append(block[rows, there])
        return cls(np.cumsum(np.concatenate(counts)), np.concatenate(columns), np.concatenate(values), width)

    @classmethod
    def filled(cls, count: int, width: int, rows: Indices, columns: Indices, values: Floats | float = 1.0) -> Sparse:
        """So many rows, empty but for those values in those places; of several in one place the first."""
        places, first = np.unique(rows * width + columns, return_index=True)
        starts = np.concatenate(([0], np.cumsum(np.bincount(places // width, minlength=count)))).astype(np.intp)
        held = np.broadcast_to(np.asarray(values, dtype=np.float32), rows.shape)[first]
        return cls(starts, (places % width).astype(np.int32), held, width)

    @classmethod
    def strongest(cls, count: int, width: int, rows: Indices, columns: Indices, values: Floats) -> Sparse:
        """As ``filled``; of several in one place the greatest."""
        order = np.argsort(-values, kind="stable")
        return cls.filled(count, width, rows[order], columns[order], values[order])

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def counts(self) -> Indices:
        """How many columns each row holds."""
        return np.diff(self.starts)

    @property
    def rows(self) -> Indices:
        """The row of each value."""
        return np.repeat(np.arange(len(self)), self.counts)

    def dense(self, first: int, end: int) -> Floats:
        """Those rows as a matrix."""
        block: Floats = np.zeros((end - first, self.width), dtype=np.float32)
        held = slice(int(self.starts[first]), int(self.starts[end]))
        block[np.repeat(np.arange(end - first), self.counts[first:end]), self.columns[held]] = self.values[held]
        return block

    @property
    def places(self) -> Indices:
        """Where each value stands, all rows one after another."""
        return np.asarray(self.rows * self.width + self.columns)

    def at(self, rows: Indices, columns: Indices, places: Indices | None = None) -> Floats:
        """The values in those places, 0 where there are none. The columns of every row stand in order; ``places`` as the property."""
        return values_at(self.places if places is None else places, self.values, rows * self.width + columns)

    def heaviest(self, most: int) -> Sparse:
        """Of each row the so many greatest values, of equals the first."""
        order = np.lexsort((-self.values, self.rows))
        kept = np.sort(order[np.arange(len(order)) - self.starts[self.rows[order]] < most])
        return Sparse.filled(len(self), self.width, self.rows[kept], self.columns[kept].astype(np.intp), self.values[kept])

    def scaled(self, weight: Floats) -> Sparse:
        """Each column times its weight."""
        return replace(self, values=self.values * weight[self.columns])

    def sums(self) -> Floats:
        """The sum of each row."""
        return np.bincount(self.rows, weights=self.values, minlength=len(self)).astype(np.float32)

    def unit_length(self) -> Sparse:
        """Each row divided by its length; empty rows stay empty."""
        length = np.sqrt(np.bincount(self.rows, weights=self.values**2, minlength=len(self)))
        return replace(self, values=(self.values / np.maximum(length, 1e-9)[self.rows]).astype(np.float32))


def values_at(places: Indices, values: Floats, wanted: Indices) -> Floats:
    """The values in the wanted places, 0 where there are none; ``places`` are those of ``values``, rising."""
    if not len(places):
        return np.zeros(wanted.shape, dtype=np.float32)
    place = np.minimum(np.searchsorted(places, wanted), len(places) - 1)
    return np.where(places[place] == wanted, values[place], np.float32(0))
