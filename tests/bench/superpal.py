"""Reads pairs_superpal (sentences of summaries with the sentences of their sources that say the same) as events of the program."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing_app.comparison.sentences.units import Unit
from briefing_app.language import read
from briefing_app.model.article import Document, Zone, ZoneKind
from briefing_app.model.span import Span
from tests.bench.gold_events import GoldEvent, article

NAME = "pairs_superpal"


@dataclass(frozen=True, slots=True)
class Topic:
    """One summary (the first article of ``event``) with its sources; ``pairs`` are texts of sentences, the summary's first."""

    event: GoldEvent
    pairs: frozenset[tuple[str, str]]

    def sentence(self, unit: Unit) -> str:
        """The sentence of the set in which a unit stands."""
        text = self.event.articles[unit.column].document.text
        end = text.find("\n", unit.span.start)
        return text[text.rfind("\n", 0, unit.span.start) + 1 : end if end >= 0 else None]


def topics(shared: Path) -> list[Topic]:
    """Every topic of the set."""
    with gzip.open(shared / "data" / f"{NAME}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [_topic(name, [row for row in rows if row["topic"] == name]) for name in sorted({row["topic"] for row in rows})]


def _topic(name: str, rows: list[dict[str, Any]]) -> Topic:
    columns = [list(dict.fromkeys(_line(row["a"]) for row in rows))]
    for source in sorted({row["doc"] for row in rows}):
        first = {_line(row["b"]): int(row["b_offsets"].replace(";", ",").split(",")[0]) for row in rows if row["doc"] == source}
        columns.append(sorted(first, key=lambda line: first[line]))
    docs = tuple(f"{name} {k}" for k in range(len(columns)))
    articles = tuple(article(k + 1, doc, _document(lines)) for k, (doc, lines) in enumerate(zip(docs, columns, strict=True)))
    findings = tuple(read(one.document) for one in articles)
    return Topic(GoldEvent(NAME, name, docs, articles, findings), frozenset((_line(row["a"]), _line(row["b"])) for row in rows))


def _line(text: str) -> str:
    return " ".join(text.split())


def _document(lines: list[str]) -> Document:
    zones, start = [], 0
    for line in lines:
        zones.append(Zone(ZoneKind.BODY, Span(start, start + len(line)), "a line", 1.0))
        start += len(line) + 1
    return Document(text="\n".join(lines), zones=tuple(zones))
