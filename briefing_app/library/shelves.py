"""Hides which articles stand on a shelf and in which order: SQLite works out conditions, counts and outlines, and no text is read.

100,000 articles cost some 30 ms an outline and 25 ms the counts, because every statement is answered from an index that covers it
(``article_order``, ``article_source``, ``event_order``). What stands in the lines is read a page at a time (``Articles.rows``).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from briefing_app.library import records
from briefing_app.library.database import Database, Values
from briefing_app.model.dates import DateInterval
from briefing_app.model.ids import EventId
from briefing_app.model.shelf import Shelf, ShelfKind

_CONDITIONS = {
    ShelfKind.ALL: "1",
    ShelfKind.UNREAD: "a.read = 0",
    ShelfKind.STARRED: "a.starred = 1",
    ShelfKind.NOTED: "a.id IN (SELECT n.article FROM annotation n)",
    ShelfKind.EVENT: "a.event = ?",
    ShelfKind.SOURCE: "a.source IS ?",
}
"""Which articles stand on a shelf; a question mark is ``_subject`` of the shelf."""

_MOST_PLACE = 255


class LineKind(IntEnum):
    """What a line of an outline is. An event's members and copies follow its line."""

    SINGLE = 0
    EVENT = 1
    MEMBER = 2
    COPY = 3


@dataclass(frozen=True, slots=True)
class Outline:
    """What stands on a shelf, line by line: an event where its newest article stands, its articles below it, each copy under its original.

    ``keys`` holds the article's number, or the event's with a minus; ``kinds`` a LineKind a line; ``places`` the place of the article's
    letter in its event, 255 for any beyond. ``total`` counts the articles.
    """

    keys: array[int]
    kinds: bytes
    places: bytes
    total: int


NOTHING = Outline(array("q"), b"", b"", 0)


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How many articles a source has; ``name`` None counts those whose source is unknown. ``inferred``: at least one was reasoned."""

    name: str | None
    inferred: bool
    articles: int


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as lists name it."""

    id: EventId
    title: str
    date: DateInterval | None
    articles: int


@dataclass(frozen=True, slots=True)
class ShelfCounts:
    """How many articles stand on the shelves that every library has, and on each source's. ``newest`` are the newest of all ``events``."""

    articles: int = 0
    unread: int = 0
    starred: int = 0
    noted: int = 0
    events: int = 0
    newest: tuple[EventLine, ...] = ()
    sources: tuple[SourceCount, ...] = ()


class Shelves:
    """The shelves of one library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def outline(self, shelf: Shelf) -> Outline:
        """The lines of a shelf: newest date first, undated last, ties by number; an event's articles in its own order."""
        condition, values = _CONDITIONS[shelf.kind], _subject(shelf)
        # One row of three long texts: a row an article would cost three times as much, most of it in handing rows over.
        row = self._database.row(
            "SELECT group_concat(id), group_concat(ifnull(event, 0)), group_concat(ifnull(place, 0)) FROM"
            f" (SELECT a.id, a.event, a.place FROM article a WHERE {condition} ORDER BY a.dated DESC, a.id)",
            values,
        )
        if row is None or row[0] is None:
            return NOTHING
        ids, events, places = (array("q", map(int, column.split(","))) for column in row)
        return _grouped(ids, events, places, self._copies())

    def counts(self, most_events: int) -> ShelfCounts:
        """What the sidebar counts, with the ``most_events`` newest events."""
        row = self._database.row("SELECT count(*), sum(NOT read), sum(starred) FROM article") or (0, 0, 0)
        sources = self._database.rows("SELECT source, max(source_inferred), count(*) FROM article GROUP BY source")
        return ShelfCounts(
            articles=int(row[0]),
            unread=int(row[1] or 0),
            starred=int(row[2] or 0),
            noted=self._database.number("SELECT count(DISTINCT article) FROM annotation"),
            events=self._database.number("SELECT count(*) FROM event"),
            newest=self._event_lines("ORDER BY dated DESC, id DESC LIMIT ?", (most_events,)),
            sources=tuple(SourceCount(name, bool(inferred), int(count)) for name, inferred, count in sources),
        )

    def event_lines(self, ids: Sequence[EventId]) -> tuple[EventLine, ...]:
        """Those of the events that are there, in no order."""
        return self._event_lines(f"WHERE id IN ({','.join('?' * len(ids))})", ids)

    def _event_lines(self, which: str, values: Values) -> tuple[EventLine, ...]:
        lines = []
        for number, data in self._database.rows(f"SELECT id, data FROM event {which}", values):
            group = records.decode_group(data)
            lines.append(EventLine(EventId(int(number)), group.title, group.date, len(group.articles)))
        return tuple(lines)

    def _copies(self) -> dict[int, int]:
        return {int(row[0]): int(row[1]) for row in self._database.rows("SELECT article, copy_of FROM standing WHERE copy_of IS NOT NULL")}


def _subject(shelf: Shelf) -> Values:
    match shelf.kind:
        case ShelfKind.EVENT:
            return (shelf.event,)
        case ShelfKind.SOURCE:
            return (shelf.source,)
        case _:
            return ()


def _grouped(ids: Iterable[int], events: Iterable[int], places: Iterable[int], copies: Mapping[int, int]) -> Outline:
    order: list[int] = []
    members: dict[int, list[tuple[int, int]]] = {}
    for number, event, place in zip(ids, events, places, strict=True):
        if not event:
            order.append(number)
        elif event in members:
            members[event].append((place, number))
        else:
            members[event] = [(place, number)]
            order.append(-event)
    keys, kinds, letters = array("q"), bytearray(), bytearray()
    for key in order:
        keys.append(key)
        kinds.append(LineKind.SINGLE if key > 0 else LineKind.EVENT)
        letters.append(0)
        if key < 0:
            for place, number, kind in _with_copies(sorted(members[-key]), copies):
                keys.append(number)
                kinds.append(kind)
                letters.append(min(place, _MOST_PLACE))
    return Outline(keys, bytes(kinds), bytes(letters), len(keys) - len(members))


def _with_copies(members: Sequence[tuple[int, int]], copies: Mapping[int, int]) -> list[tuple[int, int, LineKind]]:
    """Place, number and kind of an event's articles; a copy follows its original when that stands there too."""
    here = {number for _, number in members}
    copied: dict[int, list[tuple[int, int, LineKind]]] = {}
    first: list[tuple[int, int, LineKind]] = []
    for place, number in members:
        original = copies.get(number)
        if original in here:
            copied.setdefault(original, []).append((place, number, LineKind.COPY))
        else:
            first.append((place, number, LineKind.MEMBER))
    return [line for one in first for line in (one, *copied.get(one[1], ()))]

