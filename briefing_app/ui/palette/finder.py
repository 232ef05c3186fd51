"""Finds entries as they are typed, on a lane of its own where the newest query wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from briefing_app.model.ids import Noun, parse_id
from briefing_app.ui.jobs import Lane
from briefing_app.ui.library.listing import Holdings
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
        self._made_for: tuple[object, object] | None = None
        self._columns: tuple[Column, ...] = ()
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
        holdings, listing, verbs = self._session.holdings, self._session.following.listing, self._verbs
        recent = tuple(self._recent)

        def stale() -> bool:
            return mine != self._asked

        def work() -> tuple[Found, ...]:
            only_verbs = query.startswith(ONLY_VERBS)
            if not only_verbs and query.strip() and self._made_for != (holdings, listing):
                self._columns = self._made(holdings, (shelves(listing), events(holdings.events), articles(holdings.rows)))
                self._made_for = (holdings, listing)
            columns = (verbs,) if only_verbs or not query.strip() else (verbs, *self._columns)
            named = _named(query.strip(), holdings)
            words = words_of(query.removeprefix(ONLY_VERBS))
            if not words:
                return _recent(recent, verbs)
            better, worse = _ranked(words, columns, stale)
            search = () if only_verbs else (Found(search_for(query.strip())),)
            return (*named, *better[:_MOST], *search, *worse[:_MOST_WORSE])

        self._lane.ask(work, self.found.emit, self._session.fail)

    def _made(self, holdings: Holdings, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        return (*columns, notes(self._session.workbench.library.annotations(), holdings))


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


def _named(word: str, holdings: Holdings) -> tuple[Found, ...]:
    """The article or event whose id was typed."""
    named = parse_id(word)
    if named is None:
        return ()
    noun, number = named
    if noun is Noun.ARTICLE:
        rows = [row for row in holdings.rows if row.id == number]
        return tuple(Found(articles(rows).entry(at)) for at in range(len(rows)))
    if noun is Noun.EVENT:
        chosen = [event for event in holdings.events if event.id == number]
        return tuple(Found(events(chosen).entry(at)) for at in range(len(chosen)))
    return ()
