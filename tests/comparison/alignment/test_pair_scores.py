"""Scores that are kept by pairs are those of the filled matrix; the best of an article are those that a look along its rows finds."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.comparison.alignment.pair_scores import PairScores

COLUMNS = np.repeat(np.arange(3), 3)
SIZE = len(COLUMNS)
PAIRS = [(i, j) for i in range(SIZE) for j in range(i + 1, SIZE) if COLUMNS[i] != COLUMNS[j]]


@given(st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([0.25, 0.5, 0.75])))
def test_they_are_those_of_a_matrix(weighed: dict[tuple[int, int], float]) -> None:
    matrix = np.zeros((SIZE, SIZE), dtype=np.float32)
    for (i, j), score in weighed.items():
        matrix[i, j] = matrix[j, i] = score
    pairs = np.array(sorted(weighed), dtype=np.intp).reshape(-1, 2)
    scores = PairScores(SIZE, pairs[:, 0], pairs[:, 1], matrix[pairs[:, 0], pairs[:, 1]])

    places = np.divmod(np.arange(SIZE * SIZE), SIZE)
    assert [scores[i, j] for i, j in zip(*(one.tolist() for one in places), strict=True)] == matrix.ravel().tolist()
    assert np.array_equal(scores.at(*places), matrix.ravel())
    best, unit = scores.best_of(COLUMNS, 3)
    for column in range(3):
        block = matrix[column * 3 : column * 3 + 3]
        assert np.array_equal(best[column], block.max(axis=0))
        assert np.array_equal(unit[column], block.argmax(axis=0) + column * 3)
