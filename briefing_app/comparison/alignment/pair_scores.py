"""The scores of the weighed pairs, asked by the two units; hides that most pairs were never weighed and take no room."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from briefing_app.comparison.matrices.sparse import Floats, Indices, values_at


class PairScores:
    """Units x units: the score (0 to 1) of a pair, whichever unit stands first; 0 where it was not weighed."""

    def __init__(self, size: int, i: Indices, j: Indices, scores: Floats) -> None:
        """``i[k] < j[k]``, in rising order, each pair once."""
        self._size, self._i, self._j, self._scores = size, i, j, scores
        self._keys = i * size + j

    @cached_property
    def _of(self) -> dict[int, float]:
        return dict(zip(self._keys.tolist(), self._scores.tolist(), strict=True))

    def __getitem__(self, pair: tuple[int, int]) -> float:
        i, j = pair
        return self._of.get(i * self._size + j if i < j else j * self._size + i, 0.0)

    def at(self, i: Indices, j: Indices) -> Floats:
        """The scores of many pairs."""
        return values_at(self._keys, self._scores, np.minimum(i, j) * self._size + np.maximum(i, j))

    def best_of(self, columns: Indices, articles: int) -> tuple[Floats, Indices]:
        """For each article and each unit: the best score of a unit of that article with it, and that unit, the first of equals.

        Without any it is 0 and the first unit of the article. ``columns``: the article of each unit, rising.
        """
        one, other = np.concatenate((self._i, self._j)), np.concatenate((self._j, self._i))
        scores = np.concatenate((self._scores, self._scores))
        order = np.lexsort((-other, scores))  # the best is written last, of equals the first
        best = np.zeros((articles, self._size), dtype=np.float32)
        unit = np.repeat(np.searchsorted(columns, np.arange(articles))[:, None], self._size, axis=1)
        there = columns[other[order]], one[order]
        best[there], unit[there] = scores[order], other[order]
        return best, unit
