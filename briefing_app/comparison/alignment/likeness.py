"""Holds the sentences of an event as matrices, so that likenesses of thousands of pairs are a few products; hides numpy's shapes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from briefing_app.comparison.knowledge.meanings import meanings_of
from briefing_app.comparison.knowledge.synonyms import relatives
from briefing_app.comparison.matrices.all_products import AllProducts, best_of_each, dense, parts
from briefing_app.comparison.matrices.row_products import Rows, is_large, normed, padded, scaled, times, unit_length
from briefing_app.comparison.matrices.sparse import Floats, Indices, Sparse
from briefing_app.comparison.sentences.twins import twins_of
from briefing_app.comparison.sentences.units import Unit
from briefing_app.model.going_on import GoOn, always

_HASHED = 2048
_SMALL = 2500  # stems up to which all are held against all at once (25 MB)
_BLOCK = 100  # units whose words are held against the whole vocabulary at once
_ENGLISH = "en"
_UNLIKE = 0.08  # cosine up to which two of very many units count as nothing like each other
_LIKEST = 40
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

    def __init__(self, units: Sequence[Unit], idf: Callable[[str, str], float], go_on: GoOn = always) -> None:
        self.units, self.go_on = units, go_on
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
    def twin_of(self) -> tuple[int, ...]:
        """For each unit the first that is the same."""
        return twins_of(self.units)

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

    @cached_property
    def of_column(self) -> tuple[slice, ...]:
        """The units of each article that has any, in their order."""
        starts = np.flatnonzero(np.diff(self.columns, prepend=-1)).tolist()
        return tuple(slice(start, end) for start, end in pairwise((*starts, len(self.units))))

    @property
    def width(self) -> int:
        """The columns of a row of stems."""
        return max(1, len(self.vocabulary))

    def rows_of(self, units: Indices, stems: Indices, values: Floats | float = 1.0) -> Rows:
        """Units x vocabulary: those values in those places."""
        return self._rows(len(self.units), units, stems, values)

    def _rows(self, count: int, rows: Indices, columns: Indices, values: Floats | float = 1.0) -> Rows:
        """Rows of those values in those places; sparse where there are very many."""
        if is_large(count, self.width):
            return Sparse.filled(count, self.width, rows, columns, values)
        filled: Floats = np.zeros((count, self.width), dtype=np.float32)
        filled[rows, columns] = values
        return filled

    def _units_with(self, taken: NDArray[np.bool_]) -> Rows:
        return self.rows_of(self.held.rows[taken], self.held.columns[taken])

    @cached_property
    def words(self) -> Rows:
        """Units x vocabulary: 1 where the unit holds the stem."""
        return self.rows_of(self.held.rows, self.held.columns)

    @property
    def names(self) -> Rows:
        """As ``words``, names only."""
        return self._units_with(self.held.names)

    @property
    def quoted(self) -> Rows:
        """As ``words``, words inside quotation marks only."""
        return self._units_with(self.held.quoted)

    @cached_property
    def plain(self) -> Rows:
        """As ``words``, without names and figures."""
        return self._units_with(~self.held.names & ~self.held.digits)

    @cached_property
    def local(self) -> Floats:
        """How rare each stem is among the sentences of this event: log(1 + sentences / holding sentences)."""
        once = np.unique(self.held.rows * self.width + self.held.columns)
        held = np.bincount(once % self.width, minlength=self.width).astype(np.float32)
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
    def related(self) -> Rows:
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

    def _spread(self, rows: Rows) -> Rows:
        """Rows of 1 where a stem is held, with the strength of the nearest held stem where it is not."""
        self.go_on()
        near = self._near
        held, columns = (rows.rows, rows.columns.astype(np.intp)) if isinstance(rows, Sparse) else np.nonzero(rows)
        counts = near.counts[columns]
        ends = np.cumsum(counts)
        which = np.repeat(np.cumsum(near.counts)[columns] - ends, counts) + np.arange(int(counts.sum()))
        if isinstance(rows, Sparse):
            every = np.concatenate((held, np.repeat(held, counts))), np.concatenate((columns, near.columns[which]))
            strengths = np.concatenate((np.full(len(held), 2, dtype=np.float32), near.strengths[which]))
            spread = Sparse.strongest(len(rows), rows.width, *every, strengths)
            return replace(spread, values=np.minimum(spread.values, np.float32(1)))
        order = np.argsort(near.strengths[which], kind="stable")  # the strongest is written last
        which = which[order]
        laid = rows.copy()
        laid[np.repeat(held, counts)[order], near.columns[which]] = near.strengths[which]
        laid[held, columns] = 1.0
        return laid

    def strongest(self, i: Indices, j: Indices) -> Floats:
        """For every pair of units the weight of the weightiest stem that both hold, 0 for none."""
        return padded(scaled(self.words, self.weight)).greatest(self.words, i, j)

    @cached_property
    def tfidf(self) -> Rows:
        """Unit rows of ``words`` under ``weight``, each of length 1."""
        return normed(scaled(self.words, self.weight))

    @property
    def is_vast(self) -> bool:
        """Whether there are so many units that a number for every two of them is too much."""
        return is_large(len(self.units), len(self.units))

    @cached_property
    def cosine(self) -> Rows:
        """Units x units: plain tf-idf cosine; 0 between a unit and itself.

        Where it is vast, only the likest of each unit, ``_LIKEST`` or one for each article, from ``_UNLIKE`` on.
        """
        every, size = AllProducts(self.tfidf, self.tfidf), len(self.units)
        if self.is_vast:
            return self._likest(every)
        cosine: Floats = np.empty((size, size), dtype=np.float32)
        for part in parts(size):
            self.go_on()
            cosine[part] = every.rows(part)
        np.fill_diagonal(cosine, 0.0)
        return cosine

    def _likest(self, every: AllProducts) -> Sparse:
        size, most = len(self.units), max(_LIKEST, len(self.of_column))  # a copy in every article is among them
        rows, columns, values = [], [], []
        for part in parts(size):
            self.go_on()
            block = every.rows(part)
            block[np.arange(len(block)), np.arange(part.start, part.stop)] = 0.0
            there = np.nonzero(block > _UNLIKE)
            kept = best_of_each(there[0], block[there], most)
            rows.append(there[0][kept] + part.start)
            columns.append(there[1][kept])
            values.append(block[there][kept])
        return Sparse.filled(size, size, np.concatenate(rows), np.concatenate(columns), np.concatenate(values))

    @cached_property
    def graded(self) -> Rows:
        """Rows of ``related`` under ``weight``, each of length 1: tf-idf where words of near meaning meet."""
        return normed(scaled(self.related, self.weight))

    @cached_property
    def letters(self) -> Rows:
        """Hashed runs of four letters inside the words (stop words left out), rarer ones heavier, rows of length 1."""
        return self._hashed(_letters_of)

    @property
    def sequences(self) -> Rows:
        """Hashed pairs of neighbouring words (stop words kept), rarer ones heavier, rows of length 1."""
        return self._hashed(_sequences_of)

    def _hashed(self, slots_of: Callable[[Unit], NDArray[np.int16]]) -> Rows:
        count = len(self.units)
        if self.is_vast:
            slots = [slots_of(unit) for unit in self.units]
            rows = np.repeat(np.arange(count), [len(some) for some in slots])
            held = Sparse.filled(count, _HASHED, rows, np.concatenate(slots).astype(np.intp))
            rare = np.log1p(count / np.maximum(np.bincount(held.columns, minlength=_HASHED), 1.0)).astype(np.float32)
            return normed(scaled(held, rare))
        filled = np.zeros((count, _HASHED), dtype=np.float32)
        for row, unit in enumerate(self.units):
            filled[row, slots_of(unit)] = 1.0
        return self._rarer_heavier(filled)

    def _rarer_heavier(self, rows: Floats) -> Floats:
        rows *= np.log1p(len(self.units) / np.maximum(rows.sum(axis=0), 1.0)).astype(np.float32)
        return unit_length(rows)

    @cached_property
    def meanings(self) -> Floats:
        """Vocabulary x width: the meaning of each stem, zeros where none is known, as outside English."""
        english = (stem if language == _ENGLISH else "" for stem, language in zip(self.vocabulary, self._languages, strict=True))
        rows = meanings_of(english)
        return rows if len(rows) else np.zeros((1, rows.shape[1]), dtype=np.float32)

    def sense(self, rows: Rows, *, apart: bool) -> Floats:
        """The mean meaning of each row's stems, of length 1; ``apart``: less what all rows have in common."""
        mean = times(scaled(rows, self.weight), self.meanings)
        if apart and len(mean):
            mean = np.asarray(mean - mean.mean(axis=0), dtype=np.float32)
        return unit_length(mean)

    @cached_property
    def met(self) -> Floats:
        """Units x vocabulary: how near the nearest word of the unit comes to each stem, 1 for the stem itself, 0 for nothing near."""
        return self._meeting(dense(self.words))

    @cached_property
    def clause_met(self) -> Floats:
        """As ``met`` for clauses."""
        return self._meeting(dense(self.clause_words))

    @cached_property
    def _nearness(self) -> Floats | None:
        """Vocabulary x vocabulary: how near two stems are in meaning; None where there are so many that parts must do."""
        if len(self.meanings) > _SMALL:
            return None
        near = thresholded(self.meanings @ self.meanings.T)
        np.fill_diagonal(near, 1.0)
        return near

    def _meeting(self, rows: Floats) -> Floats:
        met: Floats = np.zeros(rows.shape, dtype=np.float32)
        near, place = self._nearness, np.arange(rows.shape[1])
        for start in range(0, len(met), _BLOCK):
            self.go_on()
            block = rows[start : start + _BLOCK] > 0
            if self._nearness is None:
                held = np.flatnonzero(block.any(axis=0))
                place[held] = np.arange(len(held))
                near = thresholded(self.meanings[held] @ self.meanings.T)
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
        return self._rows(int(counts.sum()), np.array(rows, dtype=np.intp), np.array(columns, dtype=np.intp))

    @cached_property
    def clause_related(self) -> Rows:
        """As ``related`` for clauses."""
        return self._spread(self.clause_words)

    def forget(self) -> None:
        """Let go of what only the scoring reads, all but ``_KEPT``; what is asked for again is made again."""
        for name in [name for name in vars(self) if isinstance(vars(Likeness).get(name), cached_property) and name not in _KEPT]:
            del vars(self)[name]


_KEPT = frozenset({"twin_of", "held", "of_column", "local", "weight", "_near", "clause_of", "clause_words", "clause_related"})
"""What is read after the scoring too: the rows of a comparison are made of clauses."""


def thresholded(near: Floats) -> Floats:
    """Products of meanings, 0 where one word cannot stand for the other."""
    near[near < _NEAR] = 0.0
    return near


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
