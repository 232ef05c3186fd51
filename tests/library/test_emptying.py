"""Emptying the trash deletes for good: nothing of the articles is left, nothing else is touched, and the history ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing_app.library import Library
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.case import Case, Thing
from briefing_app.model.correction import MetadataField
from briefing_app.model.edit import CorrectMetadata, PutAnnotation, PutCase, TagArticles, TrashArticles
from briefing_app.model.errors import NothingThere
from briefing_app.model.event import EventGroup
from briefing_app.model.ids import AnnotationId, ArticleId, CaseId, Noun
from briefing_app.model.span import Span
from tests.factories import NOON, document

FIRST, SECOND, THIRD = ArticleId(1), ArticleId(2), ArticleId(3)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path)
    for i in range(4):
        original = b"shared" if i in (0, 3) else f"original {i}".encode()
        made = document(f"Number {i}", "The ferry came back.", day=date(2026, 3, 1 + i))
        opened.add(replace(made, part=str(i)), original, f"{i}.txt")
    opened.put_groups([EventGroup("Ferry", None, (FIRST, SECOND, THIRD))])
    anchor = Anchor("ferry", "The ", " came", Span(14, 19), "0" * 64)
    for number in (FIRST, SECOND):
        opened.apply(PutAnnotation(Annotation(AnnotationId(0), number, anchor, Tint.SUN, "look", NOON, NOON)))
    opened.apply(TagArticles((FIRST,), "lonely", True))
    opened.apply(TagArticles((FIRST, SECOND), "shared", True))
    opened.apply(CorrectMetadata(FIRST, MetadataField.SOURCE, "Gazette"))
    things = (Thing(Noun.ARTICLE, 1), Thing(Noun.ANNOTATION, 1), Thing(Noun.ARTICLE, 2))
    opened.apply(PutCase(Case(CaseId(0), "Case", "", NOON, NOON), things))
    opened.index_pending()
    opened.apply(TrashArticles((FIRST, THIRD), True))
    yield opened
    opened.close()


def test_nothing_of_them_is_left_and_everything_else_is(library: Library) -> None:
    assert library.empty_trash() == 2
    assert library.article_ids(trashed=True) == ()
    assert library.article_ids() == (2, 4)
    for number in (FIRST, THIRD):
        with pytest.raises(NothingThere):
            library.article(number)
    assert [note.article for note in library.annotations()] == [2]
    assert [tag.tag for tag in library.tags()] == ["shared"]
    assert library.filed(CaseId(1)) == (Thing(Noun.ARTICLE, 2),)
    assert library.original(ArticleId(4)) == b"shared"  # another article is of the same original
    assert len(list(library.folder.glob("originals/??/*"))) == 2
    assert library.events() == ()
    assert library.check(lambda _done, _total: None).flaws == ()


def test_the_history_ends(library: Library) -> None:
    library.undo()
    library.apply(TrashArticles((FIRST, THIRD), True))
    library.empty_trash()
    assert library.undo() is None
    assert library.redo() is None
    assert library.history(100) == ()


def test_no_search_finds_them_and_no_number_is_given_twice(library: Library) -> None:
    library.empty_trash()
    assert sorted(hit.article for hit in library.search("ferry").hits) == [2, 4]
    again = library.add(document("Number 0", "The ferry came back."), b"new", "0.txt")
    assert again.article == 5
    library.index_pending()
    assert sorted(hit.article for hit in library.search("ferry").hits) == [2, 4, 5]
    assert library.reindex() == 3
    assert sorted(hit.article for hit in library.search("ferry").hits) == [2, 4, 5]


def test_the_feed_tells(library: Library) -> None:
    before = library.last_change()
    library.empty_trash()
    assert [change.subject for change in library.changes_after(before)] == [1, 3]


def test_an_empty_trash(library: Library) -> None:
    library.empty_trash()
    kept = library.last_change()
    library.apply(TagArticles((SECOND,), "later", True))
    assert library.empty_trash() == 0
    assert library.undoable() is not None
    assert library.last_change() == kept + 1
