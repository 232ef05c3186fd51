"""What is proposed when nothing is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.ui.search.proposals import proposals


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ('"broken dam wall"', "broken dam wall"),
        ("broken dam", "broken OR dam"),
        ("dam source:courier", "dam"),
        ("harbours", "harbour*"),
        ("dam AND wall", "dam wall"),
        ("wall -dam", "wall"),
    ],
)
def test_the_first_asks_a_little_less(query: str, first: str) -> None:
    assert proposals(query)[0] == first


def test_nothing_to_widen() -> None:
    assert proposals("dam") == ()
    assert proposals("") == ()


@given(st.text(max_size=60))
def test_any_query(query: str) -> None:
    found = proposals(query)
    assert query.strip() not in found
    assert len(set(found)) == len(found)
    assert all(found)
