"""What a language says of the noun phrases by which things and people are mentioned."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mentions:
    """Words of noun phrases, all in lower case.

    What is mentioned: ``times`` are no things; ``measures`` behind a number are how much of one. Who: ``somebody`` are nouns of people
    besides those of the language's pack, as are those with an ending of ``doers``, but for ``things``; ``houses`` are what else has a name
    behind it ("the trade paper").

    Before the noun: ``pointing`` means what is known ("the"), ``asking`` and ``every`` are no part of the phrase ("what", "both");
    ``standing`` says how somebody holds a title ("former"), as do beginnings of words in ``prefixed`` ("ex-"). ``of`` stands between the
    noun and what narrows it. Of objects, ``whose``: before what another source may give to another owner ("his").
    """

    times: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    somebody: frozenset[str] = frozenset()
    doers: tuple[str, ...] = ()
    things: frozenset[str] = frozenset()
    houses: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    every: frozenset[str] = frozenset()
    standing: frozenset[str] = frozenset()
    prefixed: tuple[str, ...] = ()
    of: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()
