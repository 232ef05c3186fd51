"""Searching in 10,000 articles beside FTS5, stock Whoosh, tantivy and recoll: the same texts, the same questions, in the same run.

Processor time in milliseconds, so that other programs do not lengthen it. Questions are finished queries with 50 passages; typing is every
beginning of a query from the second letter on, its last word a prefix. The rivals (``rivals.py``) are asked for hits without any passage,
and so are we where "hits alone" is said. Set ``BRIEFING_BENCH_ARTICLES`` for another number of articles; ``searching_large.py`` takes
100,000. Indices are built once and kept with the library in the temporary folder.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from briefing_app.library import Library
from briefing_app.model.errors import QueryMistake
from briefing_app.model.search import SortOrder
from tests.bench.rivals import PHRASES, WORDS, Rival, child_seconds, index_mb, rivals
from tests.bench.scale import library_of

ARTICLES = int(os.environ.get("BRIEFING_BENCH_ARTICLES", "10000"))

OURS = (*WORDS, *PHRASES, "invest*", "inflaton~", "bank NOT market", "title:oil", "bank w/5 loan")
WORST = "the w/3 of"
TYPED = ("prime minister", "market shares", "oil prices", "interest rates")


def measure(shared: Path) -> dict[str, float]:
    """Figures of ours and of the rivals, and ratios of the processor's time."""
    return measured_among(ARTICLES, shared, patient=True)


def measured_among(articles: int, shared: Path, *, patient: bool) -> dict[str, float]:
    """The same among so many articles; beside the slow rivals too when ``patient``."""
    folder = library_of(articles, shared)
    figures: dict[str, float] = {"articles": articles}
    with closing(Library.open(folder)) as library:
        begun, behind = time.process_time(), library.behind()
        library.index_pending()
        if behind == articles:
            figures["ours, articles indexed a second"] = behind / (time.process_time() - begun)
        figures["ours, index, MB"] = index_mb(folder)
        _ours(library, figures)
        for rival in rivals(library, folder, patient=patient):
            _measure(rival, figures)
    return figures


def _ours(library: Library, figures: dict[str, float]) -> None:
    library.search("warm")
    _put("ours, questions", [_ms(lambda query=query: library.search(query)) for query in OURS], figures)
    by_date = [_ms(lambda query=query: library.search(query, sort=SortOrder.NEWEST)) for query in OURS]
    _put("ours, questions by date", by_date, figures)
    _put("ours, typing", [_ms(lambda typed=typed: library.search(typed, unfinished=True)) for typed in _beginnings()], figures)
    _put("ours, hits alone, questions", [_ms(lambda query=query: library.search(query, passages=0)) for query in OURS], figures)
    dated = [_ms(lambda query=query: library.search(query, sort=SortOrder.NEWEST, passages=0)) for query in OURS]
    _put("ours, hits alone, by date", dated, figures)
    alone = [_ms(lambda typed=typed: library.search(typed, passages=0, unfinished=True)) for typed in _beginnings()]
    _put("ours, hits alone, typing", alone, figures)
    figures[f"ours, “{WORST}”, ms"] = _ms(lambda: library.search(WORST))
    figures["ours, facets of the commonest word, ms"] = _ms(lambda: library.facets("market"))
    figures["ours, concordance of 500 articles, ms"] = _ms(lambda: library.concordance("market"))
    figures["ours, lines of that concordance"] = len(library.concordance("market").lines)


def _measure(rival: Rival, figures: dict[str, float]) -> None:
    """A rival's times, and how many times ours they are."""
    clock, times = (child_seconds, 1) if rival.apart else (time.thread_time, 2)
    beginnings = _beginnings()[:: 8 if rival.apart else 1]
    figures[f"{rival.name}, index, MB"] = rival.index_mb()
    asked = {"questions": [(query, False) for query in rival.queries], "typing": [(typed, True) for typed in beginnings]}
    for what, queries in asked.items():
        _put(f"{rival.name}, {what}", [_ms(lambda one=one: rival.ask(*one), clock, times) for one in queries], figures)
        ours = figures[f"ours, hits alone, {what} p95, ms"]
        figures[f"{what} p95, hits alone, {rival.name} / ours"] = figures[f"{rival.name}, {what} p95, ms"] / ours


def _beginnings() -> list[str]:
    return [typed[:end] for typed in TYPED for end in range(2, len(typed) + 1) if typed[end - 1] != " "]


def _put(name: str, times: Sequence[float], figures: dict[str, float]) -> None:
    for share in (50, 95, 100):
        figures[f"{name} {'max' if share == 100 else f'p{share}'}, ms"] = float(np.percentile(times, share))


def _ms(ask: Callable[[], Any], clock: Callable[[], float] = time.thread_time, often: int = 2) -> float:
    """The best of several times, so that reading from the disk is not measured."""
    times = []
    for _ in range(often):
        begun = clock()
        with suppress(QueryMistake):
            ask()
        times.append(1000 * (clock() - begun))
    return min(times)


if __name__ == "__main__":
    for name, value in measure(Path(__file__).resolve().parents[3] / "shared").items():
        print(f"{name}: {value:.4g}")
