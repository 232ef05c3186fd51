"""The hits as a list model: one article a row, with the passages that show why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.library import ArticleRow
from briefing_app.model.ids import ArticleId
from briefing_app.model.letters import Letter
from briefing_app.model.search import (
    Advice,
    Concordance,
    Copy,
    Facet,
    Hit,
    HitGroup,
    Passage,
    SearchResult,
    Writing,
    WritingKind,
    WritingsFound,
)
from briefing_app.model.span import Span
from briefing_app.ui.words import percent

Index = QModelIndex | QPersistentModelIndex
_MOST_PASSAGES = 2
_BEFORE = 42
NO_WRITINGS = WritingsFound()


class Role(IntEnum):
    """Where the model keeps its own things."""

    HIT = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class HitEntry:
    """A hit as it is painted: its row, its letter, and its passages in pieces (text, hit)."""

    row: ArticleRow
    letter: Letter | None
    passages: tuple[tuple[tuple[str, bool], ...], ...]
    first: Span | None


@dataclass(frozen=True, slots=True)
class WritingEntry:
    """A note or briefing as it is painted, its words in pieces (text, hit)."""

    writing: Writing
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class EventHead:
    """Above the hits of one event: its title, and how many there are."""

    title: str
    hits: int


@dataclass(frozen=True, slots=True)
class CopyEntry:
    """A hit that repeats the one above it, in one line, and what it says otherwise."""

    entry: HitEntry
    original: Letter | None
    copy: Copy


Entry = HitEntry | WritingEntry | EventHead | CopyEntry


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query, ready to be shown."""

    result: SearchResult
    entries: tuple[Entry, ...]
    advice: tuple[Advice, ...] = ()
    """Other queries that are worth a try."""
    facets: tuple[Facet, ...] = ()
    writings: WritingsFound = NO_WRITINGS
    """Notes and briefings; they are listed where no article answers."""
    lines: Concordance | None = None
    """Every hit, when the concordance is wanted."""
    rows: Mapping[ArticleId, ArticleRow] = field(default_factory=dict)
    """What is known of the articles of its lines."""

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
    besides = [passage for passage in hit.passages if passage.span.of(text).strip() != row.headline]  # the title stands above them
    passages = tuple(passage_pieces(text, passage) for passage in (besides or hit.passages)[:_MOST_PASSAGES])
    return HitEntry(row, row.letter, passages, first)


def grouped(found: Found, groups: Sequence[HitGroup]) -> Found:
    """The same hits under the heads of their events, copies in one line each."""
    entries = {entry.row.id: entry for entry in found.entries if isinstance(entry, HitEntry)}
    rows: list[Entry] = []
    for group in groups:
        if group.title:
            rows.append(EventHead(group.title, sum(1 + len(copies) for _, copies in group.hits)))
        for hit, copies in group.hits:
            if hit.article in entries:
                rows.append(entries[hit.article])
                letter = entries[hit.article].letter
                rows += [CopyEntry(entries[copy.hit.article], letter, copy) for copy in copies if copy.hit.article in entries]
    return replace(found, entries=tuple(rows))


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
        self._entries: tuple[Entry, ...] = ()

    def show(self, found: Found | None) -> None:
        """Take other hits."""
        self.beginResetModel()
        self._entries = (found.entries or tuple(map(writing_entry, found.writings.found))) if found else ()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many hits are listed."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """An event's head is only read."""
        if index.isValid() and isinstance(self._entries[index.row()], EventHead):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, its headline, or headline and passage in words."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == Role.HIT:
            return entry
        if isinstance(entry, WritingEntry):
            return self._writing_words(entry, role)
        if isinstance(entry, EventHead):
            return entry.title if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if isinstance(entry, CopyEntry):
            return self._copy_words(entry, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.row.headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join([entry.row.headline, *("".join(words for words, _ in pieces) for pieces in entry.passages)])
        return None

    def _copy_words(self, entry: CopyEntry, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.entry.row.headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join((entry.entry.row.headline, copied(entry), otherwise(entry.copy)))
        return None

    def _writing_words(self, entry: WritingEntry, role: int) -> str | None:
        words = "".join(words for words, _ in entry.pieces)
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.writing.title or words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(said for said in (writing_name(entry.writing.kind), entry.writing.title, words) if said)
        return None


def copied(entry: CopyEntry) -> str:
    """Of what it is a copy, and how much of one."""
    share = percent(entry.copy.share)
    if entry.original is None:
        return QCoreApplication.translate("search", "copy, %1 the same").replace("%1", share)
    words = QCoreApplication.translate("search", "copy of %1, %2 the same")
    return words.replace("%1", str(entry.original)).replace("%2", share)


def otherwise(copy: Copy) -> str:
    """What the copy says otherwise."""
    words = []
    if copy.own:
        words.append(QCoreApplication.translate("search", "Only here (%Ln): “%1”", "", len(copy.own)).replace("%1", copy.own[0]))
    if copy.left_out:
        words.append(QCoreApplication.translate("search", "leaves out %Ln sentence(s)", "", copy.left_out))
    return " · ".join(words) or QCoreApplication.translate("search", "Says the same, word for word")


def writing_name(kind: WritingKind) -> str:
    """What it is, in a word."""
    return {
        WritingKind.NOTE: QCoreApplication.translate("search", "Note"),
        WritingKind.BRIEFING: QCoreApplication.translate("search", "Briefing"),
    }[kind]
