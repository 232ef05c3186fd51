from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.dates import DateInterval, day_interval, reported_on

days = st.dates(min_value=date(1990, 1, 1), max_value=date(2035, 12, 31))


@st.composite
def intervals(draw: st.DrawFn) -> DateInterval:
    first, last = sorted([draw(days), draw(days)])
    ends = draw(st.sampled_from(["both", "first", "last"]))
    return DateInterval(None if ends == "last" else first, None if ends == "first" else last)


def test_edtf_of_a_day_an_interval_and_an_upper_bound() -> None:
    assert day_interval(date(2031, 3, 4)).edtf == "2031-03-04"
    assert DateInterval(date(2031, 3, 1), date(2031, 3, 9)).edtf == "2031-03-01/2031-03-09"
    assert DateInterval(None, date(2031, 3, 9)).edtf == "../2031-03-09"
    assert DateInterval(date(2031, 3, 9), None).edtf == "2031-03-09/.."


def test_an_interval_needs_an_end_in_order_and_an_aware_moment() -> None:
    with pytest.raises(ValueError, match="at least one end"):
        DateInterval(None, None)
    with pytest.raises(ValueError, match="before it begins"):
        DateInterval(date(2031, 3, 9), date(2031, 3, 1))
    with pytest.raises(ValueError, match="time zone"):
        day_interval(date(2031, 3, 9), datetime(2031, 3, 9, 12))
    assert day_interval(date(2031, 3, 9), datetime(2031, 3, 9, tzinfo=UTC)).day == date(2031, 3, 9)


@given(intervals(), intervals())
def test_the_gap_is_symmetric_and_zero_only_when_a_day_is_shared(a: DateInterval, b: DateInterval) -> None:
    assert a.gap_days(b) == b.gap_days(a) >= 0
    firsts, lasts = [i.first for i in (a, b) if i.first], [i.last for i in (a, b) if i.last]
    meet = not firsts or not lasts or max(firsts) <= min(lasts)
    assert (a.gap_days(b) == 0) == meet


def test_an_event_is_dated_by_its_narrow_dates_and_bounded_by_the_wide_ones() -> None:
    day = day_interval(date(2020, 10, 16))
    wide = DateInterval(date(2019, 9, 1), date(2021, 1, 31))
    before = DateInterval(None, date(2020, 10, 20))
    assert reported_on([wide, day, before]) == day
    assert reported_on([wide, before]) == DateInterval(date(2019, 9, 1), date(2020, 10, 20))
    assert reported_on([before, DateInterval(date(2022, 1, 1), None)]) is None
    later = DateInterval(date(2022, 1, 1), date(2022, 3, 1))
    assert reported_on([wide, later]) == DateInterval(date(2019, 9, 1), date(2022, 3, 1))
    assert reported_on([]) is None
