"""How alike articles are: the words, names and leads they share, held back by their dates and people."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from briefing_app.events.profiles import Profile
from briefing_app.events.titles import Titles
from briefing_app.events.vectors import Field, Floats

WORDS, NAMES, LEAD = 0.5, 0.25, 0.25
"""Shares of the three fields in the score (reference: compare-methods)."""

HALF_LIFE_DAYS = 14.0
"""Two articles dated this far apart keep half of their score: 1 / (1 + (gap / 14)²).

A bell curve of four days was measured too; it tears stories apart whose dates are days of downloading, not of writing.
"""

OUTWEIGHS, OUTWEIGHED_DAYS = 1.8, 180.0
"""Articles that are much alike may be of one event though a date is wrong: the dates' factor never falls below 1.8 times the likeness,
which in turn is halved at 180 days, so that what recurs every year stays apart.
"""

NO_COMMON_PERSON = 0.8
"""Factor for two articles that both name people but nobody in common."""

OTHERS_LEAD = 0.7
"""Factor for two articles that are about people (named in the title, or most in the lead) and about nobody in common."""

FEWEST_ANCHORS = 2
"""Names and numbers that articles in different languages must share at least."""

ANCHORED = 0.8
"""Factor for articles in different languages: names and numbers alone tell less than words."""

_Counts = NDArray[np.int32]

_ROUNDING = 1e-5
"""More than what single precision rounds off a likeness."""

_ALWAYS = date.max.toordinal()

_NAMED, _PEOPLED, _LED, _WITHDRAWN = 1, 2, 4, 8


def nearness(gap: Floats) -> Floats:
    """The factor of dates that lie so many days apart."""
    return np.asarray(1 / (1 + (gap / HALF_LIFE_DAYS) ** 2), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Arrays of one shape: one article against every placed one, or some articles against one another. All are 0 to 1.

    ``score`` is the whole; ``words`` (with the lead) and ``names`` are its parts before ``dates``, the factor of the dates.
    ``dated`` says whether both dates are known, ``undated`` is the whole without the dates' factor.
    """

    score: Floats
    words: Floats
    names: Floats
    dates: Floats
    dated: NDArray[np.bool_]
    undated: Floats


@dataclass(frozen=True, slots=True)
class _Side:
    """What is asked of an article beside its vectors, as arrays that broadcast against the other side's."""

    flags: NDArray[np.int8]
    language: NDArray[np.int32]
    first: Floats
    last: Floats


@dataclass(frozen=True, slots=True)
class Rest:
    """The article at ``place`` beside all others: the fields that they share it with, put together for those only that are asked about.

    ``fields`` are the cosines of words, lead, names and anchors, ``anchors`` how many of these are shared, ``people`` how many people,
    named anywhere and leading, ``titles`` the cosines of titles that their own text does not tell. Nothing is like itself, nor like what
    is withdrawn.
    """

    placed: Placed
    place: int
    one: _Side
    fields: tuple[Floats, Floats, Floats, Floats]
    anchors: _Counts
    people: tuple[_Counts, _Counts]
    titles: Floats

    def near(self, least: float) -> NDArray[np.intp]:
        """The places, ascending, of all that can be so much alike as ``least`` in words and names together."""
        words, lead, names, anchors = self.fields
        highest = WORDS * words
        highest += LEAD * lead
        highest += NAMES * names
        highest[self.placed.unnamed(self.one)] /= WORDS + LEAD
        if anchors is not names:
            np.maximum(highest, ANCHORED * anchors, out=highest)
        np.maximum(highest, self.titles, out=highest)
        highest[self.placed.withdrawn()] = 0.0
        highest[self.place] = 0.0
        return np.flatnonzero(highest >= least - _ROUNDING)

    def at(self, places: NDArray[np.intp]) -> Likeness:
        """How alike these are to the article, in the order of ``places``."""
        words, lead, names, anchors = (field[places] for field in self.fields)
        people = self.people[0][places], self.people[1][places]
        others = self.placed.side(places)
        found = _combined(self.one, others, (words, lead, names, anchors), self.anchors[places], people, self.titles[places])
        gone = (places == self.place) | ((others.flags & _WITHDRAWN) > 0)
        for part in (found.score, found.words, found.names, found.undated):
            part[gone] = 0.0
        return found


