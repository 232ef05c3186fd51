"""Links events that are stages of one story ("planned", then "decided"), the later one to the earlier."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from briefing_app.model.dates import DateInterval
from briefing_app.model.event import EventGroup
from briefing_app.model.ids import ArticleId

STORY = 0.2
"""Mean likeness of words and names, their dates left out, from which on two events tell one story. Read off the pairs of events of
news_cluster, basil and ecbplus: whatever is dated, apart in time and at least so alike is one story there, what only shares its people
stays below .12."""

LONGEST_DAYS = 90
"""Days after which what is alike is another story: what recurs every year is no stage."""

MEMBERS = 2
"""Articles that stand for an event."""

WINDOW = 200
"""Events before it, by date, that an event is held against; bounds the time in a large library."""

Alike = Callable[[Sequence[ArticleId]], NDArray[np.float32]]
"""How alike these articles are to one another in words and names, as a square array."""


def stages_of(groups: Sequence[EventGroup], alike: Alike) -> dict[int, int]:
    """Index of a group -> index of the earlier one that it carries on: the most alike, of equals the latest. Undated groups have none."""
    dated = sorted((k for k, group in enumerate(groups) if _bounds(group.date)), key=lambda k: (_bounds(groups[k].date), k))
    found: dict[int, int] = {}
    for start in range(0, len(dated), WINDOW):
        first = max(0, start - WINDOW)
        some = dated[first : start + WINDOW]
        means = _means(groups, some, alike)
        for at in range(start - first, len(some)):
            before = [(float(means[at, b]), b) for b in range(at) if means[at, b] >= STORY and _follows(groups[some[b]], groups[some[at]])]
            if before:
                found[some[at]] = some[max(before)[1]]
    return found


def _means(groups: Sequence[EventGroup], some: Sequence[int], alike: Alike) -> NDArray[np.float32]:
    """The mean likeness of each two of these groups, by the articles that stand for them."""
    ends = list(_standing_for(groups, some))
    scores = alike([article for articles in ends for article in articles])
    starts = np.cumsum([0, *(len(articles) for articles in ends[:-1])])
    sums = np.add.reduceat(np.add.reduceat(scores, starts, axis=0), starts, axis=1)
    sizes = np.array([len(articles) for articles in ends], dtype=np.float32)
    return (sums / np.outer(sizes, sizes)).astype(np.float32)


def _standing_for(groups: Sequence[EventGroup], some: Sequence[int]) -> Iterator[tuple[ArticleId, ...]]:
    for k in some:
        yield groups[k].articles[:MEMBERS]


def _bounds(when: DateInterval | None) -> tuple[int, int] | None:
    """First and last day as numbers, None unless both are known."""
    return (when.first.toordinal(), when.last.toordinal()) if when and when.first and when.last else None


def _follows(earlier: EventGroup, later: EventGroup) -> bool:
    """Whether one is wholly later than the other, and not too long after."""
    before, after = _bounds(earlier.date), _bounds(later.date)
    return before is not None and after is not None and 0 < after[0] - before[1] <= LONGEST_DAYS
