"""Times of the day of one thing, on own sentences."""

from __future__ import annotations

import pytest

from briefing_app.comparison.disputes import disputes_of
from briefing_app.comparison.study import Study
from briefing_app.language import read
from briefing_app.model.comparison import DifferenceKind
from tests.comparison.test_disputes import disputes
from tests.factories import article

_CONTEXT = "The singer Pavel Orr was stopped by police in Tarnow."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "Orr was driving along Harbour Road in Tarnow at about 1:30 a.m. when officers stopped his car.",
            "Officers stopped his car on Harbour Road shortly after 1 a.m., the police of Tarnow said.",
            id="about and shortly after",
        ),
        pytest.param(
            "Officers searched the car on Harbour Road at noon.",
            "Officers searched the car on Harbour Road at 11 a.m.",
            id="noon",
        ),
        pytest.param(
            "Officers searched the car on Harbour Road at 9 a.m.",
            "Officers searched the car on Harbour Road at 2 p.m.",
            id="one deed hours apart",
        ),
    ],
)
def test_two_times_of_one_thing(a: str, b: str) -> None:
    assert [found.kind for found in disputes(_CONTEXT, a, b)] == [DifferenceKind.DATE]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("Officers searched the car at 1:30 a.m.", "Officers searched the car at 01:30 am.", id="one time written otherwise"),
        pytest.param("Officers searched the car at about 2 p.m.", "Officers searched the car at 2:10 p.m.", id="one time told roughly"),
        pytest.param("Officers searched the car at 2 p.m. EST.", "Officers searched the car at 1 p.m. CST.", id="two zones"),
        pytest.param("Officers searched the car until 6 p.m.", "Officers searched the car at 5:30 p.m.", id="a bound"),
        pytest.param("The match in Harbour Road began at 3 p.m.", "The match in Harbour Road ended at 3:50 p.m.", id="a beginning"),
        pytest.param("The bars of Harbour Road open at 9 p.m.", "The bars of Harbour Road close at 10 p.m.", id="a start and an end"),
        pytest.param("Officers stopped the car of Orr at 1 a.m.", "Orr left the court by a side door in his car at 3 p.m.", id="two deeds"),
        pytest.param("Tom Holm left Harbour Road by car at 2 p.m.", "Eva Dahl left Harbour Road by car at 3 p.m.", id="two people"),
    ],
)
def test_two_times_that_are_both_right(a: str, b: str) -> None:
    assert DifferenceKind.DATE not in {found.kind for found in disputes(_CONTEXT, a, b)}


def test_of_two_days_the_days_are_told() -> None:
    told = "Officers searched the car of Orr on Harbour Road on {}."

    assert [found.why for found in disputes(_CONTEXT, told.format("Monday at 9 a.m"), told.format("Tuesday at 10 a.m"))] == [
        "Monday against Tuesday"
    ]


def test_two_times_in_german() -> None:
    context = "Die Polizei in Lindau hat am Freitag einen Sänger angehalten, der ohne Licht durch die Stadt gefahren war."
    texts = (
        "Die Polizei durchsuchte den Wagen des Sängers am Hafen um 14 Uhr.",
        "Den Wagen des Sängers am Hafen durchsuchte die Polizei gegen 14.45 Uhr.",
    )
    articles = tuple(article(number, None, context, text, language="de") for number, text in enumerate(texts, 1))
    found = disputes_of(Study(articles, tuple(read(one.document) for one in articles)))

    assert [one.why for one in found] == ["14 Uhr against 14.45 Uhr"]
