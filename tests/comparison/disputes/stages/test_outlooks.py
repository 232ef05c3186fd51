"""What one article leaves undecided for the time being and the other tells the outlook of is a progression."""

from __future__ import annotations

import pytest

from briefing_app.model.comparison import ClaimStatus, DifferenceKind
from tests.comparison.test_disputes import disputes

DAM = "The governor of Ostland spoke about the Brenz dam."
EARLY = "For now, Governor Hauk keeps the ban on boats below the Brenz dam."


def test_an_outlook_of_what_was_left_open() -> None:
    found = disputes(DAM, EARLY, "Governor Hauk is unlikely to lift the ban on boats below the Brenz dam.")

    assert (DifferenceKind.PROGRESSION, ClaimStatus.PROGRESSION) in [(one.kind, one.status) for one in found]


@pytest.mark.parametrize(
    "other",
    [
        "For now, Governor Hauk is unlikely to lift the ban on boats below the Brenz dam.",
        "Boatmen are likely to strike, Governor Hauk said.",
    ],
    ids=["still for now", "another's"],
)
def test_no_outlook_of_it(other: str) -> None:
    assert not [one for one in disputes(DAM, EARLY, other) if one.kind is DifferenceKind.PROGRESSION]
