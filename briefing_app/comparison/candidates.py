"""Chooses which sentence pairs of different articles are weighed at all; hides the caps that keep the time bounded."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from briefing_app.comparison.likeness import Likeness
from briefing_app.comparison.sparse import Floats, Indices
from briefing_app.model.going_on import GoOn, always

PER_ARTICLE = 20  # best counterparts kept for a sentence in each other article
MOST = 60_000  # pairs weighed in all
_LEAST = 0.005
_AT_ONCE = 500  # sentences held against all others at once


def screen(likeness: Likeness, go_on: GoOn = always) -> Floats:
    """Units x units: the cheap likeness that decides what is weighed further; 0 inside one article."""
    rough = likeness.graded @ likeness.tfidf.T
    go_on()
    np.maximum(rough, likeness.cosine, out=rough)
    for part in _parts(len(rough)):
        rough[part] = np.maximum(rough[part], rough[:, part].T)
    go_on()
    letters = likeness.letters @ likeness.letters.T
    letters *= 0.6
    np.maximum(rough, letters, out=rough)
    rough[likeness.columns[:, None] == likeness.columns[None, :]] = 0.0
    return np.asarray(rough, dtype=np.float32)


def _parts(count: int) -> Iterator[slice]:
    """Runs of so many rows that what is made of them stays small beside the whole."""
    return (slice(start, start + _AT_ONCE) for start in range(0, count, _AT_ONCE))


def choose(likeness: Likeness, go_on: GoOn = always) -> tuple[Indices, Indices]:
    """Unit indices i < j of the pairs to weigh: for each sentence its best counterparts in every other article."""
    articles = int(likeness.columns.max()) + 1 if len(likeness.columns) else 0
    if len(np.unique(likeness.columns)) < 2:  # nothing to hold it against
        return np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.intp)
    rough = screen(likeness, go_on)
    keep = np.zeros(rough.shape, dtype=bool)
    per_article = max(2, min(PER_ARTICLE, int(2 * MOST / max(1, len(rough) * max(1, articles - 1)))))
    for column in range(articles):
        go_on()
        there = np.flatnonzero(likeness.columns == column)
        if len(there) <= per_article:
            keep[:, there] = True
            continue
        for part in _parts(len(rough)):
            best = np.argpartition(-rough[part, there], per_article - 1, axis=1)[:, :per_article]
            keep[np.arange(part.start, part.start + len(best))[:, None], there[best]] = True
    keep = (keep | keep.T) & (rough > _LEAST)
    i, j = np.nonzero(np.triu(keep, 1))
    if len(i) > MOST:
        best = np.sort(np.argpartition(-rough[i, j], MOST - 1)[:MOST])
        i, j = i[best], j[best]
    return i, j
