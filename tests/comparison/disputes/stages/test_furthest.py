"""Which steps of two articles are held against each other."""

from __future__ import annotations

from typing import NamedTuple

from briefing_app.comparison.disputes.stages.furthest import furthest, steps_apart

BILL = (0, "bill")


class Told(NamedTuple):
    step: int
    unit: int


def test_only_the_furthest_step_counts() -> None:
    assert furthest([Told(1, 0), Told(3, 1), Told(2, 2), Told(3, 4)]) == [Told(3, 1), Told(3, 4)]


def test_the_two_tellings_that_are_most_surely_of_one_thing_stand_against_each_other() -> None:
    told = [{BILL: [Told(1, 0), Told(1, 1)]}, {BILL: [Told(3, 7), Told(3, 8)]}]
    sure = {(1, 7): 0.5, (1, 8): 0.5, (0, 7): 0.2}
    found = steps_apart(told, [(0, 1)], lambda _, a, b: sure.get((a.unit, b.unit), 0.0))
    assert list(found) == [(Told(1, 1), Told(3, 7))]


def test_the_same_step_and_another_thing_are_not_held_against_each_other() -> None:
    told = [{BILL: [Told(1, 0)]}, {BILL: [Told(1, 5)], (0, "law"): [Told(2, 6)]}, {BILL: []}]
    assert not list(steps_apart(told, [(0, 1), (0, 2), (1, 2)], lambda *_: 1.0))
