"""Measures in several units are held against each other in one."""

from __future__ import annotations

import pytest

from tests.comparison.test_disputes import disputes

PIT = "A car fell into a pit in Tarnow."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The car fell into the 40m-deep pit in Tarnow.", "The car fell into a 260-foot-deep pit in Tarnow."),
        ("A 450-pound safe was in the car.", "Workers lifted a 300-kg safe out of the pit."),
    ],
)
def test_measures_apart(a: str, b: str) -> None:
    assert [one.kind for one in disputes(PIT, a, b)] == ["number"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The car fell into the 40m-deep pit in Tarnow.", "The car fell into a 130-foot-deep pit in Tarnow."),
        ("The car fell into the 40m-deep pit in Tarnow.", "The car fell into a 6-foot-wide pit in Tarnow."),
        ("A 450-pound safe was in the car.", "The car had cost 300 pounds."),
    ],
    ids=["the same in feet", "its width", "money"],
)
def test_measures_that_agree(a: str, b: str) -> None:
    assert not disputes(PIT, a, b)
