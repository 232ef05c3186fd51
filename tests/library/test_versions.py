"""Versions of one article: the newest stands in lists, the older ones behind it, and what the analyst wrote moves along."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing_app.anchoring import anchor
from briefing_app.library import Library
from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.article import Document
from briefing_app.model.edit import MarkStarred, PutAnnotation, StackVersion, TagArticles
from briefing_app.model.errors import EditRefused
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from briefing_app.model.version import address_key, kin
from tests.endurance.rounds import Rows, everything

OLD = "The ferry between Lindow and the islands sails again after the storm, the port authority said on Monday. Nobody was hurt."
NEW = OLD.replace("Nobody was hurt", "Two people were hurt, the authority said later")
NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
PAGE = Document(OLD, url="https://www.harbour.test/ferry?utm_source=x#top")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library")


def note_on(library: Library, article: ArticleId, words: str) -> AnnotationId:
    text = library.article(article).text
    span = Span(text.index(words), text.index(words) + len(words))
    library.apply(PutAnnotation(Annotation(AnnotationId(0), article, anchor(text, span), Tint.SUN, "", NOW, NOW)))
    return max(note.id for note in library.annotations(article))


def state(library: Library) -> Rows:
    """Every value of every table but what tells of the changes themselves."""
    return {
        name: rows for name, rows in everything(library).items() if name not in ("change", "journal", "journal_thing", "sqlite_sequence")
    }


def test_the_same_text_under_the_same_address_is_told_and_not_imported_twice(library: Library) -> None:
    first = library.add(PAGE, b"one", "one.html")
    again = library.add(replace(PAGE, url="http://harbour.test/ferry/"), b"two", "two.html")
    assert again.duplicate
    assert again.article == first.article


def test_a_changed_text_takes_the_place_of_the_old_one_with_all_that_was_said_of_it(library: Library) -> None:
    old = library.add(PAGE, b"one", "one.html").article
    library.apply(TagArticles((old,), "port", True))
    library.apply(MarkStarred((old,), True))
    kept, lost = note_on(library, old, "the port authority said on Monday"), note_on(library, old, "Nobody was hurt.")
    added = library.add(replace(PAGE, text=NEW), b"two", "two.html")
    assert (added.duplicate, added.version_of) == (False, old)
    assert library.article_ids() == (added.article,)
    assert library.article_ids(trashed=True) == ()
    assert library.versions(old) == library.versions(added.article) == (added.article, old)
    assert library.tags_of([added.article]) == {"port": 1}
    assert library.rows([added.article])[0].starred
    assert [note.id for note in library.annotations(added.article)] == [kept]
    assert [note.id for note in library.annotations(old)] == [lost]
    assert library.article(old).text == OLD


def test_a_guid_names_an_article_too_and_three_versions_stand_in_one_pile(library: Library) -> None:
    texts = (OLD, NEW, NEW + " The ferry stays in port.")
    ids = [library.add(Document(text, key="hp-1"), bytes([n]), "feed.xml").article for n, text in enumerate(texts)]
    assert library.versions(ids[0]) == tuple(reversed(ids))
    assert library.article_ids() == (ids[2],)


def test_an_older_version_that_comes_in_later_stands_behind(library: Library) -> None:
    new = library.add(replace(PAGE, text=NEW, updated=datetime(2026, 3, 3, tzinfo=UTC)), b"two", "two.html").article
    old = library.add(replace(PAGE, updated=datetime(2026, 3, 2, tzinfo=UTC)), b"one", "one.html").article
    assert library.article_ids() == (new,)
    assert library.versions(old) == (new, old)


def test_pages_of_one_address_that_have_nothing_in_common_are_no_versions(library: Library) -> None:
    library.add(PAGE, b"one", "one.html")
    storm = replace(PAGE, text="A storm passed over the coast at night and broke many trees in the park of Lindow.")
    other = library.add(storm, b"two", "two.html")
    assert other.version_of is None
    assert len(library.article_ids()) == 2


def test_the_analyst_can_part_versions_and_take_it_back(library: Library) -> None:
    old = library.add(PAGE, b"one", "one.html").article
    new = library.add(replace(PAGE, text=NEW), b"two", "two.html").article
    library.apply(StackVersion(old, None))
    assert set(library.article_ids()) == {old, new}
    assert library.versions(new) == (new,)
    library.undo()
    assert library.versions(old) == (new, old)
    library.redo()
    library.apply(StackVersion(new, old))
    assert library.article_ids() == (old,)
    with pytest.raises(EditRefused):
        library.apply(StackVersion(old, old))


def test_parting_is_taken_back_exactly_whatever_was_marked_since(library: Library) -> None:
    old = library.add(PAGE, b"one", "one.html").article
    library.apply(TagArticles((old,), "port", True))
    library.apply(MarkStarred((old,), True))
    new = library.add(replace(PAGE, text=NEW), b"two", "two.html").article
    library.apply(TagArticles((new,), "port", False))
    library.apply(MarkStarred((new,), False))
    before = state(library)
    library.apply(StackVersion(old, None))
    note_on(library, old, "the port authority said on Monday")
    parted = state(library)
    library.undo()
    library.undo()
    assert state(library) == before
    library.redo()
    library.redo()
    assert state(library) == parted


def test_parting_is_taken_back_behind_a_still_newer_version(library: Library) -> None:
    old = library.add(PAGE, b"one", "one.html").article
    new = library.add(replace(PAGE, text=NEW), b"two", "two.html").article
    library.apply(StackVersion(old, None))
    library.add(replace(PAGE, text=NEW + " It rained.", url=None, key="hp-3"), b"three", "three.html")
    newest = ArticleId(3)
    library.apply(StackVersion(new, newest))
    library.apply(StackVersion(old, new))
    assert library.versions(old) == (newest, new, old)
    assert library.article_ids() == (newest,)
    with pytest.raises(EditRefused):
        library.apply(StackVersion(newest, old))


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.harbour.test/a/?utm_medium=x&id=3#c", "url:harbour.test/a?id=3"),
        ("http://m.harbour.test/a", "url:harbour.test/a"),
        ("https://harbour.test/", ""),
        ("file:///a.html", ""),
        ("https://[broken", ""),
    ],
)
def test_addresses(address: str, key: str) -> None:
    assert address_key(address) == key


def test_kin() -> None:
    assert kin(OLD, NEW)
    assert not kin(OLD, "")
