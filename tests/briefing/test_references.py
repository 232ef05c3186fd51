"""Citations: what is written, which words it means, and what stands for it on the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.briefing.citations import Notebook
from briefing_app.briefing.references import Reference, citation_of, find_words, meaning, references_in
from briefing_app.briefing.tree import Badge, Cite, Text
from briefing_app.briefing.wording import plain
from briefing_app.model.ids import Noun
from briefing_app.model.letters import Letter
from briefing_app.model.span import Span
from tests.briefing.material import FIRST, material, span


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("[@a11]", Reference(Noun.ARTICLE, 11)),
        ('[@a11 "will stop"]', Reference(Noun.ARTICLE, 11, "will stop")),
        ("[@a11 “will stop”]", Reference(Noun.ARTICLE, 11, "will stop")),
        ('[@a11 "the “Clean” plan"]', Reference(Noun.ARTICLE, 11, "the “Clean” plan")),
        ('[@a11 “the "Clean" plan”]', Reference(Noun.ARTICLE, 11, 'the "Clean" plan')),
        ('[@a11 "the "Clean" plan"]', Reference(Noun.ARTICLE, 11, 'the "Clean" plan')),
        ('[@a11 "so \\"[\\"Clean\\"]\\" it is"]', Reference(Noun.ARTICLE, 11, 'so "["Clean"]" it is')),
        ("[@a11 “„Sauber“, sagte er”]", Reference(Noun.ARTICLE, 11, "„Sauber“, sagte er")),
        ("[@n1]", Reference(Noun.ANNOTATION, 1)),
        ("[@assessment]", Reference(None)),
    ],
)
def test_what_is_written(typed: str, meant: Reference) -> None:
    assert list(references_in(f"Words {typed}.")) == [(Span(6, 6 + len(typed)), meant)]


@pytest.mark.parametrize("typed", ["[@b1]", "[@a0]", "[@a]", "[a11]", '[@a11 "]', "[@assessments]"])
def test_what_is_no_citation(typed: str) -> None:
    assert list(references_in(typed)) == []


def test_a_citation_ends_where_the_next_begins() -> None:
    assert [reference for _, reference in references_in('[@a11 "one [@a12 "two"] and "three"]')] == [Reference(Noun.ARTICLE, 12, "two")]


@given(st.text(alphabet='ab “”„"«»[]\\', min_size=1, max_size=30).filter(str.strip))
def test_every_words_can_be_cited(words: str) -> None:
    assert [one for _, one in references_in(citation_of(FIRST.id, words))] == [Reference(Noun.ARTICLE, FIRST.id, words)]


def test_quotation_marks_are_found_however_they_are_curled() -> None:
    assert find_words('the "Clean" plan', "so the “Clean” plan is") == Span(3, 19)


def test_words_are_found_over_line_ends() -> None:
    assert find_words("one two", "so one\n  two") == Span(3, 12)
    assert find_words("one three", "one two") is None
    assert find_words("  ", "one") is None


def test_what_is_meant() -> None:
    used = material()
    words = "will stop on 4 May"
    found = meaning(Reference(Noun.ARTICLE, 11, words), used)
    assert found.place is not None
    assert found.place.span == span(FIRST, words)
    assert meaning(Reference(Noun.ARTICLE, 11, "never said"), used).place is None
    assert meaning(Reference(Noun.ARTICLE, 99), used).article is None
    marked = meaning(Reference(Noun.ANNOTATION, 1), used)
    assert marked.article == FIRST
    assert marked.place is not None


def test_what_stands_on_the_page() -> None:
    notebook = Notebook(material())
    first = notebook.refer(Reference(Noun.ARTICLE, 11, "will stop on 4 May"))
    assert first == (Cite(0),)
    assert notebook.refer(Reference(Noun.ARTICLE, 11, "will stop on 4 May")) == first
    assert notebook.mention(Reference(Noun.ARTICLE, 11)) == (Badge(Letter(0)),)
    gone = notebook.refer(Reference(Noun.ARTICLE, 99))
    assert isinstance(gone[0], Text)
    assert "a99" in gone[0].words
    missing = notebook.refer(Reference(Noun.ARTICLE, 11, "never said"))
    assert isinstance(missing[0], Cite)
    assert "these words do not stand in a11" in plain(notebook.notes[missing[0].note].inlines)
    once = Notebook(replace(material(), earlier=((FIRST.id, "Once said here."),)))
    assert isinstance(once.refer(Reference(Noun.ARTICLE, 11, "Once said"))[0], Cite)
    assert "these words no longer stand" in plain(once.notes[0].inlines)
