"""Citations: what is written, which words it means, and what stands for it on the page."""

from __future__ import annotations

import pytest

from briefing_app.briefing.citations import Notebook
from briefing_app.briefing.references import Reference, find_words, meaning, references_in
from briefing_app.briefing.tree import Badge, Cite, Text
from briefing_app.model.ids import Noun
from briefing_app.model.span import Span
from tests.briefing.material import FIRST, material, span


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("[@a11]", Reference(Noun.ARTICLE, 11)),
        ('[@a11 "will stop"]', Reference(Noun.ARTICLE, 11, "will stop")),
        ("[@a11 “will stop”]", Reference(Noun.ARTICLE, 11, "will stop")),
        ("[@n1]", Reference(Noun.ANNOTATION, 1)),
        ("[@assessment]", Reference(None)),
    ],
)
def test_what_is_written(typed: str, meant: Reference) -> None:
    assert list(references_in(f"Words {typed}.")) == [(Span(6, 6 + len(typed)), meant)]


@pytest.mark.parametrize("typed", ["[@b1]", "[@a0]", "[@a]", "[a11]", '[@a11 "]', "[@assessments]"])
def test_what_is_no_citation(typed: str) -> None:
    assert list(references_in(typed)) == []


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
    assert notebook.mention(Reference(Noun.ARTICLE, 11)) == (Badge("A", 0),)
    gone = notebook.refer(Reference(Noun.ARTICLE, 99))
    assert isinstance(gone[0], Text)
    assert "a99" in gone[0].words
    lost = notebook.refer(Reference(Noun.ARTICLE, 11, "never said"))
    assert isinstance(lost[0], Cite)
    assert any(isinstance(run, Text) and "no longer stand" in run.words for run in notebook.notes[lost[0].note].inlines)
