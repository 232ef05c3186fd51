"""Sentences that alone tell a deed of somebody stand in one row, however few words they share."""

from __future__ import annotations

import pytest

from briefing_app.comparison.alignment.align import sure
from briefing_app.comparison.alignment.lone_doers import same_lone_deed
from briefing_app.comparison.sentences.twins import twins_of
from briefing_app.comparison.sentences.units import units_of
from briefing_app.comparison.study import Study
from briefing_app.language import read
from tests.factories import article

REST = (
    "The council met on Tuesday. Rain is forecast for the week. Buses ran late all morning. "
    "A dog was found near the old mill. The market opened as usual."
)
FIRST = f"{REST} Sweden and Norway have also excluded both makers from their rail signals."
SECOND = f"Traffic was light. Schools stay open. {REST} Sweden has already banned the Kestrel software altogether."


def lone(*texts: str) -> set[tuple[str, str]]:
    articles = [article(number, None, text) for number, text in enumerate(texts, 1)]
    units = [unit for column, one in enumerate(articles) for unit in units_of(column, one, read(one.document))]
    return {(units[i].text, units[j].text) for i, j in same_lone_deed(units, twins_of(units))}


def test_a_doer_named_once_in_each_article_who_does_the_same() -> None:
    ((a, b),) = lone(FIRST, SECOND)
    assert a.startswith("Sweden and Norway")
    assert b.startswith("Sweden has")


@pytest.mark.parametrize(
    "other",
    [
        f"{SECOND} Sweden also sells timber.",
        SECOND.replace("banned", "bought"),
        SECOND.replace("Sweden has", "Finland has"),
        "Sweden has already banned the Kestrel software altogether.",
    ],
    ids=["named twice", "another deed", "somebody else", "too short an article"],
)
def test_nothing_else_makes_a_pair(other: str) -> None:
    assert not lone(FIRST, other)


def test_such_sentences_make_a_row() -> None:
    articles = [article(1, None, FIRST), article(2, None, SECOND)]
    study = Study(tuple(articles), tuple(read(one.document) for one in articles))
    pair = next(iter(same_lone_deed(study.units, study.twin_of)))
    assert study.alignment.matrix[pair] >= sure(study.alignment.threshold)
    assert any(set(pair) <= set(row.units) for row in study.rows)
