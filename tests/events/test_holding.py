"""What the analyst says of events lies over what the grouping finds, and is never undone by it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.events.holding import held
from briefing_app.model.event import EventHold, HeldEvents, Pin
from briefing_app.model.ids import ArticleId, EventId


def said(pins: dict[int, int | None], *locked: int) -> HeldEvents:
    return HeldEvents(
        tuple(Pin(ArticleId(article), None if event is None else EventId(event)) for article, event in pins.items()),
        tuple(EventHold(EventId(event), locked=True) for event in locked),
    )


def groups(found: list[list[int]], pins: dict[int, int | None], *locked: int) -> list[tuple[int | None, tuple[int, ...]]]:
    named = [[ArticleId(article) for article in group] for group in found]
    return [(one.event, one.articles) for one in held(named, said(pins, *locked))]


def test_without_a_word_the_grouping_stands() -> None:
    assert groups([[1, 2], [3], [5, 4]], {}) == [(None, (1, 2)), (None, (4, 5))]


def test_pinned_articles_stay_whatever_is_found() -> None:
    assert groups([[1], [2], [3, 4]], {1: 7, 2: 7}) == [(7, (1, 2)), (None, (3, 4))]
    assert groups([[1, 2, 3, 4]], {1: 7, 2: 7, 3: 8, 4: 8}) == [(7, (1, 2)), (8, (3, 4))]


def test_late_articles_join_the_event_with_most_of_their_company_unless_it_is_locked() -> None:
    found = [[1, 2, 3, 9, 10]]
    assert groups(found, {1: 7, 2: 7, 3: 8, 4: 8}) == [(7, (1, 2, 9, 10))]
    assert groups([*found, [4]], {1: 7, 2: 7, 3: 8, 4: 8}, 7) == [(7, (1, 2)), (8, (3, 4)), (None, (9, 10))]


def test_what_stands_alone_joins_nothing_and_draws_nothing() -> None:
    assert groups([[1, 2, 3]], {1: None}) == [(None, (2, 3))]
    assert groups([[1, 2]], {1: None}) == []


def test_an_event_of_one_article_left_is_none() -> None:
    assert groups([[1], [3]], {1: 7, 2: 7}) == []


PARTITION = st.lists(st.integers(1, 5), min_size=9, max_size=9)
PINS = st.dictionaries(st.integers(1, 9), st.none() | st.integers(1, 4), max_size=9)


@given(PARTITION, PINS, st.sets(st.integers(1, 4)))
def test_nobody_is_in_two_events_and_every_pin_holds(found: list[int], pins: dict[int, int | None], locked: set[int]) -> None:
    clusters = [[article for article, cluster in enumerate(found, start=1) if cluster == one] for one in sorted(set(found))]
    out = groups(clusters, pins, *locked)
    everybody = [article for _, articles in out for article in articles]
    assert len(everybody) == len(set(everybody))
    for event, articles in out:
        assert len(articles) > 1
        assert all(pins[article] == event for article in articles if article in pins)
        if event in locked:
            assert all(article in pins for article in articles)
