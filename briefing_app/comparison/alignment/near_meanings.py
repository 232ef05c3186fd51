"""How near the words of very many sentences come to those that they are weighed against; hides that nothing else is worked out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from briefing_app.comparison.alignment.likeness import Likeness, thresholded
from briefing_app.comparison.matrices.row_products import kept_sparse
from briefing_app.comparison.matrices.sparse import Floats, Indices, Sparse


def met_in_pairs(like: Likeness, i: Indices, j: Indices) -> tuple[Sparse, Sparse]:
    """``Likeness.met`` and ``clause_met``, filled only at the stems of the units that a unit is paired with (``i[k]`` with ``j[k]``)."""
    units, clauses = kept_sparse(like.words), kept_sparse(like.clause_words)
    first, counts = like.clause_of
    known: NDArray[np.bool_] = (like.meanings != 0).any(axis=1)
    one, other = np.concatenate((i, j)), np.concatenate((j, i))
    order = np.argsort(one, kind="stable")
    ends = np.cumsum(np.bincount(one, minlength=len(like.units))).tolist()
    of_units, of_clauses = [_own(units)], [_own(clauses)]
    for unit, (start, end) in enumerate(zip([0, *ends], ends, strict=False)):
        like.go_on()
        mine = _row(units, unit)
        mine = mine[known[mine]]
        if start == end or not len(mine):
            continue
        theirs = np.unique(np.concatenate([_row(units, there) for there in other[order[start:end]].tolist()]))
        theirs = theirs[known[theirs]]
        near = thresholded(like.meanings[mine] @ like.meanings[theirs].T)
        of_units.append(_nearest(unit, near, theirs))
        for clause in range(int(first[unit]), int(first[unit]) + int(counts[unit])):
            held = np.isin(mine, _row(clauses, clause), assume_unique=True)
            of_clauses.append(_nearest(clause, near[held], theirs))
    return _joined(units, of_units), _joined(clauses, of_clauses)


def _row(rows: Sparse, row: int) -> Indices:
    return rows.columns[rows.starts[row] : rows.starts[row + 1]].astype(np.intp)


_Places = tuple[Indices, Indices, Floats]


def _own(rows: Sparse) -> _Places:
    return rows.rows, rows.columns.astype(np.intp), np.ones(len(rows.columns), dtype=np.float32)


def _nearest(row: int, near: Floats, columns: Indices) -> _Places:
    """The nearest of the words to each stem, where one is near."""
    best = near.max(axis=0, initial=0.0)
    there = np.flatnonzero(best)
    return np.full(len(there), row, dtype=np.intp), columns[there], best[there]


def _joined(rows: Sparse, found: list[_Places]) -> Sparse:
    """All of them; the first are the words themselves, which stay 1."""
    return Sparse.filled(len(rows), rows.width, *(np.concatenate(some) for some in zip(*found, strict=True)))
