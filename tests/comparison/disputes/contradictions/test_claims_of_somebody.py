"""What one article waves away as somebody's claims stands against what another has that person claim, on own sentences."""

from __future__ import annotations

import pytest

from briefing_app.comparison.disputes.contradictions.claims_of_somebody import claims_of_somebody
from briefing_app.comparison.study import Study
from briefing_app.language import read
from tests.factories import article

SETTING = "The chemist Eva Brandt lost her post at the harbour laboratory of Tarnow on Monday."
ALLEGED = "Eva Brandt alleges that she was removed from the laboratory because she warned of the fumes."


def found(one: str, other: str) -> list[str]:
    texts = (f"{SETTING} {one}", f"{SETTING} {other}")
    articles = tuple(article(number, None, text) for number, text in enumerate(texts, 1))
    return [told.why for told in claims_of_somebody(Study(articles, tuple(read(each.document) for each in articles)))]


@pytest.mark.parametrize(
    ("denial", "words"),
    [
        ("The laboratory, for which Eva Brandt worked, strongly disagrees with her allegations.", "disagrees with her allegations"),
        ("The laboratory rejected Eva Brandt's claims.", "rejected Eva Brandt's claims"),
        ("Her allegations do not hold water, the laboratory says of Eva Brandt.", "Her allegations do not hold water"),
    ],
)
def test_a_denial_of_her_claims_stands_against_what_she_claims(denial: str, words: str) -> None:
    (why,) = found(denial, ALLEGED)
    assert why == f"“{words}” against “Eva Brandt alleges that she was removed from the laboratory because she”"


@pytest.mark.parametrize(
    ("denial", "told"),
    [
        (
            "The laboratory, for which Eva Brandt worked, disagrees with her allegations.",
            "Tom Arden alleges that the laboratory is in debt.",
        ),
        ("The laboratory, for which Eva Brandt worked, disagrees with her allegations.", "Eva Brandt worked for the laboratory for years."),
        ("The laboratory, for which Eva Brandt worked, looks into her allegations.", ALLEGED),
        (
            "The laboratory wrote to Eva Brandt and Tom Arden that it disagrees with her allegations.",
            ALLEGED.replace("Eva Brandt", "Tom Arden"),
        ),
    ],
    ids=["somebody else's", "no claim", "not denied", "of one of two"],
)
def test_nothing_else_stands_against_it(denial: str, told: str) -> None:
    assert not found(denial, told)
