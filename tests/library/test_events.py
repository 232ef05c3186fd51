"""Events keep their numbers while groups grow, split and merge, and tell the feed only of what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.library import Library
from briefing_app.library.events import _matched
from briefing_app.model.change import ChangeKind
from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Comparison, DifferenceKind, Mark, Nearest, Place, Relation
from briefing_app.model.dates import day_interval
from briefing_app.model.errors import NothingThere
from briefing_app.model.event import EventGroup, GroupingReason, GroupingSign
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.model.span import Span
from tests.factories import document


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path)
    for i in range(8):
        opened.add(document(f"Number {i}", "The ferry came back."), str(i).encode(), f"{i}.txt")
    yield opened
    opened.close()


def group(*articles: int, title: str = "Ferry", day: int | None = 1) -> EventGroup:
    ids = tuple(ArticleId(number) for number in articles)
    reasons = (GroupingReason(ids[0], GroupingSign.NAMES, ("Aurora",), 0.5),)
    return EventGroup(title, day_interval(date(2026, 3, day)) if day else None, ids, reasons)


def articles(library: Library) -> dict[int, tuple[int, ...]]:
    return {event.id: event.group.articles for event in library.events()}


def compared(library: Library, *numbers: int, conflict: bool = True) -> Comparison:
    ids = tuple(ArticleId(number) for number in numbers)
    place = Place(ids[0], Span(0, 3))
    cells = (
        Cell(
            ids[0], Relation.STATES, (Span(0, 3),), (Span(0, 1),), None, (Mark(DifferenceKind.NUMBER, "12 / 13", Span(0, 1)),), ("A", "B")
        ),
        Cell(ids[1], Relation.ABSENT, nearest=Nearest(Span(2, 5), 0.25)),
    )
    claim = Claim(ClaimStatus.CONFLICT if conflict else ClaimStatus.ONLY, "The ferry", place, cells, "why")
    return Comparison("7", ids, tuple(article.document.text_sha256 for article in library.articles(ids)), (claim,))


def test_events_come_back_newest_first(library: Library) -> None:
    library.put_groups([group(1, 2), group(3, 4, title="Strike", day=9), group(5, 6, day=None)])
    assert [event.group.title for event in library.events()] == ["Strike", "Ferry", "Ferry"]
    assert library.event(EventId(1)).group == group(1, 2)
    assert {row.id: row.event for row in library.rows()} == {1: 1, 2: 1, 3: 2, 4: 2, 5: 3, 6: 3, 7: None, 8: None}
    with pytest.raises(NothingThere, match="e9"):
        library.event(EventId(9))


def test_numbers_stay_with_the_largest_overlap(library: Library) -> None:
    library.put_groups([group(1, 2, 3), group(4, 5)])
    library.put_groups([group(4, 5, 6), group(2, 3), group(1, 7)])
    assert articles(library) == {1: (2, 3), 2: (4, 5, 6), 3: (1, 7)}
    library.put_groups([group(2, 3, 4, 5, 6)])
    assert articles(library) == {2: (2, 3, 4, 5, 6)}
    library.put_groups([group(1, 7)])
    assert articles(library) == {4: (1, 7)}  # a number is never given twice


def test_the_feed_tells_only_of_what_changed(library: Library) -> None:
    library.put_groups([group(1, 2), group(3, 4), group(5, 6)])
    before = library.last_change()
    library.put_groups([group(5, 6), group(1, 2, 7)])
    told = [(change.kind, change.subject) for change in library.changes_after(before)]
    assert sorted(told) == [(ChangeKind.EVENTS, 1), (ChangeKind.EVENTS, 2)]
    before = library.last_change()
    library.put_groups([group(1, 2, 7), group(5, 6)])
    assert library.last_change() == before


def test_a_group_of_nothing_changes_nothing(library: Library) -> None:
    library.put_groups([group(1, 2)])
    with pytest.raises(NothingThere):
        library.put_groups([group(1, 99)])
    assert articles(library) == {1: (1, 2)}


def test_a_comparison_comes_back_until_it_is_stale(library: Library) -> None:
    library.put_groups([group(1, 2), group(3, 4)])
    kept = compared(library, 1, 2)
    library.put_comparison(EventId(1), kept)
    assert library.comparison(EventId(1)) == kept
    assert library.comparison(EventId(1), "7") == kept
    assert library.comparison(EventId(1), "8") is None
    assert library.comparison(EventId(2)) is None
    assert library.conflicts() == {1: 1}
    library.put_groups([group(1, 2, title="Another title"), group(3, 4)])
    assert library.comparison(EventId(1)) == kept
    library.put_groups([group(1, 2, 5), group(3, 4)])
    assert library.comparison(EventId(1)) is None
    assert library.conflicts() == {}
    library.put_comparison(EventId(2), replace(compared(library, 3, 4), digests=("0", "1")))
    assert library.comparison(EventId(2)) is None
    with pytest.raises(NothingThere):
        library.put_comparison(EventId(99), kept)


@given(st.lists(st.sets(st.integers(1, 12), min_size=1), max_size=5), st.lists(st.sets(st.integers(1, 12), min_size=1), max_size=5))
def test_each_number_is_carried_on_once(old: list[set[int]], new: list[set[int]]) -> None:
    def apart(sets: list[set[int]]) -> list[EventGroup]:
        seen: set[int] = set()
        kept = []
        for one in sets:
            if one - seen:
                kept.append(group(*sorted(one - seen)))
            seen |= one
        return kept

    before, after = dict(enumerate(apart(old), start=1)), apart(new)
    numbers = _matched(after, before, {}, {})
    assert len(set(numbers.values())) == len(numbers)
    for index, number in numbers.items():
        assert set(after[index].articles) & set(before[number].articles)
    for index, one in enumerate(after):
        for number, other in before.items():
            assert one.articles != other.articles or numbers[index] == number
