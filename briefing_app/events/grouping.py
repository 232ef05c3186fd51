"""Articles come in one by one and join the group that reports the same event, or wait for company."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing_app.events.clustering import THRESHOLD, clusters, joins
from briefing_app.events.describing import Member, described
from briefing_app.events.likeness import Placed
from briefing_app.events.neighbours import Neighbours
from briefing_app.events.profiles import Profile
from briefing_app.model.event import EventGroup
from briefing_app.model.ids import ArticleId

MOST_REGROUPED = 96
"""Articles that are grouped anew when one comes in; a larger group is only joined, so that the time stays bounded."""


@dataclass(slots=True)
class _Group:
    """The places of its articles, ascending, and its description while it is current."""

    places: list[int]
    described: EventGroup | None = None


class Grouping:
    """Groups articles as they come in; every new one regroups its neighbourhood, so that the order of coming hardly matters.

    Scores need no library: the weights of words come from the background frequencies, so that two articles are enough.
    """

    def __init__(self) -> None:
        self._placed = Placed()
        self._neighbours = Neighbours()
        self._members: list[Member] = []
        self._groups: dict[int, _Group] = {}
        self._group_of: list[int] = []
        self._held: set[ArticleId] = set()
        self._made = 0

    def add(self, article: ArticleId, profile: Profile) -> None:
        """Place an article; one that is already placed is left alone."""
        if article in self._held:
            return
        self._held.add(article)
        found = self._placed.likeness(profile) if self._members else None
        self._neighbours.add(profile, found, self._members)
        self._members.append(Member.of(article, profile))
        self._placed.add(profile)
        place = len(self._group_of)
        self._group_of.append(self._begin([place]))
        if found is not None:
            self._settle(place, found.score)

    def groups(self) -> tuple[EventGroup, ...]:
        """Every group of two articles or more, the one with the earliest placed article first."""
        out = []
        for group in sorted(self._groups.values(), key=lambda group: group.places[0]):
            if len(group.places) > 1:
                if group.described is None:
                    ties = self._neighbours.ties(group.places, self._members)
                    named = {self._members[place].article: tie for place, tie in ties.items()}
                    group.described = described([self._members[place] for place in group.places], named)
                out.append(group.described)
        return tuple(out)

    def _settle(self, place: int, score: NDArray[np.float32]) -> None:
        """Join a large group outright; else group the new article and its neighbours' groups anew."""
        near = [self._group_of[other] for _, other in self._neighbours.near(place, THRESHOLD)]
        links = {number: joins(score[self._groups[number].places]) for number in set(near) if self._is_large(number)}
        best = max(links, key=lambda number: (links[number], -number), default=None)
        if best is not None and links[best]:
            self._merge(best, place)
            return
        pool, numbers = [place], [self._group_of[place]]
        for number in dict.fromkeys(near):
            places = self._groups[number].places
            if not self._is_large(number) and len(pool) + len(places) <= MOST_REGROUPED:
                pool += places
                numbers.append(number)
        if len(pool) > 1:
            self._regroup(sorted(pool), numbers)

    def _regroup(self, pool: list[int], numbers: list[int]) -> None:
        before = {tuple(self._groups[number].places): self._groups.pop(number) for number in numbers}
        for found in clusters(self._neighbours.matrix(pool)):
            places = [pool[index] for index in found]
            number = self._begin(places, before.get(tuple(places)))
            for place in places:
                self._group_of[place] = number

    def _begin(self, places: list[int], same: _Group | None = None) -> int:
        self._made += 1
        self._groups[self._made] = same or _Group(places)
        return self._made

    def _merge(self, number: int, place: int) -> None:
        del self._groups[self._group_of[place]]
        self._group_of[place] = number
        self._groups[number].places.append(place)
        self._groups[number].described = None

    def _is_large(self, number: int) -> bool:
        return len(self._groups[number].places) >= MOST_REGROUPED
