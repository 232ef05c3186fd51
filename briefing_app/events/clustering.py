"""Who belongs together among a few articles, whatever order they came in: the most alike first, and no cohesive group diluted."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

THRESHOLD = 0.18
"""Link from which on two groups become one. One value for everything, fixed on news_cluster, basil, newswcl50 and ecbplus."""

COHESION = 0.7
"""Two groups become one only when their articles are on average at least this share as alike as those inside the looser of them.

Articles about the same firms and countries are alike whatever happened; those about the same event are more so.
"""

JOINING = 0.38
"""The same share for a single article that comes to a group."""

MOST_COHESION = 0.5
"""Near copies are more alike than this; they do not raise what is asked of a third article."""

BETWEEN, BY_OTHERS = 0.65, 0.4
"""An article that hangs loosely on its group belongs to no group when it is at least the first share as alike to another one, and what
it shares with that one alone weighs at least the second share of what it shares with its own alone.

Such is a digest: it speaks of several events and reports none. Articles of a kindred event share the same words with both groups.
"""

Matrix = NDArray[np.float64]


def clusters(alike: Matrix) -> list[list[int]]:
    """The groups, each in ascending order, the first by their first number. ``alike`` is symmetric, 0 to 1, its diagonal is not read."""
    size = len(alike)
    members = [[index] for index in range(size)]
    total, best = alike.copy(), alike.copy()
    inside, count = np.zeros(size), np.ones(size)
    links = alike.copy()
    np.fill_diagonal(links, -1.0)
    while size > 1:
        a, b = (int(index) for index in np.unravel_index(int(links.argmax()), links.shape))
        if links[a, b] < THRESHOLD:
            break
        if total[a, b] / (count[a] * count[b]) < _asked((inside[a], count[a]), (inside[b], count[b])):
            links[a, b] = links[b, a] = -1.0
            continue
        a, b = min(a, b), max(a, b)
        inside[a] += inside[b] + total[a, b]
        count[a] += count[b]
        members[a] = sorted(members[a] + members[b])
        members[b] = []
        total[a] += total[b]
        best[a] = np.maximum(best[a], best[b])
        total[:, a], best[:, a] = total[a], best[a]
        links[b] = links[:, b] = -1.0
        alive = np.array([bool(group) for group in members])
        alive[a] = False
        row = np.where(alive, (best[a] + total[a] / (count[a] * count)) / 2, -1.0)
        links[a], links[:, a] = row, row
    return [group for group in members if group]


def link(scores: NDArray[np.float32]) -> float:
    """How strongly an article is linked to a group, from its likeness to every member: half the best, half the mean."""
    return (float(scores.max()) + float(scores.mean())) / 2


def coheres(scores: NDArray[np.float32]) -> bool:
    """Whether an article is like enough to the members of a large group on average."""
    return float(scores.mean()) >= COHESION * MOST_COHESION


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


def _asked(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The mean likeness that two groups, given by their sum inside and their size, must have to one another."""
    if min(one[1], other[1]) > 1:
        return COHESION * min(_cohesion(*one), _cohesion(*other))
    return JOINING * max(_cohesion(*one), _cohesion(*other))


def _cohesion(inside: float, count: float) -> float:
    """Mean likeness inside a group, at most MOST_COHESION; a single article asks for nothing."""
    return min(MOST_COHESION, 2 * inside / (count * (count - 1))) if count > 1 else 0.0
