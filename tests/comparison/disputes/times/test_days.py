"""Days of one deed and of another that stands behind it."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.model.comparison import DifferenceKind
from tests.comparison.test_disputes import disputes

_CONTEXT = "A man opened fire at a party in Tarnow."


@pytest.mark.parametrize(("one", "other"), [("3 May", "5 May"), ("3 May", "3 June"), ("Sunday", "Monday")])
def test_one_deed_on_two_dates_without_a_year(one: str, other: str) -> None:
    told = "Mayor Tom Arden met the bishop on {}."

    assert [found.kind for found in disputes("The mayor of Lund travels.", told.format(one), told.format(other))] == [DifferenceKind.DATE]


def test_one_deed_in_two_months() -> None:
    told = "The hospital in Lund will close in {}."

    assert [found.kind for found in disputes("Beds are few in Lund.", told.format("March"), told.format("June"))] == [DifferenceKind.DATE]


def test_one_weekday_told_twice_is_one_day() -> None:
    first = "The leaders Holm and Dahl meet on the border next Friday."

    assert disputes("The leaders Holm and Dahl talk.", first, "The leaders Holm and Dahl meet on the border on Friday.") == ()


def test_another_prize_in_another_year_is_no_conflict() -> None:
    first = "Pavel Orr won a Silver Reed award in 2004 for his part in the musical."

    assert disputes("Pavel Orr will host the show.", first, "Pavel Orr won a Golden Quill in 2005 for hosting the awards.") == ()


def test_the_day_of_what_led_to_it_is_not_the_day_of_the_deed() -> None:
    first = "A man was charged with murder on Saturday."
    found = disputes(_CONTEXT, first, "A man was charged with murder after a shooting at a party on Friday.")

    assert [one for one in found if one.kind is DifferenceKind.DATE] == []


def test_a_meeting_at_a_holiday_and_in_another_week() -> None:
    days = date(2026, 4, 21), date(2026, 4, 21)
    first = "Chief Orr met Lund in Brenz over Easter weekend."

    assert [one.why for one in disputes("The chiefs met.", first, "Chief Orr met Lund in Brenz last week.", *days)] == [
        "Easter weekend against last week"
    ]


def test_a_holiday_and_another_week_without_a_day_of_writing() -> None:
    (found,) = disputes("The chiefs met.", "Chief Orr met Lund in Brenz over Easter weekend.", "Chief Orr met Lund in Brenz last week.")

    assert found.kind is DifferenceKind.DATE


def test_one_move_in_two_years() -> None:
    first, other = "Bruno was taken to Kolm from a zoo in Lund in 2014.", "The elephant Bruno came to Kolm in 2015 from a zoo in Lund."
    (found,) = disputes("The elephant Bruno died in Kolm.", first, other)

    assert found.kind is DifferenceKind.DATE


def test_one_move_in_two_years_behind_another_deed() -> None:
    first = "Bruno was born at a zoo in Lund, Ostland, and was taken to the zoo in Kolm in 2014."
    (found,) = disputes("The elephant Bruno died in Kolm.", first, "Bruno came to Kolm in 2015 from the zoo in Lund, Ostland.")

    assert found.kind is DifferenceKind.DATE
