"""How long a comparison of five and of twelve articles takes, forty sentences of each: python tests/bench/run.py pace

The articles are one event's of news_cluster, cut behind their fortieth sentence. Warm: compared again, as after each correction of the
analyst; what a sentence says is then remembered. For the first time: by a process that has compared others before, but never these
articles. Plain TF-IDF of all sentence pairs runs beside it.
"""

from __future__ import annotations

import os
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program's workers have it
import numpy as np

from briefing_app.comparison.compare import compare
from briefing_app.language import read
from briefing_app.model.article import Article
from briefing_app.model.findings import Findings
from briefing_app.model.ids import ArticleId
from tests.bench.events import document, rows
from tests.bench.gold_events import article

_SENTENCES = 40
_TIMES = 7
_TARGETS = {5: 150, 12: 600}
"""Articles, and the milliseconds that their comparison may take."""


def measure(shared: Path) -> dict[str, float]:
    """Milliseconds of the processor, the median of several, and those of plain TF-IDF in the same run."""
    every = longest(shared, max(_TARGETS))
    figures: dict[str, float] = {}
    for number in _TARGETS:
        articles = every[:number]
        findings = [read(one.document, one.document.date.value) for one in articles]
        figures[f"{number} articles: sentences"] = sum(len(one.sentences) for one in findings)
        figures[f"{number} articles: compared, ms"] = spent(lambda some=articles, found=findings: compare(some, found))
        fresh = strangers(articles)
        figures[f"{number} articles: compared for the first time, ms"] = spent(
            lambda some=fresh, found=findings: compare(next(some), found)
        )
        figures[f"{number} articles: plain TF-IDF alone, ms"] = spent(lambda found=findings, some=articles: plain(some, found))
    return figures


def longest(shared: Path, number: int) -> list[Article]:
    """So many articles of one event, the longest, each cut behind its fortieth sentence."""
    events = Counter(row["event_id"] for row in rows(shared, "news_cluster"))
    event = max(events, key=lambda one: (events[one], str(one)))
    texts = sorted((row["text"] for row in rows(shared, "news_cluster") if row["event_id"] == event), key=len, reverse=True)
    return [cut(at, text) for at, text in enumerate(texts[:number], 1)]


def strangers(articles: Sequence[Article]) -> Iterator[list[Article]]:
    """The same articles under other numbers each time, so that nothing is remembered of them."""
    for start in count(1000, 1000):
        yield [replace(one, id=ArticleId(start + at)) for at, one in enumerate(articles)]


def cut(number: int, text: str) -> Article:
    """An article of the first forty sentences of a text."""
    sentences = read(document("", text), None).sentences
    end = sentences[min(_SENTENCES, len(sentences)) - 1].span.end
    return article(number, f"article {number}", document("", text[:end]))


def plain(articles: Sequence[Article], findings: Sequence[Findings]) -> None:
    """The cosine of every two sentences, weighed by how rare their words are in these articles."""
    texts = [
        sentence.span.of(one.text).lower().split() for one, found in zip(articles, findings, strict=True) for sentence in found.sentences
    ]
    words = {word: at for at, word in enumerate(sorted({word for text in texts for word in text}))}
    counts = np.zeros((len(texts), len(words)))
    for at, text in enumerate(texts):
        for word in text:
            counts[at, words[word]] += 1
    weighed = counts * np.log(len(texts) / np.count_nonzero(counts, axis=0))
    weighed /= np.maximum(np.linalg.norm(weighed, axis=1, keepdims=True), 1e-9)
    weighed @ weighed.T


def spent(work: Callable[[], object]) -> float:
    """The median of the milliseconds of the processor, after one run that does not count."""
    work()
    taken = []
    for _ in range(_TIMES):
        begun = time.process_time()
        work()
        taken.append(1000 * (time.process_time() - begun))
    return statistics.median(taken)
