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
        pytest.param(
            "Ostland has missiles.",
            "Ostland will suspend its missile tests from April.",
            "Ostland already had stopped its missile tests, and nobody noticed.",
            id="had stopped before",
        ),
        pytest.param(
            "Ostland has missiles.",
            "Ostland may test a missile in the new year.",
            "Ostland tested ballistic missiles that can reach Westland.",
            id="may do once more",
        ),
        pytest.param(
            "Ostland has missiles.",
            "Ostland plans to close a test site in the hills.",
            "Ostland has agreed to suspend all tests and close a test site in the hills.",
            id="agreed to is planned",
        ),
        pytest.param(
            "President Roth travels.",
            "President Roth will meet Karl Weber next Friday in the border town of Brenz.",
            "When President Roth's envoys met Karl Weber, he spoke of peace.",
            id="his envoys",
        ),
        pytest.param(
            "President Roth travels.",
            "President Roth will meet Karl Weber next Friday in the border town of Brenz.",
            "President Roth met Karl Weber in the border town of Brenz last month.",
            id="last month",
        ),
        pytest.param(
            "Congress debates fish.",
            "Leaders in Congress are nearing an agreement to set standards for fish.",
            "Leaders in Congress are drafting a bill that would ban nets and set standards for fish.",
            id="would ban and set",
        ),
        pytest.param(
            "Congress debates fish.",
            "Democrats plan to block other bills on fish in the Senate.",
            "Democrats blocked two bills on fish in the Senate.",
            id="other bills",
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
        ("Mayor Nils Dahl announced that he would step down next month.", "Mayor Nils Dahl stepped down on Friday."),
        ("Voters will decide on the tram law of Brenz on Sunday.", "Voters decided to overturn the tram law of Brenz on Sunday."),
        ("Nora Vik is expected to be sworn in as mayor of Brenz.", "Nora Vik was sworn in as mayor of Brenz on Monday."),
        ("Karl Weber is to be sentenced on Monday.", "Karl Weber was sentenced to four years in prison on Monday."),
        ("Ostland is considering to close the test site in the hills.", "Ostland agreed to close the test site in the hills."),
        ("Ostland plans to close the port on Friday.", "A minister said that Ostland had closed the port on Friday."),
    ],
    ids=[
        "prepared to sign",
        "trapped and found",
        "would step down",
        "will decide",
        "expected to be sworn in",
        "is to be sentenced",
        "considering and agreed",
        "said it had",
    ],
)
def test_what_was_to_come_or_lasted_is_over(a: str, b: str) -> None:
    assert [one.kind for one in disputes("The news is about Brenz.", a, b)] == [DifferenceKind.STAGE]


def test_who_would_be_expected_somewhere_has_not_said_that_he_comes() -> None:
    first = "Governor Hauk, who would be expected to attend the feast in Brenz, will be abroad."

    assert not disputes("The news is about Brenz.", first, "Governor Hauk will not attend the feast in Brenz.")
