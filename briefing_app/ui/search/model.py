"""The hits as a list model: one article a row, with the passages that show why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.library import ArticleRow
from briefing_app.model.ids import ArticleId
from briefing_app.model.search import Advice, Concordance, Facet, Hit, Passage, SearchResult, Writing, WritingKind, WritingsFound
from briefing_app.model.span import Span

Index = QModelIndex | QPersistentModelIndex
_BEFORE = 42
NO_WRITINGS = WritingsFound()


class Role(IntEnum):
    """Where the model keeps its own things."""

    HIT = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class HitEntry:
    """A hit as it is painted: its row, its letter, and its passages in pieces (text, hit)."""

    row: ArticleRow
    place: int | None
    passages: tuple[tuple[tuple[str, bool], ...], ...]
    first: Span | None


@dataclass(frozen=True, slots=True)
class WritingEntry:
    """A note or briefing as it is painted, its words in pieces (text, hit)."""

    writing: Writing
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query, ready to be shown."""

    result: SearchResult
    entries: tuple[HitEntry, ...]
    advice: tuple[Advice, ...] = ()
    """Other queries that are worth a try."""
    facets: tuple[Facet, ...] = ()
    writings: WritingsFound = NO_WRITINGS
    """Notes and briefings; they are listed where no article answers."""
    lines: Concordance | None = None
    """Every hit, when the concordance is wanted."""

    def marks(self, article: ArticleId) -> tuple[Span, ...]:
        """The hit words in an article."""
        hit = next((hit for hit in self.result.hits if hit.article == article), None)
        return tuple(sorted({mark for passage in hit.passages for mark in passage.marks})) if hit else ()


def found_of(result: SearchResult, texts: Mapping[int, str], rows: Mapping[ArticleId, ArticleRow]) -> Found:
    """Join hits with their rows and texts; a hit whose article is unknown here is left out."""
    entries = tuple(
        _entry(hit, rows[hit.article], texts[hit.article]) for hit in result.hits if hit.article in rows and hit.article in texts
    )
    return Found(result, entries)


def _entry(hit: Hit, row: ArticleRow, text: str) -> HitEntry:
    first = min((mark for passage in hit.passages for mark in passage.marks), default=None)
    passages = tuple(passage_pieces(text, passage) for passage in hit.passages[:2])
    return HitEntry(row, row.place, passages, first)


def writing_entry(writing: Writing) -> WritingEntry:
    """A note or briefing, its hits strong."""
    return WritingEntry(writing, _pieces(writing.words, 0, len(writing.words), writing.marks))


def passage_pieces(text: str, passage: Passage) -> tuple[tuple[str, bool], ...]:
    """The passage from shortly before its first hit, in pieces; white space becomes blanks."""
    marks = sorted(passage.marks)
    start = max(passage.span.start, marks[0].start - _BEFORE) if marks else passage.span.start
    if start > passage.span.start:
        blank = text.find(" ", start, marks[0].start)
        start = blank + 1 if blank >= 0 else start
    before = (("… ", False),) if start > passage.span.start else ()
    return (*before, *_pieces(text, start, passage.span.end, marks))


def _pieces(text: str, start: int, end: int, marks: Iterable[Span]) -> tuple[tuple[str, bool], ...]:
    """A stretch of text cut at its marks."""
    pieces: list[tuple[str, bool]] = []
    at = start
    for mark in marks:
        if mark.start < at:
            continue
        pieces += [(_flat(text[at : mark.start]), False), (_flat(mark.of(text)), True)]
        at = mark.end
    pieces.append((_flat(text[at:end]), False))
    return tuple((words, hit) for words, hit in pieces if words)


def _flat(words: str) -> str:
    inner = " ".join(words.split())
    if not inner:
        return " " if words else ""
    return (" " if words[0].isspace() else "") + inner + (" " if words[-1].isspace() else "")


class HitModel(QAbstractListModel):
    """The hits, best first; notes and briefings where no article answers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[HitEntry | WritingEntry, ...] = ()

    def show(self, found: Found | None) -> None:
        """Take other hits."""
        self.beginResetModel()
        self._entries = (found.entries or tuple(map(writing_entry, found.writings.found))) if found else ()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many hits are listed."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, its headline, or headline and passage in words."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == Role.HIT:
            return entry
        if isinstance(entry, WritingEntry):
            return self._writing_words(entry, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.row.headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join([entry.row.headline, *("".join(words for words, _ in pieces) for pieces in entry.passages)])
        return None

    def _writing_words(self, entry: WritingEntry, role: int) -> str | None:
        words = "".join(words for words, _ in entry.pieces)
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.writing.title or words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(said for said in (writing_name(entry.writing.kind), entry.writing.title, words) if said)
        return None


def writing_name(kind: WritingKind) -> str:
    """What it is, in a word."""
    return {
        WritingKind.NOTE: QCoreApplication.translate("search", "Note"),
        WritingKind.BRIEFING: QCoreApplication.translate("search", "Briefing"),
    }[kind]
