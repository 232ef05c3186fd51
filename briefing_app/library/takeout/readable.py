"""Hides how an article and the lists of a library look to people and other programs: Markdown with front matter, CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO

from briefing_app.model.annotation import Annotation
from briefing_app.model.article import SHOWN, Article, Attested, ZoneKind
from briefing_app.model.dates import DateInterval
from briefing_app.model.ids import Noun, name_of

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Marks:
    """What the analyst has marked on an article, and the event that it belongs to (empty for none)."""

    read: bool
    starred: bool
    trashed: bool
    tags: tuple[str, ...]
    event: str


def markdown(article: Article, marks: Marks, notes: Sequence[Annotation]) -> str:
    """The article as it is shown in the reader, below its metadata as YAML (whose scalars are JSON); then the notes."""
    document, custody = article.document, article.custody
    facts: dict[str, object] = {
        "id": name_of(Noun.ARTICLE, article.id),
        "title": _value(document.title),
        "source": _value(document.source),
        "byline": _value(document.byline),
        "agency": _value(document.agency),
        "date": document.date.value.edtf if document.date.value else None,
        "language": _value(document.language),
        "url": document.url,
        "canonical_url": document.canonical_url,
        "path": custody.path,
        "original_sha256": custody.original_sha256,
        "text_sha256": document.text_sha256,
        "imported_at": custody.imported_at.isoformat(),
        "tags": list(marks.tags),
        "read": marks.read,
        "starred": marks.starred,
        "trashed": marks.trashed,
        "event": marks.event or None,
    }
    lines = ["---", *(f"{name}: {_scalar(value)}" for name, value in facts.items()), "---", ""]
    for zone in sorted((zone for zone in document.zones if zone.kind in SHOWN), key=lambda zone: zone.span):
        words = zone.span.of(document.text).strip()
        if words:
            lines += [f"{_opening(zone.kind)}{words}", ""]
    for note in notes:
        lines += [f"> {' '.join(note.words.split())}", ""]
        if note.note:
            lines += [note.note, ""]
        if note.answer:
            lines += [note.answer, ""]
    return "\n".join(lines)


def article_table(articles: Iterable[tuple[Article, Marks]]) -> Iterable[str]:
    """The lines of a CSV file about all articles, the names of the columns first."""
    yield _csv("id", "title", "source", "source is inferred", "date first", "date last", "language", "url", "path", "imported at", "tags",
               "read", "starred", "in the trash", "event", "original SHA-256")  # fmt: skip
    for article, marks in articles:
        document, custody = article.document, article.custody
        interval = document.date.value
        yield _csv(
            name_of(Noun.ARTICLE, article.id), document.headline(), document.source.value, _yes(document.source.inferred),
            _day(interval, first=True), _day(interval, first=False), document.language.value, document.url, custody.path,
            custody.imported_at.isoformat(), "; ".join(marks.tags), _yes(marks.read), _yes(marks.starred), _yes(marks.trashed), marks.event,
            custody.original_sha256,
        )  # fmt: skip


def note_table(notes: Iterable[Annotation]) -> Iterable[str]:
    """The lines of a CSV file about all highlights and notes."""
    yield _csv("id", "article", "on", "note", "question", "answer", "tint", "start", "end", "author", "made at", "changed at")
    for note in notes:
        article = name_of(Noun.ARTICLE, note.article) if note.article else ""
        start, end = (str(note.anchor.span.start), str(note.anchor.span.end)) if note.anchor else ("", "")
        yield _csv(
            name_of(Noun.ANNOTATION, note.id), article, note.words, note.note, _yes(note.question), note.answer, str(note.tint),
            start, end, note.author, note.created_at.isoformat(), note.changed_at.isoformat(),
        )  # fmt: skip


def _opening(kind: ZoneKind) -> str:
    return {ZoneKind.TITLE: "# ", ZoneKind.HEADING: "## "}.get(kind, "")


def _value(attested: Attested[str]) -> str | None:
    return attested.value


def _scalar(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _day(interval: DateInterval | None, *, first: bool) -> str:
    day: date | None = None if interval is None else interval.first if first else interval.last
    return day.isoformat() if day else ""


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _csv(*cells: str | None) -> str:
    """One line. A cell that a spreadsheet would take for a formula is kept from being one."""
    written = StringIO()
    csv.writer(written).writerow([f"'{cell}" if cell and cell.startswith(_FORMULA) else cell or "" for cell in cells])
    return written.getvalue()
