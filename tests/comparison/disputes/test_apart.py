"""What looks alike and stands against nothing: other deeds, other places, mere intentions, the furniture of a page."""

from __future__ import annotations

import pytest

from tests.comparison.test_disputes import disputes

TALKS, TASER, VOTE = (
    "Arden meets the envoy in Lund in June.",
    "An officer of Brenz shot a driver.",
    "The vote in Ostland was held on Sunday.",
)


@pytest.mark.parametrize(
    ("context", "a", "b"),
    [
        (TALKS, "Arden will not stand by in Lund and let the envoy win.", "Arden said he will stand up in Lund to the envoy."),
        (TASER, "The officer of Brenz meant to fire a taser.", "The officer of Brenz apparently intended to fire a taser."),
        (TASER, "The firm Helix stands ready to assist Brenz.", "The firm Helix has offered to assist Brenz."),
        (TASER, "Brenz could shoot down more drones over Kolm.", "Brenz shot down a drone over Kolm."),
        (TALKS, "Arden could send up to 15,000 soldiers to the border.", "Arden could send as many as 15,000 soldiers to the border."),
        (VOTE, "Gallery of the vote (5 photos).", "Gallery of the vote (30 photos)."),
        (VOTE, "Those two cases are on appeal.", "Judges in three cases disagreed."),
    ],
    ids=["particles", "intentions", "an offer", "more of them", "bounds told otherwise", "furniture", "cases of a court"],
)
def test_nothing_stands_against_it(context: str, a: str, b: str) -> None:
    assert not disputes(context, a, b)
