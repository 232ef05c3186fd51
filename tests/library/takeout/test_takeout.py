"""Everything out in open formats and back in: value for value, whatever a document, a note or the journal holds."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.library import Library
from briefing_app.library.backup import put_in_place
from briefing_app.library.takeout import Taken, is_takeout, take_in
from briefing_app.library.takeout.tables import LEFT_OUT, stored_columns, table_names
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.article import Attested, Document, Evidence, Zone, ZoneKind
from briefing_app.model.case import Case, Thing
from briefing_app.model.correction import MetadataField
from briefing_app.model.dates import DateInterval
from briefing_app.model.document import Block, BlockKind, Cell, Link
from briefing_app.model.edit import (
    CorrectMetadata,
    FileInCase,
    MarkRead,
    MarkStarred,
    PutAnnotation,
    PutCase,
    PutSearch,
    RelabelSpan,
    TagArticles,
    TrashArticles,
)
from briefing_app.model.errors import LibraryCorrupt, LibraryTooNew, StorageFailed
from briefing_app.model.ids import AnnotationId, ArticleId, CaseId, Noun, SearchId
from briefing_app.model.search import SavedSearch
from briefing_app.model.span import Span
from tests.factories import NOON, document
from tests.library.corners import library_with_every_corner


def unwatched(done: int, total: int) -> None:
    assert 0 <= done <= total


def rows_of(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """Every value of every table that is written out."""
    with library._database.writing() as connection:
        names = table_names(connection)
    return {name: sorted(library._database.rows(f"SELECT * FROM {name}"), key=repr) for name in names}


def originals_of(library: Library) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in library.folder.glob("originals/??/*")}


def said_of(library: Library) -> list[object]:
    """What the library says by its own verbs of all that is in it."""
    ids = (*library.article_ids(), *library.article_ids(trashed=True))
    return [
        *(library.articles(ids), library.annotations(), library.codebook(), library.events(), library.tags(), library.cases()),
        *(library.searches(), library.sources(), library.label_rules(), library.rulings(ids), library.templates(), library.history(100)),
        [library.briefing(title.id) for title in library.briefings()],
        [library.past(Thing(Noun.ARTICLE, number)) for number in ids],
    ]


def round_trip(library: Library, place: Path) -> Library:
    """The library made anew from what was written out."""
    taken = library.take_out(place / "out", unwatched)
    back = take_in(place / "out", place / "back", unwatched)
    assert (back.articles, back.originals, back.lost) == (taken.articles, taken.originals, taken.lost)
    put_in_place(place / "back", NOON, back.mark)
    return Library.open(place / "back")


WORDS = st.text(st.characters(codec="utf-8"), max_size=30)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=-7)), timezone(timedelta(hours=5, minutes=45))])
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1), timezones=ZONES)
DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))


@st.composite
def intervals(draw: st.DrawFn) -> DateInterval:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    how = draw(st.sampled_from(["both", "first", "last"]))
    moment = draw(st.none() | MOMENTS)
    return DateInterval(first if how != "last" else None, last if how != "first" else None, moment)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(st.characters(codec="utf-8"), min_size=1, max_size=200))
    places = st.integers(0, len(text))
    spans = st.builds(lambda a, b: Span(min(a, b), max(a, b)), places, places)
    evidence = st.builds(Evidence, WORDS, WORDS, st.none() | spans)

    def attested(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Attested[Any]]:
        return st.builds(Attested, st.none() | values, st.tuples(evidence) | st.just(()), st.floats(0, 1), st.booleans(), st.booleans())

    cells = st.none() | st.builds(Cell, *([st.integers(0, 9)] * 3), st.integers(1, 3), st.integers(1, 3), st.booleans())
    blocks = st.builds(Block, st.sampled_from(BlockKind), spans, st.integers(0, 6), WORDS, marker=WORDS, cell=cells)
    zones = st.builds(Zone, st.sampled_from(ZoneKind), spans, WORDS, st.floats(0, 1), st.booleans())
    titles = attested(WORDS)
    return Document(
        text,
        tuple(draw(st.lists(blocks, max_size=3))),
        tuple(draw(st.lists(st.builds(Link, spans, WORDS), max_size=2))),
        tuple(draw(st.lists(zones, max_size=3))),
        *(draw(titles) for _ in range(4)),
        draw(attested(intervals())),
        draw(titles),
        *(draw(st.none() | WORDS) for _ in range(2)),
        *(draw(st.none() | MOMENTS) for _ in range(2)),
        draw(WORDS),
        draw(WORDS),
    )


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(st.tuples(documents(), st.binary(max_size=60), WORDS), min_size=1, max_size=3), WORDS, WORDS, MOMENTS)
def test_nothing_is_lost_on_the_way(made: list[tuple[Document, bytes, str]], note: str, quote: str, when: datetime) -> None:
    with TemporaryDirectory() as place:
        library = Library.open(Path(place) / "library")
        for found, original, path in made:
            library.add(found, original, path or "x")
        anchor = Anchor(quote, note, quote, Span(0, 1), "0" * 64)
        library.apply(PutAnnotation(Annotation(AnnotationId(0), ArticleId(1), anchor, Tint.ROSE, note, when, when)))
        again = round_trip(library, Path(place))
        try:
            assert rows_of(again) == rows_of(library)
            assert originals_of(again) == originals_of(library)
            assert again.articles(again.article_ids()) == library.articles(library.article_ids())
        finally:
            again.close()
            library.close()


@pytest.fixture
def library(tmp_path: Path) -> Any:
    """A library with something in every corner, an edit of every kind among them."""
    opened = Library.open(tmp_path / "library")
    for i in range(4):
        opened.add(document(f"Number {i}", "The ferry came back. " * 5, source="Gazette"), f"original {i}".encode(), f"dir/{i}.HTML")
    first, second = ArticleId(1), ArticleId(2)
    anchor = Anchor("ferry", "The ", " came", Span(4, 9), "0" * 64)
    for edit in (
        PutAnnotation(Annotation(AnnotationId(0), first, anchor, Tint.SKY, "A *note*", NOON, NOON)),
        MarkRead((first,), True),
        MarkStarred((second,), True),
        TagArticles((first, second), "Häfen", True),
        CorrectMetadata(first, MetadataField.SOURCE, "=SUM(1)"),
        RelabelSpan(second, Span(0, 6), ZoneKind.CAPTION),
        TrashArticles((ArticleId(4),), True),
        PutCase(Case(CaseId(0), "Case", "Words", NOON, NOON), (Thing(Noun.ARTICLE, 1),)),
        FileInCase(CaseId(1), (Thing(Noun.ANNOTATION, 1),), True),
        PutSearch(SavedSearch(SearchId(0), "Ferries", "ferry OR boat", NOON, NOON)),
    ):
        opened.apply(edit)
    opened.undo()
    yield opened
    opened.close()


def test_every_table_and_original_comes_back_and_undo_goes_on(library: Library, tmp_path: Path) -> None:
    again = round_trip(library, tmp_path)
    assert rows_of(again) == rows_of(library)
    assert again.history(50) == library.history(50)
    while library.undo() is not None:
        assert again.undo() is not None
    assert rows_of(again) == rows_of(library)
    added = again.add(document("New", "Text."), b"new", "new.txt")
    assert added.article == 5  # no number is given twice
    again.close()


def test_every_column_of_every_table_comes_back(tmp_path: Path) -> None:
    """A table or column that a migration adds fails here until the library of this test has something in it."""
    library = library_with_every_corner(tmp_path / "library")
    with library._database.writing() as connection:
        for table in table_names(connection):
            names = stored_columns(connection, table)
            for column in names:
                there = f'SELECT count(*) FROM "{table}" WHERE "{column}" IS NOT NULL AND "{column}" NOT IN (0, \'\')'
                assert connection.execute(there).fetchone()[0], f"nothing is in {column} of {table}"
    again = round_trip(library, tmp_path)
    assert rows_of(again) == rows_of(library)
    assert originals_of(again) == originals_of(library)
    assert said_of(again) == said_of(library)
    while library.undo() is not None:
        assert again.undo() is not None
    assert rows_of(again) == rows_of(library)
    again.close()
    library.close()


def test_what_the_followers_fill_is_left_out(library: Library) -> None:
    with library._database.writing() as connection:
        every = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert every - set(table_names(connection)) == LEFT_OUT


def test_the_readable_files(library: Library, tmp_path: Path) -> None:
    library.take_out(tmp_path / "out", unwatched)
    words = (tmp_path / "out" / "articles" / "a1.md").read_text(encoding="utf-8")
    front = dict(line.split(": ", 1) for line in words.split("---")[1].strip().splitlines())
    assert {name: json.loads(front[name]) for name in ("title", "source", "tags", "read", "trashed")} == {
        "title": "Number 0",
        "source": "=SUM(1)",
        "tags": ["Häfen"],
        "read": True,
        "trashed": False,
    }
    assert "# Number 0\n\nThe ferry came back." in words
    assert words.endswith("> ferry\n\nA *note*\n")
    with (tmp_path / "out" / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == ["a1", "a2", "a3", "a4"]
    assert rows[0]["source"] == "'=SUM(1)"  # no formula
    assert rows[3]["in the trash"] == "yes"
    with (tmp_path / "out" / "notes.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["note"] for row in csv.DictReader(file)] == ["A *note*"]
    assert sorted(path.suffix for path in (tmp_path / "out" / "originals").iterdir()) == [".html"] * 4


def test_what_was_changed_by_hand_is_named_and_nothing_is_taken_in(library: Library, tmp_path: Path) -> None:
    library.take_out(tmp_path / "out", unwatched)
    table = tmp_path / "out" / "tables" / "annotation.jsonl"
    table.write_bytes(table.read_bytes().replace(b"A *note*", b"Another."))
    with pytest.raises(LibraryCorrupt, match=r"annotation\.jsonl"):
        take_in(tmp_path / "out", tmp_path / "back", unwatched)
    assert not list(tmp_path.glob("back*"))


def test_a_missing_original_is_named(library: Library, tmp_path: Path) -> None:
    library.take_out(tmp_path / "out", unwatched)
    gone = next((tmp_path / "out" / "originals").iterdir())
    gone.unlink()
    with pytest.raises(LibraryCorrupt, match=gone.stem):
        take_in(tmp_path / "out", tmp_path / "back", unwatched)


def test_what_was_lost_before_is_no_hindrance(library: Library, tmp_path: Path) -> None:
    gone = next(library.folder.glob("originals/??/*"))
    gone.unlink()
    again = round_trip(library, tmp_path)
    assert rows_of(again) == rows_of(library)
    again.close()


def test_a_folder_of_a_newer_version_is_not_taken_in(library: Library, tmp_path: Path) -> None:
    library.take_out(tmp_path / "out", unwatched)
    facts = tmp_path / "out" / "library.json"
    facts.write_text(json.dumps({**json.loads(facts.read_text(encoding="utf-8")), "schema": 999}), encoding="utf-8")
    with pytest.raises(LibraryTooNew):
        take_in(tmp_path / "out", tmp_path / "back", unwatched)


def test_a_folder_that_holds_something_is_left_alone(library: Library, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(StorageFailed, match="not empty"):
        library.take_out(tmp_path / "mine", unwatched)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["file"]
    assert not is_takeout(tmp_path / "mine")
    assert not list(tmp_path.glob("*.part"))


def test_of_two_exports_into_one_folder_at_once_one_is_whole_and_one_is_refused(library: Library, tmp_path: Path) -> None:
    other = Library.open(library.folder, read_only=True)
    begun: list[Taken] = []

    def meanwhile(done: int, _total: int) -> None:
        if done and not begun:
            begun.append(other.take_out(tmp_path / "out", unwatched))

    with pytest.raises(StorageFailed, match="not empty"):
        library.take_out(tmp_path / "out", meanwhile)
    assert take_in(tmp_path / "out", tmp_path / "back", unwatched).articles == begun[0].articles == 4
    assert not list(tmp_path.glob("*.part"))
    other.close()


def test_the_day_it_was_written(library: Library, tmp_path: Path) -> None:
    library.take_out(tmp_path / "out", unwatched)
    facts = json.loads((tmp_path / "out" / "library.json").read_text(encoding="utf-8"))
    assert datetime.fromisoformat(facts["made_at"]) <= datetime.now(UTC)
    assert facts["articles"] == 4
    assert is_takeout(tmp_path / "out")
