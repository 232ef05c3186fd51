"""A denial in a row stands against what another article tells there, also in a headline without verbs."""

from __future__ import annotations

import pytest

from briefing_app.comparison import compare
from briefing_app.comparison.disputes.contradictions.denials_in_rows import denied_in_rows
from briefing_app.comparison.study import Study
from briefing_app.language import read
from briefing_app.model.comparison import ClaimStatus, Relation
from tests.factories import article

DENIAL = "The head of the board of Brackmoor Yard has denied that the shipbuilder is about to be sold to the Sundholt Group."


def study(*texts: str) -> Study:
    articles = tuple(article(number, None, text) for number, text in enumerate(texts, 1))
    return Study(articles, tuple(read(one.document) for one in articles))


def test_a_row_that_holds_a_denial_is_one_of_conflict() -> None:
    texts = (DENIAL, "Shipbuilder Brackmoor Yard about to be sold to the Sundholt Group")
    articles = [article(number, None, text) for number, text in enumerate(texts, 1)]
    found = compare(articles, [read(one.document) for one in articles])
    (row,) = (claim for claim in found.claims if all(cell.spans for cell in claim.cells))
    assert row.status is ClaimStatus.CONFLICT
    assert {cell.relation for cell in row.cells} == {Relation.STATES, Relation.CONTRADICTS}


def test_it_says_the_denial_and_what_is_told() -> None:
    (one,) = denied_in_rows(study(DENIAL, "The shipbuilder Brackmoor Yard is to be sold to the Sundholt Group, its board says."))
    assert one.why == "“denied” against “is to be sold”"


@pytest.mark.parametrize(
    "other",
    [
        "The shipbuilder Brackmoor Yard is not about to be sold to the Sundholt Group, the head of its board said.",
        "The board of Brackmoor Yard also denied that the shipbuilder is about to be sold to the Sundholt Group.",
        "It is unclear whether the shipbuilder Brackmoor Yard is about to be sold to the Sundholt Group.",
    ],
    ids=["negated", "denied", "left open"],
)
def test_who_does_not_tell_it_does_not_stand_against_it(other: str) -> None:
    assert not list(denied_in_rows(study(DENIAL, other)))


@pytest.mark.parametrize(
    ("denial", "other", "stands"),
    [
        (
            "The doctor Ada Holm of Tarnow denies drinking on the job.",
            "The doctor Ada Holm of Tarnow drank on the job, a report says.",
            True,
        ),
        (
            "The doctor Ada Holm of Tarnow denies drinking on the job.",
            "The doctor Ada Holm held the job in Tarnow from 2012 to 2018.",
            False,
        ),
        (
            "Judge Tom Arden denied knowing of the payment of 130,000 crowns to Eva Brandt of Lund.",
            "The payment of 130,000 crowns to Eva Brandt of Lund was first revealed in May.",
            False,
        ),
        (
            "The fake news theory that led a gunman into the Harbour Inn of Lund, explained.",
            "How an online theory led a gunman into the Harbour Inn of Lund.",
            False,
        ),
        ("Judge Tom Arden denied the allegations he faces in Lund.", "Judge Tom Arden gets angry at the hearing in Lund.", False),
    ],
    ids=["what is denied", "what is not denied", "only known", "fake news of a kind", "only the same person"],
)
def test_a_denial_stands_only_against_what_it_denies(denial: str, other: str, stands: bool) -> None:
    articles = tuple(article(number, None, text) for number, text in enumerate((denial, other), 1))
    found = compare(articles, [read(one.document) for one in articles])
    assert any(claim.status is ClaimStatus.CONFLICT for claim in found.claims) is stands
