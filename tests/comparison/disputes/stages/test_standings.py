"""How far two articles bring a hunt, a patient, a fund, a hearing, on own sentences."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.model.comparison import DifferenceKind
from tests.comparison.test_disputes import disputes

CONTEXT = "The harbour of Kolm was closed on Monday."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "Police in Kolm are on the hunt for the gunman who shot a harbour pilot.",
            "The suspect in the shooting of the harbour pilot in Kolm is dead, police said.",
            id="hunted, dead",
        ),
        pytest.param(
            "Harbour pilot Ada Holm was in critical condition in a hospital in Kolm.",
            "Harbour pilot Ada Holm is now in stable condition, the hospital in Kolm said.",
            id="critical, stable",
        ),
        pytest.param(
            "The names of the harbour pilots have not yet been released.",
            "The victims of the fire were identified as Ada Holm and Ole Berg.",
            id="not named, named",
        ),
        pytest.param(
            "The loan fund for the harbour of Kolm is on track to run out on Thursday.",
            "The loan fund for the harbour of Kolm has run out of money.",
            id="running out, exhausted",
        ),
        pytest.param(
            "The harbour committee of Kolm begins its hearing for Ada Holm.",
            "Ada Holm is scheduled to appear before the harbour committee of Kolm for a hearing.",
            id="scheduled, begun",
        ),
        pytest.param(
            "A protest at the harbour of Kolm is scheduled for Friday.",
            "A protest was being held at the harbour of Kolm on Friday.",
            id="scheduled, held",
        ),
        pytest.param(
            "A full test firing of the rocket's engines at the harbour of Kolm is expected next week, Holm said.",
            "A test firing of the Hulda's engines at the harbour of Kolm showed that they work.",
            id="expected, showed",
        ),
        pytest.param(
            "The funeral of harbour pilot Holm will be held on Monday in Kolm.",
            "Thousands of people attended the funeral of harbour pilot Holm in Kolm.",
            id="to be held, attended",
        ),
        pytest.param(
            "The harbour bill of Kolm heads to the desk of Governor Ada Holm.",
            "Governor Ada Holm signed the harbour bill of Kolm on Tuesday.",
            id="on the desk, signed",
        ),
        pytest.param(
            "Jurors began deliberating on Thursday in the trial of harbour pilot Ole Berg.",
            "Jurors convicted harbour pilot Ole Berg of fraud on Friday.",
            id="deliberating, convicted",
        ),
        pytest.param(
            "Ada Holm and Ole Berg are battling for the nomination of the harbour party in Kolm.",
            "Ada Holm narrowly lost her bid for the nomination of the harbour party in Kolm.",
            id="battling, lost",
        ),
        pytest.param(
            "Mayor Ada Holm is seeking her second term in the harbour of Kolm.",
            "Ole Berg led Ada Holm with 84 percent of the votes counted in the race in the harbour of Kolm.",
            id="seeking, counted",
        ),
    ],
)
def test_one_article_is_further(a: str, b: str) -> None:
    found = [one for one in disputes(CONTEXT, a, b) if one.kind is DifferenceKind.STAGE]
    assert [one.why.count("further") for one in found] == [1]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "Police in Kolm were searching for the gunman. The gunman was arrested in Kolm later.",
            "The gunman was arrested in Kolm.",
            id="both come to the end",
        ),
        pytest.param(
            "Police in Kolm were searching for the gunman at the harbour.",
            "The gunman killed four pilots at the harbour of Kolm.",
            id="who kills is not dead",
        ),
        pytest.param(
            "Mayor Holm is scheduled to attend a harbour meeting with Ole Berg.",
            "Mayor Holm began a harbour meeting with Jens Okafor.",
            id="with somebody else",
        ),
        pytest.param(
            "The harbour committee of Kolm is scheduled to open its hearing on Friday.",
            "The harbour committee of Kolm began a hearing in 2015.",
            id="in another year",
        ),
        pytest.param(
            "Harbour pilot Ada Holm was in critical condition in a hospital in Kolm.",
            "Harbour pilot Ada Holm is in critical but stable condition in a hospital in Kolm.",
            id="critical all the same",
        ),
        pytest.param(
            "Ada Holm and Ole Berg are battling for the nomination of the harbour party in Kolm.",
            "Jens Okafor lost his bid for the nomination of the harbour party in Kolm.",
            id="another candidate",
        ),
        pytest.param(
            "Ole Berg, endorsed by President Nils Roth, is running for the nomination of the harbour party in Kolm.",
            "Ada Holm lost the nomination of the harbour party in Kolm despite the support of President Nils Roth.",
            id="who only supports",
        ),
        pytest.param(
            "The harbour bill of Kolm would put pilots at risk.",
            "Mayor Holm vetoed the harbour bill of Kolm.",
            id="put at risk",
        ),
        pytest.param(
            "Harbour pilot Ada Holm was in critical condition in a hospital.",
            "Pilot Ole Berg of the harbour is in stable condition.",
            id="another patient",
        ),
        pytest.param(
            "The harbour committee of Kolm is scheduled to open its hearing.",
            "If the harbour committee of Kolm began its hearing, nobody would come.",
            id="only supposed",
        ),
    ],
)
def test_none_is_further(a: str, b: str) -> None:
    assert [one for one in disputes(CONTEXT, a, b) if "further" in one.why] == []


def test_articles_of_other_years_tell_of_other_occasions() -> None:
    a = "Police in Kolm are on the hunt for the gunman who shot a harbour pilot."
    b = "The suspect in the shooting of the harbour pilot in Kolm is dead, police said."
    near, far = ([one.kind for one in disputes(CONTEXT, a, b, date(2024, 5, 6), day)] for day in (date(2024, 5, 8), date(2026, 5, 8)))
    assert (near, far) == ([DifferenceKind.STAGE], [])
