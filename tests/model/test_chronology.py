"""Bars on the line of time."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.model.chronology import Chronology, chronology
from briefing_app.model.comparison import Comparison, Place, TimelineEntry
from briefing_app.model.dates import DateInterval, day_interval
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span

ONE, TWO = ArticleId(1), ArticleId(2)


def test_nothing_dated_gives_no_line() -> None:
    assert chronology(Comparison("", (ONE,), ("",)), [None]) == Chronology()


def test_bars_are_shares_of_the_line() -> None:
    entry = TimelineEntry(day_interval(date(2026, 3, 1)), "began", Place(TWO, Span(0, 1)))
    gone = TimelineEntry(day_interval(date(2026, 3, 2)), "elsewhere", Place(ArticleId(9), Span(0, 1)))
    compared = Comparison("", (ONE, TWO), ("", ""), timeline=(entry, gone))
    drawn = chronology(compared, [DateInterval(None, date(2026, 3, 10)), None])
    assert (drawn.first, drawn.last) == (date(2026, 3, 1), date(2026, 3, 11))
    assert [(bar.place, bar.known is None) for bar in drawn.reported] == [(0, False), (1, True)]
    assert drawn.reported[0].start == 0
    assert drawn.reported[0].end == pytest.approx(0.9)
    assert drawn.reported[1].start is None
    assert [(bar.place, bar.entry) for bar in drawn.happened] == [(1, entry)]
