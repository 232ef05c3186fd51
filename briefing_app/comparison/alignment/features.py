"""The features of a sentence pair: one table of names and functions; hides how each is computed from the event's matrices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from briefing_app.comparison.alignment.candidates import Chosen
from briefing_app.comparison.alignment.likeness import Likeness
from briefing_app.comparison.alignment.near_meanings import met_in_pairs
from briefing_app.comparison.matrices.row_products import (
    Rows,
    best_of_smaller,
    greatest_towards,
    normed,
    padded,
    picked,
    products,
    products_both_ways,
    scaled,
    sums,
    weighed,
)
from briefing_app.comparison.matrices.sparse import Floats, Indices, Sparse
from briefing_app.comparison.sentences.units import Unit
from briefing_app.model.dates import DateInterval
from briefing_app.model.findings import NumberMention
from briefing_app.model.going_on import GoOn, always

K = TypeVar("K")
_SHORT = 65_536  # numbers below it fit into 16 bits


class Weighing:
    """The pairs (i[k], j[k]) of units that are weighed, with what several features share."""

    def __init__(self, likeness: Likeness, chosen: Chosen, go_on: GoOn = always) -> None:
        self.likeness, self.i, self.j, self.go_on = likeness, chosen.i, chosen.j, go_on
        self.unweighed = chosen.unweighed
        self.units = likeness.units

    def forget(self) -> None:
        """Let go of what only the features read; what is asked for again is made again."""
        for name in [name for name in vars(self) if isinstance(vars(Weighing).get(name), cached_property)]:
            del vars(self)[name]
        self.likeness.forget()

    def both(self, per_unit: Sequence[float] | Floats | NDArray[np.float64]) -> tuple[Floats, Floats]:
        """A value of each unit, for the two sides of every pair."""
        values = np.asarray(per_unit, dtype=np.float32)
        return values[self.i], values[self.j]

    def pairwise(self, of: Callable[[Unit], K], compare: Callable[[K, K], float]) -> Floats:
        """``compare`` of what ``of`` reads out of the two units, for every pair of which both have something; else 0."""
        read = [of(unit) for unit in self.units]
        filled = np.array([bool(one) for one in read], dtype=bool)
        out = np.zeros(len(self.i), dtype=np.float32)
        both = np.flatnonzero(filled[self.i] & filled[self.j])
        out[both] = [compare(read[a], read[b]) for a, b in zip(self.i[both].tolist(), self.j[both].tolist(), strict=True)]
        return out

    @cached_property
    def cosine(self) -> Floats:
        """Plain tf-idf cosine."""
        return picked(self.likeness.cosine, self.i, self.j)

    @cached_property
    def graded(self) -> Floats:
        """Cosine in which words of near meaning meet."""
        return products(self.likeness.graded, self.likeness.graded, self.i, self.j)

    @cached_property
    def letters(self) -> Floats:
        """Cosine of the runs of letters."""
        return products(self.likeness.letters, self.likeness.letters, self.i, self.j)

    @cached_property
    def shared(self) -> Floats:
        """Weight of the shared stems."""
        rows = self.likeness.words
        return products(scaled(rows, self.likeness.weight), rows, self.i, self.j)

    @cached_property
    def mass(self) -> Floats:
        """Weight of all stems of each unit."""
        return np.asarray(weighed(self.likeness.words, self.likeness.weight) + 1e-6, dtype=np.float32)

    @cached_property
    def covers(self) -> tuple[Floats, Floats]:
        """How much of the one is met in the other, near meanings counted, both ways."""
        weighted = scaled(self.likeness.words, self.likeness.weight)
        a, b = self.both(self.mass)
        forth, back = products_both_ways(weighted, self.likeness.related, self.i, self.j)
        return forth / a, back / b

    @cached_property
    def clause_pairs(self) -> tuple[Indices, Indices, Indices]:
        """All clause pairs of all sentence pairs, flat: rows of one, rows of the other, where each sentence pair begins."""
        first, counts = self.likeness.clause_of
        a, b = counts[self.i], counts[self.j]
        sizes = a * b
        starts = np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.intp)
        offset = np.arange(int(sizes.sum()), dtype=np.intp) - np.repeat(starts, sizes)
        width = np.repeat(b, sizes)
        return np.repeat(first[self.i], sizes) + offset // width, np.repeat(first[self.j], sizes) + offset % width, starts

    @cached_property
    def clause_likeness(self) -> tuple[Floats, Floats]:
        """For every clause pair: graded cosine, and the smaller share of weight met in the other."""
        like = self.likeness
        x, y, _ = self.clause_pairs
        graded = normed(scaled(like.clause_related, like.weight))
        cosine = products(graded, graded, x, y)
        weighted = scaled(like.clause_words, like.weight)
        mass = sums(weighted) + 0.5
        forth, back = products_both_ways(weighted, like.clause_related, x, y)
        return cosine, np.minimum(forth / mass[x], back / mass[y])

    @cached_property
    def clause_meeting(self) -> Floats:
        """For every clause pair the smaller share of weight that is met in the other, near meanings by the vectors of the words."""
        like = self.likeness
        x, y, _ = self.clause_pairs
        weighted = scaled(like.clause_words, like.weight)
        mass = sums(weighted) + 0.5
        forth, back = products_both_ways(weighted, self.met[1], x, y)
        return np.asarray(np.minimum(forth / mass[x], back / mass[y]), dtype=np.float32)

    @cached_property
    def met(self) -> tuple[Rows, Rows]:
        """How near words come to each stem, of units and of clauses; of very many, to the stems that they are held against."""
        like = self.likeness
        few = not isinstance(like.words, Sparse), not isinstance(like.clause_words, Sparse)
        if all(few):
            return like.met, like.clause_met
        units, clauses = met_in_pairs(like, self.i, self.j)
        return like.met if few[0] else units, clauses

    @cached_property
    def rank(self) -> tuple[Floats, Floats, Floats, Floats]:
        """How many better counterparts there are (both ways), and the share of the best one's cosine (both ways)."""
        like = self.likeness
        blend = self.blend
        size, articles = len(like.units), int(like.columns.max(initial=0)) + 1
        falling = np.argsort(-blend, kind="stable")
        rank = [np.zeros(len(self.i), dtype=np.float32) for _ in range(2)]
        share = [np.zeros(len(self.i), dtype=np.float32) for _ in range(2)]
        for side, (own, other) in enumerate(((self.i, self.j), (self.j, self.i))):
            key = own * articles + like.columns[other]
            key = key.astype(np.uint16) if size * articles <= _SHORT else key  # short numbers are sorted far sooner
            order = falling[np.argsort(key[falling], kind="stable")]
            ordered = key[order]
            new = np.concatenate(([True], ordered[1:] != ordered[:-1])) if len(ordered) else np.zeros(0, dtype=bool)
            begins = np.maximum.accumulate(np.where(new, np.arange(len(order)), 0)) if len(order) else order
            rank[side][order] = np.arange(len(order)) - begins
            share[side][order] = blend[order] / np.maximum(blend[order][begins], 1e-6) if len(order) else 0.0
        return rank[0], rank[1], share[0], share[1]

    @cached_property
    def blend(self) -> Floats:
        """Mean of four different likenesses; ranks are taken by it."""
        best = np.maximum.reduceat(self.clause_likeness[0], self.clause_pairs[2]) if len(self.i) else self.graded
        return np.asarray((self.cosine + self.graded + self.letters + best) / 4, dtype=np.float32)


