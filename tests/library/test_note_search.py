"""Annotations among what is searched: by their words in every form of a query, and by what is known of their article."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing_app.anchoring import anchor
from briefing_app.library import Library, digests
from briefing_app.model.annotation import Annotation, Subject, SubjectKind, Tint
from briefing_app.model.edit import PutAnnotation, RemoveAnnotation, TagArticles, TrashArticles
from briefing_app.model.errors import QueryMistake
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.search import WritingKind
from briefing_app.model.span import Span
from tests.factories import NOON, document

ONE, TWO = ArticleId(1), ArticleId(2)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """n1 on an English article, n2 without a note, n3 on a Chinese one, n4 about a source."""
    opened = Library.open(tmp_path / "library")
    opened.add(document("Ferries", "The ferry ran aground off Vell.", source="Coast Post", day=date(2026, 3, 1)), b"1", "1.txt")
    opened.add(document("船", "渡船在港口搁浅。", language="zh"), b"2", "2.txt")
    opened.index_pending()
    put(opened, ONE, "ferry ran aground", "Who **says** so? Élysée denies it.")
    put(opened, ONE, "off Vell", "")
    put(opened, TWO, "渡船在港口", "Ask the harbour master")
    about = Annotation(
        AnnotationId(0), ArticleId(0), None, Tint.SUN, "Copies wires", NOON, NOON, subject=Subject(SubjectKind.SOURCE, 0, "Mail")
    )
    opened.apply(PutAnnotation(about))
    yield opened
    opened.close()


def put(library: Library, article: ArticleId, words: str, note: str) -> None:
    text = library.article(article).text
    at = text.index(words)
    made = anchor(text, Span(at, at + len(words)))
    library.apply(PutAnnotation(Annotation(AnnotationId(0), article, made, Tint.SUN, note, NOON, NOON)))


def found(library: Library, query: str, *, unfinished: bool = False) -> list[int]:
    writings = library.search_writings(query, unfinished=unfinished).found
    return [one.number for one in writings if one.kind is WritingKind.NOTE]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("ferries", [1]),
        ("elysee saying", [1]),
        ("ferry OR vell", [2, 1]),
        ("(ferry OR vell) -aground", [2]),
        ('"ran aground"', [1]),
        ('"aground ran"', []),
        ('"aground who"', []),
        ("harb*", [3]),
        ("h?rb*r", [3]),
        ("harbuor~", [3]),
        ("/harbou?r/", [3]),
        ("港口", [3]),
        ("口", [3]),
        ("copies", [4]),
        ("mail", [4]),
        ("ferry w/3 aground", [1]),
        ("atleast2 ferry", [1]),
        ("note:says", [1]),
        ("source:coast", [2, 1]),
        ("title:ferries aground", [1]),
        ("date:2026-03 vell", [2]),
        ("lang:zh", [3]),
        ("nothing", []),
    ],
)
def test_a_query_finds_notes(library: Library, query: str, numbers: list[int]) -> None:
    assert found(library, query) == numbers


def test_while_it_is_typed_words_are_begun(library: Library) -> None:
    assert found(library, "harb", unfinished=True) == [3]
    assert found(library, "harb") == []


def test_the_number_asked_for_and_all_there_are(library: Library) -> None:
    some = library.search_writings("ferry OR vell OR master", limit=1)
    assert (some.notes, [one.number for one in some.found], some.behind) == (3, [3], 0)


def test_what_is_changed_is_found_as_it_is_now(library: Library) -> None:
    note = library.annotation(AnnotationId(1))
    library.apply(PutAnnotation(replace(note, note="Settled.", question=True, answer="The coast guard")))
    assert (found(library, "says"), found(library, "settled guards")) == ([], [1])
    library.undo()
    assert (found(library, "says"), found(library, "settled")) == ([1], [])
    library.apply(RemoveAnnotation(AnnotationId(1)))
    assert found(library, "says") == []
    library.undo()
    assert found(library, "says") == [1]


def test_notes_on_articles_in_the_trash_are_not_found(library: Library) -> None:
    library.apply(TrashArticles((ONE,), True))
    assert found(library, "ferry") == []


def test_what_the_database_knows_of_the_article(library: Library) -> None:
    library.apply(TagArticles((TWO,), "asia", True))
    assert found(library, "tag:asia") == [3]
    assert found(library, "is:unread -tag:asia") == [2, 1]


def test_words_of_another_version_are_kept_anew(library: Library) -> None:
    with sqlite3.connect(library.folder / "library.sqlite") as connection:
        digests.provide(connection)
        connection.execute("UPDATE note_words SET version = 'old', stems = '', forms = ''")
    assert library.search_writings("ferry").behind == library.notes_behind() == 4
    library.index_pending()
    assert (found(library, "ferry"), library.notes_behind()) == ([1], 0)


def test_too_many_words_alike_are_a_mistake_with_a_way_out(library: Library) -> None:
    put(library, ONE, "ran", " ".join(f"w{number}x" for number in range(300)))
    with pytest.raises(QueryMistake, match="300 words"):
        library.search_writings("w*x")
