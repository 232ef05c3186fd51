"""One field of all placed articles as sparse vectors: whom a vector resembles, and how much a common word still tells."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FREE = 10
"""Articles that may share a word before it counts as common here: one event's worth."""

PRIOR = 100
"""Articles of an imagined library in which the word does not occur; with it, the shares of a small library say little."""

COMMON = 0.01
"""Share of the articles up to which a word keeps its whole weight; from there on it falls with the logarithm of the share."""

STOCK_LEAST, STOCK_SHARE = 4, 8
"""Stock of the words is taken anew after so many articles, or after this part of the library has come on top."""

EVERYWHERE = 12
"""A stem that more than one article in so many holds is kept as a row of weights, one for every article: adding whole rows is quicker than
adding at many places, and from here on a row takes less than thrice the memory."""

ROW_LEAST = 2_000
"""Articles that must hold it first."""

Floats = NDArray[np.float32]

_Postings = tuple["array[int]", "array[float]"]
"""The places of those who hold a stem, and its weight in each."""

_Own = tuple[Sequence[int], Sequence[float]]
"""A vector: its stems, by number, and their weights."""

_SINGLE, _PLACE = np.dtype(np.float32), np.dtype(np.uint32)


@dataclass(frozen=True, slots=True)
class Guest:
    """A vector that is not placed: the numbers that its stems have in the field, and their weights."""

    terms: NDArray[np.intp]
    weights: Floats


