"""Reads the events whose hard conflicts a reader labelled before asking the program, from ``disputed_events.json``.

The file holds no article: an event names rows of the data sets with the SHA-1 of their text (title, blank line, text, both stripped), and
a claim has two sides of spans, ``[row, start, end]`` in code points of that text. An event is ``in view`` of those who write rules or
``put away``: of the latter only the totals are looked at.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from briefing_app.language import read
from briefing_app.model.comparison import DifferenceKind, Place
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span
from tests.bench.events import rows
from tests.bench.gold_events import GoldEvent, article, plain_document

LABELS = Path(__file__).with_suffix(".json")
PARTS = ("in view", "put away")
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that holds one side of a disputed claim: the row of its data set and its span there."""

    row: str
    span: Span

    def meets(self, row: str, span: Span) -> bool:
        """Whether a span stands for this sentence: half of either lies in the other."""
        return row == self.row and 0 < _HALF * min(len(span), len(self.span)) <= self.span.overlap(span)


@dataclass(frozen=True, slots=True)
class DisputedClaim:
    """What two sides tell differently, in the reader's words, and the sentences of each."""

    kind: DifferenceKind
    what: str
    sides: tuple[tuple[Told, ...], tuple[Told, ...]]

    def between(self, event: GoldEvent, a: Place, b: Place) -> bool:
        """Whether of two places one tells one side and one the other."""
        docs = event.doc_of
        one, other = self.sides
        return any(_on(x, docs, a) and _on(y, docs, b) for x, y in ((one, other), (other, one)))


@dataclass(frozen=True, slots=True)
class DisputedEvent:
    """An event with what a reader found disputed in it, and in which part it stands."""

    part: str
    event: GoldEvent
    claims: tuple[DisputedClaim, ...]


def disputed_events(shared: Path, parts: Sequence[str] = PARTS) -> Iterator[DisputedEvent]:
    """The labelled events of these parts, in the order of the file, read one by one.

    Raises ValueError when a row's text is not the one that was labelled.
    """
    number = 0
    for event in json.loads(LABELS.read_text(encoding="utf-8")):
        if event["part"] not in parts:
            continue
        texts = _texts(shared, event["set"])
        articles = []
        for row, digest in event["rows"].items():
            if hashlib.sha1(texts[row].encode()).hexdigest() != digest:
                raise ValueError(f"{row} of {event['set']} is not the text that was labelled")
            number += 1
            articles.append(article(number, row.replace("/", "-"), plain_document(texts[row])))
        findings = tuple(read(one.document) for one in articles)
        claims = tuple(_claim(claim) for claim in event["claims"])
        yield DisputedEvent(event["part"], GoldEvent(event["set"], event["event"], tuple(event["rows"]), tuple(articles), findings), claims)


@cache
def _texts(shared: Path, name: str) -> dict[str, str]:
    return {row["id"]: row["title"].strip() + "\n\n" + row["text"].strip() for row in rows(shared, name)}


def _claim(claim: dict[str, Any]) -> DisputedClaim:
    one, other = (tuple(Told(row, Span(start, end)) for row, start, end in side) for side in claim["sides"])
    return DisputedClaim(DifferenceKind(claim["kind"]), claim["what"], (one, other))


def _on(side: Sequence[Told], docs: dict[ArticleId, str], place: Place) -> bool:
    return any(told.meets(docs[place.article], place.span) for told in side)
