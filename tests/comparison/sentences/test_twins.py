"""Sentences that several articles carry are known as the same, and told apart where the same words mean something else."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.comparison import compare
from briefing_app.comparison.alignment import likeness
from briefing_app.comparison.deeds import deeds_of
from briefing_app.comparison.sentences.twins import twins_of
from briefing_app.comparison.sentences.units import units_of
from briefing_app.comparison.stretches.sides import side_of
from briefing_app.comparison.study import Study
from briefing_app.language import read
from briefing_app.model.article import Article
from tests.factories import article

WIRE = (
    "The mayor of Lund, Ada Okafor, closed the harbour on 4 May.",
    "“We found three cracks in the quay,” said Okafor.",
    "Boats must not land before the quay is repaired.",
    "The port of Malmo will take the ferry to Ystad.",
    "No arrests were made, the police of Lund said.",
    "About 30 ships a day have used the harbour since 2019.",
)
OWN = (
    "Okafor did not close the harbour, a spokesman for the port said.",
    "Police arrested two men at the quay of Lund.",
    "Fishermen in the town protested on Tuesday.",
)


def twins(*articles: Article) -> list[tuple[str, str]]:
    """The sentences that have a twin before them: both texts."""
    units = [unit for column, one in enumerate(articles) for unit in units_of(column, one, read(one.document, one.document.date.value))]
    return [(units[k].text, units[first].text) for k, first in enumerate(twins_of(units)) if first != k]


def carriers() -> list[Article]:
    """Four articles that carry one text, each with a sentence of its own in another place, and a fifth that tells it otherwise."""
    own = [article(n + 1, f"Harbour news {n}", " ".join((*WIRE[:n], OWN[n % 3], *WIRE[n:])), source=f"Paper {n}") for n in range(4)]
    return [*own, article(5, "Otherwise", " ".join(OWN), source="Paper 5")]


def test_the_same_sentence_is_known_wherever_it_stands() -> None:
    first, second = article(1, "Harbour closed", WIRE[4], WIRE[2]), article(2, "A quay is unsafe", WIRE[3], WIRE[2], WIRE[4])
    assert twins(first, second) == [(WIRE[2], WIRE[2]), (WIRE[4], WIRE[4])]


def test_the_same_words_about_something_else_are_another_sentence() -> None:
    told = "He met Kato on Monday."
    assert twins(article(1, None, told, day=date(2026, 3, 2)), article(2, None, told, day=date(2026, 3, 2)))
    assert not twins(article(1, None, told, day=date(2026, 3, 2)), article(2, None, told, day=date(2026, 3, 24)))
    assert not twins(article(1, None, "Katsunobu Kato came.", told), article(2, None, "Shinji Kato came.", told))
    assert not twins(article(1, WIRE[3], "Boats wait."), article(2, "Boats wait", WIRE[3]))  # one is a title


def test_a_comparison_is_the_same_as_if_every_sentence_were_read_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = compare(carriers(), [read(one.document) for one in carriers()])
    monkeypatch.setattr(likeness, "twins_of", lambda units: tuple(range(len(units))))
    alone = compare(carriers(), [read(one.document) for one in carriers()])
    assert shared == alone
    assert any(claim.status == "conflict" for claim in alone.claims)


def test_a_sentence_that_many_articles_carry_is_read_once() -> None:
    articles = carriers()
    study = Study(articles, [read(one.document) for one in articles])
    assert study.units
    deeds_of.cache_clear()
    side_of.cache_clear()
    for k in range(len(study.units)):
        assert [deed.words for deed in study.side(k).deeds] == [study.units[k].printed(deed.span) for deed in study.side(k).deeds]
    assert deeds_of.cache_info().misses == len(set(study.twin_of)) < len(study.units)