class Field:
    """Vectors by place (0, 1, 2 ... in the order of placing), kept both by article and by stem.

    Weights come from the background; here they are multiplied by what the library itself says of the word, so that "mln" stops
    speaking for an event in a library of market reports.

    Vectors may be placed in parts (0, 1, 2 ...), of which one can be passed over when cosines are asked for.
    """

    def __init__(self) -> None:
        self._terms: dict[str, int] = {}
        self._held: list[int] = []
        self._postings: list[dict[int, _Postings]] = [{}]
        self._rows: list[dict[int, array[float]]] = [{}]
        self._own: list[tuple[array[int], array[float]]] = []
        self._lengths: array[float] = array("f")
        self._told: array[float] = array("f")
        self._stock_due = STOCK_LEAST
        self._last = np.empty(0, dtype=np.int64)

    def add(self, vector: Mapping[str, float], part: int = 0) -> None:
        """Place the next article's vector."""
        place = len(self._own)
        ids = array("I")
        while part >= len(self._postings):
            self._postings.append({})
            self._rows.append({})
        postings, rows = self._postings[part], self._rows[part]
        for stem, weight in vector.items():
            term = self._term(stem)
            if term in rows:
                _append(rows[term], place, weight)
            else:
                places, weights = postings.get(term) or postings.setdefault(term, (array("I"), array("f")))
                places.append(place)
                weights.append(weight)
                if len(places) * EVERYWHERE > place and len(places) >= ROW_LEAST:
                    rows[term] = _row(*postings.pop(term))
            self._held[term] += 1
            ids.append(term)
        self._own.append((ids, array("f", vector.values())))
        if len(self._own) >= self._stock_due:
            self._take_stock()
        self._lengths.append(self._length(place))

    def guest(self, vector: Mapping[str, float]) -> Guest:
        """A vector that is held against the placed ones without being placed."""
        return Guest(np.array([self._term(stem) for stem in vector], dtype=np.intp), np.array(list(vector.values()), dtype=np.float32))

    def reckon(self) -> None:
        """Measure every vector's length anew, with what the words tell now."""
        self._take_stock()
        self._lengths = array("f", map(self._length, range(len(self._own))))

    def _take_stock(self) -> None:
        """See how common every word has become. Lengths measured before stay: words change faster than the lengths they make up."""
        self._stock_due = len(self._own) + max(STOCK_LEAST, len(self._own) // STOCK_SHARE)
        held = np.array(self._held, dtype=np.float64)
        share = (held - FREE) / (len(self._own) + PRIOR)
        told = np.log(np.clip(share, COMMON, 1.0)) / math.log(COMMON)
        self._told = array("f", told.astype(np.float32).tobytes())

    def cosines(self, place: int, but: int | None = None) -> Floats:
        """The cosine of the vector at ``place`` with every placed one; 0 where either is empty, and in the part that is passed over."""
        return self._cosines(self._own[place], self._length(place), but)

    def cosines_of(self, guest: Guest) -> Floats:
        """The cosine of a vector that is not placed with every placed one; 0 where either is empty."""
        told = guest.weights * np.frombuffer(self._told, _SINGLE)[guest.terms]
        return self._cosines((guest.terms.tolist(), guest.weights.tolist()), math.sqrt(float((told * told).sum())))

    def cosines_at(self, place: int, guests: Guest, rows: NDArray[np.intp], count: int) -> Floats:
        """The cosine of the vector at ``place`` with ``count`` ones that are not placed, whose entries stand one after the other in
        ``guests``; ``rows`` says for each entry which of them it is of (0, 1, 2 ...).
        """
        ids, weights = self._gathered([place])
        all_told = np.frombuffer(self._told, _SINGLE)
        own = np.zeros(len(all_told), dtype=np.float32)
        own[ids] = weights * all_told[ids]
        told = guests.weights * all_told[guests.terms]
        scale = np.sqrt(np.bincount(rows, told * told, count)) * self._length(place)
        sums = np.bincount(rows, told * own[guests.terms], count)
        return np.divide(sums, scale, out=np.zeros(count), where=scale > 0).astype(np.float32)

    def _cosines(self, own: _Own, length: float, but: int | None = None) -> Floats:
        sums = np.zeros(len(self._own), dtype=np.float32)
        if not length:
            return sums
        for factor, places, weights in self._postings_of(own, but):
            if places is None:
                sums[: len(weights)] += weights * factor
            else:
                np.add.at(sums, places, weights * factor)
        scale = np.float32(length) * np.frombuffer(self._lengths, _SINGLE)
        np.divide(sums, scale, out=sums, where=scale > 0)
        return sums

    def counts(self, place: int, but: int | None = None) -> NDArray[np.int32]:
        """How many of the stems of the vector at ``place`` every placed one holds."""
        sums = np.zeros(len(self._own), dtype=np.int32)
        for _, places, weights in self._postings_of(self._own[place], but):
            if places is None:
                sums[: len(weights)] += weights > 0
            else:
                sums[places] += 1
        return sums

    def _postings_of(self, own: _Own, but: int | None) -> Iterator[tuple[np.float32, NDArray[np.uint32] | None, Floats]]:
        """For each stem of a vector, and each part but one: what it tells, who holds it, and how heavily.

        ``None`` for who holds it when there is a weight for every place up to some last one.
        """
        told = self._told
        asked = [part for part in range(len(self._postings)) if part != but]
        for term, weight in zip(*own, strict=True):
            factor = np.float32(weight * told[term] * told[term])
            for part in asked:
                if held := self._postings[part].get(term):
                    yield factor, np.frombuffer(held[0], _PLACE), np.frombuffer(held[1], _SINGLE)
                elif row := self._rows[part].get(term):
                    yield factor, None, np.frombuffer(row, _SINGLE)

    def among(self, places: Sequence[int]) -> Floats:
        """Cosines of these articles with one another."""
        rows, columns, ids, weights = self._entries(places)
        if not len(ids):
            return np.zeros((len(places), len(places)), dtype=np.float32)
        told = weights * np.frombuffer(self._told, _SINGLE)[ids]
        lengths = np.sqrt(np.bincount(rows, told * told, len(places)))[rows]
        dense = np.zeros((len(places), int(columns.max()) + 1), dtype=np.float32)
        dense[rows, columns] = np.divide(told, lengths, out=np.zeros(len(ids)), where=lengths > 0)
        return dense @ dense.T

    def shared_among(self, places: Sequence[int]) -> NDArray[np.int32]:
        """How many stems each two of these articles share."""
        rows, columns, _, _ = self._entries(places)
        held = np.zeros((len(places), int(columns.max(initial=-1)) + 1), dtype=np.float32)
        held[rows, columns] = 1
        return (held @ held.T).astype(np.int32)

    def apart(self, place: int, group: Sequence[int], other: Sequence[int]) -> float:
        """How much the vector at ``place`` shares with those of ``group`` by stems that none of ``other`` holds (mean of dot products)."""
        ids, weights = self._gathered([place])
        held, heavy = self._gathered(group)
        if not len(ids):
            return 0.0
        told = np.frombuffer(self._told, _SINGLE)[ids]
        left = np.where(np.isin(ids, self._gathered(other)[0]), 0.0, weights * told**2)
        order = np.argsort(ids)
        found = order[np.searchsorted(ids, held, sorter=order).clip(max=len(ids) - 1)]
        return float((left[found] * heavy)[ids[found] == held].sum()) / len(group)

    def _entries(self, places: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint32], Floats]:
        """The vectors of these articles as entries of a matrix: rows, columns, stems, weights."""
        ids, weights = self._gathered(places)
        if len(self._last) < len(self._held):
            self._last = np.empty(2 * len(self._held), dtype=np.int64)
        order = np.arange(len(ids))
        self._last[ids] = order  # of entries with the same stem the last one stands for all
        last = self._last[ids]
        columns = (np.cumsum(last == order) - 1)[last]
        rows = np.repeat(np.arange(len(places)), [len(self._own[place][0]) for place in places])
        return rows, columns, ids, weights

    def _gathered(self, places: Sequence[int]) -> tuple[NDArray[np.uint32], Floats]:
        """The stems of the vectors at these places, one after the other, and their weights."""
        ids, weights = array("I"), array("f")
        for place in places:
            ids.extend(self._own[place][0])
            weights.extend(self._own[place][1])
        return np.array(ids, dtype=np.uint32), np.array(weights, dtype=np.float32)

    def _term(self, stem: str) -> int:
        """The number of the stem, a new one when nobody has held it yet."""
        term = self._terms.setdefault(stem, len(self._held))
        if term == len(self._held):
            self._held.append(0)
            self._told.append(1.0)
        return term

    def _length(self, place: int) -> float:
        ids, weights = self._own[place]
        told = self._told
        return math.sqrt(sum((weight * told[term]) ** 2 for term, weight in zip(ids, weights, strict=True)))


def _row(places: array[int], weights: array[float]) -> array[float]:
    """The weights of all articles up to the last one that holds the stem."""
    row = np.zeros(places[-1] + 1, dtype=np.float32)
    row[np.frombuffer(places, _PLACE)] = np.frombuffer(weights, _SINGLE)
    return array("f", row.tobytes())


def _append(row: array[float], place: int, weight: float) -> None:
    """Give the article at ``place``, which comes after all that are there, its weight."""
    row.frombytes(bytes(row.itemsize * (place - len(row))))
    row.append(weight)
