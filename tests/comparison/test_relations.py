"""How a cell stands to the statement of its row, on own sentences."""

from __future__ import annotations

from briefing_app.comparison import relations
from briefing_app.comparison.study import Study
from briefing_app.language import read
from briefing_app.model.comparison import Relation
from tests.factories import article


def relation(statement: str, cell: str, language: str = "en") -> Relation:
    """Of the cell of a second article to the statement of the first."""
    articles = [article(1, None, statement, language=language), article(2, None, cell, language=language)]
    study = Study(articles, [read(one.document) for one in articles])
    clear, best = ((k, study.side(k)) for k in range(2))
    return relations.relation_of(clear, best, [1], ())


def test_a_doubt_about_the_same_act_weakens() -> None:
    assert relation("Ostland will leave the treaty.", "Ostland might leave the treaty.") is Relation.WEAKER


def test_a_doubt_about_another_act_does_not() -> None:
    told = relation("The mayor of Lund opened the bridge.", "The mayor of Lund, who might retire, praised the bridge.")

    assert told not in (Relation.WEAKER, Relation.STRONGER)


def test_in_a_language_without_deeds_the_cue_decides() -> None:
    told = "Die Regierung von Ostland verlässt den Vertrag mit Arden im Herbst."

    assert relation(told, told.replace("verlässt", "könnte verlassen"), "de") is Relation.WEAKER
