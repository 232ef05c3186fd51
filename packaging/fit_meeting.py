"""Fits what a word of a sentence weighs when it is asked how much of it another sentence tells (used by fit_comparison.py).

The chance that an expert pairs two sentences is taken as a logistic function of how much each tells of the other (``MEETINGS``); the worth
of the traits of words and of the nearnesses is fitted along with it by Fisher scoring, held near to what one would set by hand.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing_app.comparison.alignment.features import Weighing
from briefing_app.comparison.alignment.meeting import NEARNESSES, NONE, STEEPEST, TRAITS, Meeting, Weighed, nearnesses, summed_up
from briefing_app.comparison.matrices.all_products import dense
from briefing_app.comparison.matrices.sparse import Indices

Doubles = NDArray[np.float64]
HELD_BACK = 0.002  # strength of the ridge that holds the worths near to where they begin
STEPS = 12
ENOUGH = 1e-6  # a step that betters the fit by less is the last
BEGIN = {"background": 0.5, "local": 0.5, "by_vector": 0.5, "by_wordnet": 0.4}
LOGISTIC = (0.5, 8.0, 1.5, -1.5, -3.0)  # where the weights of ``MEETINGS`` and the bias begin
WORTHS = len(TRAITS) + len(NEARNESSES) + 1


@dataclass(frozen=True, slots=True)
class Side:
    """How the words of one sentence of every pair are met in the other, flat: the word, its pair, whether it is the same, how near."""

    word: Indices
    pair: Indices
    same: Doubles
    near: Doubles
    unit: Indices

    @classmethod
    def of(cls, words: Weighed, weighing: Weighing, one: Indices, other: Indices) -> Side:
        """The words of the units ``one`` held against the units ``other``."""
        like = weighing.likeness
        counts = np.bincount(words.rows, minlength=len(like.units))
        first = np.cumsum(counts) - counts
        sizes = counts[one]
        word = np.repeat(first[one] - (np.cumsum(sizes) - sizes), sizes) + np.arange(int(sizes.sum()))
        at = np.repeat(other, sizes), words.columns[word]
        same = dense(like.words)[at]
        near = np.stack(nearnesses(dense(like.met)[at], dense(like.related)[at]), axis=1) * (same == 0)[:, None]
        return cls(word, np.repeat(np.arange(len(one)), sizes), same.astype(np.float64), near.astype(np.float64), one)


@dataclass(frozen=True, slots=True)
class Met:
    """The pairs of one event as the fit of the meeting sees them."""

    rows: Indices
    traits: Doubles
    units: int
    forth: Side
    back: Side

    @classmethod
    def of(cls, weighing: Weighing) -> Met:
        """All weighed pairs, both ways."""
        words = Weighed.of(weighing.likeness)
        forth, back = (Side.of(words, weighing, one, other) for one, other in ((weighing.i, weighing.j), (weighing.j, weighing.i)))
        return cls(words.rows, words.traits.astype(np.float64), len(weighing.units), forth, back)

    def told(self, side: Side, worths: Doubles) -> tuple[Doubles, Doubles]:
        """For every pair the share of the one sentence that is met, and its slope: pairs x worths."""
        of_traits, of_near = worths[: len(TRAITS)], worths[len(TRAITS) : -1]
        weight, added = np.exp(np.clip(self.traits @ of_traits, -STEEPEST, STEEPEST)), np.exp(worths[-1])
        mass = np.bincount(self.rows, weight, minlength=self.units) + added
        own, held = weight[side.word], mass[side.unit]
        met = own * (side.same + side.near @ of_near)
        share = self._sum(side, met) / held
        slopes = [
            self._sum(side, met * self.traits[side.word, k]) / held
            - share * np.bincount(self.rows, weight * self.traits[:, k], minlength=self.units)[side.unit] / held
            for k in range(len(TRAITS))
        ]
        slopes += [self._sum(side, own * side.near[:, k]) / held for k in range(len(NEARNESSES))]
        return share, np.stack([*slopes, -share * added / held], axis=1)

    @staticmethod
    def _sum(side: Side, of_words: Doubles) -> Doubles:
        return np.bincount(side.pair, of_words, minlength=len(side.unit))


def fit_meeting(events: list[tuple[Met, Doubles, Doubles]]) -> Meeting:
    """From the pairs of every event with the expert's answers (0 or 1) and their weights."""
    begin = np.array([*(BEGIN.get(name, 0.0) for name in TRAITS + NEARNESSES), 0.0])
    at = np.concatenate([begin, LOGISTIC])
    loss, slope, bend = _look(events, at, begin)
    for _ in range(STEPS):
        step = np.linalg.solve(bend, slope)
        tries = ((at - part * step, _look(events, at - part * step, begin)) for part in (1.0, 0.5, 0.25, 0.125))
        better = next(((there, found) for there, found in tries if found[0] < loss), None)
        if better is None:
            break
        gain = loss - better[1][0]
        at, (loss, slope, bend) = better
        if gain < ENOUGH:
            break
    traits, near = (part.astype(np.float32) for part in np.split(at[: WORTHS - 1], [len(TRAITS)]))
    return Meeting(traits, near, float(np.exp(at[WORTHS - 1])))


def _look(events: list[tuple[Met, Doubles, Doubles]], at: Doubles, begin: Doubles) -> tuple[float, Doubles, Doubles]:
    """The loss, its slope and its expected bend at these worths and logistic weights."""
    worths, logistic = at[:WORTHS], at[WORTHS:]
    whole = sum(weight.sum() for _, _, weight in events)
    loss = HELD_BACK * float(((worths - begin) ** 2).sum())
    slope = np.concatenate([2 * HELD_BACK * (worths - begin), np.zeros(len(logistic))])
    bend = np.diag(np.concatenate([np.full(WORTHS, 2 * HELD_BACK), np.full(len(logistic), 1e-6)]))
    for met, answer, weight in events:
        (a, of_a), (b, of_b) = met.told(met.forth, worths), met.told(met.back, worths)
        features = np.c_[summed_up(a, b).astype(np.float64), np.ones(len(a))]
        chance = 1 / (1 + np.exp(-np.clip(features @ logistic, -30, 30)))
        by_a, by_b = _slopes(a, b, logistic)
        rows = np.c_[by_a[:, None] * of_a + by_b[:, None] * of_b, features]
        share = weight / whole
        loss -= float((share * (answer * np.log(chance + 1e-9) + (1 - answer) * np.log(1 - chance + 1e-9))).sum())
        slope += rows.T @ (share * (chance - answer))
        bend += (rows * (share * chance * (1 - chance))[:, None]).T @ rows
    return loss, slope, bend


def _slopes(forth: Doubles, back: Doubles, logistic: Doubles) -> tuple[Doubles, Doubles]:
    """How the logistic sum of ``MEETINGS`` moves with either share."""
    logs, mean, least, most = logistic[:4]
    a, b = np.maximum(forth, 0), np.maximum(back, 0)
    root = np.sqrt(a * b + NONE**2)
    smaller = (a <= b).astype(np.float64)
    by_a = logs / (a + NONE) + mean * b / (2 * root) + least * smaller + most * (1 - smaller)
    by_b = logs / (b + NONE) + mean * a / (2 * root) + least * (1 - smaller) + most * smaller
    return by_a, by_b
