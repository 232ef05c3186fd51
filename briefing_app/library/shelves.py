"""Hides which articles stand on a shelf and in which order: SQLite works out conditions, counts and outlines, and no text is read.

100,000 articles cost some 30 ms an outline and 25 ms the counts, because every statement is answered from an index that covers it
(``article_order``, ``article_source``, ``article_title``, ``event_order``). What stands in the lines is read a page at a time
(``Rows.get``).
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import compress

from briefing_app.library import coding
from briefing_app.library.database import Database, Values
from briefing_app.library.filing import ARTICLES_OF_CASES
from briefing_app.library.trash import emptied, members_left, trashed_members
from briefing_app.model.dates import DateInterval
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.model.naming import folded
from briefing_app.model.shelf import Arrangement, ListOrder, Shelf, ShelfKind

_CONDITIONS = {
    ShelfKind.ALL: "1",
    ShelfKind.UNREAD: "a.read = 0",
    ShelfKind.STARRED: "a.starred = 1",
    ShelfKind.NOTED: "a.id IN (SELECT n.article FROM annotation n)",
    ShelfKind.EVENT: "a.event = ?",
    ShelfKind.CASE: f"a.id IN (SELECT article FROM ({ARTICLES_OF_CASES}) WHERE casefile = ?)",
    ShelfKind.SOURCE: "a.id IN (SELECT s.id FROM article s INDEXED BY article_source WHERE s.trashed = 0 AND s.source IS ?)",
    ShelfKind.TAG: "a.id IN (SELECT x.article FROM tag t JOIN article_tag x ON x.tag = t.id WHERE t.folded = ?)",
    ShelfKind.TRASH: "1",
}
"""Which articles stand on a shelf, outside the trash or (TRASH) in it; a question mark is ``_subject`` of the shelf."""

_ORDERS = {
    ListOrder.NEWEST: ("article_order", "a.dated DESC, a.id"),
    ListOrder.OLDEST: ("article_order", "a.dated = '', a.dated, a.id"),
    ListOrder.ADDED: ("article_order", "a.id DESC"),
    ListOrder.SOURCE: ("article_source", "a.source IS NULL, a.source COLLATE NOCASE, a.source, a.dated DESC, a.id"),
    ListOrder.TITLE: ("article_title", "a.title, a.id"),
}
"""The index that holds all that the order needs, and the order: undated last, and unknown sources last."""

_CHUNK = 500  # SQLite takes at least 999 values in one statement.


class LineKind(IntEnum):
    """What a line of an outline is. An event's members and copies follow its line."""

    SINGLE = 0
    EVENT = 1
    MEMBER = 2
    COPY = 3


_MEMBER = bytes((LineKind.MEMBER,))


@dataclass(frozen=True, slots=True)
class Outline:
    """What stands on a shelf, line by line: an event where its newest article stands, its articles below it, each copy under its original.

    ``keys`` holds the article's number, or the event's with a minus; ``kinds`` a LineKind a line. ``total`` counts the articles.
    """

    keys: array[int]
    kinds: bytes
    total: int


