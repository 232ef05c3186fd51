"""Shelves: which articles stand there, in which order, and what the sidebar counts; and libraries from before there were any."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from briefing_app.anchoring import anchor
from briefing_app.library import Library, LineKind
from briefing_app.library.migrations import APPLICATION_ID, MIGRATIONS
from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Comparison, Copy, Place, Relation
from briefing_app.model.correction import MetadataField
from briefing_app.model.dates import day_interval
from briefing_app.model.edit import CorrectMetadata, MarkRead, MarkStarred, PutAnnotation, PutSource, TrashArticles
from briefing_app.model.errors import LibraryError
from briefing_app.model.event import EventGroup
from briefing_app.model.ids import AnnotationId, ArticleId, EventId, SourceId
from briefing_app.model.letters import Letter
from briefing_app.model.shelf import Arrangement, ListOrder, Shelf, ShelfKind
from briefing_app.model.source import Source
from briefing_app.model.span import Span
from tests.factories import NOON, document

SOURCES = ("Lindow Post", None, "Courier", "Lindow Post", "Courier", None)
DAYS = (3, 9, None, 5, 5, 1)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Six articles; 1, 4 and 6 are one event, in the order 6, 1, 4."""
    opened = Library.open(tmp_path)
    for number, (source, day) in enumerate(zip(SOURCES, DAYS, strict=True), 1):
        made = document(f"Number {number}", "The ferry came back.", source=source, day=date(2026, 3, day) if day else None)
        opened.add(made, str(number).encode(), f"{number}.txt")
    opened.put_groups([EventGroup("Ferry", day_interval(date(2026, 3, 5)), (ArticleId(6), ArticleId(1), ArticleId(4)))])
    yield opened
    opened.close()


def lines(library: Library, shelf: Shelf | None = None) -> list[tuple[int, str]]:
    outline = library.outline(shelf or Shelf())
    return [(key, LineKind(kind).name.lower()) for key, kind in zip(outline.keys, outline.kinds, strict=True)]


def numbers(library: Library, kind: ShelfKind, **subject: object) -> list[int]:
    return sorted(key for key in library.outline(Shelf(kind, **subject)).keys if key > 0)  # type: ignore[arg-type]


def put_comparison(library: Library) -> None:
    ids = (ArticleId(6), ArticleId(1), ArticleId(4))
    span = Span(0, 3)
    cells = (Cell(ids[0], Relation.STATES, (span,)), Cell(ids[1], Relation.CONTRADICTS, (span,)), Cell(ids[2], Relation.ABSENT))
    claims = (
        Claim(ClaimStatus.CONFLICT, "The ferry", Place(ids[0], span), cells),
        Claim(ClaimStatus.ALL, "It", Place(ids[0], span), cells),
    )
    copies = (Copy(ids[0], ids[2], 0.95), Copy(ids[1], ids[2], 0.9), Copy(ids[0], ids[1], 0.5))
    digests = tuple(article.document.text_sha256 for article in library.articles(ids))
    library.put_comparison(library.events()[0].id, Comparison("1", ids, digests, claims, copies=copies))


def ordered(library: Library, order: ListOrder, *, grouped: bool = False) -> list[int]:
    return list(library.outline(Shelf(), Arrangement(order, grouped)).keys)


def test_a_list_stands_in_the_order_asked_for(library: Library) -> None:
    library.apply(CorrectMetadata(ArticleId(2), MetadataField.TITLE, "äpfel"))
    library.apply(CorrectMetadata(ArticleId(3), MetadataField.SOURCE, "courier"))
    assert ordered(library, ListOrder.NEWEST) == [2, 4, 5, 1, 6, 3]
    assert ordered(library, ListOrder.OLDEST) == [6, 1, 4, 5, 2, 3]
    assert ordered(library, ListOrder.ADDED) == [6, 5, 4, 3, 2, 1]
    assert ordered(library, ListOrder.SOURCE) == [5, 3, 4, 1, 2, 6]
    assert ordered(library, ListOrder.TITLE) == [1, 3, 4, 5, 6, 2]
    assert ordered(library, ListOrder.OLDEST, grouped=True) == [-1, 6, 1, 4, 5, 2, 3]
    assert library.outline(Shelf(), Arrangement(grouped=False)).kinds == bytes([LineKind.SINGLE]) * 6


