"""What looks like two stages of one deed and is none, on own sentences."""

from __future__ import annotations

import pytest

from briefing_app.model.comparison import DifferenceKind
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


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Governor Hauk is prepared to sign the bill on fish.", "Governor Hauk signed the bill on fish on Friday."),
        ("The miner Karl Weber is trapped in the shaft at Brenz.", "The miner Karl Weber was found in the shaft at Brenz."),
    ],
    ids=["prepared to sign", "trapped and found"],
)
def test_what_was_to_come_or_lasted_is_over(a: str, b: str) -> None:
    assert [one.kind for one in disputes("The news is about Brenz.", a, b)] == [DifferenceKind.STAGE]


def test_who_would_be_expected_somewhere_has_not_said_that_he_comes() -> None:
    first = "Governor Hauk, who would be expected to attend the feast in Brenz, will be abroad."

    assert not disputes("The news is about Brenz.", first, "Governor Hauk will not attend the feast in Brenz.")
