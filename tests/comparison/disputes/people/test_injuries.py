"""One person cannot be hurt both slightly and badly."""

from __future__ import annotations

import pytest

from tests.comparison.test_disputes import disputes

FELL = "A climber fell from a crane in Tarnow."
BAD = "The climber was taken to a hospital in Tarnow with serious injuries."


@pytest.mark.parametrize(
    "other",
    [
        "The climber was taken to a hospital in Tarnow with minor injuries.",
        "The climber taken to hospital in Tarnow was not seriously hurt.",
    ],
)
def test_hurt_slightly_and_badly(other: str) -> None:
    assert [one.kind for one in disputes(FELL, BAD, other)] == ["contradiction"]


@pytest.mark.parametrize(
    "other",
    [
        "The climber was taken to a hospital in Tarnow, badly hurt.",
        "The climber was taken to a hospital in Tarnow with serious injuries; a guard had minor injuries.",
    ],
    ids=["the same", "another's"],
)
def test_hurt_alike(other: str) -> None:
    assert not disputes(FELL, BAD, other)
