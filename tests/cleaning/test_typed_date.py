"""Dates as they are typed: what is read, what is refused and why."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.cleaning.typed_date import DateMistake, typed_date
from briefing_app.model.dates import DateInterval

TODAY = date(2026, 3, 2)


def edtf(words: str) -> str:
    found = typed_date(words, TODAY)
    return found.edtf if isinstance(found, DateInterval) else found.name


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2020-10-16", "2020-10-16"), ("20201016", "2020-10-16"), ("16 Oct 2020", "2020-10-16"), ("16. Oktober 2020", "2020-10-16"),
        ("Oct 16, 2020", "2020-10-16"), ("Friday, 16th of October 2020", "2020-10-16"), ("16/10/2020", "2020-10-16"),
        ("10/16/2020", "2020-10-16"), ("16.10.2020", "2020-10-16"), ("3.4.2020", "2020-04-03"), ("4/4/2020", "2020-04-04"),
        ("2020年10月16日", "2020-10-16"), ("le 3 août 2020", "2020-08-03"), ("  16   OCT  2020 ", "2020-10-16"),
        ("~16 Oct 2020", "2020-10-16"), ("about 16 Oct 2020", "2020-10-16"), ("today", "2026-03-02"), ("yesterday", "2026-03-01"),
        ("2020", "2020-01-01/2020-12-31"), ("2020-10", "2020-10-01/2020-10-31"), ("Oct 2020", "2020-10-01/2020-10-31"),
        ("October, 2020", "2020-10-01/2020-10-31"), ("10/2020", "2020-10-01/2020-10-31"), ("2020-02", "2020-02-01/2020-02-29"),
        ("10..16 Oct 2020", "2020-10-10/2020-10-16"), ("10-16 Oct 2020", "2020-10-10/2020-10-16"),
        ("10–16 Oct 2020", "2020-10-10/2020-10-16"), ("10 to 16 October 2020", "2020-10-10/2020-10-16"),
        ("between 5 and 9 Dec 2018", "2018-12-05/2018-12-09"), ("from 5 Dec 2018 to 9 Jan 2019", "2018-12-05/2019-01-09"),
        ("5 Oct - 9 Nov 2020", "2020-10-05/2020-11-09"), ("2018-12-05/2018-12-09", "2018-12-05/2018-12-09"),
        ("2018-12-05..2018-12-09", "2018-12-05/2018-12-09"), ("Sep to Oct 2020", "2020-09-01/2020-10-31"),
        ("Sep-Oct 2020", "2020-09-01/2020-10-31"), ("2018..2020", "2018-01-01/2020-12-31"), ("2018-2020", "2018-01-01/2020-12-31"),
        ("2018 - 2020", "2018-01-01/2020-12-31"), ("2020-09..2020-10", "2020-09-01/2020-10-31"),
        ("not after 16 Oct 2020", "../2020-10-16"), ("≤ 16 Oct 2020", "../2020-10-16"), ("<=2020-10", "../2020-10-31"),
        ("until 2020", "../2020-12-31"), ("../2020-10-16", "../2020-10-16"), ("..16 Oct 2020", "../2020-10-16"),
        ("before 16 Oct 2020", "../2020-10-15"), ("<2020", "../2019-12-31"), ("not before 3 Mar 2026", "2026-03-03/.."),
        (">= 2019", "2019-01-01/.."), ("since Oct 2020", "2020-10-01/.."), ("after 16 Oct 2020", "2020-10-17/.."),
        ("2020-10-16/..", "2020-10-16/.."), ("2020-10-16..", "2020-10-16/.."), ("> 2019", "2020-01-01/.."),
    ],
)  # fmt: skip
def test_what_is_read(words: str, meant: str) -> None:
    assert edtf(words) == meant


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "NOT_READ"), ("soon", "NOT_READ"), ("16 Foo 2020", "NOT_READ"), ("12345", "NOT_READ"), ("0020", "NOT_READ"),
        ("2020 2021", "NOT_READ"), ("31 Feb 2020", "NO_SUCH_DAY"), ("2019-02-29", "NO_SUCH_DAY"), ("2020-13", "NO_SUCH_DAY"),
        ("0 Oct 2020", "NO_SUCH_DAY"), ("16 Oct", "NO_YEAR"), ("10..16 Oct", "NO_YEAR"), ("not after 16 Oct", "NO_YEAR"),
        ("3/4/2020", "EITHER_ORDER"), ("not after 3/4/2020", "EITHER_ORDER"), ("16..10 Oct 2020", "BACKWARDS"),
        ("2020..2018", "BACKWARDS"), ("..", "NOT_READ"), ("/", "NOT_READ"), ("not after", "NOT_READ"),
    ],
)  # fmt: skip
def test_what_is_refused(words: str, why: str) -> None:
    assert edtf(words) == why


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(0, 400), st.booleans(), st.booleans())
def test_every_interval_is_read_as_it_is_written(first: date, days: int, open_start: bool, open_end: bool) -> None:
    if open_start and open_end:
        return
    interval = DateInterval(None if open_start else first, None if open_end else first + timedelta(days=days))
    assert typed_date(interval.edtf, TODAY) == interval


@given(st.text(alphabet="0123456789 ./-–<>=≤octbefornau年月日,~", max_size=24))
def test_anything_typed_is_answered(words: str) -> None:
    assert isinstance(typed_date(words, TODAY), DateInterval | DateMistake)
