"""How alike one article is to every article placed before it: exact cosines from postings, held back by dates and people."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from briefing_app.events.profiles import Profile

WORDS, NAMES, LEAD = 0.5, 0.25, 0.25
"""Shares of the three fields in the score (reference: compare-methods)."""

HALF_LIFE_DAYS = 14.0
"""Two articles dated this far apart keep half of their score: 1 / (1 + (gap / 14)²).

A bell curve of four days was measured too; it tears stories apart whose dates are days of downloading, not of writing.
"""

NO_COMMON_PERSON = 0.8
"""Factor for two articles that both name people but nobody in common."""

FEWEST_ANCHORS = 2
"""Names and numbers that articles in different languages must share at least."""

ANCHORED = 0.8
"""Factor for articles in different languages: names and numbers alone tell less than words."""

_ALWAYS = date.max.toordinal()

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Likeness:
    """One number per article placed so far, in the order of placing, each 0 to 1.

    ``score`` is the whole; ``words`` (with the lead) and ``names`` are its parts before ``dates``, the factor of the dates.
    ``dated`` says whether both dates are known.
    """

    score: Floats
    words: Floats
    names: Floats
    dates: Floats
    dated: NDArray[np.bool_]


class Placed:
    """The articles placed so far, as postings: for every stem the articles that hold it, and its weights there."""

    def __init__(self) -> None:
        self._size = 0
        self._words, self._lead, self._names, self._anchors = _Postings(), _Postings(), _Postings(), _Postings()
        self._people = _Postings()
        self._first, self._last = array("l"), array("l")
        self._language, self._flags = array("l"), array("b")
        self._languages: dict[str, int] = {}

    def __len__(self) -> int:
        return self._size

    def add(self, profile: Profile) -> None:
        """Place one more article."""
        number = self._size
        self._size += 1
        for postings, vector in (
            (self._words, profile.words),
            (self._lead, profile.lead),
            (self._names, profile.names),
            (self._anchors, profile.anchors),
            (self._people, dict.fromkeys(profile.persons, 1.0)),
        ):
            postings.add(number, vector)
        first, last = _days(profile)
        self._first.append(first)
        self._last.append(last)
        self._language.append(self._languages.setdefault(profile.language, len(self._languages)))
        self._flags.append(_flags(profile))

    def likeness(self, profile: Profile) -> Likeness:
        """How alike ``profile`` is to every placed article. Across languages only names and numbers count."""
        size = self._size
        flags = np.array(self._flags, dtype=np.int8)
        named = (flags & 1).astype(bool) & bool(profile.names)
        whole = (WORDS + LEAD + NAMES * named).astype(np.float32)
        words = (WORDS * self._words.dot(profile.words, size) + LEAD * self._lead.dot(profile.lead, size)) / whole
        names = NAMES * self._names.dot(profile.names, size) / whole
        strangers = (flags & 2).astype(bool) & bool(profile.persons) & (self._people.count(profile.persons, size) == 0)
        factor = np.where(strangers, np.float32(NO_COMMON_PERSON), np.float32(1))
        foreign = np.array(self._language) != self._languages.get(profile.language, -1)
        if foreign.any():
            enough = self._anchors.count(profile.anchors, size) >= FEWEST_ANCHORS
            anchored = ANCHORED * self._anchors.dot(profile.anchors, size) * enough
            words = np.where(foreign, np.float32(0), words)
            names = np.where(foreign, anchored.astype(np.float32), names)
            factor = np.where(foreign, np.float32(1), factor)
        dates, dated = self._dates(profile)
        score = (words + names) * factor * dates
        return Likeness(score.astype(np.float32), words.astype(np.float32), names.astype(np.float32), dates, dated)

    def _dates(self, profile: Profile) -> tuple[Floats, NDArray[np.bool_]]:
        first, last = _days(profile)
        firsts, lasts = np.array(self._first), np.array(self._last)
        gap = np.maximum(0, np.maximum(firsts - last, first - lasts)).astype(np.float32)
        dated = ((firsts > -_ALWAYS) | (lasts < _ALWAYS)) & (profile.date is not None)
        return (1 / (1 + (gap / np.float32(HALF_LIFE_DAYS)) ** 2)).astype(np.float32), dated


class _Postings:
    """Stem -> numbers of the articles that hold it, and its weights in them."""

    def __init__(self) -> None:
        self._lists: dict[str, tuple[array[int], array[float]]] = {}

    def add(self, number: int, vector: Mapping[str, float]) -> None:
        for stem, weight in vector.items():
            held = self._lists.get(stem)
            if held is None:
                held = self._lists[stem] = (array("I"), array("f"))
            held[0].append(number)
            held[1].append(weight)

    def dot(self, vector: Mapping[str, float], size: int) -> Floats:
        """The scalar product of ``vector`` with every article."""
        sums = np.zeros(size, dtype=np.float32)
        for stem, weight in vector.items():
            held = self._lists.get(stem)
            if held is not None:
                sums[np.frombuffer(held[0], dtype=np.uint32)] += np.frombuffer(held[1], dtype=np.float32) * np.float32(weight)
        return sums

    def count(self, stems: Iterable[str], size: int) -> NDArray[np.int32]:
        """How many of the stems every article holds."""
        sums = np.zeros(size, dtype=np.int32)
        for stem in stems:
            held = self._lists.get(stem)
            if held is not None:
                sums[np.frombuffer(held[0], dtype=np.uint32)] += 1
        return sums


def _days(profile: Profile) -> tuple[int, int]:
    """The date's ends as day numbers; an open end reaches everywhere."""
    return (
        profile.first.toordinal() if profile.first else -_ALWAYS,
        profile.last.toordinal() if profile.last else _ALWAYS,
    )


def _flags(profile: Profile) -> int:
    return (1 if profile.names else 0) | (2 if profile.persons else 0)
