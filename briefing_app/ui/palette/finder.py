"""Finds entries as they are typed, on a lane of its own where the newest query wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from briefing_app.library import ShelfCounts
from briefing_app.model.errors import NothingThere
from briefing_app.model.ids import ArticleId, EventId, Noun, parse_id
from briefing_app.ui.jobs import Lane
from briefing_app.ui.palette.entries import Column, Entry, articles, events, notes, search_for, shelves
from briefing_app.ui.palette.matching import Fit, best, match, words_of
from briefing_app.ui.session import Session

ONLY_VERBS = ">"
"""Typed first, nothing but verbs is looked for."""
_MOST, _MOST_WORSE = 60, 8
_MOST_RECENT = 6


@dataclass(frozen=True, slots=True)
class Found:
    """An entry, and the code points of its title that answer the query."""

    entry: Entry
    places: tuple[int, ...] = ()


class Finder(QObject):
    """Looks through the columns; those of the library are made once for each state of it, off the window's thread."""

    found = Signal(object)  # tuple[Found, ...]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._lane: Lane[tuple[Found, ...]] = Lane("palette", session.relay, newest_only=True)
        self._verbs: Column = Column((), _nothing, 0)
        self._library = session.workbench.library
        self._made_at = (-1, -1)
        self._long: tuple[Column, ...] = ()
        self._notes: Column | None = None
        self._recent: list[Entry] = []
        self._asked = 0

    def close(self) -> None:
        """Nothing more is wanted."""
        self._asked += 1
        self._lane.close()

    def open(self, verbs: Column) -> None:
        """Begin with what the verbs are like now."""
        self._verbs = verbs

    def used(self, entry: Entry) -> None:
        """Remember what was chosen: it stands first when nothing is typed."""
        self._recent = [entry, *(one for one in self._recent if one.title != entry.title)][:_MOST_RECENT]

    def ask(self, query: str) -> None:
        """Look for what is typed; ``found`` tells the answer to the newest query."""
        self._asked += 1
        mine = self._asked
        following, verbs = self._session.following, self._verbs
        counts, stamp = following.counts, (following.arranged, following.seen)
        recent = tuple(self._recent)

        def stale() -> bool:
            return mine != self._asked

        def work() -> tuple[Found, ...]:
            only_verbs = query.startswith(ONLY_VERBS)
            columns = (verbs,) if only_verbs or not query.strip() else (verbs, *self._columns(counts, stamp))
            named = self._named(query.strip())
            words = words_of(query.removeprefix(ONLY_VERBS))
            if not words:
                return _recent(recent, verbs)
            better, worse = _ranked(words, columns, stale)
            search = () if only_verbs else (Found(search_for(query.strip())),)
            return (*named, *better[:_MOST], *search, *worse[:_MOST_WORSE])

        self._lane.ask(work, self.found.emit, self._session.fail)

    def _columns(self, counts: ShelfCounts, stamp: tuple[int, int]) -> tuple[Column, ...]:
        """Shelves, events, articles and notes; the long ones are made anew only when the library's order has changed."""
        library = self._library
        if self._made_at[0] != stamp[0] or not self._long:
            self._long = (events(library.events()), articles(library.headlines(), library.rows))
        if self._made_at != stamp or self._notes is None:
            self._notes = notes(library.annotations(), library.rows)
        self._made_at = stamp
        return (shelves(counts), *self._long, self._notes)

    def _named(self, word: str) -> tuple[Found, ...]:
        """The article or event whose id was typed."""
        named = parse_id(word)
        if named is None:
            return ()
        noun, number = named
        try:
            if noun is Noun.ARTICLE:
                rows = self._library.rows([ArticleId(number)])
                return (Found(articles([(row.id, row.headline) for row in rows], lambda _ids: rows).entry(0)),)
            if noun is Noun.EVENT:
                return (Found(events([self._library.event(EventId(number))]).entry(0)),)
        except NothingThere:
            pass
        return ()


def _nothing(_at: int) -> Entry:
    raise IndexError


def _recent(recent: Sequence[Entry], verbs: Column) -> tuple[Found, ...]:
    """What was chosen last, then every verb."""
    entries = [verbs.entry(at) for at in range(len(verbs.texts))]
    fresh = {entry.title: entry for entry in entries}
    first = [fresh.get(entry.title, entry) for entry in recent]
    return tuple(Found(entry) for entry in (*first, *(one for one in entries if one not in first)))


def _ranked(words: Sequence[str], columns: Sequence[Column], stale: Callable[[], bool]) -> tuple[list[Found], list[Found]]:
    """The best of every column together, by fit, then by column and its order; and apart what is far-fetched or not possible now."""
    ranked: list[tuple[bool, int, int, int, int, Found]] = []
    for place, column in enumerate(columns):
        for order, at in enumerate(best(words, column.texts, column.most, stale, scattered=column.scattered)):
            entry = column.entry(at)
            one = match(words, column.texts[at], scattered=column.scattered)
            if one is not None:
                places = tuple(letter for letter in one.places if letter < len(entry.title))
                ranked.append((not entry.possible, one.fit, place, -one.score, order, Found(entry, places)))
    ranked.sort(key=lambda row: row[:-1])
    good = [row[-1] for row in ranked if not row[0] and row[1] < Fit.SCATTERED]
    return good, [row[-1] for row in ranked if row[0] or row[1] >= Fit.SCATTERED]
