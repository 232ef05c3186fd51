"""How much was found, in words."""

from __future__ import annotations

from briefing_app.model.search import FacetKind, SearchResult, WritingsFound
from briefing_app.ui.search.head_words import from_left, how_much, writing_facets
from briefing_app.ui.search.model import Found


def found(articles: int = 0, notes: int = 0, briefings: int = 0, behind: int = 0) -> Found:
    return Found(SearchResult("words", articles, behind, ()), (), writings=WritingsFound(notes, briefings))


def test_articles_first_else_what_the_analyst_wrote_else_nothing() -> None:
    assert how_much(found(3, notes=2)) == "3 articles"
    assert how_much(found(notes=1, briefings=2)) == "1 note · 2 briefings"
    assert how_much(found()) == "Nothing found"
    assert how_much(found(behind=4)) == "Nothing found · 4 not indexed yet"


def test_beside_articles_notes_and_briefings_narrow() -> None:
    assert [(one.kind, one.query, one.count) for one in writing_facets(found(3, 2, 1))] == [
        (FacetKind.WRITING, "in:notes", 2),
        (FacetKind.WRITING, "in:briefings", 1),
    ]
    assert writing_facets(found(0, 2, 1)) == ()


def test_a_word_from_the_right_does_not_turn_the_sentence() -> None:
    assert from_left("the word “ferry”") == "the word “ferry”"
    assert from_left("“خزان” or what begins so").startswith("\u200e“")
