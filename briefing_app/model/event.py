"""An event: a group of articles that report the same thing, with the reasons for the grouping."""

from __future__ import annotations

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
