"""Days called by a holiday's name, against the published dates of Easter, and words that only look like one."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.language import read
from briefing_app.language.holidays import easter
from briefing_app.model.dates import day_interval
from tests.factories import document

WRITTEN = day_interval(date(2026, 4, 14))


@pytest.mark.parametrize("day", [date(1961, 4, 2), date(2000, 4, 23), date(2008, 3, 23), date(2018, 4, 1), date(2038, 4, 25)])
def test_easter(day: date) -> None:
    assert easter(day.year) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed over Easter weekend.", "2026-04-03/2026-04-06"),
        ("It closed on Good Friday.", "2026-04-03"),
        ("It closed on Christmas Eve.", "2025-12-24"),
        ("It will close on Memorial Day.", "2026-05-25"),
        ("It closed on New Year’s Day.", "2026-01-01"),
        ("It closed over the weekend.", "2026-04-11/2026-04-12"),
        ("It will close over the weekend.", "2026-04-18/2026-04-26"),
    ],
)
def test_days_of_a_holiday(text: str, expected: str) -> None:
    (found,) = read(document(None, text), WRITTEN).dates

    assert found.interval is not None
    assert found.interval.edtf == expected


@pytest.mark.parametrize("text", ["It sold Easter eggs.", "The Christmas party was loud.", "It is far from Easter Island."])
def test_a_word_of_another_name_is_no_day(text: str) -> None:
    assert read(document(None, text), WRITTEN).dates == ()
