"""The library as its users see it: what is put in comes out, after a restart too."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing_app.library import Library
from briefing_app.model.article import Article, Attested, Document
from briefing_app.model.change import ChangeKind
from briefing_app.model.dates import DateInterval
from briefing_app.model.document import Block, BlockKind, Link
from briefing_app.model.errors import LibraryCorrupt, LibraryError, NothingThere
from briefing_app.model.findings import Findings, NumberMention, Sentence
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span
from tests.factories import NOON, document


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library", clock=lambda: NOON)
    yield opened
    opened.close()


def add(library: Library, made: Document, name: str = "a.txt") -> ArticleId:
    return library.add(made, f"{name}\n{made.text}".encode("utf-8", "replace"), f"/news/{name}").article


def test_an_article_comes_back_as_it_was_put_after_a_restart(tmp_path: Path) -> None:
    made = replace(
        document("Ferry returns", "The ferry came back at dawn.", source="Coast Post", day=date(2026, 3, 1)),
        links=(Link(Span(0, 5), "https://example.org/ferry"),),
        url="https://example.org/ferry",
        captured_at=NOON,
        part="3",
    )
    library = Library.open(tmp_path, clock=lambda: NOON)
    number = library.add(made, b"\x00\xffraw bytes", "/news/ferry.eml").article
    library.close()
    again = Library.open(tmp_path)
    found = again.article(number)
    assert found.document == made
    assert (found.custody.path, found.custody.file_name, found.custody.imported_at) == ("/news/ferry.eml", "ferry.eml", NOON)
    assert again.original(number) == b"\x00\xffraw bytes"
    again.close()


def test_the_same_original_and_part_is_a_duplicate_and_changes_nothing(library: Library) -> None:
    first = library.add(document("One", "Text."), b"bytes", "a.txt")
    assert library.add(document("One", "Text."), b"bytes", "copy-of-a.txt").duplicate
    assert library.add(document("One", "Text."), b"bytes", "copy-of-a.txt").article == first.article
    assert not library.add(replace(document("Two", "Text."), part="2"), b"bytes", "a.txt").duplicate
    assert [change.kind for change in library.changes_after(0)] == [ChangeKind.ARTICLE_ADDED] * 2


def test_rows_are_newest_first_and_undated_last(library: Library) -> None:
    undated = add(library, document("Undated", "No day here."))
    old = add(library, document("Old", "Long ago.", day=date(2020, 1, 1)))
    before = replace(document("Before", "Some day before."), date=Attested(DateInterval(None, date(2021, 1, 1)), (), 0.5))
    interval = add(library, before)
    moment = datetime(2022, 5, 5, 8, tzinfo=UTC)
    exact = replace(document("New", "Just now."), date=Attested(DateInterval(date(2022, 5, 5), date(2022, 5, 5), moment), (), 1.0))
    new = add(library, exact)
    assert [row.id for row in library.rows()] == [new, interval, old, undated]
    assert [row.id for row in library.rows([old, new])] == [new, old]


def test_a_row_shows_what_a_list_needs(library: Library) -> None:
    number = add(library, document(None, "The mayor of the town resigned on Friday.", source="Town Crier", language="en"))
    row = library.rows([number])[0]
    assert (row.headline, row.has_title) == ("The mayor of the town resigned on Friday.", False)
    assert row.lead.startswith("The mayor")
    kicker = document("Bridge opens", "Town / Roads", "The bridge opened on Friday.")
    assert library.rows([add(library, kicker)])[0].lead == "Town / Roads · The bridge opened on Friday."
    untitled = document(None, "Bridge opened at last", "It took ten years.")
    unnamed = library.rows([add(library, untitled)])[0]
    assert (unnamed.headline, unnamed.lead) == ("Bridge opened at last", "It took ten years.")
    assert (row.source.value, row.language, row.read, row.starred, row.notes, row.event) == ("Town Crier", "en", False, False, 0, None)


@pytest.mark.parametrize("text", ["a\0b", "e\ufeff\u200f", "\U0001f600 smile", "\n\n", ""])
def test_odd_texts_come_back(library: Library, text: str) -> None:
    number = add(library, Document(text))
    assert library.article(number).text == text


def test_lone_surrogates_are_replaced_one_for_one(library: Library) -> None:
    made = replace(Document("a\ud800b"), title=Attested("x\udfff"), blocks=(Block(BlockKind.PARAGRAPH, Span(0, 3)),))
    number = library.add(made, b"raw", "/news/\udcff.txt").article
    found = library.article(number)
    assert found.text == "a\ufffdb"
    assert found.document.title.value == "x\ufffd"
    assert found.custody.path == "/news/\udcff.txt"


def test_ids_that_name_nothing(library: Library) -> None:
    with pytest.raises(NothingThere, match="a9"):
        library.article(ArticleId(9))
    with pytest.raises(NothingThere):
        library.rows([ArticleId(9)])
    with pytest.raises(NothingThere):
        library.original(ArticleId(9))


def test_a_changed_or_missing_original_is_told(library: Library) -> None:
    number = library.add(document("One", "Text."), b"bytes", "a.txt").article
    file = next((library.folder / "originals").glob("??/*"))
    file.write_bytes(b"other")
    with pytest.raises(LibraryCorrupt, match="changed"):
        library.original(number)
    file.unlink()
    with pytest.raises(LibraryCorrupt, match="missing"):
        library.original(number)


def test_importing_the_file_again_heals_its_original(library: Library) -> None:
    number = library.add(document("One", "Text."), b"bytes", "a.txt").article
    file = next((library.folder / "originals").glob("??/*"))
    file.write_bytes(b"bites")
    assert library.add(document("One", "Text."), b"bytes", "a.txt").duplicate
    assert library.original(number) == b"bytes"


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs Linux's list of open files")
def test_an_original_and_its_folders_outlast_a_power_cut(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    synced, sync = [], os.fsync

    def watched(handle: int) -> None:
        synced.append(Path(f"/proc/self/fd/{handle}").readlink().name)
        sync(handle)

    monkeypatch.setattr(os, "fsync", watched)
    library.add(document("One", "Text."), b"bytes", "a.txt")
    file = next((library.folder / "originals").glob("??/*"))
    partial = f"{file.name}.{os.getpid()}.part"
    assert synced == [library.folder.name, "originals", partial, file.parent.name]


def test_findings_of_another_version_are_absent(library: Library) -> None:
    number = add(library, document("One", "Twelve boats sank."))
    findings = Findings(
        "en", (Sentence(Span(5, 23), document("x", "y").zones[1].kind, 0, (Span(5, 23),)),), numbers=(NumberMention(Span(5, 11), 12, 12),)
    )
    assert library.findings(number) is None
    library.put_findings(library.article(number), "1", findings)
    assert library.findings(number, "1") == findings
    assert library.findings(number, "2") is None


def test_profiles_come_back_in_order(library: Library) -> None:
    numbers = [add(library, document(f"Number {i}", "Text."), f"{i}.txt") for i in range(5)]
    for number in reversed(numbers):
        library.put_profile(library.article(number), "1", f"profile {number}".encode())
    library.put_profile(library.article(numbers[2]), "2", b"new")
    assert [number for number, _ in library.profiles("1")] == [n for n in numbers if n != numbers[2]]
    assert dict(library.profiles())[numbers[2]] == b"new"
    assert library.profile(numbers[2], "1") is None


def test_followers_keep_their_place(library: Library) -> None:
    for i in range(3):
        add(library, document(f"Number {i}", "Text."), f"{i}.txt")
    assert library.position("events") == 0
    assert len(library.changes_after(0, limit=2)) == 2
    library.set_position("events", library.last_change())
    assert library.changes_after(library.position("events")) == ()


def test_a_library_can_move(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "here")
    number = library.add(document("One", "Text."), b"bytes", "a.txt").article
    library.close()
    (tmp_path / "here").rename(tmp_path / "there")
    moved = Library.open(tmp_path / "there")
    assert moved.original(number) == b"bytes"
    moved.close()


def test_reading_only_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no library"):
        Library.open(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()
    library = Library.open(tmp_path)
    library.add(document("One", "Text."), b"bytes", "a.txt")
    reader = Library.open(tmp_path, read_only=True)
    assert reader.read_only
    assert [row.headline for row in reader.rows()] == ["One"]
    with pytest.raises(LibraryError, match="reading only"):
        reader.add(document("Two", "Text."), b"more", "b.txt")
    reader.close()
    library.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_only_the_user_may_look_inside(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        library = Library.open(tmp_path / "library")
        library.add(document("One", "Text."), b"bytes", "a.txt")
        library.index_pending()
        library.back_up_automatically(lambda _done, _total: None)
        library.take_out(tmp_path / "out", lambda _done, _total: None)
        inside = [path for top in (library.folder, tmp_path / "out") for path in (top, *top.rglob("*"))]
        assert {"library.sqlite", "library.sqlite-wal", "lock", "index", "backups"} <= {path.name for path in inside}
        for path in inside:
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
        library.close()
    finally:
        os.umask(before)


def test_rows_are_read_in_a_few_questions_however_many_they_are(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    made = document("Ferry returns", "The ferry came back at dawn.", source="Coast Post", day=date(2026, 3, 1))
    asked: list[str] = []

    def asked_for(rows: int) -> int:
        asked.clear()
        assert len(library.rows()) == rows
        return len(asked)

    for i in range(5):
        add(library, made, f"{i}.txt")
    with library._database._own() as connection:
        connection.set_trace_callback(asked.append)
    few = asked_for(5)
    for i in range(5, 60):
        add(library, made, f"{i}.txt")
    assert asked_for(60) == few
    library.close()


def test_a_closed_library_says_so(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    library.close()
    library.close()
    with pytest.raises(LibraryError, match="closed"):
        library.rows()
    with pytest.raises(LibraryError, match="closed"):
        library.behind()


def test_articles_in_the_order_asked_for(library: Library) -> None:
    numbers = [add(library, document(f"Number {i}", "Text."), f"{i}.txt") for i in range(3)]
    asked = [numbers[2], numbers[0], numbers[2]]
    found: tuple[Article, ...] = library.articles(asked)
    assert [article.id for article in found] == asked
    assert library.article_ids() == tuple(numbers)


@pytest.mark.parametrize("how", ["gone", "empty"])
def test_a_lost_database_is_told_while_originals_are_there(tmp_path: Path, how: str) -> None:
    library = Library.open(tmp_path)
    add(library, document("One", "Text."))
    library.close()
    for path in tmp_path.glob("library.sqlite*"):
        path.unlink()
    if how == "empty":
        (tmp_path / "library.sqlite").touch()
    with pytest.raises(LibraryCorrupt, match="originals"):
        Library.open(tmp_path)


def test_somebody_elses_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(LibraryCorrupt, match="not a library"):
        Library.open(tmp_path)
    assert path.read_bytes() == before


def test_an_empty_database_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").touch()
    with pytest.raises(LibraryError, match="no library"):
        Library.open(tmp_path, read_only=True)
