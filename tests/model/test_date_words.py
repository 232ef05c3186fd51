"""Intervals in words, the same wherever they are read."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.briefing import wording
from briefing_app.cli import words
from briefing_app.model.date_words import interval_words
from briefing_app.model.dates import DateInterval
from briefing_app.ui.certainty import interval_text


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2020, 10, 16), date(2020, 10, 16), "16 Oct 2020"),
        (date(2018, 12, 5), date(2018, 12, 9), "5–9 Dec 2018"),
        (date(2018, 11, 28), date(2018, 12, 9), "28 Nov – 9 Dec 2018"),
        (date(2018, 12, 5), date(2019, 1, 2), "5 Dec 2018 – 2 Jan 2019"),
        (date(2020, 2, 1), date(2020, 2, 29), "Feb 2020"),
        (date(2020, 2, 1), date(2020, 6, 30), "Feb – Jun 2020"),
        (date(2019, 10, 1), date(2021, 1, 31), "Oct 2019 – Jan 2021"),
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        (date(2019, 1, 1), date(9999, 12, 31), "2019–9999"),
    ],
)
def test_screen_briefing_and_command_line_say_the_same(first: date, last: date, said: str) -> None:
    known = DateInterval(first, last)
    assert {interval_words(known), wording.interval_words(known), words.interval(known), interval_text(known)} == {said}


def test_open_ends() -> None:
    assert interval_words(DateInterval(None, date(2020, 1, 2))) == "≤ 2 Jan 2020"
    assert interval_words(DateInterval(date(2020, 1, 2), None)) == "≥ 2 Jan 2020"
