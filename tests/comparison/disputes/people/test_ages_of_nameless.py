"""Two ages of a child or a grown-up without a name are in conflict where each article tells of only one."""

from __future__ import annotations

import pytest

from tests.comparison.test_disputes import disputes

FELL = "A child fell from a pier in Tarnow on Sunday."


@pytest.mark.parametrize("other", ["The eight-year-old fell from the pier.", "The child, who is 8, fell from the pier in Tarnow."])
def test_two_ages_of_one_child(other: str) -> None:
    (found,) = disputes(FELL, "A 6-year-old boy fell from the pier in Tarnow.", other)

    assert found.why == "aged 6 against 8"


@pytest.mark.parametrize(
    "other",
    [
        "The six-year-old fell from the pier.",
        "An eight-year-old girl fell from the pier in Tarnow.",
        "A 34-year-old man who fell from the pier in 2019 had died.",
        "An 8-year-old horse fell from the pier in Tarnow.",
        "A 6-year-old and an 8-year-old fell from the pier in Tarnow.",
    ],
    ids=["the same", "a girl", "a grown-up", "an animal", "one of two"],
)
def test_no_two_ages(other: str) -> None:
    assert not [one for one in disputes(FELL, "A 6-year-old boy fell from the pier in Tarnow.", other) if one.why.startswith("aged")]
