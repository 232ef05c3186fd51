"""Two ages of one person are in conflict, unless an article gives both or a birthday may lie between the two."""

from __future__ import annotations

from datetime import date

import pytest

from tests.comparison.test_disputes import disputes

SHOT = "A man was shot in a bank in Tarnow."


@pytest.mark.parametrize("other", ["Karl Weber, 43, was shot dead by police.", "Police shot the 43-year-old Karl Weber."])
def test_two_ages_of_one_person(other: str) -> None:
    (one,) = disputes(SHOT, "Karl Weber, 34, was shot dead by police.", other)
    assert one.why == "aged 34 against 43"


@pytest.mark.parametrize(
    "other",
    ["Karl Weber, 34, had worked there.", "His brother Jan Weber, 43, called it a mistake.", "Weber (34) left a widow."],
    ids=["the same", "another's", "the same in brackets"],
)
def test_no_two_ages(other: str) -> None:
    assert not disputes(SHOT, "Karl Weber, 34, was shot dead by police.", other)


def test_a_year_later_somebody_is_a_year_older() -> None:
    days = date(2023, 5, 1), date(2024, 5, 1)
    assert not disputes(SHOT, "Karl Weber, 34, was shot dead.", "Karl Weber, 35, was shot dead.", *days)
    assert disputes(SHOT, "Karl Weber, 34, was shot dead.", "Karl Weber, 39, was shot dead.", *days)
