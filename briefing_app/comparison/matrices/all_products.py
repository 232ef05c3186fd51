"""Multiplies rows with all rows of another matrix, some at a time; hides that common columns are multiplied whole, rare ones by lists."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from briefing_app.comparison.matrices.row_products import Rows
from briefing_app.comparison.matrices.sparse import Floats, Indices, Sparse

AT_ONCE = 500
"""Rows that are held against all others at once, at most."""
_NUMBERS = 2_000_000  # that are made at once
_COMMON = 8  # a column that one row in so many fills is cheaper multiplied whole


def parts(count: int) -> Iterator[slice]:
    """Runs of so many rows that what is made of them stays small beside the whole."""
    size = max(1, min(AT_ONCE, _NUMBERS // max(1, count)))
    return (slice(start, min(count, start + size)) for start in range(0, count, size))


class AllProducts:
    """Every row of ``a`` with every row of ``b``, of one width. Both are matrices, or both sparse."""

    def __init__(self, a: Rows, b: Rows) -> None:
        self._a, self._b = a, b

    def rows(self, part: slice) -> Floats:
        """The rows of ``a`` in ``part`` x all rows of ``b``."""
        a, b = self._a, self._b
        if not isinstance(a, Sparse) or not isinstance(b, Sparse):
            return np.asarray(dense(a, part) @ dense(b).T, dtype=np.float32)
        found = dense(a, part)[:, self._common] @ self._whole.T
        return np.asarray(found + self._by_lists(a, part, len(b)), dtype=np.float32)

    @cached_property
    def _sorted(self) -> tuple[Indices, Indices, Floats]:
        """Of each column how many rows of ``b`` fill it; and those rows, with their values, column by column."""
        b = self._b
        assert isinstance(b, Sparse)
        order = np.argsort(b.columns, kind="stable")
        return np.bincount(b.columns, minlength=b.width), b.rows[order], b.values[order]

    @cached_property
    def _common(self) -> Indices:
        return np.flatnonzero(self._sorted[0] * _COMMON > len(self._b))

    @cached_property
    def _whole(self) -> Floats:
        """``b``, common columns only."""
        b = self._b
        assert isinstance(b, Sparse)
        place = np.full(b.width, -1, dtype=np.intp)
        place[self._common] = np.arange(len(self._common))
        kept = place[b.columns] >= 0
        whole: Floats = np.zeros((len(b), len(self._common)), dtype=np.float32)
        whole[b.rows[kept], place[b.columns[kept]]] = b.values[kept]
        return whole

    def _by_lists(self, a: Sparse, part: slice, width: int) -> Floats:
        """The same over all other columns: each value of ``a`` with the list of those that stand below each other in its column."""
        counts, rows, values = self._sorted
        rare = counts.copy()
        rare[self._common] = 0
        held = slice(int(a.starts[part.start]), int(a.starts[part.stop]))
        columns = a.columns[held]
        sizes = rare[columns]
        ends = np.cumsum(sizes)
        listed = np.repeat((np.cumsum(counts) - counts)[columns] - (ends - sizes), sizes) + np.arange(int(ends[-1]) if len(ends) else 0)
        own = np.repeat(np.arange(part.stop - part.start), a.counts[part])
        places = np.repeat(own * width, sizes) + rows[listed]
        found = np.bincount(places, np.repeat(a.values[held], sizes) * values[listed], minlength=(part.stop - part.start) * width)
        return found.astype(np.float32).reshape(part.stop - part.start, width)


def best_of_each(keys: Indices, values: Floats, most: int) -> Indices:
    """Where the so many greatest values of each key stand, in their order; of equals the first. ``keys`` are rising."""
    counts = np.bincount(keys)
    if not len(keys) or counts.max() <= most:
        return np.arange(len(keys))
    order = np.lexsort((-values, keys))
    starts = np.cumsum(counts) - counts
    return np.sort(order[np.arange(len(order)) - starts[keys[order]] < most])


def dense(rows: Rows, part: slice | None = None) -> Floats:
    """Those rows as a matrix; all of them without ``part``."""
    if isinstance(rows, Sparse):
        return rows.dense(part.start, part.stop) if part else rows.dense(0, len(rows))
    return rows[part] if part else rows
