"""Knows how near words are in meaning as vectors (reduced from GloVe, read lazily from a shipped table); hides the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from briefing_app.paths import resource


@cache
def _table() -> tuple[Mapping[str, int], NDArray[np.int8]]:
    """Row of each stem (from 1), and the rows; row 0 stands for the stems that are not known."""
    with np.load(resource("comparison", "glove", "vectors.npz"), allow_pickle=False) as data:
        stems = data["stems"].tobytes().decode("ascii").split("\n")
        rows = data["vectors"]
    return {stem: row for row, stem in enumerate(stems, start=1)}, np.concatenate([np.zeros_like(rows[:1]), rows])


def meanings_of(stems: Iterable[str]) -> NDArray[np.float32]:
    """A row of length 1 for each English stem, near (by its product) to those of near meaning; zeros for a stem that is not known."""
    place, rows = _table()
    some = rows[[place.get(stem, 0) for stem in stems]].astype(np.float32)
    return np.asarray(some / np.maximum(np.linalg.norm(some, axis=1, keepdims=True), 1e-9), dtype=np.float32)
