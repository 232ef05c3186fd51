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
    ],
)
def test_no_stage(context: str, a: str, b: str) -> None:
    assert disputes(context, a, b) == ()
