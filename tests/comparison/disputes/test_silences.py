"""Who was silent and who spoke, on own sentences."""

from __future__ import annotations

import pytest

from tests.comparison.test_disputes import disputes


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "Helix declined to comment on the suit but said it was helping its customers.",
            "Helix said in a statement that it would work with the police.",
            id="spoke in the same breath",
        ),
        pytest.param(
            "Helix has not commented on the pictures of the phone.",
            "The phone has not been announced by Helix.",
            id="nothing was announced",
        ),
        pytest.param(
            "The White House did not immediately respond to a request for comment.",
            "“We will not vote on it,” the House said in a statement.",
            id="another body whose name ends alike",
        ),
    ],
)
def test_no_silence_is_broken(a: str, b: str) -> None:
    assert disputes("The plan for the border was published on Monday.", a, b) == ()
