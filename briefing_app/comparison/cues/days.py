"""What a language says around the dates by which deeds are put on a day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Days:
    """Words around a date, all in lower case.

    ``joining`` only join its parts ("13th of July"), ``ordinals`` are the endings of its figures. Between a verb and the date, a word of
    ``another`` says that the date is that of something else ("charged after a shooting on Friday").
    """

    joining: frozenset[str] = frozenset()
    ordinals: tuple[str, ...] = ()
    another: frozenset[str] = frozenset()
