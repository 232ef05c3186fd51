"""Hides how articles are counted by month or year when some of their dates are intervals: each in every one that it may be of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from briefing_app.library.index.arrays import Array

MOST_MONTHS: Final = 18
"""Months that are counted one by one; of a longer time, the years."""

_MONTHS: Final = 12
"""Of a year."""

_BEFORE_UNIX: Final = 719_163
"""The ordinal of 1 January 1970."""


@dataclass(frozen=True, slots=True)
class Period:
    """A month (``2026-05``) or year that ``date:`` takes, and how many articles it finds; ``perhaps`` of them may be of another one."""

    name: str
    count: int
    perhaps: int


def months(first_days: Array, last_days: Array) -> list[Period]:
    """The months of dated articles, oldest first. Days are ordinals: the first and the last on which each can have appeared."""
    return _counted(_months(first_days), _months(last_days), "M") if len(last_days) else []


def months_or_years(first_days: Array, last_days: Array) -> list[Period]:
    """The months, or the years when the articles are of a long time."""
    if not len(last_days):
        return []
    firsts, lasts = _months(first_days), _months(last_days)
    if lasts.max() - _begin(firsts, lasts) < MOST_MONTHS:
        return _counted(firsts, lasts, "M")
    return _counted(firsts // _MONTHS, lasts // _MONTHS, "Y")


def _counted(firsts: Array, lasts: Array, unit: str) -> list[Period]:
    begin = _begin(firsts, lasts)
    count = int(lasts.max()) - begin + 1
    wide = lasts > firsts
    sure = np.bincount(lasts[~wide] - begin, minlength=count)
    begun = np.bincount(np.maximum(firsts[wide] - begin, 0), minlength=count)
    ended = np.bincount(lasts[wide] - begin + 1, minlength=count + 1)[:count]
    perhaps = np.cumsum(begun - ended)
    names = np.arange(begin, begin + count).astype(f"datetime64[{unit}]")
    return [Period(str(names[at]), int(sure[at] + perhaps[at]), int(perhaps[at])) for at in np.flatnonzero(sure + perhaps).tolist()]


def _begin(firsts: Array, lasts: Array) -> int:
    """The first period that is counted. A wide interval adds but its last: it would draw out the time over which articles are shown."""
    return int(np.where(lasts - firsts <= 1, firsts, lasts).min())


def _months(days: Array) -> Array:
    """Months since 1970. The calendar is asked for each day once, not for each article."""
    first, last = int(days.min()), int(days.max())
    every = np.arange(first, last + 1) - _BEFORE_UNIX
    found: Array = every.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64).take(days - first)
    return found
