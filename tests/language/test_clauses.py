"""Sentences fall into propositions."""

from __future__ import annotations

import pytest

from briefing_app.language import read
from tests.factories import document


def clauses(text: str) -> list[str]:
    made = document(None, text)
    return [clause.of(made.text) for sentence in read(made).sentences for clause in sentence.clauses]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge closed on Monday.", ["The bridge closed on Monday."]),
        ("The bridge closed, but trains still ran.", ["The bridge closed", "but trains still ran."]),
        ("The bridge closed while the trains ran.", ["The bridge closed", "while the trains ran."]),
        ("When the bridge closed, the trains ran.", ["When the bridge closed", "the trains ran."]),
        ("The bridge, built in 1950, closed.", ["The bridge, built in 1950, closed."]),
        ("Okafor said that the bridge was safe.", ["Okafor said that", "the bridge was safe."]),
        ("The bridge was safe, Okafor said.", ["The bridge was safe", "Okafor said."]),
        ("The city shut the bridge, prompting anger among drivers.", ["The city shut the bridge", "prompting anger among drivers."]),
        ("The city shut the bridge; it will mend it.", ["The city shut the bridge", "it will mend it."]),
        ("It hired Anna Lindqvist, who had mended ten bridges.", ["It hired Anna Lindqvist", "who had mended ten bridges."]),
        ("Okafor and Brandt said nothing.", ["Okafor and Brandt said nothing."]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected
