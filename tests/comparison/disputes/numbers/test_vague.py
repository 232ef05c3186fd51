"""A count that tells only its order stands against a count beyond it, where both articles count the thing but once."""

from __future__ import annotations

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
