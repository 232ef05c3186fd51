"""Chooses which sentence pairs of different articles are weighed at all; hides the caps that keep the time bounded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from briefing_app.comparison.alignment.likeness import Likeness
from briefing_app.comparison.matrices.all_products import AllProducts, best_of_each, dense, parts
from briefing_app.comparison.matrices.row_products import kept_sparse
from briefing_app.comparison.matrices.sparse import Floats, Indices
from briefing_app.model.comparison import Unweighed
from briefing_app.model.going_on import GoOn, always

PER_ARTICLE = 20  # best counterparts kept for a sentence in each other article
MOST = 60_000  # pairs weighed in all
_LEAST = 0.005
_PLAIN = 0.08
"""Rough likeness from which two sentences look alike, as 99 in 100 accepted pairs do; of very many only such are weighed."""
_WORTH_TELLING = 0.01  # share of the pairs that look alike from which it is told that they were not weighed
_MANY = 16  # of so many numbers one that counts: finding the best is quicker among all
_HEAVIEST = 16  # runs of letters of a sentence that are held against those of very many others
_LETTERS = np.float32(0.6)  # what a likeness of letters counts beside one of words


@dataclass(frozen=True, slots=True)
class Chosen:
    """Unit indices i[k] < j[k] of the pairs to weigh, and what the caps left out of those that look alike; None for hardly anything."""

    i: Indices
    j: Indices
    unweighed: Unweighed | None = None


def screen(likeness: Likeness) -> Callable[[slice], Floats]:
    """The cheap likeness that decides what is weighed further: some units x all units; 0 inside one article."""
    graded, tfidf, letters = likeness.graded, likeness.tfidf, likeness.letters
    if likeness.is_vast:
        return _screen_of_many(likeness)
    forth, back, spelt = AllProducts(graded, tfidf), AllProducts(tfidf, graded), AllProducts(letters, letters)

    def rows(part: slice) -> Floats:
        rough = np.maximum(forth.rows(part), back.rows(part))
        np.maximum(rough, dense(likeness.cosine, part), out=rough)
        np.maximum(rough, spelt.rows(part) * _LETTERS, out=rough)
        rough[likeness.columns[part, None] == likeness.columns[None, :]] = 0.0
        return rough

    return rows


def _screen_of_many(likeness: Likeness) -> Callable[[slice], Floats]:
    """As ``screen`` for very many units: each pair looked at from both ends, so one way each, and by the heaviest runs of letters only."""
    words, spelt = AllProducts(likeness.graded, likeness.tfidf), kept_sparse(likeness.letters).heaviest(_HEAVIEST)
    letters = AllProducts(spelt, spelt)

    def rows(part: slice) -> Floats:
        rough = words.rows(part)
        np.maximum(rough, dense(likeness.cosine, part), out=rough)
        np.maximum(rough, letters.rows(part) * _LETTERS, out=rough)
        own = likeness.columns[part]
        for there in likeness.of_column:
            rough[own == likeness.columns[there.start], there] = 0.0
        return rough

    return rows


def choose(likeness: Likeness, go_on: GoOn = always) -> Chosen:
    """For each sentence its best counterparts in every other article."""
    columns = likeness.of_column
    size = len(likeness.units)
    if len(columns) < 2:  # nothing to hold it against
        return Chosen(np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.intp))
    per_article = max(2, min(PER_ARTICLE, int(2 * MOST / max(1, size * (len(columns) - 1)))))
    rough_of, found, scores, alike = screen(likeness), [], [], 0
    for part in parts(size):
        go_on()
        rough = rough_of(part)
        alike += int(np.count_nonzero(rough > _PLAIN))
        for there in columns:
            i, j = _best_of_few(rough[:, there], per_article) if likeness.is_vast else _best(rough[:, there], per_article)
            one, other = i + part.start, j + there.start
            worth = rough[i, other] > _LEAST
            found.append((np.minimum(one, other) * size + np.maximum(one, other))[worth])
            scores.append(rough[i, other][worth])
    pairs, first = np.unique(np.concatenate(found), return_index=True)
    rough = np.concatenate(scores)[first]
    capped = len(pairs) > MOST
    if capped:
        best = np.sort(np.argpartition(-rough, MOST - 1)[:MOST])
        pairs, rough = pairs[best], rough[best]
    left, alike = alike // 2 - int(np.count_nonzero(rough > _PLAIN)), alike // 2
    told = (capped or per_article < PER_ARTICLE) and left > _WORTH_TELLING * alike
    return Chosen(pairs // size, pairs % size, Unweighed(left, alike) if told else None)


def _best_of_few(rough: Floats, most: int) -> tuple[Indices, Indices]:
    """As ``_best``, of those only that are plainly alike."""
    i, j = np.nonzero(rough > _PLAIN)
    if len(i) * _MANY > rough.size:
        return _best(rough, most)
    kept = best_of_each(i, rough[i, j], most)
    return i[kept], j[kept]


def _best(rough: Floats, most: int) -> tuple[Indices, Indices]:
    """Row and column of the best so many of each row; of every one where there are no more."""
    height, width = rough.shape
    if width <= most:
        return np.repeat(np.arange(height), width), np.tile(np.arange(width), height)
    best = np.argpartition(-rough, most - 1, axis=1)[:, :most]
    return np.repeat(np.arange(height), most), best.reshape(-1)
