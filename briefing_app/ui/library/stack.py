"""Where rows of a few different heights stand, without asking each of them: for lists of any length."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

_BLOCK = 1_024


class Stack:
    """Rows one below the other. ``kinds`` has a byte a row, ``heights`` the height in pixels of each kind."""

    def __init__(self, kinds: bytes = b"", heights: Sequence[int] = ()) -> None:
        self._kinds, self._heights = kinds, tuple(heights)
        self._tops = [0]
        for start in range(0, len(kinds), _BLOCK):
            self._tops.append(self._tops[-1] + self._sum(start, start + _BLOCK))

    @property
    def height(self) -> int:
        """All rows together."""
        return self._tops[-1]

    def row_height(self, row: int) -> int:
        """The height of one row."""
        return self._heights[self._kinds[row]]

    def top(self, row: int) -> int:
        """How far below the first row's top edge the row begins; the row after the last begins where that ends."""
        block = row // _BLOCK
        return self._tops[block] + self._sum(block * _BLOCK, row)

    def row_at(self, y: int) -> int:
        """The row that covers ``y``; -1 above the first and below the last."""
        if not 0 <= y < self.height:
            return -1
        block = bisect_right(self._tops, y) - 1
        rows = range(block * _BLOCK, min(len(self._kinds), (block + 1) * _BLOCK))
        return rows[bisect_right(rows, y, key=self.top) - 1]

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows that lie between two heights in pixels, those in part too."""
        first = self.row_at(top) if top >= 0 else 0
        last = self.row_at(bottom) if bottom < self.height else len(self._kinds) - 1
        return range(first, last + 1) if 0 <= first <= last else range(0)

    def row_from(self, row: int, by: int) -> int:
        """The row so many pixels below the top of another, above it where ``by`` is negative; the last or the first one beyond the ends."""
        found = self.row_at(self.top(row) + by)
        return found if found >= 0 else len(self._kinds) - 1 if by > 0 else 0

    def _sum(self, start: int, end: int) -> int:
        rows = self._kinds[start:end]
        return sum(rows.count(kind) * height for kind, height in enumerate(self._heights))
