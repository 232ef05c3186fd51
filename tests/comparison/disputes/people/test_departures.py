"""Who is dismissed in one article and leaves in another."""

from __future__ import annotations

import pytest

from tests.comparison.test_disputes import disputes

_CONTEXT = "The national railway of Ostland needs a new head."
_LEFT = "Tom Arden stepped down in March, saying that he was tired."


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("The minister said that she fired Tom Arden for lying to the board.", "fired"),
        ("Arden was sacked by the minister after the crash, officials said.", "was sacked"),
    ],
)
def test_who_was_dismissed_did_not_leave(told: str, words: str) -> None:
    assert [one.why for one in disputes(_CONTEXT, told, _LEFT)] == [f"“{words}” against “stepped down”"]


@pytest.mark.parametrize(
    "told",
    [
        "The minister forced Tom Arden to resign over the crash.",
        "Tom Arden resigned in March after the crash, officials said.",
        "The minister dismissed Tom Arden's claims about the crash.",
        "The minister dismissed Tom Arden as a liar last week.",
        "The minister may fire Tom Arden if the crash was his fault.",
        "The minister will fire Tom Arden, officials said.",
        "The minister fired Tom Arden. Arden resigned before the letter came, officials said.",
        "The minister fired Vera Lund for lying to the board.",
    ],
)
def test_no_dismissal_of_the_one_who_left(told: str) -> None:
    assert [one for one in disputes(_CONTEXT, told, _LEFT) if "stepped down" in one.why] == []