class Placed:
    """The articles placed so far, by place (0, 1, 2 ... in the order of placing)."""

    def __init__(self) -> None:
        self._words, self._lead, self._names, self._anchors, self._people, self._leading = (Field() for _ in range(6))
        self._titles = Titles(self._lead)
        self._flags, self._language = array("b"), array("i")
        self._first, self._last = array("f"), array("f")  # single precision holds every ordinal exactly
        self._languages: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._flags)

    def add(self, profile: Profile) -> None:
        """Place one more article."""
        self._words.add(profile.words)
        self._titles.add(profile.title, profile.told)
        self._lead.add(profile.lead)
        self._names.add(profile.names)
        language = self._languages.setdefault(profile.language, len(self._languages))
        self._anchors.add(profile.anchors, part=language)  # asked for in the other languages only
        self._people.add(dict.fromkeys(profile.persons, 1.0))
        self._leading.add(dict.fromkeys(profile.leading, 1.0))
        flags = (_NAMED, profile.names), (_PEOPLED, profile.persons), (_LED, profile.leading)
        self._flags.append(sum(flag for flag, held in flags if held))
        self._language.append(language)
        self._first.append(profile.first.toordinal() if profile.first else -_ALWAYS)
        self._last.append(profile.last.toordinal() if profile.last else _ALWAYS)

    def withdraw(self, place: int) -> None:
        """The article at ``place`` is like no other from now on."""
        self._flags[place] |= _WITHDRAWN

    def reckon(self) -> None:
        """Take into account how common every word has become."""
        for field in (self._words, self._lead, self._names, self._anchors):
            field.reckon()

    def to(self, place: int) -> Rest:
        """The article at ``place`` beside all others."""
        one = self.side([place])
        words, lead, names = (field.cosines(place) for field in (self._words, self._lead, self._names))
        foreign, own = len(self._languages) > 1, self._language[place]
        anchors = self._anchors.cosines(place, but=own) if foreign else names
        shared = self._anchors.counts(place, but=own) if foreign else np.zeros(len(self), dtype=np.int32)
        people = self._people.counts(place), self._leading.counts(place)
        return Rest(self, place, one, (words, lead, names, anchors), shared, people, self._titles.to(place))

    def among(self, places: Sequence[int]) -> Likeness:
        """How alike these articles are to one another, as square arrays in the order of ``places``."""
        side = self.side(places)
        down = _Side(side.flags[:, None], side.language[:, None], side.first[:, None], side.last[:, None])
        names = self._names.among(places)
        foreign = len(set(side.language.tolist())) > 1
        anchors = self._anchors.among(places) if foreign else names
        shared = self._anchors.shared_among(places) if foreign else np.zeros(names.shape, dtype=np.int32)
        fields = (self._words.among(places), self._lead.among(places), names, anchors)
        people = self._people.shared_among(places), self._leading.shared_among(places)
        return _combined(down, side, fields, shared, people, self._titles.among(places))

    def days(self, places: Sequence[int]) -> NDArray[np.int64]:
        """The first and the last day on which each of these articles may have been written, as ordinals; one row each."""
        return np.array([(self._first[place], self._last[place]) for place in places], dtype=np.int64).reshape(-1, 2)

    def apart(self, place: int, group: Sequence[int], other: Sequence[int]) -> float:
        """How much the article at ``place`` shares with ``group`` and with nobody of ``other``, in words and names."""
        words, names = (field.apart(place, group, other) for field in (self._words, self._names))
        return (WORDS + LEAD) * words + NAMES * names

    def side(self, places: Sequence[int] | NDArray[np.intp]) -> _Side:
        """What is asked of these articles beside their vectors."""
        some = np.array(places, dtype=np.intp)
        return _Side(
            np.frombuffer(self._flags, dtype=np.int8)[some],
            np.frombuffer(self._language, dtype=np.int32)[some],
            np.frombuffer(self._first, dtype=np.float32)[some],
            np.frombuffer(self._last, dtype=np.float32)[some],
        )

    def withdrawn(self) -> NDArray[np.bool_]:
        """For every placed article whether it is like no other any more."""
        return np.asarray((np.frombuffer(self._flags, dtype=np.int8) & _WITHDRAWN) > 0)

    def unnamed(self, one: _Side) -> NDArray[np.bool_]:
        """For every placed article whether it, or ``one``, names nobody and nothing."""
        return np.asarray((np.frombuffer(self._flags, dtype=np.int8) & one.flags & _NAMED) == 0)


def _combined(
    a: _Side, b: _Side, fields: tuple[Floats, Floats, Floats, Floats], anchors: _Counts, people: tuple[_Counts, _Counts], titles: Floats
) -> Likeness:
    """The score from its fields (words, lead, names, anchors), and from how many anchors two articles share and how many people,
    named anywhere and leading. An article whose text tells nothing of its title is as like another as that title is like the other's
    lead (``titles``), when this is more: whom its text names does not count then.
    """
    both = a.flags & b.flags
    whole = np.where((both & _NAMED) > 0, np.float32(WORDS + LEAD + NAMES), np.float32(WORDS + LEAD))
    words: Floats = np.asarray((WORDS * fields[0] + LEAD * fields[1]) / whole, dtype=np.float32)
    names: Floats = np.asarray(NAMES * fields[2] / whole, dtype=np.float32)
    factor = np.ones(words.shape, dtype=np.float32)
    factor[((both & _PEOPLED) > 0) & (people[0] == 0)] = NO_COMMON_PERSON
    factor[((both & _LED) > 0) & (people[1] == 0)] *= OTHERS_LEAD
    foreign = a.language != b.language
    if foreign.any():
        words[foreign], factor[foreign] = 0.0, 1.0
        names = np.where(foreign, ANCHORED * fields[3] * (anchors >= FEWEST_ANCHORS), names)
    gap = np.maximum(0.0, np.maximum(a.first - b.last, b.first - a.last))
    near = nearness(gap)
    undated: Floats = np.maximum((words + names) * factor, titles)
    words = np.maximum(words, titles - names)
    trust = np.minimum(1.0, OUTWEIGHS * undated) / (1 + (gap / OUTWEIGHED_DAYS) ** 2)
    dates = np.maximum(near, trust)
    dated = ((a.first > -_ALWAYS) | (a.last < _ALWAYS)) & ((b.first > -_ALWAYS) | (b.last < _ALWAYS))
    return Likeness(score=undated * dates, words=words, names=names, dates=dates, dated=dated, undated=undated)
