"""Holds the sentences of an event as matrices, so that likenesses of thousands of pairs are a few products; hides numpy's shapes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from briefing_app.comparison.meanings import meanings_of
from briefing_app.comparison.synonyms import relatives
from briefing_app.comparison.units import Unit

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]

_HASHED = 2048
_GATHER = 1000  # a number picked one by one costs about so many times one of a matrix product
_CHUNK = 20_000
_BLOCK = 100  # units whose words are held against the whole vocabulary at once
_ENGLISH = "en"
_NEAR = 0.35  # product of two meanings from which one word can stand for the other


@dataclass(frozen=True, slots=True)
class _Held:
    """Telling words one after another: unit, column of the vocabulary, whether in a name, in quotation marks, a figure."""

    rows: Indices
    columns: Indices
    names: NDArray[np.bool_]
    quoted: NDArray[np.bool_]
    digits: NDArray[np.bool_]


class Likeness:
    """The units of all compared articles as rows. ``idf`` gives the background weight of a stem in a language."""

    def __init__(self, units: Sequence[Unit], idf: Callable[[str, str], float]) -> None:
        self.units = units
        self.columns = np.array([unit.column for unit in units], dtype=np.intp)
        self.vocabulary: dict[str, int] = {}
        self._languages: list[str] = []  # of the unit in which each stem stands first
        background: list[float] = []
        for unit in units:
            for word in unit.words:
                if not word.stop and word.stem not in self.vocabulary:
                    self.vocabulary[word.stem] = len(self.vocabulary)
                    self._languages.append(unit.language.partition("-")[0])
                    background.append(idf(word.stem, unit.language))
        self.background: Floats = np.array(background, dtype=np.float32)

    @cached_property
    def _held(self) -> _Held:
        """Every telling word of every unit, flat."""
        rows, columns, names, quoted, digits = [], [], [], [], []
        for row, unit in enumerate(self.units):
            for word in unit.words:
                if not word.stop:
                    rows.append(row)
                    columns.append(self.vocabulary[word.stem])
                    names.append(word.name)
                    quoted.append(word.quoted)
                    digits.append(word.stem[:1].isdigit())
        flags = np.array([names, quoted, digits], dtype=bool)
        return _Held(np.array(rows, dtype=np.intp), np.array(columns, dtype=np.intp), *flags)

    def _rows(self, count: int, rows: Indices, columns: Indices) -> Floats:
        filled = np.zeros((count, max(1, len(self.vocabulary))), dtype=np.float32)
        filled[rows, columns] = 1.0
        return filled

    def _units_with(self, taken: NDArray[np.bool_]) -> Floats:
        return self._rows(len(self.units), self._held.rows[taken], self._held.columns[taken])

    @cached_property
    def words(self) -> Floats:
        """Units x vocabulary: 1 where the unit holds the stem."""
        return self._rows(len(self.units), self._held.rows, self._held.columns)

    @cached_property
    def names(self) -> Floats:
        """As ``words``, names only."""
        return self._units_with(self._held.names)

    @cached_property
    def quoted(self) -> Floats:
        """As ``words``, words inside quotation marks only."""
        return self._units_with(self._held.quoted)

    @cached_property
    def plain(self) -> Floats:
        """As ``words``, without names and figures."""
        return self._units_with(~self._held.names & ~self._held.digits)

    @cached_property
    def local(self) -> Floats:
        """How rare each stem is among the sentences of this event: log(1 + sentences / holding sentences)."""
        held = self.words.sum(axis=0)
        return np.asarray(np.log1p(len(self.units) / np.maximum(held, 1.0)), dtype=np.float32)

    @cached_property
    def weight(self) -> Floats:
        """A stem's weight: the geometric mean of its background and its local rarity."""
        if not len(self.background):
            return np.ones(1, dtype=np.float32)
        scaled: Floats = self.background / max(1e-6, float(self.background.mean()))
        rarity: Floats = np.sqrt(np.maximum(scaled, 0.05) * self.local / float(self.local.mean())).astype(np.float32)
        return rarity

    @cached_property
    def related(self) -> Floats:
        """Units x vocabulary: 1 for a stem of the unit, less for a stem that only means nearly the same as one of them."""
        return self._spread(self.words)

    @cached_property
    def _near(self) -> list[tuple[int, int, float]]:
        """Pairs of different stems of the vocabulary that mean nearly the same: their columns and how nearly."""
        columns = self.vocabulary
        return [
            (index, columns[other], strength)
            for stem, index in columns.items()
            for other, strength in relatives(stem).items()
            if other in columns
        ]

    def _spread(self, rows: Floats) -> Floats:
        held = np.ascontiguousarray(rows.T)
        spread = held.copy()
        for index, column, strength in self._near:
            np.maximum(spread[column], strength * held[index], out=spread[column])
        return np.ascontiguousarray(spread.T)

    @cached_property
    def strongest(self) -> Floats:
        """Units x units: the weight of the weightiest stem that both hold, 0 for none."""
        best: Floats = np.zeros((len(self.units), len(self.units)), dtype=np.float32)
        for column in np.argsort(self.weight[: len(self.vocabulary)], kind="stable").tolist():
            holding = np.flatnonzero(self.words[:, column])
            if len(holding) > 1:
                best[holding[:, None], holding] = self.weight[column]
        return best

    @cached_property
    def tfidf(self) -> Floats:
        """Unit rows of ``words`` under ``weight``, each of length 1."""
        return unit_length(self.words * self.weight)

    @cached_property
    def cosine(self) -> Floats:
        """Units x units: plain tf-idf cosine."""
        return np.asarray(self.tfidf @ self.tfidf.T, dtype=np.float32)

    @cached_property
    def graded(self) -> Floats:
        """Rows of ``related`` under ``weight``, each of length 1: tf-idf where words of near meaning meet."""
        return unit_length(self.related * self.weight)

    @cached_property
    def letters(self) -> Floats:
        """Hashed runs of four letters inside the words (stop words left out), rarer ones heavier, rows of length 1."""
        rows = np.zeros((len(self.units), _HASHED), dtype=np.float32)
        for row, unit in enumerate(self.units):
            rows[row, [slot for word in unit.words if not word.stop for slot in _runs(word.low)]] = 1.0
        return self._rarer_heavier(rows)

    @cached_property
    def sequences(self) -> Floats:
        """Hashed pairs of neighbouring words (stop words kept), rarer ones heavier, rows of length 1."""
        rows = np.zeros((len(self.units), _HASHED), dtype=np.float32)
        for row, unit in enumerate(self.units):
            rows[row, [_slot(f"{a.stem} {b.stem}") for a, b in pairwise(unit.words)]] = 1.0
        return self._rarer_heavier(rows)

    def _rarer_heavier(self, rows: Floats) -> Floats:
        rarity = np.log1p(len(self.units) / np.maximum(rows.sum(axis=0), 1.0)).astype(np.float32)
        return unit_length(rows * rarity)

    @cached_property
    def meanings(self) -> Floats:
        """Vocabulary x width: the meaning of each stem, zeros where none is known, as outside English."""
        english = (stem if language == _ENGLISH else "" for stem, language in zip(self.vocabulary, self._languages, strict=True))
        rows = meanings_of(english)
        return rows if len(rows) else np.zeros((1, rows.shape[1]), dtype=np.float32)

    def sense(self, rows: Floats, *, apart: bool) -> Floats:
        """The mean meaning of each row's stems, of length 1; ``apart``: less what all rows have in common."""
        mean = np.asarray((rows * self.weight) @ self.meanings, dtype=np.float32)
        if apart and len(mean):
            mean = np.asarray(mean - mean.mean(axis=0), dtype=np.float32)
        return unit_length(mean)

    @cached_property
    def met(self) -> Floats:
        """Units x vocabulary: how near the nearest word of the unit comes to each stem, 1 for the stem itself, 0 for nothing near."""
        return self._meeting(self.words)

    @cached_property
    def clause_met(self) -> Floats:
        """As ``met`` for clauses."""
        return self._meeting(self.clause_words)

    def _meeting(self, rows: Floats) -> Floats:
        met: Floats = np.zeros(rows.shape, dtype=np.float32)
        for start in range(0, len(met), _BLOCK):
            block = rows[start : start + _BLOCK] > 0
            held = np.flatnonzero(block.any(axis=0))
            place = np.zeros(block.shape[1], dtype=np.intp)
            place[held] = np.arange(len(held))
            near = self.meanings[held] @ self.meanings.T
            near[near < _NEAR] = 0.0
            near[np.arange(len(held)), held] = 1.0
            for row, has in enumerate(block, start=start):
                columns = np.flatnonzero(has)
                if len(columns):
                    near[place[columns]].max(axis=0, out=met[row])
        return met

    @cached_property
    def clause_of(self) -> tuple[Indices, Indices]:
        """First clause row of each unit, and the number of its clauses."""
        counts = np.array([len(unit.clauses) for unit in self.units], dtype=np.intp)
        return np.concatenate(([0], np.cumsum(counts)[:-1])).astype(np.intp) if len(counts) else counts, counts

    @cached_property
    def clause_words(self) -> Floats:
        """Clauses x vocabulary, the clauses of the first unit first."""
        first, counts = self.clause_of
        rows, columns = [], []
        for row, unit in zip(first.tolist(), self.units, strict=True):
            for clause in range(len(unit.clauses)):
                some = [self.vocabulary[word.stem] for word in unit.clause_words(clause) if not word.stop]
                rows += [row + clause] * len(some)
                columns += some
        return self._rows(int(counts.sum()), np.array(rows, dtype=np.intp), np.array(columns, dtype=np.intp))

    @cached_property
    def clause_related(self) -> Floats:
        """As ``related`` for clauses."""
        return self._spread(self.clause_words)


