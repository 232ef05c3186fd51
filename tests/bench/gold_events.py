"""Reads the hand-made golds beside the checkout as articles of the program, and their scorer; hides the layout of that folder."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from briefing_app.language import read
from briefing_app.model.article import TOLD, Article, Custody, Document, Zone, ZoneKind
from briefing_app.model.findings import Findings
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span

GOLDS = ("gold.json", "dev1.json", "dev2.json")


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One event of one gold: its articles with their findings, and the names that the gold gives them."""

    gold: str
    name: str
    docs: tuple[str, ...]
    articles: tuple[Article, ...]
    findings: tuple[Findings, ...]

    @property
    def doc_of(self) -> dict[ArticleId, str]:
        """Article number -> name in the gold."""
        return {article.id: doc for article, doc in zip(self.articles, self.docs, strict=True)}


def scorer(shared: Path) -> ModuleType:
    """The scorer that stands beside the golds."""
    spec = importlib.util.spec_from_file_location("score_compare", shared / "gold" / "score_compare.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answers(shared: Path, gold: str) -> Any:
    """A gold as its scorer loads it."""
    return scorer(shared).load_gold(str(shared / "gold" / gold), str(shared / "seeds") if gold == "gold.json" else None)


def events(shared: Path, golds: Sequence[str] = GOLDS) -> list[GoldEvent]:
    """All events of the golds; the articles count on through all of them."""
    found: list[GoldEvent] = []
    number = 0
    for gold in golds:
        data = json.loads((shared / "gold" / gold).read_text(encoding="utf-8"))
        documents = dict(_seeds(shared, data) if gold == "gold.json" else _rows(shared, data))
        for event in dict.fromkeys(doc["event"] for doc in data["docs"].values()):
            docs = tuple(doc for doc, about in data["docs"].items() if about["event"] == event)
            articles = []
            for doc in docs:
                number += 1
                articles.append(article(number, doc, documents[doc]))
            findings = tuple(read(article.document) for article in articles)
            found.append(GoldEvent(gold, event, docs, tuple(articles), findings))
    return found


def plain_document(text: str) -> Document:
    """A text whose first line is the title and every other line a paragraph of the body."""
    zones: list[Zone] = []
    for start, line in _lines(text):
        if line.strip():
            kind = ZoneKind.BODY if zones else ZoneKind.TITLE
            zones.append(Zone(kind, Span(start, start + len(line)), "a line", 1.0))
    return Document(text=text, zones=tuple(zones))


def _seeds(shared: Path, data: dict[str, Any]) -> Iterator[tuple[str, Document]]:
    for path in sorted((shared / "seeds").glob("*.txt")):
        doc, text = path.name[:3], path.read_text(encoding="utf-8")
        zones = []
        for number, (start, line) in enumerate(_lines(text), start=1):
            label = data["lines"].get(f"{doc}:{number}")
            if label in {kind.value for kind in TOLD} and line.strip():
                zones.append(Zone(ZoneKind(label), Span(start, start + len(line)), "the gold", 1.0))
        yield doc, Document(text=text, zones=tuple(zones))


def _rows(shared: Path, data: dict[str, Any]) -> Iterator[tuple[str, Document]]:
    wanted: dict[str, dict[str, str]] = {}
    for doc, about in data["docs"].items():
        file, _, key = about["row"].partition("#")
        wanted.setdefault(file, {})[key] = doc
    for file, docs in wanted.items():
        with gzip.open(shared / file, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["id"] in docs:
                    yield docs[row["id"]], plain_document(row["title"].strip() + "\n\n" + row["text"].strip())


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def article(number: int, name: str, document: Document) -> Article:
    """An article of that text, numbered, named after its file."""
    digest = hashlib.sha256(document.text.encode()).hexdigest()
    return Article(ArticleId(number), document, Custody(f"{name}.txt", f"{name}.txt", digest, datetime(2026, 1, 1, tzinfo=UTC)))
