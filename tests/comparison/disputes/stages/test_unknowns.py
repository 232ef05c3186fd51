"""What one article leaves open and the other tells, on own sentences."""

from __future__ import annotations

import pytest

from briefing_app.model.comparison import DifferenceKind
from tests.comparison.test_disputes import disputes

CONTEXT = "The border fence burnt down on Monday."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("The cause of the border fire was not known.", "The border fire was caused by a gas leak.", id="cause"),
        pytest.param("It was not clear why the border fence fell.", "The border fence fell because of a gas leak.", id="why"),
        pytest.param("The price of the border fence was not disclosed.", "The border fence will cost $2 billion, it said.", id="price"),
        pytest.param("The cost of the border plan was unclear.", "The border plan will cost 2 million euros.", id="cost"),
        pytest.param(
            "The motive for the border attack remains unclear.", "The border attack was motivated by hatred, police said.", id="motive"
        ),
        pytest.param("The border guard's condition is unknown.", "The border guard is in critical condition.", id="condition"),
        pytest.param(
            "The president has not said whether he will sign the border plan.",
            "The president signed the border plan on Tuesday.",
            id="whether",
        ),
    ],
)
def test_what_was_open_is_told(a: str, b: str) -> None:
    found = [one for one in disputes(CONTEXT, a, b) if one.kind is DifferenceKind.STAGE]
    assert [one.why.startswith("open (“") for one in found] == [True]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("The cause of the border fire was not known.", "The cause of the border fire is still unknown.", id="both open"),
        pytest.param("The cause of the border fire was not known.", "The train was late because of snow.", id="of something else"),
        pytest.param(
            "The cause of the border fire was initially not known.", "The border fire was caused by a gas leak.", id="open at first"
        ),
        pytest.param(
            "It is unclear whether the president will sign the border plan.",
            "If the president signs the border plan, towns will pay.",
            id="told under a condition",
        ),
    ],
)
def test_what_stays_open_is_no_stage(a: str, b: str) -> None:
    assert disputes(CONTEXT, a, b) == ()
