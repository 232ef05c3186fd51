"""What stands in the sidebar: shelves and saved searches with their counts, under heads that fold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from briefing_app.model.ids import CaseId, SearchId
from briefing_app.model.shelf import Shelf, ShelfKind
from briefing_app.ui.words import digits

if TYPE_CHECKING:
    from briefing_app.library import BriefingTitle, CaseCount, SearchNews, ShelfCounts
    from briefing_app.model.search import SavedSearch

MOST_EVENTS = 8
"""How many events the sidebar names; the list shows all."""
MOST_SOURCES = 24
"""How many sources the sidebar names: those with most articles."""


class SectionKind(StrEnum):
    """The parts of the sidebar that have a head; under the name the settings remember which are folded."""

    EVENTS = "events"
    CASES = "cases"
    SEARCHES = "searches"
    SOURCES = "sources"
    TAGS = "tags"


@dataclass(frozen=True, slots=True)
class Section:
    """A head between shelves, with what stands under it when it is unfolded."""

    kind: SectionKind
    title: str
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Hint:
    """What can be done under a head where nothing stands yet."""

    words: str


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """A shelf with its name, icon (empty: none) and count (None: not known yet)."""

    shelf: Shelf
    name: str
    count: int | None
    icon: str = ""
    unknown: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class BriefingEntry:
    """A briefing below the case in which it is filed, while that is chosen."""

    briefing: BriefingTitle

    @property
    def name(self) -> str:
        """What it is called."""
        return self.briefing.title


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A saved search with what it finds (None: not known yet) and how much of it is new."""

    search: SavedSearch
    count: int | None = None
    new: int = 0

    @property
    def name(self) -> str:
        """What it is called."""
        return self.search.name


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that the sidebar is made from; ``counts`` None: nothing is counted yet. ``shelf`` is what the list shows."""

    counts: ShelfCounts | None = None
    cases: tuple[CaseCount, ...] = ()
    searches: tuple[SavedSearch, ...] = ()
    news: Mapping[SearchId, SearchNews] = field(default_factory=dict)
    shelf: Shelf = field(default_factory=Shelf)

    def case(self, number: CaseId | None) -> CaseCount | None:
        """The case of that number."""
        return next((count for count in self.cases if count.case.id == number), None)


Row = ShelfEntry | SearchEntry | BriefingEntry
Entry = Section | Hint | Row


def shelf_entries(known: Known, most_sources: int = MOST_SOURCES) -> tuple[Entry, ...]:
    """The sidebar's rows: the fixed shelves, the sections, and the trash."""
    counts = known.counts
    fixed = (
        (ShelfKind.ALL, _tr("All"), "inbox"),
        (ShelfKind.UNREAD, _tr("Unread"), "unread"),
        (ShelfKind.STARRED, _tr("Starred"), "star"),
        (ShelfKind.NOTED, _tr("With notes"), "note"),
    )
    numbers = (counts.articles, counts.unread, counts.starred, counts.noted) if counts else (None,) * len(fixed)
    found: list[Entry] = [ShelfEntry(Shelf(kind), name, number, icon) for (kind, name, icon), number in zip(fixed, numbers, strict=True)]
    if counts is None:
        return tuple(found)
    for kind, title, rows in _sections(counts, known, most_sources):
        if rows:
            found += [Section(kind, title, sum(not isinstance(row, BriefingEntry) for row in rows)), *rows]
        elif kind is SectionKind.CASES and counts.articles:
            found += [Section(kind, title), Hint(_tr("Drop articles here"))]
    if counts.articles or counts.trashed:
        found.append(ShelfEntry(Shelf(ShelfKind.TRASH), _tr("Trash"), counts.trashed, "trash"))
    return tuple(found)


def _sections(counts: ShelfCounts, known: Known, most_sources: int) -> Iterator[tuple[SectionKind, str, list[Row]]]:
    few = counts.events <= len(counts.newest)
    events = _tr("Events") if few else _tr("Events, the newest %1").replace("%1", digits(len(counts.newest)))
    yield SectionKind.EVENTS, events, [ShelfEntry(Shelf(ShelfKind.EVENT, one.id), one.title, one.articles) for one in counts.newest]
    yield SectionKind.CASES, _tr("Cases"), list(_case_entries(known))
    yield SectionKind.SEARCHES, _tr("Searches"), [_search_entry(search, known.news.get(search.id)) for search in known.searches]
    many = len(counts.sources) > most_sources
    sources = _tr("Sources, the largest %1").replace("%1", digits(most_sources)) if many else _tr("Sources")
    yield SectionKind.SOURCES, sources, list(_source_entries(counts, most_sources))
    tags: list[Row] = [ShelfEntry(Shelf(ShelfKind.TAG, tag=one.tag), one.tag, one.articles) for one in counts.tags]
    yield SectionKind.TAGS, _tr("Tags"), tags


def _case_entries(known: Known) -> Iterator[Row]:
    for one in known.cases:
        shelf = Shelf(ShelfKind.CASE, case=one.case.id)
        yield ShelfEntry(shelf, one.case.name, one.articles)
        if known.shelf == shelf:
            yield from map(BriefingEntry, one.briefings)


def _search_entry(search: SavedSearch, news: SearchNews | None) -> SearchEntry:
    return SearchEntry(search, news.total, news.new) if news else SearchEntry(search)


def _source_entries(counts: ShelfCounts, most: int) -> Iterator[ShelfEntry]:
    largest = sorted((source for source in counts.sources if source.name is not None), key=lambda source: -source.articles)[:most]
    for source in sorted(largest, key=lambda source: (source.name or "").casefold()):
        name = source.name or ""
        yield ShelfEntry(Shelf(ShelfKind.SOURCE, source=name), name, source.articles, inferred=source.inferred)
    for source in counts.sources:
        if source.name is None:
            yield ShelfEntry(Shelf(ShelfKind.SOURCE), _tr("unknown"), source.articles, unknown=True)


def _tr(words: str) -> str:
    return QCoreApplication.translate("library", words)
