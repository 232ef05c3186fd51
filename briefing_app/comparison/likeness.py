"""Holds the sentences of an event as matrices, so that likenesses of thousands of pairs are a few products; hides numpy's shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from briefing_app.comparison.meanings import meanings_of
from briefing_app.comparison.sparse import Floats, Indices, Sparse
from briefing_app.comparison.synonyms import relatives
from briefing_app.comparison.units import Unit

Rows = Floats | Sparse
"""Rows of the vocabulary's width; sparse where a matrix of them would be huge."""

_HASHED = 2048
_GATHER = 1000  # a number picked one by one costs about so many times one of a matrix product
_CHUNK = 20_000
_LARGE = 20_000_000  # numbers of a matrix from which its rows are better kept sparse (80 MB)
_WIDE = 4  # rows of which a fourth or more is filled are multiplied whole
_STRIPE = 2_000_000  # numbers of those rows that are held at once
_SMALL = 2500  # stems up to which all are held against all at once (25 MB)
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


@dataclass(frozen=True, slots=True)
class _Near:
    """Columns of the vocabulary one after another: how many are near to each column, which, and how near (0 to 1)."""

    counts: Indices
    columns: Indices
    strengths: Floats


class Likeness:
    """The units of all compared articles as rows. ``idf`` gives the background weight of a stem in a language.

    What several features read is kept; what one reads is made when it is asked for, since a matrix of long articles fills 100 MB.
    """

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
    def held(self) -> _Held:
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
        return self._rows(len(self.units), self.held.rows[taken], self.held.columns[taken])

    @cached_property
    def words(self) -> Floats:
        """Units x vocabulary: 1 where the unit holds the stem."""
        return self._rows(len(self.units), self.held.rows, self.held.columns)

    @property
    def names(self) -> Floats:
        """As ``words``, names only."""
        return self._units_with(self.held.names)

    @property
    def quoted(self) -> Floats:
        """As ``words``, words inside quotation marks only."""
        return self._units_with(self.held.quoted)

    @cached_property
    def plain(self) -> Floats:
        """As ``words``, without names and figures."""
        return self._units_with(~self.held.names & ~self.held.digits)

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
    def _near(self) -> _Near:
        """Which stems of the vocabulary mean nearly the same as each other one."""
        columns = self.vocabulary
        found = [[(columns[other], strength) for other, strength in relatives(stem).items() if other in columns] for stem in columns]
        flat = [one for some in found for one in some]
        return _Near(
            np.array([len(some) for some in found], dtype=np.intp),
            np.array([column for column, _ in flat], dtype=np.intp),
            np.array([strength for _, strength in flat], dtype=np.float32),
        )

    def _spread(self, rows: Floats) -> Floats:
        """Rows of 1 where a stem is held, with the strength of the nearest held stem where it is not."""
        near = self._near
        held, columns = np.nonzero(rows)
        counts = near.counts[columns]
        ends = np.cumsum(counts)
        which = np.repeat(np.cumsum(near.counts)[columns] - ends, counts) + np.arange(int(counts.sum()))
        order = np.argsort(near.strengths[which], kind="stable")  # the strongest is written last
        which = which[order]
        spread = rows.copy()
        spread[np.repeat(held, counts)[order], near.columns[which]] = near.strengths[which]
        spread[held, columns] = 1.0
        return spread

    @property
    def strongest(self) -> Floats:
        """Units x units: the weight of the weightiest stem that both hold, 0 for none."""
        best: Floats = np.zeros((len(self.units), len(self.units)), dtype=np.float32)
        several = np.flatnonzero(self.words[:, : len(self.vocabulary)].sum(axis=0) > 1)
        holding = np.ascontiguousarray(self.words[:, several].T)
        for k in np.argsort(self.weight[several], kind="stable").tolist():
            units = np.flatnonzero(holding[k])
            best[units[:, None], units] = self.weight[several[k]]
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
            rows[row, _letters_of(unit)] = 1.0
        return self._rarer_heavier(rows)

    @cached_property
    def sequences(self) -> Floats:
        """Hashed pairs of neighbouring words (stop words kept), rarer ones heavier, rows of length 1."""
        rows = np.zeros((len(self.units), _HASHED), dtype=np.float32)
        for row, unit in enumerate(self.units):
            rows[row, _sequences_of(unit)] = 1.0
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
    def clause_met(self) -> Rows:
        """As ``met`` for clauses."""
        return self._by_clauses(self._meeting)

    @cached_property
    def _nearness(self) -> Floats | None:
        """Vocabulary x vocabulary: how near two stems are in meaning; None where there are so many that parts must do."""
        if len(self.meanings) > _SMALL:
            return None
        near = _thresholded(self.meanings @ self.meanings.T)
        np.fill_diagonal(near, 1.0)
        return near

    def _meeting(self, rows: Floats) -> Floats:
        met: Floats = np.zeros(rows.shape, dtype=np.float32)
        near, place = self._nearness, np.arange(rows.shape[1])
        for start in range(0, len(met), _BLOCK):
            block = rows[start : start + _BLOCK] > 0
            if self._nearness is None:
                held = np.flatnonzero(block.any(axis=0))
                place[held] = np.arange(len(held))
                near = _thresholded(self.meanings[held] @ self.meanings.T)
                near[np.arange(len(held)), held] = 1.0
            for row, has in enumerate(block, start=start):
                columns = np.flatnonzero(has)
                if near is not None and len(columns):
                    near[place[columns]].max(axis=0, out=met[row])
        return met

    @cached_property
    def clause_of(self) -> tuple[Indices, Indices]:
        """First clause row of each unit, and the number of its clauses."""
        counts = np.array([len(unit.clauses) for unit in self.units], dtype=np.intp)
        return np.concatenate(([0], np.cumsum(counts)[:-1])).astype(np.intp) if len(counts) else counts, counts

    @cached_property
    def clause_words(self) -> Rows:
        """Clauses x vocabulary, the clauses of the first unit first; sparse where there are very many."""
        first, counts = self.clause_of
        rows, columns = [], []
        for row, unit in zip(first.tolist(), self.units, strict=True):
            for clause in range(len(unit.clauses)):
                some = [self.vocabulary[word.stem] for word in unit.clause_words(clause) if not word.stop]
                rows += [row + clause] * len(some)
                columns += some
        count, width = int(counts.sum()), max(1, len(self.vocabulary))
        if count * width <= _LARGE:
            return self._rows(count, np.array(rows, dtype=np.intp), np.array(columns, dtype=np.intp))
        held = np.unique(np.array(rows, dtype=np.intp) * width + np.array(columns, dtype=np.intp))
        starts = np.concatenate(([0], np.cumsum(np.bincount(held // width, minlength=count)))).astype(np.intp)
        return Sparse(starts, (held % width).astype(np.int32), np.ones(len(held), dtype=np.float32), width)

    @cached_property
    def clause_related(self) -> Rows:
        """As ``related`` for clauses."""
        return self._by_clauses(self._spread)

    def _by_clauses(self, made: Callable[[Floats], Floats]) -> Rows:
        """What is made out of ``clause_words``, a stripe at a time where these are sparse."""
        words = self.clause_words
        if not isinstance(words, Sparse):
            return made(words)
        return Sparse.of((made(words.dense(first, end)) for first, end in _stripes(len(words), words.width)), words.width)


def _thresholded(near: Floats) -> Floats:
    near[near < _NEAR] = 0.0
    return near


def _stripes(count: int, width: int) -> Iterator[tuple[int, int]]:
    """Runs of rows, first and end, of about ``_STRIPE`` numbers."""
    size = max(1, _STRIPE // width)
    return ((first, min(count, first + size)) for first in range(0, count, size))


def scaled(rows: Rows, weight: Floats) -> Rows:
    """Each column times its weight."""
    return rows.scaled(weight) if isinstance(rows, Sparse) else rows * weight


def sums(rows: Rows) -> Floats:
    """The sum of each row."""
    return rows.sums() if isinstance(rows, Sparse) else rows.sum(axis=1)


def normed(rows: Rows) -> Rows:
    """As ``unit_length``, also of sparse rows."""
    return rows.unit_length() if isinstance(rows, Sparse) else unit_length(rows)


def unit_length(rows: Floats) -> Floats:
    """Each row divided by its length; empty rows stay empty."""
    length = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    return np.asarray(rows / np.maximum(length, 1e-9), dtype=np.float32)


def products(a: Rows, b: Rows, i: Indices, j: Indices) -> Floats:
    """The products of row ``i[k]`` of ``a`` with row ``j[k]`` of ``b``, for every k; quick when the rows of ``a`` are mostly empty."""
    if not isinstance(a, Sparse) and not isinstance(b, Sparse) and _dense(a, b, len(i)):
        return _picked(a, b, i, j)
    if not isinstance(a, Sparse) and not isinstance(b, Sparse) and _filled(a) * _WIDE > a.shape[1]:
        return _row_by_row(a, b, i, j)
    held = a if isinstance(a, Sparse) else Sparse.of([a], a.shape[1])
    counts, rows = held.counts, held.rows
    where = np.zeros((len(held), max(1, int(counts.max(initial=0)))), dtype=np.intp)
    value = np.zeros(where.shape, dtype=np.float32)
    slots = np.arange(len(rows)) - held.starts[rows]
    where[rows, slots], value[rows, slots] = held.columns, held.values
    out = np.empty(len(i), dtype=np.float32)
    order = np.argsort(j, kind="stable") if isinstance(b, Sparse) else None
    for first, end in _stripes(len(b), b.width) if isinstance(b, Sparse) else ((0, len(b)),):
        block = b.dense(first, end) if isinstance(b, Sparse) else b
        picked = np.arange(len(i)) if order is None else order[slice(*np.searchsorted(j[order], (first, end)))]
        for start in range(0, len(picked), _CHUNK):
            part = picked[start : start + _CHUNK]
            out[part] = np.einsum("kw,kw->k", value[i[part]], block[j[part, None] - first, where[i[part]]])
    return out


def products_both_ways(a: Rows, b: Rows, i: Indices, j: Indices) -> tuple[Floats, Floats]:
    """``products`` of the rows ``i[k]`` of ``a`` with ``j[k]`` of ``b``, and of ``j[k]`` of ``a`` with ``i[k]`` of ``b``."""
    if not isinstance(a, Sparse) and not isinstance(b, Sparse) and len(a) * len(b) <= _LARGE and _dense(a, b, len(i)):
        every = np.asarray(a @ b.T, dtype=np.float32)
        return every[i, j], every[j, i]
    return products(a, b, i, j), products(a, b, j, i)


def _picked(a: Floats, b: Floats, i: Indices, j: Indices) -> Floats:
    """Those of all products, of as many rows at once as make no huge matrix."""
    if len(a) * len(b) <= _LARGE:
        return np.asarray((a @ b.T)[i, j], dtype=np.float32)
    out = np.empty(len(i), dtype=np.float32)
    for first, end in _stripes(len(a), len(b)):
        mine = np.flatnonzero((first <= i) & (i < end))
        out[mine] = (a[first:end] @ b.T)[i[mine] - first, j[mine]]
    return out


def _row_by_row(a: Floats, b: Floats, i: Indices, j: Indices) -> Floats:
    """Each pair's rows multiplied whole."""
    out = np.empty(len(i), dtype=np.float32)
    for start in range(0, len(i), _BLOCK):
        part = slice(start, start + _BLOCK)
        out[part] = np.einsum("kv,kv->k", a[i[part]], b[j[part]])
    return out


def _filled(a: Floats) -> int:
    """The most columns that a row fills."""
    return int(np.count_nonzero(a, axis=1).max(initial=0))


def _dense(a: Floats, b: Floats, picked: int) -> bool:
    """Whether all products are quicker than so many picked ones over the filled columns of ``a``."""
    return _filled(a) * picked * _GATHER > len(a) * len(b) * int(a.shape[1])


@lru_cache(maxsize=4096)
def _letters_of(unit: Unit) -> NDArray[np.int16]:
    """The slots of the runs of letters of a sentence."""
    return np.array([slot for word in unit.words if not word.stop for slot in _runs(word.low)], dtype=np.int16)


@lru_cache(maxsize=4096)
def _sequences_of(unit: Unit) -> NDArray[np.int16]:
    """The slots of the pairs of neighbouring words of a sentence."""
    return np.array([_slot(f"{a.stem} {b.stem}") for a, b in pairwise(unit.words)], dtype=np.int16)


@lru_cache(maxsize=50_000)
def _runs(word: str) -> tuple[int, ...]:
    """The slots of a word's runs of four letters, its edges marked."""
    padded = f"^{word}$"
    return tuple(_slot(padded[i : i + 4]) for i in range(max(1, len(padded) - 3)))


@lru_cache(maxsize=100_000)
def _slot(gram: str) -> int:
    return crc32(gram.encode("utf-8", "replace")) % _HASHED
