"""Two days of one occasion at one place."""

from __future__ import annotations

import pytest

from briefing_app.model.comparison import DifferenceKind
from tests.comparison.test_disputes import disputes

_CONTEXT = "Eva Holm wants to be mayor of Lund."
_SUNDAY = "Eva Holm was joined by two ministers at a rally in Kolm on Sunday night."


def _days(a: str, b: str) -> list[str]:
    return [one.why for one in disputes(_CONTEXT, a, b) if one.kind is DifferenceKind.DATE]


@pytest.mark.parametrize("day", ["Monday", "Monday, March 9, 2020"])
def test_one_rally_on_two_days(day: str) -> None:
    assert _days(_SUNDAY, f"Voters cheered Eva Holm at a rally at a school in Kolm {day}.") == [f"Sunday against {day}"]


@pytest.mark.parametrize(
    "told",
    [
        "Voters cheered Eva Holm at a rally at a school in Tarnow on Monday.",
        "Voters cheered Tom Arden at a rally at a school in Kolm on Monday.",
        "Voters cheered Eva Holm at a concert at a school in Kolm on Monday.",
        "Voters will cheer Eva Holm at a rally at a school in Kolm on Monday.",
        "Eva Holm left the rally in Kolm and met Tom Arden in Lund on Monday.",
        "Voters cheered Eva Holm at a rally in Kolm on Sunday. She spoke of Eva Holm's rally in Kolm on Monday.",
        "Voters cheered Eva Holm at a rally at a school in Kolm this week.",
    ],
)
def test_no_two_days_of_one_rally(told: str) -> None:
    assert _days(_SUNDAY, told) == []
