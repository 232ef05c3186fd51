"""Sentences that alone give a tally stand in one row when they are alike at all."""

from __future__ import annotations

import pytest

from briefing_app.comparison.alignment.lone_tallies import same_lone_tally
from briefing_app.comparison.sentences.units import units_of
from briefing_app.language import read
from tests.factories import article

REST = "The council met on Tuesday. Rain is forecast for the week."
FIRST = f"{REST} The final tally was 97-1."


def lone(*texts: str) -> set[tuple[str, str]]:
    articles = [article(number, None, text) for number, text in enumerate(texts, 1)]
    units = [unit for column, one in enumerate(articles) for unit in units_of(column, one, read(one.document))]
    return {(units[i].text, units[j].text) for i, j in same_lone_tally(units)}


def test_a_tally_given_once_in_each_article() -> None:
    assert lone(FIRST, f"This followed a 97–1 vote hours earlier. {REST}") == {
        ("The final tally was 97-1.", "This followed a 97–1 vote hours earlier.")
    }


@pytest.mark.parametrize(
    "other",
    ["It passed 97-2.", "It passed 97-1. The vote was 97-1.", "Room 97-1-4 was empty.", "Call 97-1234.", "They sat from 2097-1 on."],
    ids=["another", "given twice", "a number of three parts", "a longer number", "a year"],
)
def test_nothing_else_makes_a_pair(other: str) -> None:
    assert not lone(FIRST, f"{REST} {other}")
