"""What the palette can find: verbs, shelves, events, articles and notes as columns of short texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from briefing_app.library import ArticleRow, EventLine, Library
from briefing_app.model.annotation import Annotation
from briefing_app.model.ids import ArticleId
from briefing_app.model.shelf import ShelfKind
from briefing_app.ui.actions import ActionRow
from briefing_app.ui.certainty import interval_text, shown_date, shown_source
from briefing_app.ui.palette.matching import fold
from briefing_app.ui.shelves.entries import Known, SearchEntry, ShelfEntry, shelf_entries

_ALL = 100_000
MOST_LETTERS = 240
"""Code points of a headline or note that are looked through."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do or to open. ``target`` says which: an ActionRow, Shelf, SavedSearch, EventLine, ArticleRow, Annotation, or words to
    search for.

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
    """Things of one kind, ``texts`` folded; ``entries`` makes those at some places, None for one that is gone. At most ``most`` are shown.

    With ``scattered`` the letters may stand anywhere, which says something in few short texts and nothing in many long ones.
    """

    texts: Sequence[str]
    entries: Callable[[Sequence[int]], Sequence[Entry | None]]
    most: int
    scattered: bool = False


def verbs(rows: Sequence[tuple[ActionRow, str, bool]]) -> Column:
    """The actions as (row, its key, whether it is possible now), the possible ones first."""
    found = [
        Entry(row, row.words.removesuffix(" …"), row.icon, row.menu.words, "", key, possible)
        for row, key, possible in sorted(rows, key=lambda one: not one[2])
    ]
    return Column([fold(entry.title) for entry in found], lambda places: [found[at] for at in places], 12, scattered=True)


def shelves(known: Known) -> Column:
    """The sidebar's rows but events, which have a column of their own."""
    found = [
        _shelf_entry(row)
        for row in shelf_entries(known, most_sources=_ALL)
        if isinstance(row, SearchEntry) or (isinstance(row, ShelfEntry) and row.shelf.kind is not ShelfKind.EVENT)
    ]
    return Column([fold(entry.title) for entry in found], lambda places: [found[at] for at in places], 8, scattered=True)


def libraries(folders: Sequence[Path]) -> Column:
    """The libraries that were open, the newest first."""
    found = [Entry(folder, folder.name, "inbox", _tr("Library"), str(folder.parent)) for folder in folders]
    return Column([fold(entry.title) for entry in found], lambda places: [found[at] for at in places], 6, scattered=True)


def events(library: Library) -> Column:
    """The events, newest first."""
    named = library.event_titles()

    def entries(places: Sequence[int]) -> list[Entry | None]:
        known = {line.id: _event_entry(line) for line in library.event_lines([named[at][0] for at in places])}
        return [known.get(named[at][0]) for at in places]

    return Column([fold(title[:MOST_LETTERS]) for _number, title in named], entries, 10)


def articles(library: Library) -> Column:
    """The articles, newest first."""
    named = library.headlines()

    def entries(places: Sequence[int]) -> list[Entry | None]:
        known = {row.id: article_entry(row) for row in library.rows([named[at][0] for at in places], skip_missing=True)}
        return [known.get(named[at][0]) for at in places]

    return Column([fold(headline[:MOST_LETTERS]) for _number, headline in named], entries, 40)


def notes(library: Library) -> Column:
    """Notes and highlights by what is written and by the words they belong to, the newest first."""
    found = sorted(library.annotations(), key=lambda one: one.changed_at, reverse=True)

    def entries(places: Sequence[int]) -> list[Entry]:
        notes = [found[at] for at in places]
        headlines = {row.id: row.headline for row in library.rows(list({note.article for note in notes}), skip_missing=True)}
        return [_note_entry(note, headlines) for note in notes]

    return Column([fold(_note_words(note)) for note in found], entries, 10)


def article_entry(row: ArticleRow) -> Entry:
    """An article with its source and date."""
    return Entry(row, row.headline, "page", _tr("Article"), f"{shown_source(row.source).text} · {shown_date(row.date).text}")


def _shelf_entry(row: ShelfEntry | SearchEntry) -> Entry:
    detail = _tr("%Ln article(s)", row.count or 0)
    if isinstance(row, SearchEntry):
        return Entry(row.search, row.name, "search", _tr("Saved search"), row.search.query)
    match row.shelf.kind:
        case ShelfKind.CASE:
            return Entry(row.shelf, row.name, "case", _tr("Case"), detail)
        case ShelfKind.TAG:
            return Entry(row.shelf, row.name, "tag", _tr("Tag"), detail)
        case _:
            return Entry(row.shelf, row.name, row.icon or "source", _tr("Shelf"), detail)


def search_for(words: str) -> Entry:
    """To look for the words in the texts."""
    return Entry(words, _tr("Search the texts for “%1”").replace("%1", words), "search", _tr("Search"))


def _event_entry(line: EventLine) -> Entry:
    return Entry(line, line.title, "event", _tr("Event"), interval_text(line.date) if line.date else "")


def _note_entry(note: Annotation, headlines: Mapping[ArticleId, str]) -> Entry:
    return Entry(note, _note_words(note), "note", _tr("Note") if note.note else _tr("Highlight"), headlines.get(note.article, ""))


def _note_words(note: Annotation) -> str:
    words = f"{note.note} “{note.words}”" if note.note else f"“{note.words}”"
    return " ".join(words.split())[:MOST_LETTERS]


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("palette", words, "", count)
