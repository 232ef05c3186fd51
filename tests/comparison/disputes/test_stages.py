"""What looks like two stages of one deed and is none, on own sentences."""

from __future__ import annotations

import pytest

from tests.comparison.test_disputes import disputes


@pytest.mark.parametrize(
    ("context", "a", "b"),
    [
        pytest.param(
            "The river Brenz is high.",
            "The river Brenz could rise to 9 metres, officials said.",
            "The river Brenz climbed to 3 metres within hours.",
            id="to another height",
        ),
        pytest.param(
            "Ostland changed its rules.",
            "Self-employed workers can now file claims for aid in Ostland.",
            "One in four workers has filed a claim for aid in Ostland.",
            id="is allowed to",
        ),
        pytest.param(
            "Nora Vik ends her race.",
            "Nora Vik suspends her campaign for the presidency of Ostland.",
            "Nora Vik is suspending her campaign for the presidency of Ostland.",
            id="is doing is doing",
        ),
        pytest.param(
            "Ostland has floods.",
            "The mayors of Ostland could ask the army for help.",
            "A mayor of Ostland has to ask the army for help.",
            id="has to is not has",
        ),
        pytest.param(
            "The minister Eva Holm paid a lawyer.",
            "The minister Eva Holm should have disclosed the payment to her lawyer last year.",
            "The minister Eva Holm has disclosed the payment to her lawyer.",
            id="should have",
        ),
        pytest.param(
            "Prime minister Nils Dahl travels.",
            "Nils Dahl plans to address the parliament of Ostland.",
            "Nils Dahl was invited to address the parliament of Ostland.",
            id="invited to",
        ),
    ],
)
def test_no_stage(context: str, a: str, b: str) -> None:
    assert disputes(context, a, b) == ()