def test_an_event_stands_where_its_newest_article_stands(library: Library) -> None:
    assert lines(library) == [(2, "single"), (-1, "event"), (6, "member"), (1, "member"), (4, "member"), (5, "single"), (3, "single")]
    outline = library.outline(Shelf())
    assert outline.total == 6


def test_the_outline_is_in_the_order_of_the_rows(library: Library) -> None:
    library.put_groups([])
    assert [key for key, _ in lines(library)] == [row.id for row in library.rows()]


def test_a_copy_follows_its_original_where_both_stand(library: Library) -> None:
    put_comparison(library)
    assert lines(library)[1:5] == [(-1, "event"), (6, "member"), (4, "copy"), (1, "member")]
    library.apply(MarkRead((ArticleId(6),), True))
    assert lines(library, Shelf(ShelfKind.UNREAD))[1:4] == [(-1, "event"), (1, "member"), (4, "member")]


def test_rows_carry_what_the_comparison_says_of_them(library: Library) -> None:
    put_comparison(library)
    rows = {row.id: row for row in library.rows()}
    assert [(rows[ArticleId(n)].letter, rows[ArticleId(n)].conflicts, rows[ArticleId(n)].copy_of) for n in (6, 1, 4, 2)] == [
        (Letter(0), 1, None),
        (Letter(1), 1, None),
        (Letter(1, 1), 0, (Letter(0), 0.95)),
        (None, 0, None),
    ]
    library.put_groups([EventGroup("Ferry", None, (ArticleId(1), ArticleId(4)))])
    rows = {row.id: row for row in library.rows()}
    assert [(rows[ArticleId(n)].letter, rows[ArticleId(n)].conflicts, rows[ArticleId(n)].copy_of) for n in (6, 1, 4)] == [
        (None, 0, None),
        (Letter(0), 0, None),
        (Letter(0, 1), 0, None),
    ]


def test_each_shelf_holds_what_its_name_says(library: Library) -> None:
    library.apply(MarkRead((ArticleId(1), ArticleId(2)), True))
    library.apply(MarkStarred((ArticleId(3),), True))
    text = library.article(ArticleId(5)).text
    library.apply(PutAnnotation(Annotation(AnnotationId(0), ArticleId(5), anchor(text, Span(0, 6)), Tint.SUN, "", NOON, NOON)))
    assert numbers(library, ShelfKind.ALL) == [1, 2, 3, 4, 5, 6]
    assert numbers(library, ShelfKind.UNREAD) == [3, 4, 5, 6]
    assert numbers(library, ShelfKind.STARRED) == [3]
    assert numbers(library, ShelfKind.NOTED) == [5]
    assert numbers(library, ShelfKind.EVENT, event=EventId(1)) == [1, 4, 6]
    assert numbers(library, ShelfKind.SOURCE, source="Courier") == [3, 5]
    assert numbers(library, ShelfKind.SOURCE, source=None) == [2, 6]
    counts = library.shelf_counts(10)
    assert (counts.articles, counts.unread, counts.starred, counts.noted, counts.events) == (6, 4, 1, 1, 1)
    assert {one.name: one.articles for one in counts.sources} == {"Lindow Post": 2, "Courier": 2, None: 2}
    assert [(line.title, line.articles) for line in counts.newest] == [("Ferry", 3)]
    assert library.event_lines([EventId(1), EventId(99)]) == counts.newest


def test_an_empty_library_has_empty_shelves(tmp_path: Path) -> None:
    with closing(Library.open(tmp_path)) as library:
        assert lines(library) == []
        assert library.shelf_counts(10).sources == ()