def unit_length(rows: Floats) -> Floats:
    """Each row divided by its length; empty rows stay empty."""
    length = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    return np.asarray(rows / np.maximum(length, 1e-9), dtype=np.float32)


def products(a: Floats, b: Floats, i: Indices, j: Indices) -> Floats:
    """The products of row ``i[k]`` of ``a`` with row ``j[k]`` of ``b``, for every k; quick when the rows of ``a`` are mostly empty."""
    counts = np.count_nonzero(a, axis=1)
    width = int(counts.max(initial=0))
    if _dense(a, b, width, len(i)):
        return np.asarray((a @ b.T)[i, j], dtype=np.float32)
    rows, columns = np.nonzero(a)
    slots = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    where = np.zeros((len(a), max(1, width)), dtype=np.intp)
    value = np.zeros((len(a), max(1, width)), dtype=np.float32)
    where[rows, slots], value[rows, slots] = columns, a[rows, columns]
    out = np.empty(len(i), dtype=np.float32)
    for start in range(0, len(i), _CHUNK):
        part = slice(start, start + _CHUNK)
        out[part] = np.einsum("kw,kw->k", value[i[part]], b[j[part, None], where[i[part]]])
    return out


def products_both_ways(a: Floats, b: Floats, i: Indices, j: Indices) -> tuple[Floats, Floats]:
    """``products`` of the rows ``i[k]`` of ``a`` with ``j[k]`` of ``b``, and of ``j[k]`` of ``a`` with ``i[k]`` of ``b``."""
    if _dense(a, b, int(np.count_nonzero(a, axis=1).max(initial=0)), len(i)):
        every = np.asarray(a @ b.T, dtype=np.float32)
        return every[i, j], every[j, i]
    return products(a, b, i, j), products(a, b, j, i)


def _dense(a: Floats, b: Floats, width: int, picked: int) -> bool:
    """Whether all products at once are quicker than so many picked ones over ``width`` filled columns."""
    return width * picked * _GATHER > len(a) * len(b) * int(a.shape[1])


@lru_cache(maxsize=50_000)
def _runs(word: str) -> tuple[int, ...]:
    """The slots of a word's runs of four letters, its edges marked."""
    padded = f"^{word}$"
    return tuple(_slot(padded[i : i + 4]) for i in range(max(1, len(padded) - 3)))


@lru_cache(maxsize=100_000)
def _slot(gram: str) -> int:
    return crc32(gram.encode("utf-8", "replace")) % _HASHED