NOTHING = Outline(array("q"), b"", 0)


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How many articles a source has; ``name`` None counts those whose source is unknown. ``inferred``: at least one was reasoned."""

    name: str | None
    inferred: bool
    articles: int


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag as it is written, and how many articles have it."""

    tag: str
    articles: int


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as lists name it.

    ``conflicts`` counts those of its comparison; ``stage`` is its place in a story of several events (1 the first), 0 when it is in none;
    ``locked`` events let no late article in.
    """

    id: EventId
    title: str
    date: DateInterval | None
    articles: int
    conflicts: int = 0
    stage: int = 0
    locked: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    """What a line tells of an ``EventGroup``: its reasons, which are most of it, are not read."""

    title: str
    date: DateInterval | None
    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class ShelfCounts:
    """How many articles stand on the shelves that every library has, on each source's and on each tag's.

    ``newest`` are the newest of all ``events``. Nothing but ``trashed`` counts what lies in the trash.
    """

    articles: int = 0
    unread: int = 0
    starred: int = 0
    noted: int = 0
    events: int = 0
    newest: tuple[EventLine, ...] = ()
    sources: tuple[SourceCount, ...] = ()
    tags: tuple[TagCount, ...] = ()
    trashed: int = 0


class Shelves:
    """The shelves of one library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def outline(self, shelf: Shelf, arrangement: Arrangement) -> Outline:
        """The lines of a shelf in the order asked for; an event's articles in its own order. The trash is never grouped."""
        condition, values, trashed = _CONDITIONS[shelf.kind], _subject(shelf), shelf.kind is ShelfKind.TRASH
        index, order = _ORDERS[arrangement.order]
        # One row of three long texts: a row an article would cost twice as much, most of it in handing rows over.
        row = self._database.row(
            "SELECT group_concat(id), group_concat(ifnull(event, 0)), group_concat(ifnull(place, 0)) FROM (SELECT a.id, a.event, a.place"
            f" FROM article a INDEXED BY {index} WHERE a.trashed = {int(trashed)} AND {condition} ORDER BY {order})",
            values,
        )
        if row is None or row[0] is None:
            return NOTHING
        ids, events, places = (coding.numbers(column) for column in row)
        if trashed or not arrangement.grouped:
            events = [0] * len(ids)
        elif gone := emptied(self._database):
            events = [0 if event in gone else event for event in events]
        return _grouped(array("q", ids), events, places, self._copies())

    def counts(self, most_events: int) -> ShelfCounts:
        """What the sidebar counts, with the ``most_events`` newest events."""
        row = self._database.row("SELECT count(*), sum(NOT read), sum(starred) FROM article WHERE trashed = 0") or (0, 0, 0)
        sources = self._database.rows("SELECT source, max(source_inferred), count(*) FROM article WHERE trashed = 0 GROUP BY source")
        return ShelfCounts(
            articles=int(row[0]),
            unread=int(row[1] or 0),
            starred=int(row[2] or 0),
            noted=self._database.number(
                "SELECT count(*) FROM (SELECT DISTINCT article FROM annotation) n"
                " CROSS JOIN article a ON a.id = n.article WHERE a.trashed = 0"  # not through all articles: those with notes are few
            ),
            events=self._database.number("SELECT count(*) FROM event") - len(emptied(self._database)),
            newest=self._event_lines("ORDER BY dated DESC, id DESC LIMIT ?", (most_events,)),
            sources=tuple(SourceCount(name, bool(inferred), int(count)) for name, inferred, count in sources),
            tags=self.tags(),
            trashed=self._database.number("SELECT count(*) FROM article WHERE trashed = 1"),
        )

    def tags(self) -> tuple[TagCount, ...]:
        """The tags of articles outside the trash, in the order of the alphabet."""
        # The trash is small: it is counted and taken off, so that the others need not be looked at one by one.
        off = self._database.rows(
            "SELECT x.tag, count(*) FROM article a JOIN article_tag x ON x.article = a.id WHERE a.trashed > 0 GROUP BY x.tag"
        )
        trashed = {int(row[0]): int(row[1]) for row in off}
        rows = self._database.rows(
            "SELECT t.id, t.name, c.articles FROM (SELECT tag, count(*) AS articles FROM article_tag GROUP BY tag) c"
            " JOIN tag t ON t.id = c.tag ORDER BY t.folded"
        )
        found = (TagCount(str(row[1]), int(row[2]) - trashed.get(int(row[0]), 0)) for row in rows)
        return tuple(count for count in found if count.articles)

    def tags_of(self, articles: Sequence[ArticleId]) -> dict[str, int]:
        """How many of the articles have each tag; tags that none of them has are absent."""
        found: dict[str, int] = {}
        for start in range(0, len(articles), _CHUNK):
            some = articles[start : start + _CHUNK]
            for tag, count in self._database.rows(
                "SELECT t.name, count(*) FROM article_tag x JOIN tag t ON t.id = x.tag"
                f" WHERE x.article IN ({','.join('?' * len(some))}) GROUP BY t.id",
                some,
            ):
                found[str(tag)] = found.get(str(tag), 0) + int(count)
        return found

    def event_lines(self, ids: Sequence[EventId]) -> tuple[EventLine, ...]:
        """Those of the events that are there, in no order."""
        return self._event_lines(f"WHERE id IN ({','.join('?' * len(ids))})", ids)

    def _event_lines(self, which: str, values: Values) -> tuple[EventLine, ...]:
        trashed = trashed_members(self._database)
        before = {int(row[0]): int(row[1]) for row in self._database.rows("SELECT id, stage_of FROM event WHERE stage_of IS NOT NULL")}
        lines = []
        for number, data, conflicts, locked in self._database.rows(f"{_EVENT_LINE} {which}", values):
            group = coding.decode(data, _Group)
            left = members_left(group.articles, trashed)
            if left:
                told = (group.title, group.date, len(left), int(conflicts or 0), _stage(int(number), before), bool(locked))
                lines.append(EventLine(EventId(int(number)), *told))
        return tuple(lines)

    def _copies(self) -> dict[int, int]:
        return {int(row[0]): int(row[1]) for row in self._database.rows("SELECT article, copy_of FROM standing WHERE copy_of IS NOT NULL")}


