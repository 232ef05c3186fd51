"""Tiny factories of the program's own nouns: real dataclasses, with everything that a test does not care about filled in.

Use: ``from tests.factories import article``; ``article(1, "Harbour opens", "The harbour opened on Monday.")``.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import TypeVar

from briefing_app.model.article import Article, Attested, Custody, Document, Evidence, Zone, ZoneKind
from briefing_app.model.dates import day_interval
from briefing_app.model.document import Block, BlockKind
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span

T = TypeVar("T")

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
"""The moment at which everything in a test happens unless it says otherwise."""


def document(
    title: str | None, *paragraphs: str, source: str | None = None, day: date | None = None, language: str | None = "en"
) -> Document:
    """A clean document: the title's line (when there is one) and one body zone a paragraph, an empty line between them."""
    pieces = [(ZoneKind.TITLE, title)] if title else []
    pieces += [(ZoneKind.BODY, paragraph) for paragraph in paragraphs]
    text, zones, blocks = "", [], []
    for kind, words in pieces:
        text += "\n\n" if text else ""
        span = Span(len(text), len(text) + len(words))
        text += words
        zones.append(Zone(kind, span, "made for a test", 1.0))
        blocks.append(Block(BlockKind.HEADING if kind is ZoneKind.TITLE else BlockKind.PARAGRAPH, span))
    return Document(
        text=text,
        blocks=tuple(blocks),
        zones=tuple(zones),
        title=Attested(title, (Evidence(title, "first line", zones[0].span),), 1.0) if title else Attested(),
        source=stated(source),
        date=stated(day_interval(day) if day else None),
        language=stated(language),
    )


def article(
    number: int, title: str | None, *paragraphs: str, source: str | None = None, day: date | None = None, language: str | None = "en"
) -> Article:
    """An article of that number around ``document(...)``."""
    made = document(title, *paragraphs, source=source, day=day, language=language)
    digest = hashlib.sha256(made.text.encode()).hexdigest()
    return Article(ArticleId(number), made, Custody(f"a{number}.txt", f"a{number}.txt", digest, NOON))


def stated(value: T | None) -> Attested[T]:
    """A value that a test states, or unknown for None."""
    return Attested() if value is None else Attested(value, (Evidence(str(value), "made for a test"),), 1.0)
