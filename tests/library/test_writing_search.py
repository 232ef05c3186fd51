"""Notes and briefings among what a query finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.library import Library
from briefing_app.library.index.matching import Matcher
from briefing_app.library.index.query import parse
from briefing_app.library.index.tree import Field, Phrase, Prefix, Word
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.briefing import Briefing, HeadingBlock, TextBlock
from briefing_app.model.edit import PutAnnotation, PutBriefing
from briefing_app.model.errors import QueryMistake
from briefing_app.model.ids import AnnotationId, ArticleId, BriefingId, EventId
from briefing_app.model.search import WritingKind
from briefing_app.model.span import Span
from tests.factories import NOON, document


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    opened = Library.open(tmp_path_factory.mktemp("writings") / "library", clock=lambda: NOON)
    made = document("Ferry aground", "The ferry Aurora ran aground.")
    opened.add(made, b"a", "a.txt")
    opened.index_pending()
    anchor = Anchor("ran aground", "Aurora ", ".", Span(made.text.index("ran"), len(made.text) - 1), "0" * 64)
    note = "Ask the *insurers* about the hull before Friday."
    opened.apply(PutAnnotation(Annotation(AnnotationId(0), ArticleId(1), anchor, Tint.SUN, note, NOON, NOON)))
    blocks = (HeadingBlock("Outlook"), TextBlock("The insurers wait. " * 30 + "The harbour stays closed to ferries [@a1]."))
    opened.apply(PutBriefing(Briefing(BriefingId(0), EventId(1), "Grounding of the Aurora", blocks, NOON, NOON)))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("query", "notes", "briefings"),
    [
        ("insurers", 1, 1),
        ("insurer", 1, 1),
        ("in:notes insurers", 1, 0),
        ("in:briefings insurers", 0, 1),
        ("in:notes", 1, 0),
        ("in:briefings", 0, 1),
        ("aground", 1, 0),
        ("outlook", 0, 1),
        ("grounding", 0, 1),
        ('"harbour stays closed"', 0, 1),
        ('"stays harbour"', 0, 0),
        ("harb* NOT hull", 0, 1),
        ("insur?rs hull", 1, 0),
        ("inzurers~", 1, 1),
        ("/insur.*/ w/5 wait", 0, 1),
        ("in:briefings atleast9 insurers", 0, 1),
        ("insurers source:nobody", 0, 0),
        ("title:insurers", 0, 0),
    ],
)
def test_what_answers(library: Library, query: str, notes: int, briefings: int) -> None:
    found = library.search_writings(query)
    assert (found.notes, found.briefings) == (notes, briefings)
    assert len(found.found) == notes + briefings


def test_the_words_are_shown_from_shortly_before_the_hit(library: Library) -> None:
    note, briefing = library.search_writings("insurers hull OR harbour").found
    assert (note.kind, note.number, note.title) == (WritingKind.NOTE, 1, "Ferry aground")
    assert [mark.of(note.words) for mark in note.marks] == ["insurers", "hull"]
    assert (briefing.kind, briefing.title) == (WritingKind.BRIEFING, "Grounding of the Aurora")
    assert "insurers" in {mark.of(briefing.words) for mark in briefing.marks}
    (late,) = library.search_writings("harbour").found
    assert [mark.of(late.words) for mark in late.marks] == ["harbour"]


def test_in_notes_finds_no_article(library: Library) -> None:
    assert library.search("in:notes insurers").total == 0
    assert library.search("in:notes").total == 0
    assert library.search("in:notes aground").query_in_words == "the word “aground”, in notes"


@given(st.text(alphabet='ab *?~"()-/', max_size=24), st.text(alphabet="ab \n", max_size=40))
def test_marks_lie_in_the_text_and_only_answers_have_them_all(query: str, text: str) -> None:
    try:
        node = parse(query)
    except QueryMistake:
        return
    matcher = Matcher(text, (Field.STORY,))
    marks = matcher.marks(node)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert list(marks) == sorted(set(marks))
    if marks and isinstance(node, Word | Prefix | Phrase):
        assert matcher.answers(node)


def test_an_empty_library(tmp_path: Path) -> None:
    opened = Library.open(tmp_path / "library")
    assert opened.search_writings("ferry").found == ()
    opened.close()
