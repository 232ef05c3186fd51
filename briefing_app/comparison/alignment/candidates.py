"""Chooses which sentence pairs of different articles are weighed at all; hides the caps that keep the time bounded."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from briefing_app.comparison.alignment.likeness import Likeness
from briefing_app.comparison.matrices.all_products import AllProducts, parts
from briefing_app.comparison.matrices.sparse import Floats, Indices
from briefing_app.model.going_on import GoOn, always

PER_ARTICLE = 20  # best counterparts kept for a sentence in each other article
MOST = 60_000  # pairs weighed in all
_LEAST = 0.005
_LETTERS = np.float32(0.6)  # what a likeness of letters counts beside one of words


def screen(likeness: Likeness) -> Callable[[slice], Floats]:
    """The cheap likeness that decides what is weighed further: some units x all units; 0 inside one article."""
    graded, tfidf, letters = likeness.graded, likeness.tfidf, likeness.letters
    forth, back, spelt = AllProducts(graded, tfidf), AllProducts(tfidf, graded), AllProducts(letters, letters)

    def rows(part: slice) -> Floats:
        rough = np.maximum(forth.rows(part), back.rows(part))
        np.maximum(rough, likeness.cosine[part], out=rough)
        np.maximum(rough, spelt.rows(part) * _LETTERS, out=rough)
        rough[likeness.columns[part, None] == likeness.columns[None, :]] = 0.0
        return rough

    return rows


def choose(likeness: Likeness, go_on: GoOn = always) -> tuple[Indices, Indices]:
    """Unit indices i < j of the pairs to weigh: for each sentence its best counterparts in every other article."""
    columns = likeness.of_column
    size = len(likeness.units)
    if len(columns) < 2:  # nothing to hold it against
        return np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.intp)
    per_article = max(2, min(PER_ARTICLE, int(2 * MOST / max(1, size * (len(columns) - 1)))))
    rough_of, found, scores = screen(likeness), [], []
    for part in parts(size):
        go_on()
        rough = rough_of(part)
        for there in columns:
            i, j = _best(rough[:, there], per_article)
            one, other = i + part.start, j + there.start
            worth = rough[i, other] > _LEAST
            found.append((np.minimum(one, other) * size + np.maximum(one, other))[worth])
            scores.append(rough[i, other][worth])
    pairs, first = np.unique(np.concatenate(found), return_index=True)
    if len(pairs) > MOST:
        best = np.sort(np.argpartition(-np.concatenate(scores)[first], MOST - 1)[:MOST])
        pairs = pairs[best]
    return pairs // size, pairs % size


def _best(rough: Floats, most: int) -> tuple[Indices, Indices]:
    """Row and column of the best so many of each row; of every one where there are no more."""
    height, width = rough.shape
    if width <= most:
        return np.repeat(np.arange(height), width), np.tile(np.arange(width), height)
    best = np.argpartition(-rough, most - 1, axis=1)[:, :most]
    return np.repeat(np.arange(height), most), best.reshape(-1)
