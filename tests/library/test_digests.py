"""A bit that changes where the row still reads is noticed and named, and nothing that the program itself writes is."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.library import Library
from briefing_app.library.checking import Kind
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.edit import MarkStarred, PutAnnotation, RemoveTag, TagArticles, TrashArticles
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from tests.endurance.rounds import change
from tests.factories import NOON, document

NOTE = Annotation(AnnotationId(0), ArticleId(1), Anchor("The", "", "", Span(0, 3), "0" * 64), Tint.SUN, "xylophone", NOON, NOON)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path, clock=lambda: NOON)
    for i in range(8):
        opened.add(document(f"Number {i}", f"The ferry zeppelin{i} came back."), str(i).encode(), f"{i}.txt")
    opened.apply(PutAnnotation(NOTE))
    opened.apply(TagArticles((ArticleId(1), ArticleId(2)), "quokka", True))
    yield opened
    opened.close()


def flaws(library: Library) -> set[tuple[Kind, str]]:
    return {(flaw.kind, flaw.words) for flaw in library.check(lambda _done, _total: None).flaws}


def flip(library: Library, words: bytes, to: bytes) -> Library:
    """Change words everywhere in the closed database's file, and open it again."""
    folder = library.folder
    library.close()
    with sqlite3.connect(folder / "library.sqlite") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    path = folder / "library.sqlite"
    data = path.read_bytes()
    assert words in data
    path.write_bytes(data.replace(words, to))
    return Library.open(folder, clock=lambda: NOON)


def test_a_letter_of_a_note(library: Library) -> None:
    again = flip(library, b"xylophone", b"xylophonf")
    found = flaws(again)
    assert (Kind.WRITING, "n1 is not as it was written") in found
    assert any("history" in words for _, words in found), "the journal holds the same note"
    background = {flaw.words for flaw in again.check_database(full=False, watch=lambda: None)}
    assert "n1 is not as it was written" in background
    assert [flaw.words for flaw in again.flaws_of(ArticleId(1))] == ["n1 is not as it was written"]
    assert again.flaws_of(ArticleId(3)) == ()
    again.close()


def test_a_letter_of_a_text_is_named_once_and_the_rest_reads(library: Library) -> None:
    again = flip(library, b"zeppelin3", b"zeppelim3")
    found = [words for _, words in flaws(again) if "a4" in words]
    assert found == ["the text of a4 has changed"]
    assert again.article(ArticleId(3)).text
    assert [flaw.words for flaw in again.flaws_of(ArticleId(4))] == ["a4 is not as it was written"]
    assert again.check_database(full=True, watch=lambda: None)
    again.close()


def test_a_tag_in_a_table_without_numbers(library: Library) -> None:
    library.apply(TagArticles((ArticleId(5),), "okapi", True))
    again = flip(library, b"okapi", b"okapj")
    assert any("tag" in words for _, words in flaws(again))
    again.close()


def test_a_row_that_is_gone(library: Library) -> None:
    library.close()
    with sqlite3.connect(library.folder / "library.sqlite") as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'digest_annotation_%'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("DELETE FROM annotation")
    connection.close()
    again = Library.open(library.folder, clock=lambda: NOON)
    assert (Kind.WRITING, "n1 is not as it was written") in flaws(again)
    again.close()


@pytest.mark.parametrize("seed", range(3))
def test_nothing_that_the_program_writes_is_a_flaw(library: Library, seed: int) -> None:
    with library._database._own() as connection:  # the disk is not what is tested
        connection.execute("PRAGMA synchronous = OFF")
    chance = random.Random(seed)
    for _ in range(60):
        change(library, chance)
    library.apply(MarkStarred(tuple(library.article_ids()), True))
    library.apply(PutAnnotation(replace(NOTE, article=(*library.article_ids(), ArticleId(1))[0])))
    library.apply(TrashArticles(tuple(library.article_ids())[:2], True))
    library.empty_trash()
    if any(row.tags for row in library.rows()):
        library.apply(RemoveTag(next(row.tags[0] for row in library.rows() if row.tags)))
    assert flaws(library) == set()
