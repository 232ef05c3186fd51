"""Knows how near words are in meaning as vectors (learnt from WordNet, read lazily from a shipped table); hides the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from briefing_app.paths import resource


@cache
def _table() -> tuple[Mapping[str, int], NDArray[np.float32]]:
    """Row of each stem (from 1), and the rows; row 0 stands for the stems that are not known."""
    with np.load(resource("comparison", "wordnet", "meanings.npz"), allow_pickle=False) as data:
        stems = data["stems"].tobytes().decode("ascii").split("\n")
        rows = data["vectors"].astype(np.float32)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return {stem: row for row, stem in enumerate(stems, start=1)}, np.concatenate([np.zeros_like(rows[:1]), rows])


def meanings_of(stems: Iterable[str]) -> NDArray[np.float32]:
    """A row of length 1 for each English stem, near (by its product) to those of near meaning; zeros for a stem that is not known."""
    place, rows = _table()
    return rows[[place.get(stem, 0) for stem in stems]]
