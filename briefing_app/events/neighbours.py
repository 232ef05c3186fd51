"""Each article's nearest neighbours among those placed before it: what later regrouping and the reasons need, in few bytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

import numpy as np

from briefing_app.events.clustering import Matrix
from briefing_app.events.describing import Member, Tie
from briefing_app.events.likeness import Likeness
from briefing_app.events.profiles import Profile, copy_share

KEPT = 48
"""Nearest neighbours that are remembered of an article."""

FLOOR = 0.04
"""Likeness from which on a neighbour is remembered; what lies below counts as half of it."""

COPY = 0.45
"""Share of the shorter article's shingles in the other from which on they are copies, whatever else differs."""

COPY_CANDIDATES = 5
"""Most alike articles that are held against the new one word for word."""

_UNKNOWN = -1.0
"""Stands for the factor of the dates when one of them is unknown."""


class Neighbours:
    """Remembers every article's neighbours by place (0, 1, 2 ... in the order of placing)."""

    def __init__(self) -> None:
        self._places: list[array[int]] = []
        self._parts: list[array[float]] = []

    def add(self, profile: Profile, found: Likeness | None, members: Sequence[Member]) -> None:
        """Remember the neighbours of the next article. ``found`` is None for the very first one."""
        if found is None:
            self._places.append(array("I"))
            self._parts.append(array("f"))
            return
        copies = _copies(profile, found, members)
        score = found.score.copy()
        for place in copies:
            score[place] = 1.0
        near = np.flatnonzero(score >= FLOOR)
        if len(near) > KEPT:
            near = near[np.argpartition(-score[near], KEPT)[:KEPT]]
        near.sort()
        dates = np.where(found.dated, found.dates, np.float32(_UNKNOWN))
        shares = [copies.get(int(place), 0.0) for place in near]
        parts = np.stack([score[near], found.words[near], found.names[near], dates[near], np.array(shares, dtype=np.float32)])
        self._places.append(array("I", near.astype(np.uint32).tobytes()))
        self._parts.append(array("f", parts.T.astype(np.float32).tobytes()))

    def near(self, place: int, least: float) -> list[tuple[float, int]]:
        """The remembered neighbours of likeness ``least`` or more, the nearest first."""
        parts = self._parts[place]
        found = [(parts[5 * index], other) for index, other in enumerate(self._places[place]) if parts[5 * index] >= least]
        return sorted(found, key=lambda pair: (-pair[0], pair[1]))

    def matrix(self, places: Sequence[int]) -> Matrix:
        """How alike these articles are to one another. What was not remembered counts as half of the least that was."""
        alike = np.zeros((len(places), len(places)))
        for row, place in enumerate(places):
            known = dict(zip(self._places[place], self._parts[place][::5], strict=True))
            rest = (min(known.values()) if len(known) == KEPT else FLOOR) / 2
            for column, other in enumerate(places):
                if other < place:
                    alike[row, column] = alike[column, row] = known.get(other, rest)
        return alike

    def ties(self, places: Iterable[int], members: Sequence[Member]) -> dict[int, Tie]:
        """For every one of these places what ties it to its nearest neighbour among them."""
        group = set(places)
        best: dict[int, tuple[float, int, tuple[float, ...]]] = {}
        for place in group:
            for index, other in enumerate(self._places[place]):
                if other in group:
                    parts = tuple(self._parts[place][5 * index : 5 * index + 5])
                    for one, two in ((place, other), (other, place)):
                        if one not in best or (parts[0], -two) > best[one][:2]:
                            best[one] = (parts[0], -two, parts)
        return {
            place: Tie(members[-other].article, words, names, None if dates == _UNKNOWN else dates, copy)
            for place, (_, other, (_, words, names, dates, copy)) in best.items()
        }


def _copies(profile: Profile, found: Likeness, members: Sequence[Member]) -> dict[int, float]:
    """The places of the articles that this one copies or that copy it, with the share of common shingles."""
    likeliest = np.argsort(-(found.words + found.names), kind="stable")[:COPY_CANDIDATES]
    shares = {place: copy_share(profile.shingles, members[place].shingles) for place in map(int, likeliest)}
    return {place: share for place, share in shares.items() if share >= COPY}
