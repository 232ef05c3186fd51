"""What a language says around the dates by which deeds are put on a day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Days:
    """Words around a date, all in lower case.

    ``joining`` only join its parts ("13th of July"), ``ordinals`` are the endings of its figures. Between a verb and the date, a word of
    ``another`` says that the date is that of something else ("charged after a shooting on Friday").

    ``relative`` lean on the day on which they are said ("tomorrow", "last week"); ``weeks`` are those that tell a week, whose first day
    is not the same for all. ``late`` and ``early`` tell the end of a day and its beginning, which may be one night.

    ``occasions`` are nouns for what is over within a day and told with its place ("a rally in Detroit on Sunday").
    """

    joining: frozenset[str] = frozenset()
    ordinals: tuple[str, ...] = ()
    another: frozenset[str] = frozenset()
    relative: frozenset[str] = frozenset()
    weeks: frozenset[str] = frozenset()
    late: frozenset[str] = frozenset()
    early: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
