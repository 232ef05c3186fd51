"""Through which chamber two articles bring a bill, on own sentences."""

from __future__ import annotations

import pytest

from briefing_app.model.comparison import DifferenceKind
from tests.comparison.test_disputes import disputes

CONTEXT = "Congress works on relief for the fishers of Kolm."
SENATE = "The Senate approved a bill on relief for the fishers of Kolm this week."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(SENATE, "The House approved the measure 388 to 5 on Thursday afternoon.", id="pointed at"),
        pytest.param(SENATE, "The House passed a relief bill for the fishers of Kolm on Thursday.", id="the other"),
        pytest.param(SENATE, "Both chambers passed the relief bill for the fishers of Kolm.", id="both"),
    ],
)
def test_a_bill_is_through_another_chamber(a: str, b: str) -> None:
    (one,) = (one for one in disputes(CONTEXT, a, b) if one.kind is DifferenceKind.STAGE)
    assert one.why.startswith("senate (“approved”) against ")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(SENATE, "The Senate passed a relief bill for the fishers of Kolm.", id="the same"),
        pytest.param(SENATE, "The House passed a relief bill for the farmers of Holm.", id="another bill"),
        pytest.param(SENATE, "The House never passed a relief bill for the fishers of Kolm.", id="not passed"),
        pytest.param(SENATE, "The House is to pass a relief bill for the fishers of Kolm.", id="to come"),
        pytest.param(
            f"{SENATE} The measure had passed the House before.",
            "The House passed a relief bill for the fishers of Kolm. It has cleared the Senate too.",
            id="both tell of both",
        ),
    ],
)
def test_none_is_through_another_chamber(a: str, b: str) -> None:
    assert not [one for one in disputes(CONTEXT, a, b) if one.kind is DifferenceKind.STAGE and "senate" in one.why]
