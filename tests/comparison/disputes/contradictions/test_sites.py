"""Two places for one thing, on own sentences."""

from __future__ import annotations

import pytest

from tests.comparison.test_disputes import disputes

CONTEXT = "A freight plane of Caspian Cargo went down in the hills late on Thursday."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The plane came down about two miles north of the village of Brenz, the fire service said.",
            "The plane came down south of Brenz, according to the governor.",
        ),
        (
            "The flight recorder was lost on a tanker in the Atlantic Ocean, the company said.",
            "The flight recorder was lost on a tanker in the Pacific Ocean, the ministry said.",
        ),
    ],
)
def test_places_that_exclude_each_other(a: str, b: str) -> None:
    assert [one.why.count("against") for one in disputes(CONTEXT, a, b)] == [1]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The plane came down two miles north of Brenz.", "The plane came down northwest of Brenz, police said."),
        ("The plane came down two miles north of Brenz.", "The plane came down five miles south of Molsen, police said."),
        (
            "The recorder was lost on a tanker in the Atlantic Ocean, the company said.",
            "The wreck lies in the Pacific Ocean, far from the Atlantic Ocean.",
        ),
    ],
)
def test_places_that_may_both_be_right(a: str, b: str) -> None:
    assert not disputes(CONTEXT, a, b)
