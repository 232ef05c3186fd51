"""One field of all placed articles as sparse vectors: whom a vector resembles, and how much a common word still tells."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

FREE = 10
"""Articles that may share a word before it counts as common here: one event's worth."""

PRIOR = 100
"""Articles of an imagined library in which the word does not occur; with it, the shares of a small library say little."""

COMMON = 0.01
"""Share of the articles up to which a word keeps its whole weight; from there on it falls with the logarithm of the share."""

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

    def add(self, vector: Mapping[str, float]) -> None:
        """Place the next article's vector."""
        place = len(self._own)
        ids = array("I")
        for stem, weight in vector.items():
            term = self._terms.setdefault(stem, len(self._places))
            if term == len(self._places):
                self._places.append(array("I"))
                self._weights.append(array("f"))
            self._places[term].append(place)
            self._weights[term].append(weight)
            ids.append(term)
        self._own.append((ids, array("f", vector.values())))
        self._lengths.append(self._length(place))

    def reckon(self) -> None:
        """Measure every vector's length anew, now that more is known of how common words are here."""
        self._lengths = array("f", map(self._length, range(len(self._own))))

    def cosines(self, vector: Mapping[str, float]) -> Floats:
        """The cosine of ``vector`` with every placed one; 0 where either is empty."""
        sums = np.zeros(len(self._own), dtype=np.float32)
        square = 0.0
        for stem, weight in vector.items():
            term = self._terms.get(stem)
            told = self._told(term) if term is not None else 1.0
            square += (weight * told) ** 2
            if term is not None:
                here = np.frombuffer(self._weights[term], dtype=np.float32)
                sums[np.frombuffer(self._places[term], dtype=np.uint32)] += here * np.float32(weight * told * told)
        lengths = np.frombuffer(self._lengths, dtype=np.float32)
        scale = np.float32(math.sqrt(square)) * lengths
        np.divide(sums, scale, out=sums, where=scale > 0)
        return sums

    def counts(self, stems: Iterable[str]) -> NDArray[np.int32]:
        """How many of the stems every placed article holds."""
        sums = np.zeros(len(self._own), dtype=np.int32)
        for stem in stems:
            term = self._terms.get(stem)
            if term is not None:
                sums[np.frombuffer(self._places[term], dtype=np.uint32)] += 1
        return sums

    def among(self, places: Sequence[int]) -> tuple[Floats, NDArray[np.int32]]:
        """Cosines of these articles with one another, and how many stems each two share."""
        own = [self._own[place] for place in places]
        terms, columns = np.unique(np.concatenate([np.array(ids, dtype=np.int64) for ids, _ in own]), return_inverse=True)
        told = np.array([self._told(int(term)) for term in terms], dtype=np.float32)
        dense = np.zeros((len(places), len(terms)), dtype=np.float32)
        rows = np.repeat(np.arange(len(places)), [len(ids) for ids, _ in own])
        if len(terms):
            dense[rows, columns] = np.concatenate([np.array(weights, dtype=np.float32) for _, weights in own]) * told[columns]
        lengths = np.sqrt((dense * dense).sum(axis=1, keepdims=True))
        unit = np.divide(dense, lengths, out=np.zeros_like(dense), where=lengths > 0)
        held = (dense > 0).astype(np.float32)
        return unit @ unit.T, (held @ held.T).astype(np.int32)

    def _told(self, term: int) -> float:
        """What is left of a word's weight in this library, 0 to 1."""
        share = (len(self._places[term]) - FREE) / (len(self._own) + PRIOR)
        return 1.0 if share <= COMMON else math.log(share) / math.log(COMMON) if share < 1 else 0.0

    def _length(self, place: int) -> float:
        ids, weights = self._own[place]
        return math.sqrt(sum((weight * self._told(term)) ** 2 for term, weight in zip(ids, weights, strict=True)))
