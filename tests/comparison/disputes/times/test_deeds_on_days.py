"""Two days of one deed of somebody named, in sentences that nothing aligns."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.model.comparison import DifferenceKind
from tests.comparison.test_disputes import disputes

_CONTEXT = "The judges of Ostland have lost a friend."


def _days(a: str, b: str, *written: date) -> list[str]:
    return [one.why for one in disputes(_CONTEXT, a, b, *written) if one.kind is DifferenceKind.DATE]


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        (
            "Judge Eva Holm died on Tuesday after a long illness, her family said.",
            "Eva Holm died on Thursday at a hospital in Lund, where she headed the court for nine years.",
            "Tuesday against Thursday",
        ),
        (
            "Eva Holm was nominated to the court in 2010 by President Tom Arden.",
            "Eva Holm, a former lawyer who was nominated by President Tom Arden in January 2011, is a judge in Lund.",
            "2010 against January 2011",
        ),
    ],
)
def test_two_days_of_one_deed(a: str, b: str, why: str) -> None:
    assert _days(a, b) == [why]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Judge Eva Holm received the Silver Reed in 1998.", "Eva Holm received a degree from the university of Lund in 1979."),
        ("Judge Eva Holm died on Tuesday.", "Judge Karl Weber died on Thursday."),
        ("Judge Eva Holm died on Tuesday.", "Eva Holm died this week."),
        ("Judge Eva Holm died late on Tuesday.", "Eva Holm died early on Wednesday at a hospital in Lund."),
        (
            "Judge Eva Holm died on Tuesday at home in the mountains near Kolm, where she had lived.",
            "Colleagues heard that Eva Holm died on Thursday. She died on Tuesday, her son said. Eva Holm died on Tuesday.",
        ),
    ],
)
def test_no_two_days_of_one_deed(a: str, b: str) -> None:
    assert _days(a, b) == []


def test_tomorrow_is_another_day_in_words_said_before() -> None:
    told = "“The head of the court, Eva Holm, arrived in Lund {},” her spokesman Karl Weber said."
    written = date(2026, 4, 20), date(2026, 4, 21)

    assert _days(told.format("yesterday"), told.format("today"), *written) == []


def test_last_week_of_a_sunday_may_be_that_of_a_monday() -> None:
    told = "Judge Eva Holm fell ill last week."

    assert _days(told, "Eva Holm fell ill last week, her family said.", date(2026, 5, 10), date(2026, 5, 11)) == []


def test_a_period_without_a_day_of_writing_is_no_other_day() -> None:
    assert _days("Judge Eva Holm was arrested in Lund on Jan. 6.", "Eva Holm was arrested in Lund earlier this year.") == []
