"""The edits on events hold every event that they touch as the analyst saw it."""

from __future__ import annotations

from briefing_app.model.arranging import locked, merged, moved, named, split
from briefing_app.model.event import NEW_EVENT, Event, EventAct, EventGroup, EventHold, Pin
from briefing_app.model.ids import ArticleId, EventId


def event(number: int, *articles: int) -> Event:
    return Event(EventId(number), EventGroup("Ferry", None, tuple(map(ArticleId, articles))))


def pins(*homes: tuple[int, int | None]) -> tuple[Pin, ...]:
    return tuple(Pin(ArticleId(article), None if home is None else EventId(home)) for article, home in homes)


def test_merging_puts_all_into_the_first() -> None:
    edit = merged([event(2, 5, 6), event(1, 3, 4)])
    assert (edit.act, edit.pins) == (EventAct.MERGED, pins((5, 2), (6, 2), (3, 2), (4, 2)))


def test_splitting_makes_a_new_event_or_lets_one_stand_alone() -> None:
    four = event(1, 1, 2, 3, 4)
    assert split(four, {ArticleId(2), ArticleId(3)}).pins == pins((2, NEW_EVENT), (3, NEW_EVENT), (1, 1), (4, 1))
    assert split(four, {ArticleId(2)}).pins == pins((2, None), (1, 1), (3, 1), (4, 1))
    assert split(event(1, 1, 2), {ArticleId(2)}).pins == pins((2, None), (1, None))


def test_moving_holds_both_events() -> None:
    edit = moved([ArticleId(2)], [event(1, 1, 2, 3)], event(4, 7, 8))
    assert edit.pins == pins((7, 4), (8, 4), (2, 4), (1, 1), (3, 1))
    assert moved([ArticleId(2)], [event(1, 1, 2)], event(4, 7, 8)).pins[-1] == pins((1, None))[0]


def test_names_and_locks_keep_each_other() -> None:
    one = event(1, 1, 2)
    before = EventHold(EventId(1), "Fire", True)
    assert named(one, before, "Blaze").holds == (EventHold(EventId(1), "Blaze", True),)
    assert locked(one, before, False).holds == (EventHold(EventId(1), "Fire", False),)
    assert locked(one, before, True).act is EventAct.LOCKED
