"""What a language says around numbers: what happened to those who are counted, what else is counted, and how much of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from briefing_app.comparison.cues.patterns import NEVER
from briefing_app.language.words import stem


class Dimension(StrEnum):
    """What can be measured."""

    LENGTH = "length"
    MASS = "mass"
    AREA = "area"
    VOLUME = "volume"
    SPEED = "speed"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Words that tell what happened to those whom a number counts, all in lower case.

    ``told``: what happened ("dead", "hurt", "missing", "held", "moved", "infected", "crowd") by each word that tells it. ``anybody``: stems
    that do not tell which people are counted. ``sick``: parts of words of which one must stand beside cases that are infections.

    Before the number: ``bases`` make it what others are a part of ("two of the 140"), unless a word of ``totals`` stands before them;
    ``crowds`` before ``of`` ("a crowd of 38,000"); ``number_of`` ("the number of injured stands at"); ``tolls``; ``hitting`` ("shooting
    12"); ``taking``, with one of ``lives`` behind it ("claimed 12 lives"); ``parting``, behind which stands another thing.
    Behind it: ``besides`` ("12 more"); ``coming``, word pairs of those who attend ("took part"); ``anyone`` before words of ``aboard``;
    ``brought`` before words of ``to_hospital``; ``hit`` before one of ``lethal`` ("shot and killed"); ``perishing``, words of the dead
    ("ums Leben").
    """

    told: Mapping[str, str] = field(default_factory=dict)
    anybody: frozenset[str] = frozenset()
    sick: tuple[str, ...] = ()
    of: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    totals: frozenset[str] = frozenset()
    crowds: frozenset[str] = frozenset()
    number_of: frozenset[str] = frozenset()
    tolls: frozenset[str] = frozenset()
    hitting: frozenset[str] = frozenset()
    taking: frozenset[str] = frozenset()
    lives: frozenset[str] = frozenset()
    parting: frozenset[str] = frozenset()
    besides: frozenset[str] = frozenset()
    coming: frozenset[str] = frozenset()
    anyone: frozenset[str] = frozenset()
    aboard: frozenset[str] = frozenset()
    brought: frozenset[str] = frozenset()
    to_hospital: frozenset[str] = frozenset()
    hit: frozenset[str] = frozenset()
    lethal: frozenset[str] = frozenset()
    perishing: frozenset[str] = frozenset()
    in_passing: frozenset[str] = frozenset()


def outcomes_by_word(**words: str) -> dict[str, str]:
    """``Outcomes.told`` of the words for each outcome, in one string each."""
    return {word: outcome for outcome, some in words.items() for word in some.split()}


def stems_of_anybody(stemmer: str, people: frozenset[str], told: Mapping[str, str]) -> frozenset[str]:
    """``Outcomes.anybody``: the stems that do not tell which people are counted."""
    return frozenset(stem(word, stemmer) for word in (*people, *told))


