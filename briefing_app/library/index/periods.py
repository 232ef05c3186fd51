"""Hides how articles are counted by month or year when some of their dates are intervals: each in every one that it may be of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from briefing_app.library.index.arrays import Array

MOST_MONTHS: Final = 18
"""Months that are counted one by one; of a longer time, the years."""

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
    return _counted(first_days, last_days, "M")


def months_or_years(first_days: Array, last_days: Array) -> list[Period]:
    """The months, or the years when the articles are of a long time."""
    found = months(first_days, last_days)
    if not found or _span(found[0].name, found[-1].name) <= MOST_MONTHS:
        return found
    return _counted(first_days, last_days, "Y")


def _span(first: str, last: str) -> int:
    return int((np.datetime64(last, "M") - np.datetime64(first, "M")).astype(np.int64)) + 1


def _counted(first_days: Array, last_days: Array, unit: str) -> list[Period]:
    if not len(last_days):
        return []
    firsts, lasts = _units(first_days, unit), _units(last_days, unit)
    # A wide interval makes no new periods but its last: it would draw out the time over which articles are shown.
    begin = int(np.where(lasts - firsts <= 1, firsts, lasts).min())
    count = int(lasts.max()) - begin + 1
    wide = lasts > firsts
    sure = np.bincount(lasts[~wide] - begin, minlength=count)
    begun = np.bincount(np.maximum(firsts[wide] - begin, 0), minlength=count)
    ended = np.bincount(lasts[wide] - begin + 1, minlength=count + 1)[:count]
    perhaps = np.cumsum(begun - ended)
    names = np.arange(begin, begin + count).astype(f"datetime64[{unit}]")
    return [Period(str(names[at]), int(sure[at] + perhaps[at]), int(perhaps[at])) for at in np.flatnonzero(sure + perhaps).tolist()]


def _units(days: Array, unit: str) -> Array:
    """Months or years since 1970."""
    found: Array = (days - _BEFORE_UNIX).astype("datetime64[D]").astype(f"datetime64[{unit}]").astype(np.int64)
    return found
