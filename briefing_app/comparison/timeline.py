"""Puts what the articles date in the order of time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing_app.comparison.sentences.units import Unit
from briefing_app.model.comparison import Place, TimelineEntry
from briefing_app.model.dates import DateInterval
from briefing_app.model.span import Span

_WIDEST_DAYS = 400


def timeline_of(units: Sequence[Unit]) -> tuple[TimelineEntry, ...]:
    """One entry for each dated clause: the clause is what happened. Open and very wide intervals are left out."""
    found: dict[tuple[Place, DateInterval], TimelineEntry] = {}
    for unit in units:
        for mention in unit.dates:
            interval = mention.interval
            if interval and interval.first and interval.last and (interval.last - interval.first).days <= _WIDEST_DAYS:
                clause = next((span for span in unit.sentence.clauses if span.holds(mention.span)), unit.span)
                words = unit.printed(clause)
                place = Place(unit.place.article, Span(clause.start, clause.end))
                found.setdefault((place, interval), TimelineEntry(interval, words, place))
    return tuple(sorted(found.values(), key=_when))


def _when(entry: TimelineEntry) -> tuple[date, date, int, int]:
    interval = entry.date
    return interval.first or date.min, interval.last or date.max, entry.place.article, entry.place.span.start
