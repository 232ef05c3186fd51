"""Searching in 10,000 articles beside SQLite FTS5 and stock Whoosh: the same texts, the same questions, in the same run.

Processor time in milliseconds, so that other programs do not lengthen it. Questions are finished queries with 50 passages; typing is every
beginning of a query from the second letter on, its last word a prefix. The rivals are asked for hits without any passage, and so are
we where "hits alone" is said. Set
``BRIEFING_BENCH_ARTICLES`` for another number of articles; indices are built once and kept with the library in the temporary folder.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import whoosh.index
from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.qparser import QueryParser

from briefing_app.library import Library
from briefing_app.model.errors import QueryMistake
from briefing_app.model.search import SortOrder
from tests.bench.scale import library_of

ARTICLES = int(os.environ.get("BRIEFING_BENCH_ARTICLES", "10000"))
_AT_ONCE = 500

WORDS = ("market", "dividend", "prime minister", "oil prices fell", "bank profit", "tax budget spending", "election", "court")
OURS = (
    *WORDS,
    '"prime minister"',
    '"interest rates"',
    '"last year"',
    "invest*",
    "inflaton~",
    "bank NOT market",
    "title:oil",
    "bank w/5 loan",
)
FTS = (*WORDS, '"prime minister"', '"interest rates"', '"last year"', "invest*", "bank NOT market", "title:oil")
WHOOSH = (*WORDS, '"prime minister"', '"interest rates"', '"last year"', "invest*", "inflaton~", "bank NOT market", "title:oil")
TYPED = ("prime minister", "market shares", "oil prices", "interest rates")


def measure(shared: Path) -> dict[str, float]:
    """Figures of ours and of the rivals, and ratios of the processor's time."""
    folder = library_of(ARTICLES, shared)
    figures: dict[str, float] = {"articles": ARTICLES}
    with closing(Library.open(folder)) as library:
        begun, behind = time.process_time(), library.behind()
        library.index_pending()
        if behind == ARTICLES:
            figures["ours, articles indexed a second"] = behind / (time.process_time() - begun)
        figures["ours, index, MB"] = sum(path.stat().st_size for path in (folder / "index").iterdir()) / 2**20
        _ours(library, figures)
        with closing(_fts(library, folder / "fts5.sqlite")) as fts:
            _rival("FTS5", FTS, lambda query, prefix: _ask_fts(fts, query, prefix=prefix), figures)
        with closing(_stock(library, folder / "whoosh").searcher()) as searcher:
            _rival("stock Whoosh", WHOOSH, lambda query, prefix: _ask_whoosh(searcher, query, prefix=prefix), figures)
    for rival in ("FTS5", "stock Whoosh"):
        for what in ("questions", "typing"):
            figures[f"{what} p95, hits alone, {rival} / ours"] = (
                figures[f"{rival}, {what} p95, ms"] / figures[f"ours, hits alone, {what} p95, ms"]
            )
    return figures


def _ours(library: Library, figures: dict[str, float]) -> None:
    library.search("warm")
    _put("ours, questions", [_ms(lambda query=query: library.search(query)) for query in OURS], figures)
    by_date = [_ms(lambda query=query: library.search(query, sort=SortOrder.NEWEST)) for query in OURS]
    _put("ours, questions by date", by_date, figures)
    _put("ours, typing", [_ms(lambda typed=typed: library.search(typed, unfinished=True)) for typed in _beginnings()], figures)
    _put("ours, hits alone, questions", [_ms(lambda query=query: library.search(query, passages=0)) for query in OURS], figures)
    alone = [_ms(lambda typed=typed: library.search(typed, passages=0, unfinished=True)) for typed in _beginnings()]
    _put("ours, hits alone, typing", alone, figures)
    figures["ours, facets of the commonest word, ms"] = _ms(lambda: library.facets("market"))
    figures["ours, concordance of 500 articles, ms"] = _ms(lambda: library.concordance("market"))
    figures["ours, lines of that concordance"] = len(library.concordance("market").lines)


def _rival(name: str, queries: Sequence[str], ask: Callable[[str, bool], Any], figures: dict[str, float]) -> None:
    _put(f"{name}, questions", [_ms(lambda query=query: ask(query, False)) for query in queries], figures)
    _put(f"{name}, typing", [_ms(lambda typed=typed: ask(typed, True)) for typed in _beginnings()], figures)


def _beginnings() -> list[str]:
    return [typed[:end] for typed in TYPED for end in range(2, len(typed) + 1) if typed[end - 1] != " "]


def _put(name: str, times: Sequence[float], figures: dict[str, float]) -> None:
    for share in (50, 95, 100):
        figures[f"{name} {'max' if share == 100 else f'p{share}'}, ms"] = float(np.percentile(times, share))


def _ms(ask: Callable[[], Any]) -> float:
    """The better of two times, so that reading from the disk is not measured."""
    times = []
    for _ in range(2):
        begun = time.thread_time()
        with suppress(QueryMistake):
            ask()
        times.append(1000 * (time.thread_time() - begun))
    return min(times)


def _texts(library: Library) -> Any:
    numbers = library.article_ids()
    for start in range(0, len(numbers), _AT_ONCE):
        for article in library.articles(numbers[start : start + _AT_ONCE]):
            yield article.id, article.document.title.value or "", article.text


def _fts(library: Library, path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        connection.execute("CREATE VIRTUAL TABLE text USING fts5(title, body, tokenize='porter', prefix='2 3')")
        connection.executemany("INSERT INTO text (rowid, title, body) VALUES (?, ?, ?)", _texts(library))
        connection.commit()
    return connection


def _ask_fts(connection: sqlite3.Connection, query: str, *, prefix: bool) -> None:
    match = f"{query}*" if prefix else query
    connection.execute("SELECT rowid FROM text WHERE text MATCH ? ORDER BY bm25(text, 2.5, 1) LIMIT 50", (match,)).fetchall()
    connection.execute("SELECT count(*) FROM text WHERE text MATCH ?", (match,)).fetchone()


def _stock(library: Library, folder: Path) -> Any:
    opened: Any = whoosh.index
    if folder.is_dir() and opened.exists_in(str(folder)):
        return opened.open_dir(str(folder))
    folder.mkdir(exist_ok=True)
    analyzer = StemmingAnalyzer()
    made = opened.create_in(str(folder), Schema(number=ID(stored=True), title=TEXT(analyzer), body=TEXT(analyzer)))
    writer = made.writer(limitmb=256)
    for number, title, text in _texts(library):
        writer.add_document(number=str(number), title=title, body=text)
    writer.commit()
    return made


def _ask_whoosh(searcher: Any, query: str, *, prefix: bool) -> None:
    parsed = QueryParser("body", searcher.schema).parse(f"{query}*" if prefix else query)
    searcher.search(parsed, limit=None)


if __name__ == "__main__":
    for name, value in measure(Path(__file__).resolve().parents[3] / "shared").items():
        print(f"{name}: {value:.4g}")
