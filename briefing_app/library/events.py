"""Hides how groups of articles keep their event numbers while the library grows, and where their comparisons are kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping, Sequence

from briefing_app.library import feed, records
from briefing_app.library.articles import Articles
from briefing_app.library.database import Database, Row
from briefing_app.library.sources import Sources
from briefing_app.library.trash import left_of, trashed_members
from briefing_app.model.change import ChangeKind
from briefing_app.model.comparison import ClaimStatus, Comparison
from briefing_app.model.errors import NothingThere
from briefing_app.model.event import Event, EventGroup, EventHold, HeldEvents, Pin
from briefing_app.model.ids import ArticleId, EventId, Noun, name_of
from briefing_app.model.ruling import Ruling, rulings_digest
from briefing_app.model.source import Register

_SELECT = "SELECT id, data, stage_of FROM event"
_FORMER = "SELECT id, former_event FROM article WHERE former_event IS NOT NULL AND NOT trashed"


class Events:
    """The events of one library."""

    def __init__(self, database: Database, articles: Articles, sources: Sources) -> None:
        self._database = database
        self._articles = articles
        self._sources = sources

    def all(self) -> tuple[Event, ...]:
        """Every event, newest date first, undated last, ties by number. What lies in the trash is in none."""
        trashed = trashed_members(self._database)
        events = [_event(row, trashed) for row in self._database.rows(f"{_SELECT} ORDER BY id")]
        return tuple(sorted((event for event in events if event is not None), key=_dated, reverse=True))

    def get(self, number: EventId) -> Event:
        """One event. Raises NothingThere, also when the trash has left less than two articles of it."""
        row = self._database.row(f"{_SELECT} WHERE id = ?", (number,))
        event = _event(row, trashed_members(self._database)) if row else None
        if event is None:
            raise _nothing(number)
        return event

    def held(self) -> HeldEvents:
        """What the analyst has said of events."""
        pins = self._database.rows("SELECT article, event FROM event_pin ORDER BY article")
        holds = self._database.rows("SELECT event, name, locked FROM event_hold ORDER BY event")
        return HeldEvents(
            tuple(Pin(ArticleId(int(row[0])), None if row[1] is None else EventId(int(row[1]))) for row in pins),
            tuple(EventHold(EventId(int(row[0])), str(row[1]), bool(row[2])) for row in holds),
        )

    def put(self, groups: Sequence[EventGroup], given: Mapping[int, EventId], stages: Mapping[int, int]) -> None:
        """Replace all groups. Each takes the number that it is ``given`` (by its index), else that of the old event with which it shares
        most articles; a number is never given twice. ``stages`` are indices: the later group, the earlier one of the same story.

        The feed tells only of events that are new, changed or gone. Raises NothingThere when a group names no article of the library.
        """
        self._articles.digests([article for group in groups for article in group.articles])
        with self._database.writing() as connection:
            old = {int(row[0]): records.decode_group(row[1]) for row in connection.execute(_SELECT)}
            former = {int(row[0]): int(row[1]) for row in connection.execute(_FORMER)}
            numbers = _matched(groups, old, former, given)
            for gone in sorted(old.keys() - set(numbers.values())):
                connection.execute("DELETE FROM event WHERE id = ?", (gone,))
                feed.append(connection, ChangeKind.EVENTS, gone)
            changed = [(i, numbers.get(i), group) for i, group in enumerate(groups) if i not in numbers or old.get(numbers[i]) != group]
            for _, number, _ in changed:
                connection.execute("UPDATE article SET event = NULL, place = NULL WHERE event = ?", (number,))
            for i, number, group in changed:
                if number in old and set(group.articles) != set(old[number].articles):
                    connection.execute("DELETE FROM comparison WHERE event = ?", (number,))
                numbers[i] = _store(connection, number, group)
            _store_stages(connection, {numbers[later]: numbers[earlier] for later, earlier in stages.items()})

    def comparison(self, number: EventId, version: str | None) -> Comparison | None:
        """The stored comparison, unless the event's articles, their texts or (if given) ``version`` changed, or it is not ``current``."""
        row = self._database.row("SELECT data, version FROM comparison WHERE event = ?", (number,))
        if row is None or (version is not None and row[1] != version):
            return None
        found = records.decode_comparison(row[0])
        if set(found.articles) != set(self.get(number).group.articles) or self._articles.digests(found.articles) != found.digests:
            return None
        return found if self.current(found) else None

    def current(self, comparison: Comparison) -> bool:
        """Whether it was made with what the analyst rules of its articles, and knows of its sources, now."""
        if rulings_digest(self.rulings(comparison.articles)) != comparison.ruled:
            return False
        rows = self._database.chosen("SELECT source FROM article", list(comparison.articles), by="id")
        named = {*comparison.tellers(), *(str(row[0]) for row in rows if row[0] is not None)}
        return Register(self._sources.all()).digest(named) == comparison.registered

    def rulings(self, articles: Collection[ArticleId]) -> tuple[Ruling, ...]:
        """What the analyst has ruled of the words of any of these articles, in the order in which it was made."""
        named = self._database.chosen("SELECT DISTINCT ruling FROM ruling_article", list(articles), by="article")
        rows = self._database.chosen("SELECT id, data FROM ruling", sorted({int(row[0]) for row in named}), by="id")
        return tuple(records.decode_ruling(row[1]) for row in sorted(rows))

    def put_comparison(self, number: EventId, comparison: Comparison) -> None:
        """Keep an event's comparison in the place of the last one. Raises NothingThere."""
        data = records.encode(comparison)
        conflicts = sum(claim.status is ClaimStatus.CONFLICT for claim in comparison.claims)
        if self._database.row("SELECT 1 FROM event WHERE id = ?", (number,)) is None:
            raise _nothing(number)
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO comparison (event, version, conflicts, data) VALUES (?, ?, ?, ?) ON CONFLICT (event)"
                " DO UPDATE SET version = excluded.version, conflicts = excluded.conflicts, data = excluded.data",
                (number, comparison.version, conflicts, data),
            )
            connection.execute("DELETE FROM standing WHERE event = ?", (number,))
            connection.executemany("INSERT OR REPLACE INTO standing VALUES (?, ?, ?, ?, ?)", _standings(number, comparison))
            feed.append(connection, ChangeKind.COMPARISON, number)

    def conflicts(self) -> dict[EventId, int]:
        """How many conflicts the stored comparison of each event holds; events without one are absent."""
        return {EventId(int(row[0])): int(row[1]) for row in self._database.rows("SELECT event, conflicts FROM comparison ORDER BY event")}


