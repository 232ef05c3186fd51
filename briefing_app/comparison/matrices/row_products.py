"""Multiplies those pairs of rows that are wanted, whether the rows are filled, mostly empty or kept sparse; hides which way is quickest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from briefing_app.comparison.matrices.sparse import Floats, Indices, Sparse

Rows = Floats | Sparse
"""Rows of the vocabulary's width; sparse where a matrix of them would be huge."""

_LARGE = 8_000_000  # numbers of a matrix from which its rows are better kept sparse (32 MB)
_GATHER = 1000  # a number picked one by one costs about so many times one of a matrix product
_CHUNK = 20_000
_CHUNK_OF_ROWS = 1000
_CHUNK_LOOKED_UP = 5000
_LOOKED_UP = 50  # finding a value of a sparse row costs about so many times one of laying the rows out
_BLOCK = 250_000  # numbers of two rows that are held against each other at once: more, and fetching them costs longer than the sums
_APART = 20  # two whole rows cost about so many times what they cost in a matrix product
_WIDE = 4  # rows of which a fourth or more is filled are multiplied whole
_STRIPE = 2_000_000  # numbers of those rows that are held at once
_AT_ONCE = 100  # pairs of rows that are multiplied whole at once


def is_large(height: int, width: int) -> bool:
    """Whether a matrix of that shape is better kept sparse, or made in parts."""
    return height * width > _LARGE


