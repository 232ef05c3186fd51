"""What is proposed when nothing is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.library.widening import wider


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ('"broken dam wall"', "broken dam wall"),
        ("broken dam", "broken OR dam"),
        ("dam source:courier", "dam"),
        ('dam source:"The Courier"', "dam"),
        ("harbours", "harbour*"),
        ("dam AND wall", "dam wall"),
        ("wall -dam", "wall"),
        ("dam w/5 wall", "dam wall"),
        ("dam adj3 wall", "dam wall"),
        ("dam near5 wall", "dam wall"),
        ("dam same wall", "dam wall"),
        ("atleast3 dam", "dam"),
        ("the same", "the OR same"),
    ],
)
def test_the_first_asks_a_little_less(query: str, first: str) -> None:
    assert wider(query)[0] == first


def test_nothing_to_widen() -> None:
    assert wider("dam") == ()
    assert wider("har*our*") == wider("harbour~") == wider("/harbou?r/") == ()
    assert wider("") == ()


@given(st.text(max_size=60))
def test_any_query(query: str) -> None:
    found = wider(query)
    assert query.strip() not in found
    assert len(set(found)) == len(found)
    assert all(found)
