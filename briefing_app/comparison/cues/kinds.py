"""What a language says of the words that turn a claim, and how far a deed may be told to be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

_NEVER = re.compile(r"(?!)")


def any_of(*words: str) -> re.Pattern[str]:
    """A pattern that finds any of these patterns as whole words."""
    return re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)")


class Stage(IntEnum):
    """How far a deed is told to be."""

    RUMOURED = 1
    PLANNED = 2
    ANNOUNCED = 3
    DECIDED = 4
    DONE = 5


@dataclass(frozen=True, slots=True)
class Course:
    """What things of a kind go through: the stems of their names (none: people), and step by step the stems of the verbs that tell it."""

    things: frozenset[str]
    steps: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a sentence tells of (``about``), and step by step the words that tell how far it has come.

    ``alike``: one word must name it in both articles ("the hearing"). ``single``: an event has but one, however it is worded. ``whose``:
    both must tell it of one person.
    """

    about: re.Pattern[str]
    steps: tuple[re.Pattern[str], ...]
    alike: bool = False
    single: bool = False
    whose: bool = False


@dataclass(frozen=True, slots=True)
class Aged:
    """How ages are ``told``: patterns over a sentence with the groups ``age``, ``who``, and ``next`` where nobody is told behind it.

    ``female`` and ``male`` are words for ``who``; ``doing``: what may follow when nobody is told.
    """

    told: tuple[re.Pattern[str], ...] = ()
    female: frozenset[str] = frozenset()
    male: frozenset[str] = frozenset()
    doing: re.Pattern[str] = _NEVER


@dataclass(frozen=True, slots=True)
class Polar:
    """Patterns over a verb group by which something is held to be so or not, in other words than by "not".

    ``able``: it can or may be; ``due``: it must or should be; ``required``: of those, with what is required behind it; ``calling``: what
    calls something something; ``granting`` and ``barring``: what lets, or does not let, somebody do what follows; ``occurring``, with the
    word behind it: that something takes place. Over the sentence, ``disputing``: what calls in question what follows; ``pointing``: what
    takes back the sentence before ("that is not true"); ``pretending``: what makes that no denial ("as if"); ``waving``: what denies the
    thing named behind it ("dismissed talk of"); ``following``: what was done before ("after consultation with").
    ``evidence`` are words for what shows that something is so.
    """

    able: re.Pattern[str] = _NEVER
    due: re.Pattern[str] = _NEVER
    required: re.Pattern[str] = _NEVER
    calling: re.Pattern[str] = _NEVER
    granting: re.Pattern[str] = _NEVER
    barring: re.Pattern[str] = _NEVER
    disputing: re.Pattern[str] = _NEVER
    pointing: re.Pattern[str] = _NEVER
    waving: re.Pattern[str] = _NEVER
    following: re.Pattern[str] = _NEVER
    pretending: re.Pattern[str] = _NEVER
    occurring: re.Pattern[str] = _NEVER
    evidence: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns over lower-cased text with straight apostrophes.

    Of a stretch of text: ``negation``, ``denial``, ``refusal``, ``doubt``, ``scope``, ``condition``, ``undecided``, ``silence`` (no
    comment), ``bound`` (at least), ``joint`` (a word at its start that only joins it), ``former`` and ``still``, ``confirmed`` and
    ``reported``; the first of ``stages`` that is met decides, none means done. Of a verb group: ``planned``, ``decided``, ``future``,
    ``possible``, ``lasting``, ``wished`` (what asks for an infinitive), ``plans`` (verbs whose object is the plan), ``pending`` (left to
    do), ``aimed`` (what asks for a clause: "ensure that"), ``scarce`` (words that nearly negate: "little", behind it), ``over`` and
    ``in_vain`` (before it), ``at_first`` (what was said before it was known better). Behind a denial, ``mere``: what is only pointed at
    ("the charge"). ``none`` are words that turn a deed round before its subject or object. ``whole`` are the words of ``scope`` that
    leave nothing out, ``binding`` the prepositions of a part.
    ``done``: how a language whose deeds are not read tells what has happened. ``states``: words of a state that lasts ("at large"), each
    with the stems of the verbs that end it. ``unknowns``: words that leave something open ("the cause was not known"), each with those that
    tell it. ``whether``: words that leave open the deed behind them. ``courses``: see ``Course``.
    ``resolve``: how resolved somebody is to do it, from "considering" up to "vowed". ``clock``: a time of the day, with the groups
    ``hour``, ``minute``, ``half`` ("a", "p") and ``noon``; what fills none is midnight; right before it,
    ``clock_bounds``: what makes it a bound ("until"), unless a word of ``clock_nearly`` stands before that ("shortly after").
    ``standings``: see ``Standing``; ``standings_void``: words before one that take it back.
    ``polar``: see ``Polar``. ``slightly_hurt`` and ``badly_hurt``: how badly somebody is hurt. ``provisional``: what is left undecided for
    the time being; ``leaning``: which way it leans. ``presumed``, of a verb group: what would be so, and need not. ``aged``: see ``Aged``.
    """

    negation: re.Pattern[str] = _NEVER
    denial: re.Pattern[str] = _NEVER
    refusal: re.Pattern[str] = _NEVER
    doubt: re.Pattern[str] = _NEVER
    scope: re.Pattern[str] = _NEVER
    whole: re.Pattern[str] = _NEVER
    binding: re.Pattern[str] = _NEVER
    condition: re.Pattern[str] = _NEVER
    undecided: re.Pattern[str] = _NEVER
    silence: re.Pattern[str] = _NEVER
    bound: re.Pattern[str] = _NEVER
    joint: re.Pattern[str] = _NEVER
    former: re.Pattern[str] = _NEVER
    still: re.Pattern[str] = _NEVER
    confirmed: re.Pattern[str] = _NEVER
    reported: re.Pattern[str] = _NEVER
    planned: re.Pattern[str] = _NEVER
    decided: re.Pattern[str] = _NEVER
    future: re.Pattern[str] = _NEVER
    possible: re.Pattern[str] = _NEVER
    lasting: re.Pattern[str] = _NEVER
    wished: re.Pattern[str] = _NEVER
    plans: re.Pattern[str] = _NEVER
    pending: re.Pattern[str] = _NEVER
    aimed: re.Pattern[str] = _NEVER
    scarce: re.Pattern[str] = _NEVER
    mere: re.Pattern[str] = _NEVER
    over: re.Pattern[str] = _NEVER
    at_first: re.Pattern[str] = _NEVER
    in_vain: re.Pattern[str] = _NEVER
    none: frozenset[str] = frozenset()
    done: re.Pattern[str] = _NEVER
    stages: tuple[tuple[Stage, re.Pattern[str]], ...] = ()
    states: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = ()
    unknowns: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = ()
    whether: re.Pattern[str] = _NEVER
    courses: tuple[Course, ...] = ()
    resolve: tuple[re.Pattern[str], ...] = ()
    clock: re.Pattern[str] = _NEVER
    clock_bounds: frozenset[str] = frozenset()
    clock_nearly: frozenset[str] = frozenset()
    standings: tuple[Standing, ...] = ()
    standings_void: frozenset[str] = frozenset()
    polar: Polar = Polar()
    slightly_hurt: re.Pattern[str] = _NEVER
    badly_hurt: re.Pattern[str] = _NEVER
    provisional: re.Pattern[str] = _NEVER
    leaning: re.Pattern[str] = _NEVER
    presumed: re.Pattern[str] = _NEVER
    aged: Aged = Aged()
