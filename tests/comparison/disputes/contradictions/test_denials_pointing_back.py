"""Denials that only point at what the sentence before tells, on own sentences."""

from __future__ import annotations

import pytest

from briefing_app.comparison.disputes import Dispute, disputes_of
from briefing_app.comparison.study import Study
from briefing_app.language import read
from briefing_app.model.comparison import DifferenceKind
from tests.factories import article

CHARGE = "Holm said that Arden had taken money from the builders of the Kolm tunnel."
REPORT = "Arden had taken money from the builders of the Kolm tunnel, Holm told a newspaper."


def told(*first: str) -> tuple[Dispute, ...]:
    one = article(1, None, "The Kolm tunnel opened on Monday.", *first)
    other = article(2, None, "The tunnel of Kolm was opened on Monday.", "Trains run every ten minutes.", REPORT)
    return disputes_of(Study((one, other), (read(one.document), read(other.document))))


@pytest.mark.parametrize("denial", ["Arden has denied the allegation.", "“That is not true,” Arden said."])
def test_a_denial_stands_against_a_report_of_what_was_said_before_it(denial: str) -> None:
    assert [one.kind for one in told(CHARGE, denial)] == [DifferenceKind.CONTRADICTION]


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(("The weather was fine on that day.", "Arden has denied the allegation."), id="nothing claimed before"),
        pytest.param((CHARGE, "“Nobody can deny that,” a neighbour said."), id="cannot be denied"),
        pytest.param((CHARGE, "Arden pretends that this is not true."), id="pretends"),
        pytest.param((CHARGE, "He did not answer the telephone on Monday."), id="another verb behind it"),
    ],
)
def test_other_sentences_point_back_at_no_charge(sentences: tuple[str, ...]) -> None:
    assert not told(*sentences)
