"""Stages of one story: linked in the order of their dates; what is undated, too far apart or about something else is not."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.events import Grouping, profile
from briefing_app.events.stages import LONGEST_DAYS, STORY, stages_of
from briefing_app.language import read
from briefing_app.model.dates import DateInterval
from briefing_app.model.event import EventGroup, HeldEvents, Pin
from briefing_app.model.ids import ArticleId, EventId
from tests.factories import document

PLANNED = (
    "The council of Marnstad plans to close the harbour to cruise ships next year, mayor Ilse Brandt said, citing the bad air in the port.",
    "Mayor Ilse Brandt wants to close the harbour of Marnstad to cruise ships because of the bad air in the port, the council said.",
)
DECIDED = (
    "The council of Marnstad voted on Monday to close the harbour to cruise ships from June, a victory for mayor Ilse Brandt.",
    "Cruise ships lose the harbour of Marnstad: after a long night the council voted for the closure that mayor Ilse Brandt had asked for.",
)
OTHER = (
    "Frost killed most of the blossom in the Kessel Valley, and growers expect a poor harvest of apples, their union said.",
    "Growers in the Kessel Valley expect few apples after the frost killed most of the blossom, according to the union.",
)


def group(*articles: int, first: date | None = None, days: int = 0) -> EventGroup:
    when = DateInterval(first, date.fromordinal(first.toordinal() + days)) if first else None
    return EventGroup("Ferry", when, tuple(map(ArticleId, articles)))


def linked(groups: list[EventGroup], score: float = 0.5) -> dict[int, int]:
    return stages_of(groups, lambda articles: np.full((len(articles), len(articles)), score, dtype=np.float32))


def test_a_story_is_a_chain_in_the_order_of_its_dates() -> None:
    third, first, second = (group(k, k + 1, first=date(2026, 3, day)) for k, day in ((1, 20), (3, 1), (5, 10)))
    assert linked([third, first, second]) == {2: 1, 0: 2}


@pytest.mark.parametrize(
    "later",
    [
        group(3, 4),
        group(3, 4, first=date(2026, 3, 1)),
        group(3, 4, first=date(2026, 3, 2)),
        group(3, 4, first=date.fromordinal(date(2026, 3, 3).toordinal() + LONGEST_DAYS + 1)),
    ],
)
def test_undated_overlapping_and_distant_events_are_no_stages(later: EventGroup) -> None:
    assert linked([group(1, 2, first=date(2026, 3, 1), days=2), later]) == {}


def test_events_that_are_hardly_alike_are_no_stages() -> None:
    assert linked([group(1, 2, first=date(2026, 3, 1)), group(3, 4, first=date(2026, 3, 9))], STORY - 0.01) == {}


def test_planned_then_decided_is_one_story_and_the_harvest_is_not() -> None:
    grouping = Grouping()
    days = (date(2026, 3, 2), date(2026, 3, 20), date(2026, 3, 25))
    told = [(words, day) for texts, day in zip((PLANNED, DECIDED, OTHER), days, strict=True) for words in texts]
    for number, (words, day) in enumerate(told, start=1):
        one = document(words.split(",")[0][:60], words, day=day)
        grouping.add(ArticleId(number), profile(one, read(one)))
    # What is planned and what is decided stand in events of their own, as the analyst has split them.
    pins = tuple(Pin(ArticleId(number), EventId(1 if number < 3 else 2)) for number in range(1, 5))
    groups, _ = grouping.arranged(HeldEvents(pins))
    assert [group.articles for group in groups] == [(1, 2), (3, 4), (5, 6)]
    assert grouping.stages(groups) == {1: 0}


@given(st.lists(st.integers(1, 200), max_size=12))
def test_links_lead_back_in_time_and_never_round(days: list[int]) -> None:
    groups = [group(2 * k + 1, 2 * k + 2, first=date.fromordinal(date(2026, 1, 1).toordinal() + day)) for k, day in enumerate(days)]
    for later, earlier in linked(groups).items():
        assert days[earlier] < days[later]
