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
