"""Grouping measured: BCubed F1 on labelled news, how sure it is, beside plain TF-IDF, and how long one article takes in a large library.

``python tests/bench/events.py [SHARED]``
"""

from __future__ import annotations

import gzip
import json
import math
import os
import random
import re
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program's workers have it

CHECKOUT = Path(__file__).resolve().parents[2]
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app.events import Grouping, Profile, profile  # noqa: E402
from briefing_app.language import detect, read  # noqa: E402
from briefing_app.model.article import Attested, Document, Zone, ZoneKind  # noqa: E402
from briefing_app.model.dates import day_interval  # noqa: E402
from briefing_app.model.ids import ArticleId  # noqa: E402
from briefing_app.model.span import Span  # noqa: E402

SETS = ("news_cluster", "basil", "newswcl50", "ecbplus")
STORIES, PLACED = 3800, 200
"""Reports that fill the large library, and others that are placed in it."""

_WORD = re.compile(r"\w+")


def rows(shared: Path, name: str) -> Iterator[dict[str, Any]]:
    """The rows of a data file."""
    with gzip.open(shared / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def document(title: str, text: str, day: str = "") -> Document:
    """A document whose first line is the title and whose other lines are body."""
    body = text[len(title) :].lstrip() if title and text.startswith(title) else text
    whole = f"{title}\n\n{body}" if title else body
    zones, start = [], 0
    for line in whole.split("\n"):
        if line.strip():
            kind = ZoneKind.TITLE if title and start == 0 else ZoneKind.BODY
            zones.append(Zone(kind, Span(start, start + len(line)), "bench", 1.0))
        start += len(line) + 1
    try:
        when = Attested(day_interval(date.fromisoformat(day[:10])), (), 1.0) if day else Attested()
    except ValueError:
        when = Attested()
    return Document(whole, zones=tuple(zones), title=Attested(title or None), date=when, language=Attested(detect(whole)[0]))


def profiles(shared: Path, name: str) -> tuple[list[str], list[Profile], list[str]]:
    """Labels, profiles and texts of a labelled set."""
    labels, made, texts = [], [], []
    for row in rows(shared, name):
        one = document(row.get("title") or "", row["text"], row.get("date") or "")
        labels.append(str(row["event_id"]))
        made.append(profile(one, read(one, one.date.value)))
        texts.append(one.text)
    return labels, made, texts


def grouped(made: Sequence[Profile]) -> list[int]:
    """The group of every article; those alone have one of their own."""
    grouping = Grouping()
    for number, one in enumerate(made, 1):
        grouping.add(ArticleId(number), one)
    found = {article: index for index, group in enumerate(grouping.groups()) for article in group.articles}
    return [found.get(ArticleId(number), -number) for number in range(1, len(made) + 1)]


def bcubed(labels: Sequence[str], groups: Sequence[int]) -> float:
    """BCubed F1 in percent (Bagga and Baldwin 1998)."""
    return _f1(_sums(labels, groups).values())


def standard_error(labels: Sequence[str], groups: Sequence[int], draws: int = 2_000) -> float:
    """Of ``bcubed``, with the events drawn anew (Efron 1979); articles of one event stand or fall together."""
    events = list(_sums(labels, groups).values())
    chance = random.Random(0)
    return statistics.pstdev(_f1(chance.choices(events, k=len(events))) for _ in range(draws))


def _sums(labels: Sequence[str], groups: Sequence[int]) -> dict[str, tuple[int, float, float]]:
    """Of every event: its articles, and the sums of their precisions and recalls."""
    gold, guess = defaultdict(set), defaultdict(set)
    for index, (label, group) in enumerate(zip(labels, groups, strict=True)):
        gold[label].add(index)
        guess[group].add(index)
    sums: dict[str, tuple[int, float, float]] = {}
    for label, members in gold.items():
        found = [guess[groups[index]] for index in members]
        right = [len(members & group) for group in found]
        sums[label] = len(members), sum(n / len(group) for n, group in zip(right, found, strict=True)), sum(right) / len(members)
    return sums


def _f1(sums: Iterable[tuple[int, float, float]]) -> float:
    articles, precisions, recalls = (sum(column) for column in zip(*sums, strict=True))
    precision, recall = precisions / articles, recalls / articles
    return 200 * precision * recall / (precision + recall)


def plain_tfidf(texts: Sequence[str], threshold: float) -> list[int]:
    """The same single pass over plain TF-IDF cosines, idf from the set itself."""
    counts = [Counter(_WORD.findall(text.lower())) for text in texts]
    held = Counter(word for count in counts for word in count)
    vectors = []
    for count in counts:
        vector = {word: (1 + math.log(n)) * math.log(len(texts) / held[word]) for word, n in count.items()}
        length = math.sqrt(sum(w * w for w in vector.values())) or 1.0
        vectors.append({word: weight / length for word, weight in vector.items()})
    groups: list[list[int]] = []
    out = []
    for index, vector in enumerate(vectors):
        best, found = 0.0, -1
        for number, group in enumerate(groups):
            scores = [sum(w * vectors[other].get(word, 0.0) for word, w in vector.items()) for other in group]
            score = (max(scores) + sum(scores) / len(scores)) / 2
            if score > best:
                best, found = score, number
        if best < threshold:
            found = len(groups)
            groups.append([])
        groups[found].append(index)
        out.append(found)
    return out


def placing(shared: Path, articles: int = 50_000) -> dict[str, float]:
    """Milliseconds to place one article of a news agency where ``articles`` are: stories placed once, then taken up
    over and over under new numbers, so that each has its copies about it and the postings are as long as they get.
    """
    made: list[Profile] = []
    for row in islice(rows(shared, "scale_reuters"), STORIES + PLACED):
        one = document(row.get("title") or "", row["text"], row.get("date") or "")
        made.append(profile(one, read(one)))
    group_of = grouped(made[:STORIES])
    groups: defaultdict[int, list[ArticleId]] = defaultdict(list)
    for number in range(articles):
        groups[group_of[number % STORIES]].append(ArticleId(number + 1))
    grouping = Grouping()
    grouping.restore(((ArticleId(number + 1), made[number % STORIES]) for number in range(articles)), groups.values())
    taken = []
    for new, placed in enumerate(made[STORIES:], articles + 1):
        start = time.perf_counter()
        grouping.add(ArticleId(new), placed)
        taken.append(1000 * (time.perf_counter() - start))
    taken.sort()
    return {
        "articles there": articles,
        "placing one p50, ms": taken[len(taken) // 2],
        "placing one p95, ms": taken[int(len(taken) * 0.95)],
        "load of the machine meanwhile": os.getloadavg()[0],
    }


def measure(shared: Path, threshold: float = 0.1) -> dict[str, float]:
    """BCubed F1 of every set and its standard error, and that of plain TF-IDF (``threshold``: the one best for it over these sets)."""
    out = {}
    for name in SETS:
        labels, made, texts = profiles(shared, name)
        groups = grouped(made)
        out[name] = bcubed(labels, groups)
        out[f"{name} standard error"] = standard_error(labels, groups)
        out[f"{name} tf-idf"] = bcubed(labels, plain_tfidf(texts, threshold))
    return out | placing(shared)


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CHECKOUT.parent / "shared"
    if not folder.is_dir():
        sys.exit(f"no data: {folder} is missing")
    for label, figure in measure(folder).items():
        print(f"{label:28} {figure:8.1f}")
