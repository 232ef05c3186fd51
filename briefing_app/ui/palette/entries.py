"""What the palette can find: verbs, shelves, events, articles and notes as columns of short texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from briefing_app.library import ArticleRow, ShelfCounts
from briefing_app.model.annotation import Annotation
from briefing_app.model.event import Event
from briefing_app.model.ids import ArticleId
from briefing_app.model.shelf import ShelfKind
from briefing_app.ui.actions import ActionRow
from briefing_app.ui.certainty import interval_text, shown_date, shown_source
from briefing_app.ui.library.listing import ShelfEntry, shelf_entries
from briefing_app.ui.palette.matching import fold

Rows = Callable[[Sequence[ArticleId]], Sequence[ArticleRow]]
"""Reads the rows of articles, for the few entries that are shown."""

MOST_LETTERS = 240
"""Code points of a headline or note that are looked through."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do or to open. ``target`` says which: an ActionRow, Shelf, Event, ArticleRow, Annotation, or words to search for.

    ``kind`` names it on the screen; ``detail`` stands muted behind the title; an entry that is not ``possible`` is grey.
    """

    target: Any
    title: str
    icon: str = ""
    kind: str = ""
    detail: str = ""
    key: str = ""
    possible: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """Things of one kind, ``texts`` folded; ``entry(at)`` makes the entry at a place. ``most`` of them are shown at once.

    With ``scattered`` the letters may stand anywhere, which says something in few short texts and nothing in many long ones.
    """

    texts: Sequence[str]
    entry: Callable[[int], Entry]
    most: int
    scattered: bool = False


def verbs(rows: Sequence[tuple[ActionRow, str, bool]]) -> Column:
    """The actions as (row, its key, whether it is possible now), the possible ones first."""
    entries = [
        Entry(row, row.words.removesuffix(" …"), row.icon, row.menu.words, "", key, possible)
        for row, key, possible in sorted(rows, key=lambda one: not one[2])
    ]
    return Column([fold(entry.title) for entry in entries], entries.__getitem__, 12, scattered=True)


def shelves(counts: ShelfCounts) -> Column:
    """The sidebar's rows but events, which have a column of their own."""
    rows = [entry for entry in shelf_entries(counts) if isinstance(entry, ShelfEntry) and entry.shelf.kind is not ShelfKind.EVENT]

    def entry(at: int) -> Entry:
        row = rows[at]
        return Entry(row.shelf, row.name, row.icon or "source", _tr("Shelf"), _tr("%Ln article(s)", row.count or 0))

    return Column([fold(row.name) for row in rows], entry, 8, scattered=True)


def events(found: Sequence[Event]) -> Column:
    """The events in the order of the library."""

    def entry(at: int) -> Entry:
        event = found[at]
        return Entry(event, event.group.title, "event", _tr("Event"), interval_text(event.group.date) if event.group.date else "")

    return Column([fold(event.group.title[:MOST_LETTERS]) for event in found], entry, 10)


def articles(headlines: Sequence[tuple[ArticleId, str]], rows: Rows) -> Column:
    """The articles by their headlines, in the order given."""

    def entry(at: int) -> Entry:
        (row,) = rows([headlines[at][0]])
        return Entry(row, row.headline, "page", _tr("Article"), f"{shown_source(row.source).text} · {shown_date(row.date).text}")

    return Column([fold(headline[:MOST_LETTERS]) for _, headline in headlines], entry, 40)


def notes(annotations: Sequence[Annotation], rows: Rows) -> Column:
    """Notes and highlights by what is written and by the words they belong to, the newest first."""
    found = sorted(annotations, key=lambda one: one.changed_at, reverse=True)

    def entry(at: int) -> Entry:
        note = found[at]
        kind = _tr("Note") if note.note else _tr("Highlight")
        return Entry(note, _note_words(note), "note", kind, rows([note.article])[0].headline)

    return Column([fold(_note_words(note)) for note in found], entry, 10)


def search_for(words: str) -> Entry:
    """To look for the words in the texts."""
    return Entry(words, _tr("Search the texts for “%1”").replace("%1", words), "search", _tr("Search"))


def _note_words(note: Annotation) -> str:
    words = f"{note.note} “{note.anchor.quote}”" if note.note else f"“{note.anchor.quote}”"
    return " ".join(words.split())[:MOST_LETTERS]


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("palette", words, "", count)
