"""What figures tell a year."""

from __future__ import annotations

import pytest

from briefing_app.comparison.sentences.years import is_year, may_be_year


@pytest.mark.parametrize(
    ("word", "year"), [("1900", True), ("2100", True), ("1899", False), ("2101", False), ("²", False), ("1990s", False)]
)
def test_a_year_is_four_figures_of_our_time(word: str, year: bool) -> None:
    assert is_year(word) is year


def test_a_value_between_two_years_may_be_one() -> None:
    assert may_be_year(1987.0)
    assert not may_be_year(198.7)