def _standings(number: EventId, comparison: Comparison) -> list[tuple[int, int, int, int | None, float | None]]:
    """A row of ``standing`` for each article of which the comparison has something to tell."""
    conflicts, copies = comparison.conflicts_of_articles(), comparison.copied_articles()
    told = sorted(conflicts.keys() | copies.keys())
    return [(article, number, conflicts.get(article, 0), *copies.get(article, (None, None))) for article in told]


def _store(connection: sqlite3.Connection, number: int | None, group: EventGroup) -> int:
    """Keep a group; its number."""
    cursor = connection.execute(
        "INSERT INTO event (id, data) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET data = excluded.data", (number, records.encode(group))
    )
    if number is None:
        number = int(cursor.lastrowid or 0)
    places = [(number, place, article) for place, article in enumerate(group.articles)]
    connection.executemany("UPDATE article SET event = ?, place = ?, former_event = NULL WHERE id = ?", places)
    feed.append(connection, ChangeKind.EVENTS, number)
    return number


def _store_stages(connection: sqlite3.Connection, stages: Mapping[int, int]) -> None:
    """Link events to the earlier ones of their stories; the feed tells of those whose link is another one."""
    old = {int(row[0]): row[1] for row in connection.execute("SELECT id, stage_of FROM event")}
    for number, before in old.items():
        if stages.get(number) != before:
            connection.execute("UPDATE event SET stage_of = ? WHERE id = ?", (stages.get(number), number))
            feed.append(connection, ChangeKind.EVENTS, number)


def _matched(
    groups: Sequence[EventGroup], old: Mapping[int, EventGroup], former: Mapping[int, int], given: Mapping[int, EventId]
) -> dict[int, int]:
    """Index of a group -> the number it is given, or that of the old event it carries on: greedily by shared articles, ties to the older.

    An article that comes back from the trash, or that the analyst lets go again, counts for the event that it was in (``former``),
    which may be gone since.
    """
    home: dict[int, int] = {**{article: number for number, group in old.items() for article in group.articles}, **former}
    shared: dict[tuple[int, int], int] = {}
    for index, group in enumerate(groups):
        for article in group.articles:
            if article in home:
                pair = (index, home[article])
                shared[pair] = shared.get(pair, 0) + 1
    numbers: dict[int, int] = dict(given)
    taken: set[int] = set(given.values())
    for index, number in sorted(shared, key=lambda pair: (-shared[pair], pair[1], pair[0])):
        if index not in numbers and number not in taken:
            numbers[index] = number
            taken.add(number)
    return numbers


def _event(row: Row, trashed: Collection[int]) -> Event | None:
    group = left_of(records.decode_group(row[1]), trashed)
    return Event(EventId(int(row[0])), group, EventId(int(row[2])) if row[2] is not None else None) if group else None


def _nothing(number: EventId) -> NothingThere:
    return NothingThere(
        f"There is no event {name_of(Noun.EVENT, number)} in this library.",
        "Choose another. If too few of its articles are left outside the trash, bring them back.",
    )


def _dated(event: Event) -> str:
    interval = event.group.date
    day = (interval.last or interval.first) if interval else None
    return day.isoformat() if day else ""
