"""When things happened and when each source reported, as bars on one line of time: the same on the screen and on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefing_app.model.comparison import Comparison, TimelineEntry
from briefing_app.model.dates import DateInterval


@dataclass(frozen=True, slots=True)
class Bar:
    """One source's report, or one thing that happened (``entry``), as it is dated.

    ``place`` counts the articles from 0. ``start`` and ``end`` are shares of the line from 0 to 1; both are None when nothing is known.
    """

    place: int
    known: DateInterval | None
    start: float | None
    end: float | None
    entry: TimelineEntry | None = None


@dataclass(frozen=True, slots=True)
class Chronology:
    """The bars of reports and happenings, between the first and the last day that any of them names; no bars when nothing is dated."""

    first: date | None = None
    last: date | None = None
    reported: tuple[Bar, ...] = ()
    happened: tuple[Bar, ...] = ()


def chronology(comparison: Comparison, reported: Sequence[DateInterval | None]) -> Chronology:
    """Bars for the dates of the articles (in column order) and for the comparison's timeline. Open ends reach the end of the line."""
    known = [*(entry.date for entry in comparison.timeline), *(one for one in reported if one)]
    days = [day for interval in known for day in (interval.first, interval.last) if day]
    if not days:
        return Chronology()
    first, last = min(days), max(days) + timedelta(days=1)
    places = {article: place for place, article in enumerate(comparison.articles)}

    def bar(place: int, interval: DateInterval | None, entry: TimelineEntry | None = None) -> Bar:
        if interval is None:
            return Bar(place, None, None, None, entry)
        total = max(1, (last - first).days)
        start, end = ((day - first).days / total for day in (interval.first or first, interval.last or last))
        return Bar(place, interval, start, end, entry)

    return Chronology(
        first,
        last,
        tuple(bar(place, interval) for place, interval in enumerate(reported)),
        tuple(bar(places[entry.place.article], entry.date, entry) for entry in comparison.timeline if entry.place.article in places),
    )
