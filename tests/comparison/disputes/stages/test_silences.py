"""Who was silent and who spoke, on own sentences."""

from __future__ import annotations

import pytest

from briefing_app.model.comparison import DifferenceKind
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


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "The Harbour Ministry did not immediately respond to a request for comment.",
            "Vorland Harbour Ministry spokeswoman Ana Ruiz warned on Tuesday that the border plan would fail.",
            id="with its country",
        ),
        pytest.param(
            "The S.K. Harbour Board did not immediately respond to a request for comment.",
            "“The border plan is sound,” the SK Harbour Board said.",
            id="full stops",
        ),
        pytest.param(
            "Helix could not be reached for comment on the border plan.",
            "“We stand by the border plan,” a Helix spokesman said.",
            id="could not be reached",
        ),
        pytest.param(
            "The ministry did not respond to requests for comment on the border plan.",
            "A ministry spokesman said the border plan was under review.",
            id="a body without a name",
        ),
        pytest.param(
            "The defence ministry would neither confirm nor deny the border plan.",
            "The defence ministry confirmed the border plan on Tuesday.",
            id="neither confirmed nor denied",
        ),
        pytest.param(
            "The mayor remained silent on the border plan.",
            "The mayor said the border plan was wrong.",
            id="remained silent",
        ),
    ],
)
def test_who_was_silent_speaks(a: str, b: str) -> None:
    assert [one.kind for one in disputes("The plan for the border was published on Monday.", a, b)] == [DifferenceKind.PROGRESSION]


def test_another_body_of_the_same_kind_breaks_no_silence() -> None:
    silent = "The defence ministry did not respond to requests for comment on the border plan."
    assert disputes("The plan was published.", silent, "A finance ministry spokesman said the border plan was dear.") == ()
