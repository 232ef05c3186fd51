"""The second look at a pair: what the first scores of all other pairs say about it; hides the graph of the event."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from briefing_app.comparison.alignment.features import Weighing
from briefing_app.comparison.matrices.row_products import Rows, best_of_smaller, is_large, normed, padded, products
from briefing_app.comparison.matrices.sparse import Floats, Indices, Sparse


class Graph:
    """First scores (0 to 1) of the weighed pairs as a symmetric matrix, with the best and total score towards each article."""

    def __init__(self, weighing: Weighing, scores: Floats) -> None:
        self.w, self.scores = weighing, scores
        columns = weighing.likeness.columns
        self.matrix = _matrix(weighing, scores)
        self.best, self.total = _towards(self.matrix, columns, int(columns.max()) + 1 if len(columns) else 0)
        self.others = max(1, self.best.shape[1] - 2)
        self.best_i, self.best_j = self.best[weighing.i, columns[weighing.j]], self.best[weighing.j, columns[weighing.i]]
        self.total_i, self.total_j = self.total[weighing.i, columns[weighing.j]], self.total[weighing.j, columns[weighing.i]]
        self.rest_i = (self.best.sum(axis=1)[weighing.i] - self.best_i) / self.others
        self.rest_j = (self.best.sum(axis=1)[weighing.j] - self.best_j) / self.others


def _matrix(weighing: Weighing, scores: Floats) -> Rows:
    """Units x units: the scores, 0 where a pair was not weighed."""
    size, i, j = len(weighing.units), weighing.i, weighing.j
    if is_large(size, size):
        return Sparse.filled(size, size, np.concatenate((i, j)), np.concatenate((j, i)), np.concatenate((scores, scores)))
    matrix: Floats = np.zeros((size, size), dtype=np.float32)
    matrix[i, j] = scores
    matrix[j, i] = scores
    return matrix


def _towards(matrix: Rows, columns: Indices, articles: int) -> tuple[Floats, Floats]:
    """For every unit and every article the best score, and the sum of all."""
    if isinstance(matrix, Sparse):
        best: Floats = np.zeros((len(matrix), articles), dtype=np.float32)
        total = np.zeros_like(best)
        there = matrix.rows, columns[matrix.columns]
        np.maximum.at(best, there, matrix.values)
        np.add.at(total, there, matrix.values)
        return best, total
    blocks = [matrix[:, columns == column] for column in range(articles)]
    return np.stack([block.max(axis=1, initial=0.0) for block in blocks], axis=1), np.stack([block.sum(axis=1) for block in blocks], axis=1)


def _logit(g: Graph) -> Floats:
    p = np.clip(g.scores, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(p / (1 - p)), dtype=np.float32)


def _third(g: Graph) -> Floats:
    """The best third sentence that both are scored alike to."""
    if isinstance(g.matrix, Sparse):
        return padded(g.matrix).least_of_two(g.matrix, g.w.i, g.w.j)
    return best_of_smaller(g.matrix, g.w.i, g.w.j)


def _thirds(g: Graph) -> Floats:
    """All third sentences together, the logarithm of one more than their sum."""
    return np.asarray(np.log1p(products(g.matrix, g.matrix, g.w.i, g.w.j)), dtype=np.float32)


def _profile(g: Graph) -> Floats:
    rows = normed(g.matrix)
    return products(rows, rows, g.w.i, g.w.j)


def _neighbour(step_i: int, step_j: int) -> Callable[[Graph], Floats]:
    def score(g: Graph) -> Floats:
        columns, size = g.w.likeness.columns, len(g.w.units)
        a, b = g.w.i + step_i, g.w.j + step_j
        inside = (a >= 0) & (a < size) & (b >= 0) & (b < size)
        a, b = np.clip(a, 0, size - 1), np.clip(b, 0, size - 1)
        inside &= (columns[a] == columns[g.w.i]) & (columns[b] == columns[g.w.j])
        near = g.matrix.at(a, b) if isinstance(g.matrix, Sparse) else g.matrix[a, b]
        return np.asarray(np.where(inside, near, 0), dtype=np.float32)

    return score


def _beside(g: Graph) -> Floats:
    best: Floats = np.maximum.reduce([_neighbour(*steps)(g) for steps in ((0, 1), (0, -1), (1, 0), (-1, 0))])
    return best


AGREEMENTS: tuple[tuple[str, Callable[[Graph], Floats]], ...] = (
    ("first_score", _logit),
    ("third_best", _third),
    ("thirds", _thirds),
    ("share_of_best_least", lambda g: np.minimum(g.scores / (g.best_i + 1e-6), g.scores / (g.best_j + 1e-6))),
    ("share_of_best_most", lambda g: np.maximum(g.scores / (g.best_i + 1e-6), g.scores / (g.best_j + 1e-6))),
    ("before_scored", _neighbour(-1, -1)),
    ("after_scored", _neighbour(1, 1)),
    ("beside_scored", _beside),
    ("elsewhere_least", lambda g: np.minimum(g.rest_i, g.rest_j)),
    ("elsewhere_most", lambda g: np.maximum(g.rest_i, g.rest_j)),
    ("rivals_least", lambda g: np.minimum(g.total_i, g.total_j) - g.scores),
    ("rivals_most", lambda g: np.maximum(g.total_i, g.total_j) - g.scores),
    ("profile_scored", _profile),
)
"""Name and function of every second feature."""


def agreements_of(graph: Graph) -> Floats:
    """Pairs x second features."""
    if not len(graph.scores):
        return np.zeros((0, len(AGREEMENTS)), dtype=np.float32)
    columns: list[Floats] = []
    for _, compute in AGREEMENTS:
        graph.w.go_on()
        columns.append(np.asarray(compute(graph), dtype=np.float32))
    return np.stack(columns, axis=1)
