"""Counting by month and year agrees with looking at each article's days."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.library.index.periods import MOST_MONTHS, months, months_or_years

INTERVALS = st.lists(
    st.tuples(st.integers(700_000, 738_000), st.sampled_from((0, 0, 0, 3, 20, 40, 900))).map(lambda one: (one[0], one[0] + one[1])),
    min_size=1,
    max_size=12,
)


@given(INTERVALS)
def test_a_period_counts_what_may_be_of_it(intervals: list[tuple[int, int]]) -> None:
    firsts, lasts = (np.array(column, np.int64) for column in zip(*intervals, strict=True))
    for length, found in ((7, months(firsts, lasts)), (4, months_or_years(firsts, lasts))):
        for one in found:
            named = [{date.fromordinal(day).isoformat()[: len(one.name)] for day in (a, b)} for a, b in intervals]
            may = [min(names) <= one.name <= max(names) for names in named]
            assert one.count == sum(may)
            assert one.perhaps == sum(here and len(names) > 1 for here, names in zip(may, named, strict=True))
        assert {date.fromordinal(last).isoformat()[: len(found[0].name)] for _, last in intervals} <= {one.name for one in found}
        assert len(found[0].name) == length or len(found) <= MOST_MONTHS
        assert [one.name for one in found] == sorted({one.name for one in found})


def test_nothing_has_no_periods() -> None:
    none = np.zeros(0, np.int64)
    assert months(none, none) == months_or_years(none, none) == []
