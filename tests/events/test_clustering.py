"""Clusters: the most alike first, cohesion kept, independent of order."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.events.clustering import THRESHOLD, Matrix, clusters


def matrix(size: int, pairs: dict[tuple[int, int], float]) -> Matrix:
    alike = np.zeros((size, size))
    for (a, b), score in pairs.items():
        alike[a, b] = alike[b, a] = score
    return alike


def test_two_events_of_one_topic_stay_two() -> None:
    inside = {(0, 1): 0.6, (0, 2): 0.5, (1, 2): 0.55, (3, 4): 0.5}
    across = {(a, b): 0.3 for a in (0, 1, 2) for b in (3, 4)}
    assert clusters(matrix(5, inside | across)) == [[0, 1, 2], [3, 4]]


def test_a_pair_needs_the_threshold_only() -> None:
    assert clusters(matrix(2, {(0, 1): THRESHOLD})) == [[0, 1]]
    assert clusters(matrix(2, {(0, 1): THRESHOLD - 0.01})) == [[0], [1]]


def test_copies_do_not_shut_a_third_article_out() -> None:
    assert clusters(matrix(3, {(0, 1): 1.0, (0, 2): 0.4, (1, 2): 0.4})) == [[0, 1, 2]]


def test_copies_come_to_a_group_like_the_one_article_that_they_are() -> None:
    inside = {(0, 1): 0.48, (2, 3): 1.0}
    across = {(a, b): 0.3 for a in (0, 1) for b in (2, 3)}
    assert clusters(matrix(4, inside | across)) == [[0, 1, 2, 3]]
    assert clusters(matrix(4, inside | across | {(2, 3): 0.48})) == [[0, 1], [2, 3]]


def test_groups_whose_days_lie_apart_stay_two_and_one_wrong_date_does_not_part_them() -> None:
    inside = {(0, 1): 0.5, (0, 2): 0.5, (1, 2): 0.5, (3, 4): 0.5}
    across = {(a, b): 0.45 for a in (0, 1, 2) for b in (3, 4)}
    alike = matrix(5, inside | across)
    assert clusters(alike, alike, np.array([[10, 10], [11, 11], [12, 12], [70, 70], [71, 71]])) == [[0, 1, 2], [3, 4]]
    assert clusters(alike, alike, np.array([[10, 10], [11, 11], [70, 70], [70, 70], [71, 71]])) == [[0, 1, 2, 3, 4]]


def test_an_article_whose_date_speaks_against_it_joins_those_that_it_is_as_like_as_they_are_to_one_another() -> None:
    inside = {(0, 1): 0.5, (0, 2): 0.5, (1, 2): 0.5}
    dated = matrix(4, inside | {(a, 3): 0.05 for a in (0, 1, 2)})
    days = np.array([[10, 10], [11, 11], [12, 12], [500, 500]])
    assert clusters(dated, matrix(4, inside | {(a, 3): 0.52 for a in (0, 1, 2)}), days) == [[0, 1, 2, 3]]
    assert clusters(dated, matrix(4, inside | {(a, 3): 0.45 for a in (0, 1, 2)}), days) == [[0, 1, 2], [3]]


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 8).flatmap(lambda n: st.tuples(st.permutations(range(n)), st.lists(st.floats(0, 1), min_size=n * n, max_size=n * n))))
def test_every_article_is_in_one_cluster_whatever_the_order(drawn: tuple[list[int], list[float]]) -> None:
    order, scores = drawn
    size = len(order)
    alike = np.array(scores).reshape(size, size)
    alike = (alike + alike.T) / 2
    found = clusters(alike)
    assert sorted(index for group in found for index in group) == list(range(size))
    if len({round(value, 9) for value in alike[np.triu_indices(size, 1)]}) == size * (size - 1) // 2:
        turned = clusters(alike[np.ix_(order, order)])
        assert {frozenset(order[i] for i in group) for group in turned} == {frozenset(group) for group in found}