@dataclass(frozen=True, slots=True)
class Counts:
    """Words around numbers by which is read what they count and how much of it, all in lower case.

    ``alike``: what is counted under several names, by the first of them; ``staff``: what those are who are told with a word of
    ``employing`` ("employs 1,200 people"). ``one``: stems of plurals that have another stem. ``money``: currencies; ``prices``: words
    beside a bare sum of money. ``measured``: what a value is told of by a word of ``valued`` ("a speed of"); ``shares``: what a share is
    told of once and for all; ``quakes``: what has a magnitude; ``voted``: words beside the halves of a vote; ``old`` and ``year``: of an
    age. ``person``: units before which a year is a count. ``joining``: words within a number ("20 to 30"). ``furniture``: what a page
    counts of itself ("2 of 32 photos").

    ``none`` counts nobody, but for the pairs of ``no_one``, behind a word of ``unless``, or before one of ``others``. ``every``: all there
    are. ``parts`` (before) and ``further`` (behind) make it a part of another count, as does ``of`` between two numbers with one of
    ``wholes`` or ``stretch`` ("18 of its next 23"). ``rates``, unless in a pair of ``no_rate``, and ``each`` before ``periods`` make it a
    rate, as does ``period``, a stretch of time in which it was counted ("in 24 hours", "on Tuesday alone"); ``changes`` (behind) and
    ``by`` or ``adding`` (before) a change; ``risen`` before ``to`` what it has grown to,
    ``sunk`` before ``down_to`` what it has come down to; ``left`` before and ``to`` behind what it no longer is.
    ``to_come`` before ``periods`` puts it into a time ahead. ``hourly``, behind a length: that it is a speed.
    ``reaching``, before a year, and ``past`` (unless beside one of ``recent``) put it on another occasion. ``everywhere``: beyond any one
    place, which words of ``places`` tell. ``so_far``: the cues of a least that a toll may outgrow; ``most``: of ``Cues.bound``, those of
    a most.
    ``nearly``: words before a value that is not quite reached.

    ``ordinals``: word -> place in an order ("third"), unless before one of ``unranked`` ("the third time"). ``units``: word -> what it
    measures, and how many metres, kilograms, square metres, litres, kilometres an hour or minutes it is. ``points``: units of shares
    besides the percent; ``there``: of which place a share is told elsewhere.

    ``vague``: least and most for which a word for many is used ("dozens"), unless before one of ``beyond``. ``ways``: which way a length is
    measured ("deep"), by each word for it; ``weighing``: words beside a pound that is no money. ``times``: last words of the units of a
    time, ``repeated`` those of how often. ``reversing``: stems beside what is counted that make it the others. ``common``: kinds that an
    article may tell of several things, ``gauged`` kinds
    of what is not counted one by one, besides measures and shares, ``customers`` kinds for the same
    people. ``doer``, behind a number: that it counts the one who did it too; ``dealing``, before it: that one more takes part.
    """

    alike: Mapping[str, str] = field(default_factory=dict)
    staff: Mapping[str, str] = field(default_factory=dict)
    employing: frozenset[str] = frozenset()
    one: Mapping[str, str] = field(default_factory=dict)
    money: frozenset[str] = frozenset()
    prices: frozenset[str] = frozenset()
    measured: frozenset[str] = frozenset()
    valued: frozenset[str] = frozenset()
    shares: frozenset[str] = frozenset()
    quakes: frozenset[str] = frozenset()
    voted: frozenset[str] = frozenset()
    old: frozenset[str] = frozenset()
    year: frozenset[str] = frozenset()
    person: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    furniture: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()
    no_one: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    every: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    further: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    wholes: frozenset[str] = frozenset()
    stretch: frozenset[str] = frozenset()
    rates: frozenset[str] = frozenset()
    no_rate: frozenset[str] = frozenset()
    each: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    period: re.Pattern[str] = NEVER
    changes: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    risen: frozenset[str] = frozenset()
    sunk: frozenset[str] = frozenset()
    down_to: frozenset[str] = frozenset()
    adding: frozenset[str] = frozenset()
    to_come: frozenset[str] = frozenset()
    hourly: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    reaching: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    recent: frozenset[str] = frozenset()
    everywhere: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()
    reversing: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    gauged: frozenset[str] = frozenset({"money", "bare", "degree"})
    customers: frozenset[str] = frozenset()
    vague: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    beyond: frozenset[str] = frozenset()
    ways: Mapping[str, str] = field(default_factory=dict)
    weighing: frozenset[str] = frozenset()
    doer: re.Pattern[str] = NEVER
    dealing: frozenset[str] = frozenset()
    ordinals: Mapping[str, int] = field(default_factory=dict)
    unranked: frozenset[str] = frozenset()
    units: Mapping[str, tuple[Dimension, float]] = field(default_factory=dict)
    points: frozenset[str] = frozenset()
    there: frozenset[str] = frozenset()
    so_far: frozenset[str] = frozenset()
    most: frozenset[str] = frozenset()
    nearly: tuple[str, ...] = ()
    outcomes: Outcomes = field(default_factory=Outcomes)


def named_alike(*rows: str) -> dict[str, str]:
    """``Counts.alike`` of rows of words for the same, the first of which names it."""
    return {word: row.split()[0] for row in rows for word in row.split()}


def in_order(words: str) -> dict[str, int]:
    """``Counts.ordinals`` of the words for the first, the second and so on."""
    return {word: place for place, word in enumerate(words.split(), 1)}


def sized(*rows: tuple[Dimension, float, str]) -> dict[str, tuple[Dimension, float]]:
    """``Counts.units`` of rows of a dimension, a size and the words for the unit of that size."""
    return {word: (dimension, size) for dimension, size, words in rows for word in words.split()}