_EVENT_LINE = (
    "SELECT id, data, (SELECT c.conflicts FROM comparison c WHERE c.event = event.id),"
    " (SELECT h.locked FROM event_hold h WHERE h.event = event.id) FROM event"
)


def _stage(number: int, before: Mapping[int, int]) -> int:
    """The place in its story of an event, by the links to earlier ones; 0 without any."""
    if number not in before and number not in before.values():
        return 0
    stage, seen = 1, {number}
    while (earlier := before.get(number)) is not None and earlier not in seen:
        number = earlier
        seen.add(earlier)
        stage += 1
    return stage


def _subject(shelf: Shelf) -> Values:
    match shelf.kind:
        case ShelfKind.EVENT:
            return (shelf.event,)
        case ShelfKind.SOURCE:
            return (shelf.source,)
        case ShelfKind.CASE:
            return (shelf.case,)
        case ShelfKind.TAG:
            return (folded(shelf.tag),)
        case _:
            return ()


def _grouped(ids: array[int], events: Sequence[int], places: Sequence[int], copies: Mapping[int, int]) -> Outline:
    """Single articles are taken over in stretches, so that only the members of events (event not 0) are looked at one by one."""
    grouped = list(compress(range(len(events)), events))
    members: dict[int, list[tuple[int, int]]] = {}
    for at in grouped:
        members.setdefault(events[at], []).append((places[at], ids[at]))
    keys, kinds = array("q"), bytearray()
    kept = 0
    for at in (*grouped, len(ids)):
        if at > kept:
            keys += ids[kept:at]
            kinds += bytes(at - kept)
        kept = at + 1
        found = members.pop(events[at], None) if at < len(ids) else None
        if found:
            numbers = [number for _, number in sorted(found)]
            keys.append(-events[at])
            kinds.append(LineKind.EVENT)
            if copies.keys().isdisjoint(numbers):
                keys.fromlist(numbers)
                kinds += _MEMBER * len(numbers)
            else:
                lines = _with_copies(numbers, copies)
                keys.extend(number for number, _ in lines)
                kinds.extend(kind for _, kind in lines)
    return Outline(keys, bytes(kinds), len(ids))


def _with_copies(members: Sequence[int], copies: Mapping[int, int]) -> list[tuple[int, LineKind]]:
    """Number and kind of an event's articles; a copy follows its original when that stands there too."""
    here = set(members)
    copied: dict[int, list[tuple[int, LineKind]]] = {}
    first: list[tuple[int, LineKind]] = []
    for number in members:
        original = copies.get(number)
        if original in here:
            copied.setdefault(original, []).append((number, LineKind.COPY))
        else:
            first.append((number, LineKind.MEMBER))
    return [line for one in first for line in (one, *copied.get(one[0], ()))]
