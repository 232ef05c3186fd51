"""Verbs of a language by how a deed is read from them, and which of them tell the same deed or its opposite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Verbs:
    """Words by which deeds are read and held against each other; only a language whose verbs have base forms has deeds.

    Rows of words in lower case, a verb with its particle behind a low line ("step_down"): ``alike`` tell what may be one deed;
    ``opposites`` are two sides of which each takes back the other; ``ends``: verb -> the deeds in which one that was to come may have
    ended; ``converse`` pairs are one deed seen from either side ("buy", "sell"), and rows of ``dealing`` hold such verbs of one kind.
    ``contrary``: prefixes that make a word its opposite ("un").

    Base forms: ``beginning`` tells no more than that its subject begins; so does one of ``taking`` before a word of ``place``. The object
    of one of ``light`` tells the deed ("made a visit"), the adjective behind one of ``linking`` ("stayed open"). Stems: ``empty`` tell no
    deed by themselves.

    Words in lower case: ``particles`` behind a verb make another one of it, ``apart`` (more of them) part two deeds of one verb.
    ``vague`` nouns tell nothing as predicates ("there is no doubt"); ``turning`` words and those of ``times`` take part in nothing; words
    of ``owned`` behind one of ``whose`` mean a country or party named before. ``occasions`` tell which time it was ("first"), unless
    behind one of ``reaching``; ``till`` says that it has ended; a thing told with one of ``contrasted`` is another one ("the old school").
    """

    alike: tuple[str, ...] = ()
    opposites: tuple[tuple[str, str], ...] = ()
    ends: Mapping[str, str] = field(default_factory=dict)
    converse: tuple[tuple[str, str], ...] = ()
    dealing: tuple[str, ...] = ()
    contrary: tuple[str, ...] = ()
    beginning: frozenset[str] = frozenset()
    taking: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    turning: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    reaching: frozenset[str] = frozenset()
    till: frozenset[str] = frozenset()
    contrasted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class States:
    """States of somebody or something of which one leaves no room for another, row by row; words in lower case.

    ``done_to``: stems of verbs that tell the state of whom it is done to. ``between`` may stand between a verb and the state behind it;
    ``since`` puts it at another moment than the other's. ``stands`` ("for", "against") exclude each other behind the verbs (stems) of
    ``voting`` alone, and are told of what follows, as is what stands before ``of`` ("guilty of").
    """

    rows: tuple[tuple[str, ...], ...] = ()
    done_to: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    voting: frozenset[str] = frozenset()
    stands: frozenset[str] = frozenset()