def stripes(count: int, width: int) -> Iterator[tuple[int, int]]:
    """Runs of rows, first and end, of about ``_STRIPE`` numbers."""
    size = max(1, _STRIPE // width)
    return ((first, min(count, first + size)) for first in range(0, count, size))


def scaled(rows: Rows, weight: Floats) -> Rows:
    """Each column times its weight."""
    return rows.scaled(weight) if isinstance(rows, Sparse) else rows * weight


def sums(rows: Rows) -> Floats:
    """The sum of each row."""
    return rows.sums() if isinstance(rows, Sparse) else rows.sum(axis=1)


def weighed(rows: Rows, weight: Floats) -> Floats:
    """The sum of each row, each column times its weight."""
    return rows.scaled(weight).sums() if isinstance(rows, Sparse) else rows @ weight


def normed(rows: Rows) -> Rows:
    """As ``unit_length``, also of sparse rows."""
    return rows.unit_length() if isinstance(rows, Sparse) else unit_length(rows)


def unit_length(rows: Floats) -> Floats:
    """Each row divided by its length; empty rows stay empty."""
    length = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    return np.asarray(rows / np.maximum(length, 1e-9), dtype=np.float32)


def kept_sparse(rows: Rows) -> Sparse:
    """Those rows without their zeros."""
    return rows if isinstance(rows, Sparse) else Sparse.of([rows], rows.shape[1])


def picked(rows: Rows, i: Indices, j: Indices) -> Floats:
    """The number of row ``i[k]`` in column ``j[k]``, for every k."""
    return rows.at(i, j) if isinstance(rows, Sparse) else rows[i, j]


def made_of_all(several: Sequence[Rows], made: Callable[..., Floats]) -> Rows:
    """What is made, number by number, out of several of one shape: nothing where all are 0. All are matrices, or all sparse."""
    held = [one for one in several if isinstance(one, Sparse)]
    if not held:
        return made(*several)
    width = held[0].width
    rows, columns = np.divmod(np.unique(np.concatenate([one.rows * width + one.columns for one in held])), width)
    return Sparse.filled(len(held[0]), width, rows, columns, made(*(one.at(rows, columns) for one in held)))


def greatest_towards(rows: Rows, columns: Indices, articles: int) -> Floats:
    """Of every row the greatest number among the columns of each article; ``columns``: the article of each column."""
    best: Floats = np.zeros((len(rows), articles), dtype=np.float32)
    if isinstance(rows, Sparse):
        np.maximum.at(best, (rows.rows, columns[rows.columns]), rows.values)
        return best
    for article in range(articles):
        best[:, article] = rows[:, columns == article].max(axis=1, initial=0.0)
    return best


def times(rows: Rows, others: Floats) -> Floats:
    """Rows x width times width x depth."""
    if not isinstance(rows, Sparse):
        return np.asarray(rows @ others, dtype=np.float32)
    out: Floats = np.zeros((len(rows), others.shape[1]), dtype=np.float32)
    filled = np.flatnonzero(rows.counts)
    for start in range(0, len(filled), _CHUNK_OF_ROWS):
        part = filled[start : start + _CHUNK_OF_ROWS]
        held = slice(int(rows.starts[part[0]]), int(rows.starts[part[-1] + 1]))
        out[part] = np.add.reduceat(rows.values[held, None] * others[rows.columns[held]], rows.starts[part] - held.start)
    return out


@dataclass(frozen=True, slots=True)
class Padded:
    """Mostly empty rows as the columns that each fills and its values there, filled up with zeros to one length."""

    columns: Indices
    values: Floats

    def products(self, b: Rows, i: Indices, j: Indices) -> Floats:
        """The products of row ``i[k]`` with row ``j[k]`` of ``b``, for every k."""
        return self._with(b, i, j, lambda mine, other: np.einsum("kw,kw->k", mine, other))

    def greatest(self, b: Rows, i: Indices, j: Indices) -> Floats:
        """As ``products``; of the single products not the sum but the greatest."""
        return self._with(b, i, j, lambda mine, other: (mine * other).max(axis=1))

    def least_of_two(self, b: Rows, i: Indices, j: Indices) -> Floats:
        """As ``greatest``; of two numbers not their product but the smaller one."""
        return self._with(b, i, j, lambda mine, other: np.minimum(mine, other).max(axis=1))

    def _with(self, b: Rows, i: Indices, j: Indices, met: Callable[[Floats, Floats], Floats]) -> Floats:
        out = np.empty(len(i), dtype=np.float32)
        if isinstance(b, Sparse) and len(i) * self.columns.shape[1] * _LOOKED_UP < len(b) * b.width:
            return self._with_looked_up(b, i, j, met)
        order = np.argsort(j, kind="stable") if isinstance(b, Sparse) else None
        for first, end in stripes(len(b), b.width) if isinstance(b, Sparse) else ((0, len(b)),):
            block = b.dense(first, end) if isinstance(b, Sparse) else b
            picked = np.arange(len(i)) if order is None else order[slice(*np.searchsorted(j[order], (first, end)))]
            for start in range(0, len(picked), _CHUNK):
                part = picked[start : start + _CHUNK]
                out[part] = met(self.values[i[part]], block[j[part, None] - first, self.columns[i[part]]])
        return out

    def _with_looked_up(self, b: Sparse, i: Indices, j: Indices, met: Callable[[Floats, Floats], Floats]) -> Floats:
        out = np.empty(len(i), dtype=np.float32)
        places = b.places
        for start in range(0, len(i), _CHUNK_LOOKED_UP):
            part = slice(start, start + _CHUNK_LOOKED_UP)
            out[part] = met(self.values[i[part]], b.at(j[part, None], self.columns[i[part]], places))
        return out


def padded(rows: Rows) -> Padded:
    """Rows that are mostly empty."""
    held = kept_sparse(rows)
    counts, own = held.counts, held.rows
    columns = np.zeros((len(held), max(1, int(counts.max(initial=0)))), dtype=np.intp)
    values: Floats = np.zeros(columns.shape, dtype=np.float32)
    slots = np.arange(len(own)) - held.starts[own]
    columns[own, slots], values[own, slots] = held.columns, held.values
    return Padded(columns, values)


def products(a: Rows, b: Rows, i: Indices, j: Indices) -> Floats:
    """The products of row ``i[k]`` of ``a`` with row ``j[k]`` of ``b``, for every k; quick when the rows of ``a`` are mostly empty."""
    if not isinstance(a, Sparse) and not isinstance(b, Sparse) and _dense(a, b, len(i)):
        return _picked(a, b, i, j)
    if not isinstance(a, Sparse) and not isinstance(b, Sparse) and _filled(a) * _WIDE > a.shape[1]:
        return _row_by_row(a, b, i, j)
    return padded(a).products(b, i, j)


def products_both_ways(a: Rows, b: Rows, i: Indices, j: Indices) -> tuple[Floats, Floats]:
    """``products`` of the rows ``i[k]`` of ``a`` with ``j[k]`` of ``b``, and of ``j[k]`` of ``a`` with ``i[k]`` of ``b``."""
    if not isinstance(a, Sparse) and not isinstance(b, Sparse) and not is_large(len(a), len(b)) and _dense(a, b, len(i)):
        every = np.asarray(a @ b.T, dtype=np.float32)
        return every[i, j], every[j, i]
    return products(a, b, i, j), products(a, b, j, i)


def _picked(a: Floats, b: Floats, i: Indices, j: Indices) -> Floats:
    """Those of all products, of as many rows at once as make no huge matrix."""
    if not is_large(len(a), len(b)):
        return np.asarray((a @ b.T)[i, j], dtype=np.float32)
    if len(i) * _APART < len(a) * len(b):
        return _row_by_row(a, b, i, j)
    out = np.empty(len(i), dtype=np.float32)
    for first, end in stripes(len(a), len(b)):
        mine = np.flatnonzero((first <= i) & (i < end))
        out[mine] = (a[first:end] @ b.T)[i[mine] - first, j[mine]]
    return out


def best_of_smaller(rows: Floats, i: Indices, j: Indices) -> Floats:
    """For every pair of rows the best column, by the smaller of their two numbers in it."""
    out = np.empty(len(i), dtype=np.float32)
    size = max(1, _BLOCK // rows.shape[1])
    for start in range(0, len(out), size):
        part = slice(start, start + size)
        out[part] = np.minimum(rows[i[part]], rows[j[part]]).max(axis=1)
    return out


def _row_by_row(a: Floats, b: Floats, i: Indices, j: Indices) -> Floats:
    """Each pair's rows multiplied whole."""
    out = np.empty(len(i), dtype=np.float32)
    for start in range(0, len(i), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        out[part] = np.einsum("kv,kv->k", a[i[part]], b[j[part]])
    return out


def _filled(a: Floats) -> int:
    """The most columns that a row fills."""
    return int(np.count_nonzero(a, axis=1).max(initial=0))


def _dense(a: Floats, b: Floats, picked: int) -> bool:
    """Whether all products are quicker than so many picked ones over the filled columns of ``a``."""
    return _filled(a) * picked * _GATHER > len(a) * len(b) * int(a.shape[1])
