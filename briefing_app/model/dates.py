"""Dates as they are known: a day, an interval with one or two ends, or an exact moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class DateInterval:
    """First and last day on which something can have happened, both included; None is an open end.

    ``moment`` is the exact time (aware) when the source gives one; its own time zone is kept.
    """

    first: date | None
    last: date | None
    moment: datetime | None = None

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("an interval needs at least one end")
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"the interval ends before it begins: {self.first}..{self.last}")
        if self.moment is not None and self.moment.tzinfo is None:
            raise ValueError("a moment needs a time zone")

    @property
    def day(self) -> date | None:
        """The one day, or None when the interval is wider."""
        return self.first if self.first == self.last else None

    @property
    def edtf(self) -> str:
        """The interval in Extended Date/Time Format (ISO 8601-2): ``2020-10-16``, ``2018-12-05/2018-12-09``, ``../2020-10-16``."""
        if self.day:
            return self.day.isoformat()
        return f"{self.first.isoformat() if self.first else '..'}/{self.last.isoformat() if self.last else '..'}"

    def gap_days(self, other: DateInterval) -> int:
        """Least number of days between the two intervals; 0 when they can be the same day. Open ends reach everywhere."""
        if self.last and other.first and self.last < other.first:
            return (other.first - self.last).days
        if other.last and self.first and other.last < self.first:
            return (self.first - other.last).days
        return 0


def day_interval(day: date, moment: datetime | None = None) -> DateInterval:
    """The interval of one day."""
    return DateInterval(day, day, moment)


NARROW_DAYS = 7
"""An interval of at most so many days tells when something was; a wider one only bounds it."""


def reported_on(dates: Iterable[DateInterval]) -> DateInterval | None:
    """When an event was reported, from the dates of its articles: from the first to the last that are known to NARROW_DAYS.

    When none is: what all of them allow, and when they exclude each other, everything that one of them allows. None when that tells
    nothing.
    """
    known = [DateInterval(date.first, date.last) for date in dates]
    narrow = [date for date in known if date.first and date.last and (date.last - date.first).days < NARROW_DAYS]
    firsts = [date.first for date in narrow or known if date.first]
    lasts = [date.last for date in narrow or known if date.last]
    if narrow:
        return DateInterval(min(firsts), max(lasts))
    first, last = max(firsts, default=None), min(lasts, default=None)
    if first and last and first > last:
        first, last = min(firsts), max(lasts)
    return DateInterval(first, last) if (first or last) and not (first and last and first > last) else None