def test_the_newest_events_come_first(library: Library) -> None:
    days = {"Old": 1, "New": 9, "Undated": None}
    library.put_groups(
        [
            EventGroup(title, day_interval(date(2026, 3, day)) if day else None, (ArticleId(at),))
            for at, (title, day) in enumerate(days.items(), 1)
        ]
    )
    assert [line.title for line in library.shelf_counts(10).newest] == ["New", "Old", "Undated"]
    assert [line.title for line in library.shelf_counts(1).newest] == ["New"]


def test_lists_are_answered_from_indices(library: Library) -> None:
    plans = {
        "SELECT id, event, place FROM article INDEXED BY article_order WHERE trashed = 0 AND read = 0 ORDER BY dated DESC, id": "COVERING",
        "SELECT id, event, place FROM article INDEXED BY article_title WHERE trashed = 0 AND starred = 1 ORDER BY title, id": "COVERING",
        "SELECT count(*), sum(NOT read), sum(starred) FROM article WHERE trashed = 0": "COVERING",
        "SELECT source, max(source_inferred), count(*) FROM article WHERE trashed = 0 GROUP BY source": "INDEX article_source",
        "SELECT id FROM event ORDER BY dated DESC, id DESC LIMIT 9": "INDEX event_order",
    }
    for statement, index in plans.items():
        plan = " ".join(str(row[3]) for row in library._database.rows(f"EXPLAIN QUERY PLAN {statement}"))
        assert index in plan, statement
        assert "TEMP B-TREE" not in plan, statement


def test_a_library_of_the_first_version_gets_its_shelves(library: Library, tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    with closing(sqlite3.connect(old / "library.sqlite", isolation_level=None)) as connection:
        for statement in MIGRATIONS[0]:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("PRAGMA user_version=1")
        connection.execute("ATTACH ? AS now", (str(tmp_path / "library.sqlite"),))
        connection.execute("INSERT INTO event SELECT id, data, stage_of FROM now.event")
        columns = "id, original, part, path, file_name, imported_at, text_sha256, listing, dated, added, read, starred, event"
        connection.execute(f"INSERT INTO article ({columns}) SELECT {columns} FROM now.article")
    with pytest.raises(LibraryError, match="older version"):
        Library.open(old, read_only=True)
    with closing(Library.open(old)) as opened:
        assert lines(opened) == lines(library)
        assert opened.shelf_counts(10) == library.shelf_counts(10)
        assert [row.letter for row in opened.rows()] == [row.letter for row in library.rows()]


def test_letters_follow_the_register_the_source_and_the_trash(library: Library) -> None:
    def letters() -> dict[int, str]:
        rows = {row.id: row.letter for row in library.rows()}
        assert {number: rows[ArticleId(number)] for number in library.letters([EventId(1)])} == library.letters([EventId(1)])
        return {number: str(letter) for number, letter in rows.items() if letter}

    assert letters() == {6: "A", 1: "B", 4: "B2"}
    library.apply(CorrectMetadata(ArticleId(6), MetadataField.SOURCE, "The Post"))
    library.apply(PutSource(Source(SourceId(0), "Lindow Post", ("The Post",))))
    assert letters() == {6: "A", 1: "A2", 4: "A3"}
    library.undo()
    assert letters() == {6: "A", 1: "B", 4: "B2"}
    library.apply(PutSource(Source(SourceId(0), "Lindow Post", owner="Post Group")))
    library.apply(PutSource(Source(SourceId(0), "The Post", owner="post group")))
    assert letters() == {6: "A", 1: "A2", 4: "A3"}
    library.apply(CorrectMetadata(ArticleId(6), MetadataField.SOURCE, None))
    library.apply(TrashArticles((ArticleId(1),), True))
    assert letters() == {6: "A", 4: "B"}


def test_everything_has_a_name_to_be_found_by(library: Library) -> None:
    assert [number for number, _ in library.headlines()] == [row.id for row in library.rows()]
    assert dict(library.headlines()) == {row.id: row.headline for row in library.rows()}
    assert library.event_titles() == ((EventId(1), "Ferry"),)
