"""The edits by which the analyst merges, splits, names and locks events, or moves articles between them.

Every event that is touched is held as it stands then: the articles that the analyst saw in it stay in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from briefing_app.model.edit import ArrangeEvents
from briefing_app.model.event import NEW_EVENT, Event, EventAct, EventHold, Pin
from briefing_app.model.ids import ArticleId, EventId


def merged(events: Sequence[Event]) -> ArrangeEvents:
    """All articles into the first event; the others are gone."""
    return ArrangeEvents(EventAct.MERGED, _pins(_all(events), events[0].id))


def split(event: Event, articles: Collection[ArticleId]) -> ArrangeEvents:
    """These articles into an event of their own; a single one stands alone."""
    out = [article for article in event.group.articles if article in articles]
    left = [article for article in event.group.articles if article not in articles]
    return ArrangeEvents(EventAct.SPLIT, (*_pins(out, _home(out, NEW_EVENT)), *_pins(left, _home(left, event.id))))


def moved(articles: Sequence[ArticleId], away: Sequence[Event], to: Event) -> ArrangeEvents:
    """These articles out of the events that they are in, into another one."""
    stay = tuple(pin for event in away if event.id != to.id for pin in _left(event, articles))
    return ArrangeEvents(EventAct.MOVED, (*_pins([*to.group.articles, *articles], to.id), *stay))


def named(event: Event, hold: EventHold, name: str) -> ArrangeEvents:
    """Another name; an empty one lets the grouping name it."""
    return ArrangeEvents(EventAct.NAMED, _pins(event.group.articles, event.id), (EventHold(event.id, name, hold.locked),))


def locked(event: Event, hold: EventHold, lock: bool) -> ArrangeEvents:
    """Late articles are kept out, or let in again."""
    act = EventAct.LOCKED if lock else EventAct.UNLOCKED
    return ArrangeEvents(act, _pins(event.group.articles, event.id), (EventHold(event.id, hold.name, lock),))


def _left(event: Event, gone: Collection[ArticleId]) -> tuple[Pin, ...]:
    left = [article for article in event.group.articles if article not in gone]
    return _pins(left, _home(left, event.id))


def _home(articles: Collection[ArticleId], event: EventId) -> EventId | None:
    return event if len(articles) > 1 else None


def _all(events: Iterable[Event]) -> list[ArticleId]:
    return [article for event in events for article in event.group.articles]


def _pins(articles: Iterable[ArticleId], event: EventId | None) -> tuple[Pin, ...]:
    return tuple(Pin(article, event) for article in dict.fromkeys(articles))
