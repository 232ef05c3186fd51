"""Who belongs together among a few articles, whatever order they came in: the most alike first, and no cohesive group diluted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing_app.events.likeness import nearness

THRESHOLD = 0.18
"""Link from which on two groups become one. One value for everything, fixed on news_cluster, basil, newswcl50 and ecbplus."""

COHESION = 0.7
"""Two groups become one only when their articles are on average at least this share as alike as those inside the looser of them.

Articles about the same firms and countries are alike whatever happened; those about the same event are more so.
"""

JOINING = 0.38
"""The same share for a single article that comes to a group."""

MOST_COHESION = 0.5
"""What is nearly copied is more alike than this; it does not raise what is asked of a third article."""

BETWEEN, BY_OTHERS = 0.65, 0.4
"""An article that hangs loosely on its group belongs to no group when it is at least the first share as alike to another one, and what
it shares with that one alone weighs at least the second share of what it shares with its own alone.

Such is a digest: it speaks of several events and reports none. Articles of a kindred event share the same words with both groups.
"""

SETTLED = 3
"""Members that a group must have for an article whose date speaks against it to join."""

Matrix = NDArray[np.float64]

Days = NDArray[np.int64]


def clusters(alike: Matrix, undated: Matrix | None = None, days: Days | None = None) -> list[list[int]]:
    """The groups, each in ascending order, the first by their first number.

    ``alike`` is symmetric, 0 to 1, its diagonal is not read. Copies are wholly alike and no second witness: how well a group coheres
    is asked of its pairs that are none, and a group of copies alone comes to another one like a single article.

    ``undated`` is the likeness without regard to dates and ``days`` the first and last possible day of each article (rows of two
    ordinals). With them, groups whose days lie wholly apart are held to these days, however much alike they are (one date may be
    wrong, not all of a group); and an article left alone joins the group that it is as like as its members are to one another
    (its own date may be wrong).
    """
    forming = _Forming(alike, alike if undated is None else undated, np.zeros((len(alike), 2), dtype=np.int64) if days is None else days)
    while pair := forming.most_alike():
        forming.join(*pair)
    groups = forming.groups()
    return _with_strays(groups, undated) if undated is not None else groups


class _Forming:
    """Groups on their way from single articles: sums of likeness between and inside them, and the days that each spans.

    ``_unlike`` counts the pairs between two groups that are no copies of one another, ``_told`` sums the likeness of these.
    """

    def __init__(self, alike: Matrix, undated: Matrix, days: Days) -> None:
        size = len(alike)
        self._members = [[index] for index in range(size)]
        self._total, self._best, self._undated = alike.copy(), alike.copy(), undated.copy()
        self._unlike = ((alike < 1.0) & ~np.eye(size, dtype=bool)).astype(np.float64)
        self._told = alike * self._unlike
        self._inside, self._pairs, self._count = np.zeros(size), np.zeros(size), np.ones(size)
        self._first, self._last = days[:, 0].copy(), days[:, 1].copy()
        self._alive = np.ones(size, dtype=np.bool_)
        self._links = alike.copy()
        np.fill_diagonal(self._links, -1.0)

    def groups(self) -> list[list[int]]:
        """The groups as they stand."""
        return [group for group in self._members if group]

    def most_alike(self) -> tuple[int, int] | None:
        """The two groups to join next, the smaller number first; None when none are alike enough."""
        links = self._links
        while len(links) > 1:
            a, b = (int(index) for index in np.unravel_index(int(links.argmax()), links.shape))
            if links[a, b] < THRESHOLD:
                break
            if self._between(a, b) >= _asked(self._cohesion(a), self._cohesion(b)):
                return min(a, b), max(a, b)
            links[a, b] = links[b, a] = -1.0
        return None

    def join(self, a: int, b: int) -> None:
        """Make one group of two, under the number of the first."""
        total, best, links = self._total, self._best, self._links
        self._inside[a] += self._inside[b] + self._told[a, b]
        self._pairs[a] += self._pairs[b] + self._unlike[a, b]
        self._count[a] += self._count[b]
        self._first[a], self._last[a] = min(self._first[a], self._first[b]), max(self._last[a], self._last[b])
        self._members[a] = sorted(self._members[a] + self._members[b])
        self._members[b] = []
        best[a] = best[:, a] = np.maximum(best[a], best[b])
        for sums in (total, self._undated, self._unlike, self._told):
            sums[a] += sums[b]
            sums[:, a] = sums[a]
        links[b] = links[:, b] = -1.0
        self._alive[b] = False
        others = self._alive.copy()
        others[a] = False
        row = np.where(others, (best[a] + total[a] / (self._count[a] * self._count)) / 2, -1.0)
        links[a], links[:, a] = row, row

    def _between(self, a: int, b: int) -> float:
        """Mean likeness of the articles of two groups; of those whose days lie wholly apart, no more than their days allow."""
        summed = self._total[a, b]
        if min(self._count[a], self._count[b]) > 1:
            gap = max(self._first[a] - self._last[b], self._first[b] - self._last[a], 0)
            summed = min(summed, self._undated[a, b] * float(nearness(np.asarray(gap, dtype=np.float32))))
        return float(summed / (self._count[a] * self._count[b]))

    def _cohesion(self, a: int) -> float | None:
        """Mean likeness inside a group, at most MOST_COHESION; None for a single article and for copies of one another."""
        return min(MOST_COHESION, float(self._inside[a] / self._pairs[a])) if self._pairs[a] else None


def _with_strays(groups: list[list[int]], undated: Matrix) -> list[list[int]]:
    """Put each single article into the settled group that it is as like, dates aside, as its members are to one another."""
    settled = [(group, _inner(undated, group)) for group in groups if len(group) >= SETTLED]
    taken: dict[int, list[int]] = {}
    for stray in (group[0] for group in groups if settled and len(group) == 1):
        group, inside = max(settled, key=lambda one: float(undated[stray, one[0]].mean()) - one[1])
        if undated[stray, group].mean() >= inside:
            taken[stray] = group
    return sorted(sorted([*group, *(stray for stray, into in taken.items() if into is group)]) for group in groups if group[0] not in taken)


def _inner(alike: Matrix, group: list[int]) -> float:
    """Mean likeness of the members to one another."""
    inside = alike[np.ix_(group, group)]
    return float((inside.sum() - inside.trace()) / (len(group) * (len(group) - 1)))


@dataclass(frozen=True, slots=True)
class Links:
    """What ties an article to some groups, one entry each: its likeness to the most alike member, and to all on average."""

    best: Matrix
    mean: Matrix

    @property
    def strength(self) -> Matrix:
        """How strongly it is linked to each group: half the best, half the mean."""
        return (self.best + self.mean) / 2

    @property
    def coherent(self) -> NDArray[np.bool_]:
        """Whether it is like enough to the members of a large group on average."""
        return self.mean >= COHESION * MOST_COHESION


def links(scores: NDArray[np.float32], groups: NDArray[np.intp], count: int) -> Links:
    """What ties an article to ``count`` groups, from its likeness to every member and the group, 0 and on, that each of these is in."""
    best = np.zeros(count)
    np.maximum.at(best, groups, scores.astype(np.float64))
    return Links(best, np.bincount(groups, scores, count) / np.bincount(groups, minlength=count))


def loose(alike: Matrix) -> list[int]:
    """Members that are less like the others than COHESION times what these are among themselves, the loosest first.

    None among fewer than three.
    """
    size = len(alike)
    if size < 3:
        return []
    sums = alike.sum(axis=1) - alike.diagonal()
    means = sums / (size - 1)
    rest = [(sums.sum() - 2 * own) / ((size - 1) * (size - 2)) for own in sums]
    found = [index for index in range(size) if means[index] < COHESION * rest[index]]
    return sorted(found, key=lambda index: (means[index], index))


def _asked(one: float | None, other: float | None) -> float:
    """The mean likeness that two groups, given by their cohesion, must have to one another; what has none asks for nothing."""
    if one is not None and other is not None:
        return COHESION * min(one, other)
    return JOINING * max(one or 0.0, other or 0.0)