def _masked(rows: Callable[[Likeness], Rows]) -> Callable[[Weighing], Floats]:
    """Weight of the shared stems among those rows, against the smaller side (0 when a side has none)."""

    def share(w: Weighing) -> Floats:
        held = rows(w.likeness)
        a, b = w.both(weighed(held, w.likeness.weight))
        return np.asarray(products(scaled(held, w.likeness.weight), held, w.i, w.j) / np.maximum(np.minimum(a, b), 0.7), dtype=np.float32)

    return share


def _dice(rows: Callable[[Likeness], Rows]) -> Callable[[Weighing], Floats]:
    """Weight of the shared stems among those rows, against the mean of both sides."""

    def share(w: Weighing) -> Floats:
        held = rows(w.likeness)
        a, b = w.both(weighed(held, w.likeness.weight))
        return np.asarray(2 * products(scaled(held, w.likeness.weight), held, w.i, w.j) / np.maximum(a + b, 0.7), dtype=np.float32)

    return share


def _sense(rows: Callable[[Likeness], Rows], *, apart: bool) -> Callable[[Weighing], Floats]:
    """How near the mean meanings of those rows' words are."""

    def near(w: Weighing) -> Floats:
        sense = w.likeness.sense(rows(w.likeness), apart=apart)
        return products(sense, sense, w.i, w.j)

    return near


def _third(w: Weighing) -> Floats:
    """Best sentence elsewhere that is like both: the smaller of the two likenesses."""
    rows = w.likeness.cosine
    return padded(rows).least_of_two(rows, w.i, w.j) if isinstance(rows, Sparse) else best_of_smaller(rows, w.i, w.j)


def _profile(w: Weighing) -> Floats:
    """Whether both are like the same sentences: cosine of their rows of likenesses."""
    rows = w.likeness.cosine
    if isinstance(rows, Sparse):
        long = normed(rows)
        return products(long, long, w.i, w.j)
    rows = rows / np.maximum(np.sqrt(np.einsum("uv,uv->u", rows, rows)), 1e-9)[:, None]
    return products(rows, rows, w.i, w.j)


