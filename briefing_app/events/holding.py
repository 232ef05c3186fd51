"""Lays what the analyst has said of events over what the grouping finds: pinned articles stay, late ones join only what is unlocked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing_app.model.event import HeldEvents
from briefing_app.model.ids import ArticleId, EventId


@dataclass(frozen=True, slots=True)
class Held:
    """The articles of an event, ascending, and its number when the analyst holds it."""

    articles: tuple[ArticleId, ...]
    event: EventId | None = None


def held(found: Iterable[Sequence[ArticleId]], said: HeldEvents) -> tuple[Held, ...]:
    """The groups of two articles or more as the analyst has them; ``found`` are the grouping's, single articles too.

    What the grouping finds together with pinned articles, and is not pinned itself, joins the event in which most of these are, unless
    that is locked; then it is an event of its own.
    """
    groups = list(found)
    home = {pin.article: pin.event for pin in said.pins}
    placed = {article for group in groups for article in group}
    members: dict[EventId, set[ArticleId]] = {}
    for article, event in home.items():
        if event is not None and article in placed:
            members.setdefault(event, set()).add(article)
    free: list[Held] = []
    for group in groups:
        rest = {article for article in group if article not in home}
        event = _most(home[article] for article in group if article in home)
        if event is not None and not said.hold(event).locked:
            members[event] |= rest
        elif len(rest) > 1:
            free.append(Held(tuple(sorted(rest))))
    kept = [Held(tuple(sorted(articles)), event) for event, articles in members.items() if len(articles) > 1]
    return tuple(sorted([*kept, *free], key=lambda one: one.articles))


def _most(events: Iterable[EventId | None]) -> EventId | None:
    """The event that is named most often, the older one of equals; None when there is none."""
    counts = Counter(event for event in events if event is not None)
    return min(counts, key=lambda event: (-counts[event], event)) if counts else None
