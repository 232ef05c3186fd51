"""Hides what everything in open formats is: a folder that says itself what is in it, written whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO

from briefing_app.library import records
from briefing_app.library.articles import Articles
from briefing_app.library.database import Database
from briefing_app.library.originals import Originals
from briefing_app.library.partial import clear_away, partial_of
from briefing_app.library.takeout.readable import Marks, article_table, markdown, note_table
from briefing_app.library.takeout.tables import row_count, table_names, write_table
from briefing_app.library.writings import Writings
from briefing_app.model.article import Article
from briefing_app.model.errors import LibraryCorrupt, StorageFailed
from briefing_app.model.ids import ArticleId, Noun, name_of

FORMAT = 1
FACTS = "library.json"
TABLES = "tables"
_SOME = 200
_README = """\
Everything that was in a library of Briefing, in open formats.

articles/    each article as it is read, as Markdown with its metadata above
articles.csv, notes.csv    the articles, and the highlights and notes, for a spreadsheet
notes.jsonld the highlights and notes outside the trash, as W3C Web Annotations
originals/   the bytes as they were received, by their SHA-256
tables/      every row of the library as lines of JSON; the first line names the columns
library.json what this is, and the SHA-256 of every file in tables/

"briefing-app import" on this folder makes the library again, with nothing lost. It reads tables/ and originals/ only.
"""

Watch = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Taken:
    """What went out or came in. ``lost`` names originals that were gone or changed already, ``mark`` is for ``put_in_place``."""

    articles: int
    originals: int
    rows: int
    lost: tuple[str, ...] = ()
    mark: str = ""


def take_out(database: Database, originals: Originals, folder: Path, now: datetime, watch: Watch, mark: str) -> Taken:
    """Write everything into ``folder``, which must not be there or be empty. What comes in meanwhile is not in it.

    ``mark`` is in the name of the folder that it lies in until it is whole. Raises StorageFailed.
    """
    partial = partial_of(folder, mark)
    try:
        if folder.exists() and any(folder.iterdir()):
            raise StorageFailed(f"The folder {folder} is not empty.", "Choose a new folder.")
        partial.mkdir(mode=0o700, parents=True)
        with TemporaryDirectory(prefix="moment-", dir=partial, ignore_cleanup_errors=True) as place:
            copy = Path(place) / "library.sqlite"
            database.copy_to(copy, lambda _status, _left, _total: watch(0, 0), 2_000)
            moment = Database(copy, read_only=True)
            try:
                taken = _TakingOut(moment, originals, partial, watch).write(now)
            finally:
                moment.close()
        if folder.exists():
            folder.rmdir()
        partial.rename(folder)
    except OSError as error:
        raise StorageFailed(
            f"Not everything could be written to {folder}: {error.strerror or error}.", "Check the free space, or choose another folder."
        ) from error
    finally:
        clear_away(folder.parent, mark)
    return taken


class _TakingOut:
    """One export of a database that nobody changes."""

    def __init__(self, database: Database, originals: Originals, folder: Path, watch: Watch) -> None:
        self._database = database
        self._originals = originals
        self._folder = folder
        self._watch = watch
        self._articles = Articles(database)
        self._done = self._total = 0

    def write(self, now: datetime) -> Taken:
        """All files; the one that says what this is comes last."""
        ids = tuple(ArticleId(int(row[0])) for row in self._database.rows("SELECT id FROM article ORDER BY id"))
        with closing(sqlite3.connect(f"{self._database.path.resolve().as_uri()}?immutable=1", uri=True)) as connection:
            names = table_names(connection)
            rows = sum(row_count(connection, name) for name in names)
            self._total = rows + 2 * len(ids)
            schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
            digests = {name: self._table(connection, name) for name in names}
        originals, lost = self._write_originals()
        self._write_readable(ids)
        _write(self._folder / "README.txt", [_README])
        facts = {
            "format": FORMAT,
            "schema": schema,
            "made_at": now.astimezone(UTC).isoformat(),
            "articles": len(ids),
            "lost": lost,
            "tables": digests,
        }
        _write(self._folder / FACTS, [json.dumps(facts, indent=1)])
        self._watch(self._total, self._total)
        return Taken(len(ids), originals, rows, tuple(lost))

    def _step(self) -> None:
        self._done += 1
        if self._done % _SOME == 0:
            self._watch(min(self._done, self._total - 1), self._total)

    def _table(self, connection: sqlite3.Connection, name: str) -> str:
        path = self._folder / TABLES / f"{name}.jsonl"
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with _new(path) as file:
            write_table(connection, name, file, self._step)
        with path.open("rb") as written:
            return hashlib.file_digest(written, "sha256").hexdigest()

    def _write_originals(self) -> tuple[int, list[str]]:
        lost: list[str] = []
        count = 0
        folder = self._folder / "originals"
        folder.mkdir(mode=0o700)
        for digest, name in self._database.rows("SELECT original, min(file_name) FROM article GROUP BY original ORDER BY original"):
            self._step()
            try:
                data = self._originals.as_it_is(digest)
            except LibraryCorrupt:
                lost.append(digest)
                continue
            if hashlib.sha256(data).hexdigest() != digest:
                lost.append(digest)
            with _new(folder / f"{digest}{_suffix(name)}") as file:
                file.write(data)
            count += 1
        return count, lost

    def _write_readable(self, ids: tuple[ArticleId, ...]) -> None:
        writings = Writings(self._database)
        folder = self._folder / "articles"
        folder.mkdir(mode=0o700)
        marks = self._marks()
        for article in self._each(ids):
            self._step()
            words = markdown(article, marks[article.id], writings.annotations(article.id))
            _write(folder / f"{name_of(Noun.ARTICLE, article.id)}.md", [words])
        _write(self._folder / "articles.csv", article_table((one, marks[one.id]) for one in self._each(ids)), "utf-8-sig")
        notes = (records.decode_annotation(row[0]) for row in self._database.each("SELECT data FROM annotation ORDER BY id"))
        _write(self._folder / "notes.csv", note_table(notes), "utf-8-sig")

    def _each(self, ids: tuple[ArticleId, ...]) -> Iterator[Article]:
        for start in range(0, len(ids), _SOME):
            yield from self._articles.get(ids[start : start + _SOME])

    def _marks(self) -> dict[ArticleId, Marks]:
        tags: dict[int, list[str]] = {}
        for number, tag in self._database.rows("SELECT m.article, t.name FROM article_tag m JOIN tag t ON t.id = m.tag ORDER BY t.folded"):
            tags.setdefault(int(number), []).append(str(tag))
        rows = self._database.rows("SELECT id, read, starred, trashed, event FROM article")
        return {
            ArticleId(int(number)): Marks(
                bool(read),
                bool(starred),
                trashed == 1,
                tuple(tags.get(int(number), ())),
                name_of(Noun.EVENT, int(event)) if event is not None else "",
            )
            for number, read, starred, trashed, event in rows
        }


def _suffix(name: bytes) -> str:
    """The ending of the file's name, when it is a plain one: what other programs know its format by."""
    suffix = PurePosixPath(name.decode("utf-8", "replace")).suffix.lower()
    return suffix if suffix[1:].isalnum() and suffix.isascii() and len(suffix) <= 10 else ""


def _new(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb")


def _write(path: Path, pieces: Iterable[str], encoding: str = "utf-8") -> None:
    with TextIOWrapper(_new(path), encoding=encoding, errors="replace", newline="") as file:
        file.writelines(pieces)
