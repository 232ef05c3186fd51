"""An interval of days in the fewest words: one wording for the screen, the briefing and the command line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from briefing_app.model.dates import DateInterval

DAY, DAY_OF_YEAR, MONTH, MONTH_OF_YEAR = "d MMM yyyy", "d MMM", "MMM yyyy", "MMM"
"""How much of a day is said, in the letters of Unicode's date patterns (UTS 35)."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def english(day: date, pattern: str = DAY) -> str:
    """The day in English whatever the locale: ``16 Oct 2020``, or as much of it as the pattern (one of those above) says."""
    said = {DAY_OF_YEAR: f"{day.day} {_MONTHS[day.month - 1]}", MONTH: f"{_MONTHS[day.month - 1]} {day.year}"}
    said |= {DAY: f"{day.day} {_MONTHS[day.month - 1]} {day.year}", MONTH_OF_YEAR: _MONTHS[day.month - 1]}
    return said[pattern]


def _ends_its_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1


def interval_words(interval: DateInterval, say: Callable[[date, str], str] = english) -> str:
    """A day, ``5–9 Dec 2018``, ``Sep 2019 – Jan 2021`` for whole months, ``≤`` or ``≥`` with an open end. ``say`` writes one day."""
    first, last = interval.first, interval.last
    if first is None or last is None:
        return f"≤ {say(last, DAY)}" if last else f"≥ {say(first, DAY)}" if first else ""
    if first == last:
        return say(first, DAY)
    if first.day == 1 and _ends_its_month(last):
        return _months(first, last, say)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{say(last, DAY)}"
    return f"{say(first, DAY_OF_YEAR if first.year == last.year else DAY)} – {say(last, DAY)}"


def _months(first: date, last: date, say: Callable[[date, str], str]) -> str:
    """Whole months or years: ``Sep 2019``, ``Sep 2019 – Jan 2021``, ``2018``, ``2018–2019``."""
    if first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return say(last, MONTH)
    return f"{say(first, MONTH_OF_YEAR if first.year == last.year else MONTH)} – {say(last, MONTH)}"
