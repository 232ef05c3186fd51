"""A count that tells only its order stands against a count beyond it, where both articles count the thing but once."""

from __future__ import annotations

import pytest

from briefing_app.model.comparison import DifferenceKind
from tests.comparison.test_disputes import disputes

MINE = "A mine near Tarnow collapsed on Sunday."


def test_a_count_beyond_dozens() -> None:
    (found,) = disputes(MINE, "Dozens of divers went down into the shaft.", "The army sent 600 divers to the mine.")

    assert found.why == "Dozens against 600 divers"


def test_a_count_that_dozens_may_be() -> None:
    assert not disputes(MINE, "Dozens of divers went down into the shaft.", "The army sent 60 divers to the mine.")


def test_two_counts_of_what_each_article_counts_once() -> None:
    assert disputes(MINE, "Some 60 excavators were at work by noon.", "The army brought 110 excavators to the mine.")
    assert not disputes(MINE, "Some 60 excavators were at work.", "The army brought 110 excavators; 60 excavators were its own.")


MARCH = "Tarnow saw a march against the tax on Sunday."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Hundreds of people took to the streets of Tarnow.", "Thousands of people marched in Tarnow."),
        ("Thousands of people marched in Tarnow.", "Only 300 people marched in Tarnow."),
        ("Dozens injured in Tarnow.", "The police said that 600 people were injured in Tarnow."),
    ],
)
def test_crowds_of_another_order(a: str, b: str) -> None:
    assert [one.kind for one in disputes(MARCH, a, b)] == [DifferenceKind.NUMBER]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Thousands of people took to the streets of Tarnow.", "In Tarnow 2,600 people marched."),
        ("Tens of thousands of people marched in Tarnow.", "The police counted 24,000 people who marched in Tarnow."),
        ("Hundreds of thousands of people marched in Tarnow.", "In Tarnow 400,000 people marched."),
    ],
)
def test_crowds_of_one_order(a: str, b: str) -> None:
    assert not disputes(MARCH, a, b)
