"""A library of an older version opens and keeps everything."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from briefing_app.library import Library
from briefing_app.library.database import bring_to
from briefing_app.library.migrations import MIGRATIONS
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.dates import day_interval
from briefing_app.model.edit import MarkRead, MarkStarred, PutAnnotation
from briefing_app.model.errors import LibraryError
from briefing_app.model.event import EventGroup
from briefing_app.model.findings import Findings
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.shelf import Shelf
from briefing_app.model.span import Span
from tests.factories import NOON, document


def _filled(folder: Path) -> Library:
    library = Library.open(folder, clock=lambda: NOON)
    for i, source in enumerate((None, "Coast Post", "Ährenblatt", "Coast Post")):
        made = document(f"Ärger {i}", "The ferry came back.", source=source, day=date(2026, 3, 1 + i) if i else None)
        library.add(made, str(i).encode(), f"{i}.txt")
    library.apply(MarkRead((ArticleId(2),), True))
    library.apply(PutAnnotation(Annotation(AnnotationId(0), ArticleId(1), _ANCHOR, Tint.SUN, "look", NOON, NOON)))
    library.put_groups([EventGroup("Ferry", day_interval(date(2026, 3, 2)), (ArticleId(2), ArticleId(3)))])
    library.put_findings(library.article(ArticleId(1)), "1", Findings("en", ()))
    library.put_profile(library.article(ArticleId(1)), "1", b"profile")
    library.set_position("somebody", 3)
    return library


_ANCHOR = Anchor("The", "", " ferry", Span(10, 13), "0" * 64)


def _seen(library: Library) -> tuple[object, ...]:
    ids = library.article_ids()
    return (
        *(library.rows(), library.articles(ids), library.annotations(), library.events()),
        *(library.findings(ArticleId(1), "1"), library.profile(ArticleId(1), "1"), library.shelf_counts(9), library.outline(Shelf())),
        *(library.position("somebody"), library.changes_after(0), [library.original(number) for number in ids]),
        last.edit if (last := library.undoable()) is not None else None,
    )


def _at_version(version: int, source: Path, folder: Path) -> None:
    """The library of ``source`` as a program of that version would have written it."""
    folder.mkdir()
    shutil.copytree(source / "originals", folder / "originals")
    connection = sqlite3.connect(folder / "library.sqlite")
    bring_to(connection, 0, version)
    connection.execute("ATTACH ? AS newer", (str(source / "library.sqlite"),))
    tables = [row[0] for row in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name <> 'row_digest'")]
    for table in tables:
        columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_xinfo({table})") if not row[6])
        connection.execute(f"DELETE FROM main.{table}")
        connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}")
    connection.commit()
    connection.execute("DETACH newer")
    connection.close()


@pytest.fixture
def old(tmp_path: Path) -> tuple[Path, tuple[object, ...]]:
    """A library of version 1, and what is seen in it."""
    library = _filled(tmp_path / "new")
    seen = _seen(library)
    library.close()
    _at_version(1, tmp_path / "new", tmp_path / "old")
    return tmp_path / "old", seen


def test_a_library_of_version_1_keeps_everything(old: tuple[Path, tuple[object, ...]]) -> None:
    folder, seen = old
    with sqlite3.connect(folder / "library.sqlite") as connection:
        assert "trashed" not in {row[1] for row in connection.execute("PRAGMA table_info(article)")}
    connection.close()
    library = Library.open(folder)
    assert _seen(library) == seen
    assert library.behind() == 4
    library.undo()
    assert library.annotations() == ()
    library.undo()
    assert library.apply(MarkStarred((ArticleId(4),), True)).changes
    assert not any(row.read for row in library.rows())
    library.close()


def test_the_columns_are_those_of_new_articles(old: tuple[Path, tuple[object, ...]], tmp_path: Path) -> None:
    Library.open(old[0]).close()
    rows = []
    for folder in (old[0], tmp_path / "new"):
        connection = sqlite3.connect(folder / "library.sqlite")
        rows.append(connection.execute("SELECT id, source, title, latest, place, corrected, trashed FROM article ORDER BY id").fetchall())
        connection.close()
    assert rows[0] == rows[1]
    assert rows[0][0][2] == "ärger 0"


def test_an_old_library_that_may_not_be_written_says_what_to_do(old: tuple[Path, tuple[object, ...]]) -> None:
    with pytest.raises(LibraryError, match="older") as told:
        Library.open(old[0], read_only=True)
    assert "for writing" in told.value.next_step


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_copy_is_kept_before_a_library_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    _filled(tmp_path / "new").close()
    _at_version(version, tmp_path / "new", tmp_path / "old")
    before = sqlite3.connect(tmp_path / "old" / "library.sqlite")
    rows = list(before.iterdump())
    before.close()
    (tmp_path / "old" / "library.sqlite.version-0").write_bytes(b"the copy of an earlier time")
    Library.open(tmp_path / "old").close()
    (copy,) = (tmp_path / "old").glob("library.sqlite.version-*")
    assert copy.name == f"library.sqlite.version-{version}"
    kept = sqlite3.connect(copy)
    assert list(kept.iterdump()) == rows
    kept.close()
    Library.open(tmp_path / "old").close()
    assert [path.name for path in (tmp_path / "old").glob("library.sqlite.version-*")] == [copy.name]
