"""Finds entries as they are typed, on a lane of its own where the newest query wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from briefing_app.model.errors import NothingThere
from briefing_app.model.ids import ArticleId, Noun, parse_id
from briefing_app.ui.jobs import Lane
from briefing_app.ui.palette.entries import Column, Entry, article_entry, articles, events, notes, search_for, shelves
from briefing_app.ui.palette.matching import Fit, best, match, words_of
from briefing_app.ui.session import Session

ONLY_VERBS, ONLY_LIBRARIES = ">", "@"
"""Typed first, nothing but verbs is looked for, or nothing but libraries."""
_MOST, _MOST_WORSE = 60, 8
_MOST_RECENT = 6


@dataclass(frozen=True, slots=True)
class Found:
    """An entry, and the code points of its title that answer the query."""

    entry: Entry
    places: tuple[int, ...] = ()


class Finder(QObject):
    """Looks through the columns; the library's own are read when the palette opens and the library has changed, off the window's thread."""

    found = Signal(object)  # tuple[Found, ...]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._library = session.workbench.library
        self._lane: Lane[tuple[Found, ...]] = Lane("palette", session.relay, newest_only=True)
        self._verbs = self._shelves = self._libraries = Column((), lambda _places: (), 0)
        self._columns: tuple[Column, ...] = ()
        self._read_at = -1
        self._to_read = True
        self._recent: list[Entry] = []
        self._asked = 0
        session.closing.connect(self.close)

    def close(self) -> None:
        """Nothing more is wanted."""
        self._asked += 1
        self._lane.close()

    def open(self, verbs: Column, libraries: Column) -> None:
        """Begin with what verbs and library are like now."""
        self._libraries = libraries
        self._verbs, self._shelves = verbs, shelves(self._session.organizing.known)
        self._to_read = True

    def used(self, entry: Entry) -> None:
        """Remember what was chosen: it stands first when nothing is typed."""
        self._recent = [entry, *(one for one in self._recent if one.title != entry.title)][:_MOST_RECENT]

    def ask(self, query: str) -> None:
        """Look for what is typed; ``found`` tells the answer to the newest query."""
        self._asked += 1
        mine = self._asked
        verbs, shelves, libraries, recent = self._verbs, self._shelves, self._libraries, tuple(self._recent)

        def stale() -> bool:
            return mine != self._asked

        def work() -> tuple[Found, ...]:
            words = words_of(query.removeprefix(ONLY_VERBS).removeprefix(ONLY_LIBRARIES))
            if query.startswith(ONLY_LIBRARIES):
                better, worse = _ranked(words, (libraries,), stale)
                return (*better, *worse)
            if not words:
                return _recent(recent, verbs)
            if query.startswith(ONLY_VERBS):
                better, worse = _ranked(words, (verbs,), stale)
                return (*better, *worse)
            better, worse = _ranked(words, (verbs, shelves, *self._read(), libraries), stale)
            return (*self._named(query.strip()), *better[:_MOST], Found(search_for(query.strip())), *worse[:_MOST_WORSE])

        self._lane.ask(work, self.found.emit, self._session.fail)

    def _read(self) -> tuple[Column, ...]:
        """The library's columns, as they were when the palette was opened."""
        library = self._library
        if self._to_read:
            self._to_read = False
            last = library.last_change()
            if last != self._read_at:
                self._columns = (events(library), articles(library), notes(library))
                self._read_at = last
        return self._columns

    def _named(self, word: str) -> tuple[Found, ...]:
        """The article whose id was typed."""
        named = parse_id(word)
        if named is None or named[0] is not Noun.ARTICLE:
            return ()
        try:
            return tuple(Found(article_entry(row)) for row in self._library.rows([ArticleId(named[1])]))
        except NothingThere:
            return ()


def _recent(recent: Sequence[Entry], verbs: Column) -> tuple[Found, ...]:
    """What was chosen last, then every verb."""
    entries = [entry for entry in verbs.entries(range(len(verbs.texts))) if entry is not None]
    fresh = {entry.title: entry for entry in entries}
    first = [fresh.get(entry.title, entry) for entry in recent]
    return tuple(Found(entry) for entry in (*first, *(one for one in entries if one not in first)))


def _ranked(words: Sequence[str], columns: Sequence[Column], stale: Callable[[], bool]) -> tuple[list[Found], list[Found]]:
    """The best of every column together, by fit, then by column and its order; and apart what is far-fetched or not possible now."""
    ranked: list[tuple[bool, int, int, int, int, Found]] = []
    for column_at, column in enumerate(columns):
        places = best(words, column.texts, column.most, stale, scattered=column.scattered)
        for order, (at, entry) in enumerate(zip(places, column.entries(places), strict=True)):
            one = match(words, column.texts[at], scattered=column.scattered)
            if one is not None and entry is not None:
                letters = tuple(letter for letter in one.places if letter < len(entry.title))
                ranked.append((not entry.possible, one.fit, column_at, -one.score, order, Found(entry, letters)))
    ranked.sort(key=lambda row: row[:-1])
    good = [row[-1] for row in ranked if not row[0] and row[1] < Fit.SCATTERED]
    return good, [row[-1] for row in ranked if row[0] or row[1] >= Fit.SCATTERED]
