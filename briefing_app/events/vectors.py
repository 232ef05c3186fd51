"""One field of all placed articles as sparse vectors: whom a vector resembles, and how much a common word still tells."""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping, Sequence

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

Floats = NDArray[np.float32]


class Field:
    """Vectors by place (0, 1, 2 ... in the order of placing), kept both by article and by stem.

    Weights come from the background; here they are multiplied by what the library itself says of the word, so that "mln" stops
    speaking for an event in a library of market reports.
    """

    def __init__(self) -> None:
        self._terms: dict[str, int] = {}
        self._places: list[array[int]] = []
        self._weights: list[array[float]] = []
        self._own: list[tuple[array[int], array[float]]] = []
        self._lengths: array[float] = array("f")
        self._told: array[float] = array("f")
        self._stock_due = STOCK_LEAST

    def add(self, vector: Mapping[str, float]) -> None:
        """Place the next article's vector."""
        place = len(self._own)
        ids = array("I")
        for stem, weight in vector.items():
            term = self._terms.setdefault(stem, len(self._places))
            if term == len(self._places):
                self._places.append(array("I"))
                self._weights.append(array("f"))
                self._told.append(1.0)
            self._places[term].append(place)
            self._weights[term].append(weight)
            ids.append(term)
        self._own.append((ids, array("f", vector.values())))
        if len(self._own) >= self._stock_due:
            self._take_stock()
        self._lengths.append(self._length(place))

    def reckon(self) -> None:
        """Measure every vector's length anew, with what the words tell now."""
        self._take_stock()
        self._lengths = array("f", map(self._length, range(len(self._own))))

    def _take_stock(self) -> None:
        """See how common every word has become. Lengths measured before stay: words change faster than the lengths they make up."""
        self._stock_due = len(self._own) + max(STOCK_LEAST, len(self._own) // STOCK_SHARE)
        held = np.fromiter(map(len, self._places), dtype=np.float64, count=len(self._places))
        share = (held - FREE) / (len(self._own) + PRIOR)
        told = np.log(np.clip(share, COMMON, 1.0)) / math.log(COMMON)
        self._told = array("f", told.astype(np.float32).tobytes())

    def cosines(self, place: int) -> Floats:
        """The cosine of the vector at ``place`` with every placed one; 0 where either is empty."""
        if not self._own[place][0]:
            return np.zeros(len(self._own), dtype=np.float32)
        places, parts, square = [], [], 0.0
        for term, weight in zip(*self._own[place], strict=True):
            told = self._told[term]
            square += (weight * told) ** 2
            places.append(np.frombuffer(self._places[term], dtype=np.uint32))
            parts.append(np.frombuffer(self._weights[term], dtype=np.float32) * np.float32(weight * told * told))
        sums = np.bincount(np.concatenate(places), np.concatenate(parts), len(self._own)).astype(np.float32)
        scale = np.float32(math.sqrt(square)) * np.frombuffer(self._lengths, dtype=np.float32)
        np.divide(sums, scale, out=sums, where=scale > 0)
        return sums

    def counts(self, place: int) -> NDArray[np.int32]:
        """How many of the stems of the vector at ``place`` every placed one holds."""
        sums = np.zeros(len(self._own), dtype=np.int32)
        for term in self._own[place][0]:
            sums[np.frombuffer(self._places[term], dtype=np.uint32)] += 1
        return sums

    def among(self, places: Sequence[int]) -> Floats:
        """Cosines of these articles with one another."""
        rows, columns, terms, weights = self._entries(places)
        dense = np.zeros((len(places), len(terms)), dtype=np.float32)
        dense[rows, columns] = weights * np.array(self._told, dtype=np.float32)[terms][columns]
        lengths = np.sqrt((dense * dense).sum(axis=1, keepdims=True))
        np.divide(dense, lengths, out=dense, where=lengths > 0)
        return dense @ dense.T

    def shared_among(self, places: Sequence[int]) -> NDArray[np.int32]:
        """How many stems each two of these articles share."""
        rows, columns, terms, _ = self._entries(places)
        held = np.zeros((len(places), len(terms)), dtype=np.float32)
        held[rows, columns] = 1
        return (held @ held.T).astype(np.int32)

    def apart(self, place: int, group: Sequence[int], other: Sequence[int]) -> float:
        """How much the vector at ``place`` shares with those of ``group`` by stems that none of ``other`` holds (mean of dot products)."""
        elsewhere = {term for each in other for term in self._own[each][0]}
        told = self._told
        left = {term: weight * told[term] ** 2 for term, weight in zip(*self._own[place], strict=True) if term not in elsewhere}
        shared = (left.get(term, 0.0) * weight for each in group for term, weight in zip(*self._own[each], strict=True))
        return sum(shared) / len(group)

    def _entries(self, places: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint32], Floats]:
        """The vectors of these articles as entries of a matrix: rows, columns, the columns' terms, weights."""
        ids, weights = array("I"), array("f")
        for place in places:
            ids.extend(self._own[place][0])
            weights.extend(self._own[place][1])
        terms, columns = np.unique(np.array(ids, dtype=np.uint32), return_inverse=True)
        rows = np.repeat(np.arange(len(places)), [len(self._own[place][0]) for place in places])
        return rows, columns, terms, np.array(weights, dtype=np.float32)

    def _length(self, place: int) -> float:
        ids, weights = self._own[place]
        told = self._told
        return math.sqrt(sum((weight * told[term]) ** 2 for term, weight in zip(ids, weights, strict=True)))