def _rare_cosine(w: Weighing) -> Floats:
    """Cosine in which only the rarity inside the event counts, squared."""
    rows = normed(scaled(w.likeness.words, w.likeness.local**2))
    return products(rows, rows, w.i, w.j)


def _told_again(w: Weighing) -> Floats:
    """How like the one is to sentences beside the other, in its own article, that are like the other: the sum over them, both ways."""
    cosine, columns = w.likeness.cosine, w.likeness.columns
    if isinstance(cosine, Sparse):
        own = columns[cosine.rows] == columns[cosine.columns]
        at_home = Sparse.filled(len(cosine), cosine.width, cosine.rows[own], cosine.columns[own].astype(np.intp), cosine.values[own])
        return np.asarray(np.log1p(np.add(*products_both_ways(at_home, cosine, w.i, w.j))), dtype=np.float32)
    out: Floats = np.zeros(len(w.i), dtype=np.float32)
    for there in w.likeness.of_column:
        inside, towards = cosine[there, there], cosine[:, there]
        for one, other in ((w.i, w.j), (w.j, w.i)):
            mine = np.flatnonzero(columns[one] == columns[there.start])
            out[mine] += products(inside, towards, one[mine] - there.start, other[mine])
    return np.asarray(np.log1p(out), dtype=np.float32)


def _around(step_i: int, step_j: int) -> Callable[[Weighing], Floats]:
    """Likeness of the neighbours so many sentences on, 0 at the ends of an article."""

    def neighbour(w: Weighing) -> Floats:
        columns, size = w.likeness.columns, len(w.units)
        a, b = w.i + step_i, w.j + step_j
        inside = (a >= 0) & (a < size) & (b >= 0) & (b < size)
        a, b = np.clip(a, 0, size - 1), np.clip(b, 0, size - 1)
        inside &= (columns[a] == columns[w.i]) & (columns[b] == columns[w.j])
        return np.asarray(np.where(inside, picked(w.likeness.cosine, a, b), 0), dtype=np.float32)

    return neighbour


def _beside(w: Weighing) -> Floats:
    """Likeness of one sentence to a neighbour of the other (best of the four)."""
    best: Floats = np.maximum.reduce([_around(0, 1)(w), _around(0, -1)(w), _around(1, 0)(w), _around(-1, 0)(w)])
    return best


def _in_common(w: Weighing, of: Callable[[Unit], frozenset[str]]) -> tuple[Floats, Floats]:
    """How many of the things read out of a unit both units of each pair have, and how many the side that has fewer has."""
    read = [of(unit) for unit in w.units]
    place = {one: column for column, one in enumerate(sorted(frozenset().union(*read)))}
    held: Floats = np.zeros((len(read), max(1, len(place))), dtype=np.float32)
    for row, some in enumerate(read):
        held[row, [place[one] for one in some]] = 1.0
    return products(held, held, w.i, w.j), np.minimum(*w.both(held.sum(axis=1)))


def _teller(w: Weighing) -> Floats:
    """1 the same teller, -1 two different ones, 0 when a side has none."""
    common, fewer = _in_common(w, _told_by)
    return np.asarray(np.where(common > 0, 1.0, np.where(fewer > 0, -1.0, 0.0)), dtype=np.float32)


def _same_names(w: Weighing) -> Floats:
    """Share of the names of the side that has fewer."""
    common, fewer = _in_common(w, _named)
    return np.asarray(common / np.maximum(fewer, 1.0), dtype=np.float32)


def _figures(a: Sequence[NumberMention], b: Sequence[NumberMention]) -> float:
    """1 a number with its unit in common, -1 the same unit with other values, 0 nothing to compare."""
    if any(x.low <= y.high and y.low <= x.high and (x.unit == y.unit or not x.unit or not y.unit) for x in a for y in b):
        return 1.0
    return -1.0 if any(x.unit == y.unit for x in a for y in b) else 0.0


def _intervals(unit: Unit) -> list[DateInterval]:
    return [mention.interval for mention in unit.dates if mention.interval]


def _days(a: Sequence[DateInterval], b: Sequence[DateInterval]) -> float:
    """1 a date in common, -1 dates but none in common."""
    return 1.0 if any(x.gap_days(y) == 0 for x in a for y in b) else -1.0


def _told_by(unit: Unit) -> frozenset[str]:
    return frozenset(told.source.lower().split()[-1] for told in unit.attributions if told.source)


def _named(unit: Unit) -> frozenset[str]:
    return frozenset(mention.name for mention in unit.names)


def _least(values: tuple[Floats, Floats]) -> Floats:
    return np.minimum(*values)


def _most(values: tuple[Floats, Floats]) -> Floats:
    return np.maximum(*values)


