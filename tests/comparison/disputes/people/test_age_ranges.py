"""Two ranges of the ages of one group are in conflict where each article tells of only one group."""

from __future__ import annotations

import pytest

from briefing_app.comparison.disputes import disputes_of
from briefing_app.comparison.study import Study
from briefing_app.language import read
from tests.comparison.test_disputes import disputes
from tests.factories import article

TRAPPED = "Twelve boys of a football club were trapped in a cave near Tarnow."
TOLD = "The 12 boys, aged between 11 and 16, were trapped in the cave near Tarnow with their coach."


@pytest.mark.parametrize(
    "other",
    [
        "The boys were trapped in the cave near Tarnow with their coach; they are aged 11 to 17.",
        "The boys, who range in age from 12 to 16, were trapped in the cave near Tarnow.",
        "With their coach the boys, ages eleven to 17, were trapped in the cave near Tarnow.",
    ],
)
def test_two_ranges_of_one_group(other: str) -> None:
    assert [one.why for one in disputes(TRAPPED, TOLD, other) if one.why.startswith(("aged", "in age", "ages"))]


@pytest.mark.parametrize(
    "other",
    [
        "The boys, aged 11 to 16, were trapped in the cave near Tarnow with their coach.",
        "The divers in the cave near Tarnow, aged 24 to 40, looked for the boys and their coach.",
        "The boys, aged 11 to 17, were trapped in the cave near Tarnow, and three girls, aged 12 to 14, were saved.",
        "Of the boys in the cave near Tarnow, aged 11 to 14, some 40 percent cannot swim.",
        "The prices in the cave near Tarnow are ranging from 11 to 17 crowns, the boys said with their coach.",
    ],
    ids=["the same", "others", "two groups", "a share of them", "prices"],
)
def test_no_two_ranges(other: str) -> None:
    assert not [one for one in disputes(TRAPPED, TOLD, other) if one.why.startswith(("aged", "in age", "ages"))]


@pytest.mark.parametrize(("other", "found"), [("elf bis 17", 1), ("elf bis 16", 0)])
def test_two_ranges_in_german(other: str, found: int) -> None:
    context = "Zwölf Jungen eines Fußballvereins sind in einer Höhle bei Tarnow eingeschlossen."
    told = "Die Jungen im Alter von {} Jahren sind mit ihrem Trainer in der Höhle bei Tarnow eingeschlossen."
    texts = told.format("11 bis 16"), told.format(other)
    articles = tuple(article(number, None, context, text, language="de") for number, text in enumerate(texts, 1))

    assert len(disputes_of(Study(articles, tuple(read(one.document) for one in articles)))) == found
