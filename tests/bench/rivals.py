"""Other engines over the same texts, for ``searching.py``: SQLite FTS5, stock Whoosh, and tantivy and recoll where they are installed.

tantivy is no dependency of the program: ``pip install tantivy``. recoll comes with the system: ``apt-get install recoll``. Each is asked
for its 50 best hits without any passage, and how many there are.
"""

from __future__ import annotations

import importlib.util
import os
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import whoosh.index
from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.qparser import QueryParser

from briefing_app.library import Library
from briefing_app.library.index import manifest

_AT_ONCE = 500
_BEST = 50

WORDS = ("market", "dividend", "prime minister", "oil prices fell", "bank profit", "tax budget spending", "election", "court")
PHRASES = ('"prime minister"', '"interest rates"', '"last year"')

Ask = Callable[[str, bool], Any]
"""A query, and whether its last word also stands for words that begin with it."""


@dataclass(frozen=True, slots=True)
class Rival:
    """An engine with its index. ``apart`` says that each query is a process of its own, whose start counts too."""

    name: str
    queries: Sequence[str]
    ask: Ask
    folder: Path
    apart: bool = False

    def index_mb(self) -> float:
        """The size of its index."""
        files = [self.folder] if self.folder.is_file() else [path for path in self.folder.rglob("*") if path.is_file()]
        return sum(path.stat().st_size for path in files) / 2**20


def rivals(library: Library, top: Path, *, patient: bool) -> Iterator[Rival]:
    """Those that can be had here; their indices are built once, below ``top``. The slow ones only for who is ``patient``."""
    yield _fts(library, top / "fts5.sqlite")
    if importlib.util.find_spec("tantivy"):
        yield _tantivy(library, top / "tantivy")
    if patient:
        yield _stock_whoosh(library, top / "whoosh")
    if patient and shutil.which("recollindex") and shutil.which("recollq"):
        yield _recoll(library, top / "recoll")


def index_mb(library: Path) -> float:
    """The size of our own index, without the files of older generations that go within a minute."""
    newest = manifest.read(library / "index")
    return sum(file.size for file in newest.files.values()) / 2**20 if newest else 0.0


def texts(library: Library) -> Iterator[tuple[int, str, str]]:
    """Number, title and text of every article."""
    numbers = library.article_ids()
    for start in range(0, len(numbers), _AT_ONCE):
        for article in library.articles(numbers[start : start + _AT_ONCE]):
            yield article.id, article.document.title.value or "", article.text


def child_seconds() -> float:
    """The processor's time of all processes that were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _fts(library: Library, path: Path) -> Rival:
    connection = sqlite3.connect(path)
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        connection.execute("CREATE VIRTUAL TABLE text USING fts5(title, body, tokenize='porter', prefix='2 3')")
        connection.executemany("INSERT INTO text (rowid, title, body) VALUES (?, ?, ?)", texts(library))
        connection.commit()

    def ask(query: str, prefix: bool) -> None:
        match = f"{query}*" if prefix else query
        connection.execute(f"SELECT rowid FROM text WHERE text MATCH ? ORDER BY bm25(text, 2.5, 1) LIMIT {_BEST}", (match,)).fetchall()
        connection.execute("SELECT count(*) FROM text WHERE text MATCH ?", (match,)).fetchone()

    return Rival("FTS5", (*WORDS, *PHRASES, "invest*", "bank NOT market", "title:oil"), ask, path)


def _stock_whoosh(library: Library, folder: Path) -> Rival:
    opened: Any = whoosh.index
    if folder.is_dir() and opened.exists_in(str(folder)):
        made = opened.open_dir(str(folder))
    else:
        folder.mkdir(exist_ok=True)
        analyzer = StemmingAnalyzer()
        made = opened.create_in(str(folder), Schema(number=ID(stored=True), title=TEXT(analyzer), body=TEXT(analyzer)))
        writer = made.writer(limitmb=256)
        for number, title, text in texts(library):
            writer.add_document(number=str(number), title=title, body=text)
        writer.commit()
    searcher = made.searcher()

    def ask(query: str, prefix: bool) -> None:
        searcher.search(QueryParser("body", searcher.schema).parse(f"{query}*" if prefix else query), limit=None)

    return Rival("stock Whoosh", (*WORDS, *PHRASES, "invest*", "inflaton~", "bank NOT market", "title:oil"), ask, folder)


def _tantivy(library: Library, folder: Path) -> Rival:
    tantivy: Any = importlib.import_module("tantivy")
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True)
    for field in ("title", "body"):
        builder.add_text_field(field, tokenizer_name="en_stem")
    fresh = not folder.is_dir()
    folder.mkdir(exist_ok=True)
    index = tantivy.Index(builder.build(), path=str(folder))
    if fresh:
        writer = index.writer(heap_size=256 * 2**20, num_threads=1)
        for number, title, text in texts(library):
            writer.add_document(tantivy.Document(number=number, title=title, body=text))
        writer.commit()
        writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def ask(query: str, prefix: bool) -> None:
        *before, last = query.split()
        parts = [(tantivy.Occur.Must, index.parse_query(" AND ".join(before), ["title", "body"]))] if prefix and before else []
        if prefix:
            parts.append((tantivy.Occur.Must, tantivy.Query.regex_query(index.schema, "body", f"{last.lower()}.*")))
            parsed = tantivy.Query.boolean_query(parts)
        else:
            parsed = index.parse_query(query, ["title", "body"], field_boosts={"title": 2.5}, conjunction_by_default=True)
        searcher.search(parsed, limit=_BEST, count=True)

    return Rival("tantivy", (*WORDS, *PHRASES, "title:oil"), ask, folder)


def _recoll(library: Library, folder: Path) -> Rival:
    """Its index is of files, one for each article."""
    files, settings = folder / "files", folder / "settings"
    environment = {**os.environ, "HOME": str(folder), "RECOLL_CONFDIR": str(settings)}
    if not settings.is_dir():
        files.mkdir(parents=True, exist_ok=True)
        settings.mkdir()
        for number, title, text in texts(library):
            (files / f"{number}.txt").write_text(f"{title}\n\n{text}", encoding="utf-8")
        (settings / "recoll.conf").write_text(f"topdirs = {files}\n", encoding="utf-8")
        subprocess.run(["recollindex"], env=environment, check=True, capture_output=True)

    def ask(query: str, prefix: bool) -> None:
        words = f"{query}*" if prefix else query
        subprocess.run(["recollq", "-n", str(_BEST), "-b", words], env=environment, check=False, capture_output=True)

    return Rival("recoll, with its start", (*WORDS, *PHRASES, "invest*"), ask, settings / "xapiandb", apart=True)