def _where(w: Weighing) -> tuple[Floats, Floats]:
    return w.both([unit.order / max(1, unit.of - 1) for unit in w.units])


def _lengths(w: Weighing) -> tuple[Floats, Floats]:
    return w.both([len(unit.words) + 1 for unit in w.units])


def _fame(w: Weighing) -> tuple[Floats, Floats]:
    """How like each sentence is, at best, to sentences of each other article: the mean over the articles."""
    like = w.likeness
    articles = int(like.columns.max()) + 1
    best = greatest_towards(like.cosine, like.columns, articles)
    best[np.arange(len(like.units)), like.columns] = 0
    return w.both(best.sum(axis=1) / max(1, articles - 1))


def _quantile(w: Weighing) -> Floats:
    """Where the pair's blend stands among all pairs of the event, from 0 to 1."""
    order = np.argsort(np.argsort(w.blend))
    return np.asarray(order / max(1, len(order)), dtype=np.float32)


def _clause_best(which: int) -> Callable[[Weighing], Floats]:
    return lambda w: np.maximum.reduceat(w.clause_likeness[which], w.clause_pairs[2])


FEATURES: tuple[tuple[str, Callable[[Weighing], Floats]], ...] = (
    ("cosine", lambda w: w.cosine),
    ("graded_cosine", lambda w: w.graded),
    ("letters", lambda w: w.letters),
    ("sequences", lambda w: products(w.likeness.sequences, w.likeness.sequences, w.i, w.j)),
    ("cover_least", lambda w: _least(w.covers)),
    ("cover_most", lambda w: _most(w.covers)),
    ("shared_weight", lambda w: np.log1p(w.shared)),
    ("strongest_shared", lambda w: w.likeness.strongest(w.i, w.j)),
    ("clause_cosine", _clause_best(0)),
    ("clause_cover", _clause_best(1)),
    ("names", _masked(lambda like: like.names)),
    ("plain", _dice(lambda like: like.plain)),
    ("plain_most", _masked(lambda like: like.plain)),
    ("quoted", _masked(lambda like: like.quoted)),
    ("same_names", _same_names),
    ("figures", lambda w: w.pairwise(lambda unit: unit.numbers, _figures)),
    ("days", lambda w: w.pairwise(_intervals, _days)),
    ("teller", _teller),
    ("quotes", lambda w: np.add(*w.both([float(bool(unit.quotations)) for unit in w.units]))),
    ("rank_least", lambda w: np.minimum(np.minimum(w.rank[0], w.rank[1]), 10)),
    ("rank_most", lambda w: np.minimum(np.maximum(w.rank[0], w.rank[1]), 10)),
    ("share_least", lambda w: np.minimum(w.rank[2], w.rank[3])),
    ("share_most", lambda w: np.maximum(w.rank[2], w.rank[3])),
    ("quantile", _quantile),
    ("third", _third),
    ("profile", _profile),
    ("before", _around(-1, -1)),
    ("after", _around(1, 1)),
    ("beside", _beside),
    ("place_apart", lambda w: np.abs(_where(w)[0] - _where(w)[1])),
    ("place_first", lambda w: _least(_where(w))),
    ("place_last", lambda w: _most(_where(w))),
    ("heads", lambda w: np.add(*w.both([float(unit.head) for unit in w.units]))),
    ("length_least", lambda w: np.log(_least(_lengths(w)))),
    ("length_ratio", lambda w: _least(_lengths(w)) / _most(_lengths(w))),
    ("fame_least", lambda w: _least(_fame(w))),
    ("fame_most", lambda w: _most(_fame(w))),
    ("sense", _sense(lambda like: like.words, apart=False)),
    ("sense_plain", _sense(lambda like: like.plain, apart=True)),
    ("clause_met", lambda w: np.maximum.reduceat(w.clause_meeting, w.clause_pairs[2])),
    ("rare_cosine", _rare_cosine),
    ("told_again", _told_again),
    ("figures_in_one", lambda w: np.abs(np.subtract(*w.both([float(bool(unit.numbers)) for unit in w.units])))),
    ("order_first", lambda w: np.log1p(_least(w.both([unit.order for unit in w.units])))),
    ("weight_of_both", lambda w: np.log(w.mass[w.i] * w.mass[w.j] + 0.1)),
)
"""Name and function of every feature; the fitted weights in resources/comparison name the same ones in the same order."""


def features_of(weighing: Weighing) -> Floats:
    """Pairs x features."""
    if not len(weighing.i):
        return np.zeros((0, len(FEATURES)), dtype=np.float32)
    columns: list[Floats] = []
    for _, compute in FEATURES:
        weighing.go_on()
        columns.append(np.asarray(compute(weighing), dtype=np.float32))
    return np.stack(columns, axis=1)
