"""A check looks at every byte, names what has changed, and does not stop at the first flaw."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app.library import Library
from briefing_app.library.checking import CheckReport, Kind
from tests.factories import document


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path)
    for i in range(60):
        opened.add(document(f"Number {i}", "The ferry came back. " * 60), f"original {i}".encode() * 10, f"{i}.txt")
    opened.index_pending()
    yield opened
    opened.close()


def checked(library: Library) -> CheckReport:
    told: list[tuple[int, int]] = []
    report = library.check(lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]
    return report


def test_a_whole_library(library: Library) -> None:
    report = checked(library)
    assert (report.articles, report.originals, report.writings, report.flaws, report.whole) == (60, 60, 0, (), True)


def test_each_flaw_is_named_and_none_hides_another(library: Library) -> None:
    with library._database.writing() as connection:
        connection.execute("UPDATE content SET text = text || '.' WHERE article = 3")
        connection.execute("UPDATE content SET document = '{' WHERE article = 4")
        connection.execute("INSERT INTO annotation (id, article, start, data) VALUES (7, 1, 0, 'torn')")
    paths = sorted(library.folder.glob("originals/??/*"))
    paths[0].write_bytes(b"")
    paths[1].unlink()
    report = checked(library)
    assert [(flaw.kind, flaw.words.replace(flaw.digest or "-", "-")) for flaw in report.flaws] == [
        (Kind.ARTICLE, "the text of a3 has changed"),
        (Kind.ARTICLE, "a4 does not read"),
        (Kind.ORIGINAL, "the original - has changed"),
        (Kind.ORIGINAL, "the original - is missing or cannot be read"),
        (Kind.WRITING, "n7 does not read"),
    ]
    assert not report.whole


def test_a_changed_index_is_no_loss(library: Library) -> None:
    file = max((library.folder / "index").iterdir(), key=lambda path: path.stat().st_size)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    times = file.stat()
    file.write_bytes(data)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))  # as a disk that rots
    assert [flaw.kind for flaw in library.check_database(full=False, watch=lambda: None)] == [Kind.INDEX]
    report = checked(library)
    assert [flaw.kind for flaw in report.flaws] == [Kind.INDEX]
    assert file.name in report.flaws[0].words
    assert report.whole


def test_a_torn_database_is_named_and_the_rest_can_be_read(library: Library) -> None:
    size = library._database.number("PRAGMA page_size")
    library.close()
    path = library.folder / "library.sqlite"
    data = bytearray(path.read_bytes())
    # The page on which a text lies: what is on it is gone, everything else is there.
    place = data.index(b"Number 30\n\nThe ferry") // size * size
    data[place : place + size] = b"\xa5" * size
    path.write_bytes(data)
    torn = Library.open(library.folder)
    report = checked(torn)
    gone = {flaw.words.removeprefix("the text of ").split()[0] for flaw in report.flaws if flaw.kind is Kind.ARTICLE}
    assert not report.whole
    assert 0 < len(gone) < 20
    assert any(flaw.kind is Kind.DATABASE for flaw in report.flaws)
    assert torn.check_database(full=False, watch=lambda: None)
    readable = [number for number in torn.article_ids() if f"a{number}" not in gone]
    assert len(torn.articles(readable)) == 60 - len(gone)
    torn.close()
