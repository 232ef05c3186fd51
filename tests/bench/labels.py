"""Prints how often two forms that the labels give to one thing are of one thing: on the concepts of newswcl50, beside equal last words.

usage: python tests/bench/labels.py [SHARED]      (the folder beside the checkout when none is named)

newswcl50 has three events in five outlets each, with every mention of a concept marked. Counted are pairs of forms of two outlets that
differ in their words and whose concepts are both marked; what stands unmarked is not counted.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefing_app.comparison.labels import labels_of
from briefing_app.comparison.study import Study
from briefing_app.language import read
from tests.bench.gold_events import article
from tests.bench.language import as_document

Form = tuple[int, str]
"""A column and the words, in lower case."""


def measure(shared: Path) -> dict[str, float]:
    """How many pairs of forms of one label are of one concept, the same of forms that end in one word, and how many concepts are found."""
    judged: dict[str, list[bool]] = {"forms of one label": [], "forms that end in one word": []}
    found, sought = 0, 0
    for _, rows in sorted(_events(shared).items()):
        concepts = _concepts(rows)
        labels = [_forms(rows, label.names) for label in labels_of(_study(rows))]
        told = {pair for forms in labels for pair in _pairs(forms)}
        ends = {pair for pair in _pairs(concepts) if pair[0][1].split()[-1] == pair[1][1].split()[-1]}
        for title, pairs in zip(judged, (told, ends), strict=True):
            judged[title] += [one for pair in pairs if (one := _one(concepts, pair)) is not None]
        wanted = {concept for pair in _pairs(concepts) - ends for concept in concepts[pair[0]] & concepts[pair[1]]}
        have = {concept for pair in told for concept in _concepts_of(concepts, pair[0]) & _concepts_of(concepts, pair[1])}
        found, sought = found + len(wanted & have), sought + len(wanted)
    figures = {f"{title}, of one concept": sum(pairs) / max(1, len(pairs)) for title, pairs in judged.items()}
    return figures | {"pairs of forms judged": float(len(judged["forms of one label"])), "concepts named otherwise, found": found / sought}


def _events(shared: Path) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with gzip.open(shared / "data" / "newswcl50.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            found[row["event_id"]].append(row)
    return found


def _text(row: dict[str, Any]) -> str:
    return f"{row['title']}\n\n{row['text']}"


def _study(rows: list[dict[str, Any]]) -> Study:
    articles = [article(number, row["id"], as_document(_text(row))) for number, row in enumerate(rows)]
    return Study(articles, [read(one.document) for one in articles])


def _forms(rows: list[dict[str, Any]], places: Iterable[Any]) -> list[Form]:
    return [(place.article, " ".join(place.span.of(_text(rows[place.article])).lower().split())) for place in places]


def _concepts(rows: list[dict[str, Any]]) -> dict[Form, set[str]]:
    """The concepts of each marked form; what is judged of a thing ("PROPERTY") is no name of it."""
    found: dict[Form, set[str]] = defaultdict(set)
    for column, row in enumerate(rows):
        for label in row["labels"]:
            if label["code_type"] != "PROPERTY" and label["mention"].split():
                found[column, " ".join(label["mention"].lower().split())].add(label["code_name"])
    return found


def _pairs(forms: Iterable[Form]) -> set[tuple[Form, Form]]:
    return {(a, b) for a, b in combinations(sorted(forms), 2) if a[0] != b[0] and a[1] != b[1]}


def _one(concepts: dict[Form, set[str]], pair: tuple[Form, Form]) -> bool | None:
    """Whether both forms are of one concept; None when one of them is not marked. An article or "Mr." before it changes nothing."""
    first, second = (_concepts_of(concepts, form) for form in pair)
    return bool(first & second) if first and second else None


def _concepts_of(concepts: dict[Form, set[str]], form: Form) -> set[str]:
    column, words = form
    ends = {other for (where, other), _ in concepts.items() if where == column and other.split()[-1] == words.split()[-1]}
    return set().union(*(concepts[column, other] for other in ends if other in words or words in other))


if __name__ == "__main__":
    for title, value in measure(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[3] / "shared").items():
        print(f"{title}: {value:.4g}")
