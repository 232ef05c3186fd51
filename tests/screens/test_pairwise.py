"""The generator of cases: every pair meets, nothing forbidden, always the same."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.screens.pairwise import Case, pairwise


@given(st.lists(st.integers(1, 4), min_size=2, max_size=5))
def test_every_pair_meets(sizes: list[int]) -> None:
    properties = {f"p{at}": list(range(size)) for at, size in enumerate(sizes)}
    cases = pairwise(properties)
    for first, second in combinations(properties, 2):
        met = {(case[first], case[second]) for case in cases}
        assert met == set(product(properties[first], properties[second]))
    assert len(cases) <= max(1, len(list(product(*properties.values()))))
    assert cases == pairwise(properties)


def test_what_cannot_be_is_left_out() -> None:
    def allowed(case: Case) -> bool:
        return not (case.get("pane") == "search" and case.get("content") == "none")

    properties: dict[str, list[Any]] = {"pane": ["library", "search"], "content": ["some", "none"], "theme": [1, 2, 3]}
    cases = pairwise(properties, allowed)
    assert all(map(allowed, cases))
    assert {case["theme"] for case in cases if case["pane"] == "search"} == {1, 2, 3}
    assert {(case["pane"], case["content"]) for case in cases} == {("library", "some"), ("library", "none"), ("search", "some")}


def test_it_stays_small() -> None:
    properties = {"pane": list(range(8)), "content": list(range(6)), "size": [1, 2], "theme": [1, 2, 3], "scale": [1, 2]}
    assert len(pairwise(properties)) <= 60
