"""An event: a group of articles that report the same thing, with the reasons for the grouping."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from briefing_app.model.dates import DateInterval
from briefing_app.model.ids import ArticleId, EventId


class GroupingSign(StrEnum):
    """What kind of evidence a grouping reason is."""

    TERMS = "terms"
    NAMES = "names"
    DATES = "dates"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class GroupingReason:
    """Why ``article`` belongs to its event: the shared words, names or dates, and what they added to the score (0 to 1)."""

    article: ArticleId
    sign: GroupingSign
    shared: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class EventGroup:
    """A group as the grouping finds it, before the library gives it a number. ``articles`` in the order of their dates."""

    title: str
    date: DateInterval | None
    articles: tuple[ArticleId, ...]
    reasons: tuple[GroupingReason, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A stored event. ``stage_of`` names the earlier event of the same story that this one carries on, None when there is none."""

    id: EventId
    group: EventGroup
    stage_of: EventId | None = None


class EventAct(StrEnum):
    """What the analyst did to events, for the history."""

    MERGED = "merged"
    SPLIT = "split"
    MOVED = "moved"
    NAMED = "named"
    LOCKED = "locked"
    UNLOCKED = "unlocked"


NEW_EVENT = EventId(0)
"""Stands in a pin for an event that is made by it."""


@dataclass(frozen=True, slots=True)
class Pin:
    """Where an article belongs whatever the grouping finds; ``event`` None: it stands alone.

    Not ``held``: the grouping decides again; ``event`` is then the one that it was in, which finds its number again.
    """

    article: ArticleId
    event: EventId | None
    held: bool = True


@dataclass(frozen=True, slots=True)
class EventHold:
    """What the analyst says of an event: its name (empty: as the grouping names it), and whether late articles are kept out."""

    event: EventId
    name: str = ""
    locked: bool = False


@dataclass(frozen=True, slots=True)
class HeldEvents:
    """Everything that the analyst has said of events: pins by article, holds by event."""

    pins: tuple[Pin, ...] = ()
    holds: tuple[EventHold, ...] = ()

    def hold(self, event: EventId) -> EventHold:
        """What is said of one event."""
        return next((one for one in self.holds if one.event == event), EventHold(event))


def events_reported(homes: Iterable[tuple[EventId | None, str]]) -> int:
    """How many events articles of one language report at most, each given with its event and language; one in no event reports another.

    Articles in different languages are grouped apart also when they report the same, so that only those of one count against each other.
    """
    known: dict[str, set[EventId]] = defaultdict(set)
    alone: Counter[str] = Counter()
    for event, language in homes:
        alone[language] += event is None
        if event is not None:
            known[language].add(event)
    return max((len(known[language]) + count for language, count in alone.items()), default=0)
