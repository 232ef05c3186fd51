"""Articles come in one by one and join the group that reports the same event, or wait for company."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from briefing_app.events.clustering import BETWEEN, BY_OTHERS, MOST_COHESION, THRESHOLD, clusters, links, loose
from briefing_app.events.describing import Member, Tie, described
from briefing_app.events.holding import held
from briefing_app.events.likeness import Likeness, Placed, Rest
from briefing_app.events.profiles import Profile, codes, copy_share
from briefing_app.events.stages import stages_of
from briefing_app.events.vectors import Floats
from briefing_app.model.event import EventGroup, HeldEvents
from briefing_app.model.ids import ArticleId, EventId

MOST_REGROUPED = 32
"""Articles that are grouped anew when one comes in; a larger group is only joined, so that the time stays bounded."""

MOST_AT_ONCE = 400
"""Articles that are held against one another in one go."""

RECKONED = frozenset(2**power for power in range(6, 18))
"""Sizes of the library at which the words' commonness is taken stock of and every group is looked through again."""

COPY = 0.45
"""Share of the shorter article's shingles in the other from which on they are copies, whatever else differs."""

COPY_CANDIDATES = 5
"""Most alike articles that a new one is held against word for word."""

MAY_COPY = 0.5
"""Likeness of words and names below which two articles are no copies."""

LONG = 60
"""Telling words of an article that is long enough to speak of several events."""

MOST_TORN = 3
"""Articles that are asked, when one comes in, whether they belong to another group as much as to theirs."""


@dataclass(slots=True)
class _Group:
    """The places of its articles, ascending, and its description while it is current."""

    places: list[int]
    described: EventGroup | None = None


class Grouping:
    """Groups articles as they come in; every new one regroups its neighbourhood, so that the order of coming hardly matters.

    Scores need no large library: the weights of words come from the background frequencies, so that two articles are enough; the
    more articles there are, the less the words count that stand everywhere in them.
    """

    def __init__(self) -> None:
        self._placed = Placed()
        self._members: list[Member] = []
        self._groups: dict[int, _Group] = {}
        self._group_of = array("q")
        self._place_of: dict[ArticleId, int] = {}
        self._long: list[bool] = []
        self._made = 0

    def add(self, article: ArticleId, profile: Profile) -> None:
        """Place an article; one that is already placed is left alone."""
        if article in self._place_of:
            return
        place = self._put(article, profile)
        if len(self._members) in RECKONED:
            self._reckon()
        if len(self._members) > 1:
            self._settle(place, profile)

    def remove(self, article: ArticleId) -> None:
        """Take an article out, and group those anew that were with it; one that is not placed is left alone.

        Its vectors stay, so that the other places stay; they count in how common words are, and are like nothing any more.
        """
        place = self._place_of.pop(article, None)
        if place is None:
            return
        number = self._group_of[place]
        left = [other for other in self._groups[number].places if other != place]
        self._placed.withdraw(place)
        if not left:
            del self._groups[number]
        elif len(left) <= MOST_AT_ONCE:
            self._regroup(left, [number])
        else:
            self._begin(left, [number])

    def restore(self, profiles: Iterable[tuple[ArticleId, Profile]], groups: Iterable[Sequence[ArticleId]]) -> None:
        """Take up a grouping where it was left: all articles that were placed, and the groups (of two or more) that they were in.

        For an empty grouping; it costs far less than adding them again, and keeps the groups as they are.
        """
        for article, profile in profiles:
            self._put(article, profile)
        self._placed.reckon()
        for articles in groups:
            places = sorted(self._place_of[article] for article in articles if article in self._place_of)
            if len(places) > 1:
                for place in places:
                    self._groups.pop(self._group_of[place], None)
                self._begin(places)

    def groups(self) -> tuple[EventGroup, ...]:
        """Every group of two articles or more, the one with the earliest placed article first."""
        out = []
        for group in sorted(self._groups.values(), key=lambda group: group.places[0]):
            if len(group.places) > 1:
                out.append(self._described(group.places))
        return tuple(out)

    def arranged(self, said: HeldEvents) -> tuple[tuple[EventGroup, ...], dict[int, EventId]]:
        """The groups as the analyst has them, and the numbers of those that are held, by their index."""
        found = [[self._members[place].article for place in group.places] for group in self._groups.values()]
        groups: list[EventGroup] = []
        numbers: dict[int, EventId] = {}
        for one in held(found, said):
            group = self._described([self._place_of[article] for article in one.articles])
            if one.event is not None:
                numbers[len(groups)] = one.event
                group = replace(group, title=said.hold(one.event).name or group.title)
            groups.append(group)
        return tuple(groups), numbers

    def stages(self, groups: Sequence[EventGroup]) -> dict[int, int]:
        """Which of these groups carries on the story of which earlier one, by their indices."""

        def alike(articles: Sequence[ArticleId]) -> Floats:
            found = self._placed.among([self._place_of[article] for article in articles])
            return found.words + found.names

        return stages_of(groups, alike)

    def _described(self, places: list[int]) -> EventGroup:
        """The description of these articles, the one that is there when they are a group of the grouping's own."""
        places = sorted(places)
        own = self._groups[self._group_of[places[0]]]
        if own.places != places:
            return described([self._members[place] for place in places], self._ties(places))
        if own.described is None:
            own.described = described([self._members[place] for place in places], self._ties(places))
        return own.described

    def _put(self, article: ArticleId, profile: Profile) -> int:
        place = len(self._members)
        self._place_of[article] = place
        self._members.append(Member.of(article, profile))
        self._placed.add(profile)
        self._long.append(len(profile.words) >= LONG)
        self._group_of.append(0)
        self._begin([place])
        return place

    def _settle(self, place: int, profile: Profile) -> None:
        """Join a large group outright; else group the new article and its neighbours' groups anew."""
        rest = self._placed.to(place)
        others = rest.near(THRESHOLD)
        found = rest.at(others)
        copies = self._copied(others, found, profile)
        found.score[np.isin(others, copies)] = 1.0
        numbers = self._numbers(others[found.score >= THRESHOLD])
        near, large = self._linked(rest, numbers, copies)
        if large is not None:
            self._begin([*self._groups[large].places, place], [large, self._group_of[place]])
            return
        pool, involved = [place], [self._group_of[place]]
        for number in [*near, *self._strays(rest, others[found.undated >= MOST_COHESION], numbers)]:
            places = self._groups[number].places
            if len(pool) + len(places) <= MOST_REGROUPED:
                pool += places
                involved.append(number)
        if len(pool) > 1:
            self._regroup(sorted(pool), involved)
        alike = others[np.argsort(-found.score, kind="stable")][: int((found.score >= THRESHOLD).sum())]
        groups = np.frombuffer(self._group_of, dtype=np.int64)[alike].tolist()
        self._part(dict.fromkeys([self._group_of[place], *groups]), rest)

    def _linked(self, rest: Rest, numbers: Sequence[int], copies: NDArray[np.intp]) -> tuple[list[int], int | None]:
        """Those of these groups that an article is linked to, the strongest link first; and the first large one that it joins outright."""
        places, groups = self._members_of(numbers)
        scores = rest.at(places).score
        scores[np.isin(places, copies)] = 1.0
        linked = links(scores, groups, len(numbers))
        near = [index for index in np.argsort(-linked.strength, kind="stable").tolist() if linked.strength[index] >= THRESHOLD]
        coherent = (numbers[index] for index in near if linked.coherent[index])
        large = next((number for number in coherent if len(self._groups[number].places) >= MOST_REGROUPED), None)
        return [numbers[index] for index in near], large

    def _numbers(self, places: NDArray[np.intp]) -> list[int]:
        """The groups of these places, ascending."""
        return [int(number) for number in np.unique(np.frombuffer(self._group_of, dtype=np.int64)[places])]

    def _members_of(self, numbers: Sequence[int]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """All places in these groups, ascending, and for each which of these groups it is in (0, 1, 2 ... in their order)."""
        which = np.full(self._made + 1, -1, dtype=np.int32)
        which[numbers] = np.arange(len(numbers))
        groups = which[np.frombuffer(self._group_of, dtype=np.int64)]
        places = np.flatnonzero(groups >= 0)
        return places, groups[places].astype(np.intp)

    def _strays(self, rest: Rest, alike: NDArray[np.intp], known: Sequence[int]) -> list[int]:
        """The groups, beside the ``known`` ones, of articles that are alike were it not for their dates."""
        numbers = [number for number in self._numbers(alike) if number not in known]
        if not numbers:
            return []
        places, groups = self._members_of(numbers)
        strength = links(rest.at(places).undated, groups, len(numbers)).strength
        return [number for number, linked in zip(numbers, strength, strict=True) if linked >= MOST_COHESION]

    def _regroup(self, pool: list[int], numbers: list[int]) -> None:
        before = {tuple(self._groups[number].places): self._groups.pop(number) for number in numbers}
        alike = self._alike(pool)
        for found in clusters(alike.score.astype(np.float64), alike.undated.astype(np.float64), self._placed.days(pool)):
            places = [pool[index] for index in found]
            self._begin(places)
            if same := before.get(tuple(places)):
                self._groups[self._made].described = same.described

    def _part(self, numbers: Iterable[int], new: Rest) -> None:
        """Take the articles out of these groups that are as much like another group; ``new`` is the article that has come in."""
        asked = 0
        large = (number for number in numbers if 2 < len(self._groups[number].places) <= MOST_REGROUPED)
        for number in list(islice(large, MOST_TORN)):
            places = self._groups[number].places
            if not any(self._long[place] for place in places):
                continue
            alike = self._placed.among(places).score.astype(np.float64)
            hanging = [index for index in loose(alike) if self._long[places[index]]][: MOST_TORN - asked]
            asked += len(hanging)
            torn = [places[index] for index in hanging if self._is_torn(places[index], number, new)]
            if torn:
                self._begin([place for place in places if place not in torn], [number])
                for place in torn:
                    self._begin([place])

    def _is_torn(self, place: int, number: int, new: Rest) -> bool:
        """Whether the article is nearly as much like another group as like the rest of its own, and by words of that one's own.

        Whom it is about does not count here: a digest may lead with the people of either.
        """
        beside = new if place == new.place else self._placed.to(place)

        def scores(places: Sequence[int] | NDArray[np.intp]) -> Floats:
            found = beside.at(np.array(places, dtype=np.intp))
            return (found.words + found.names) * found.dates

        own = [other for other in self._groups[number].places if other != place]
        near = beside.near(THRESHOLD)
        others = [other for other in self._numbers(near[scores(near) >= THRESHOLD]) if other != number]
        rivals = [places for places in (self._groups[other].places for other in others) if 1 < len(places) <= MOST_REGROUPED]
        least = BETWEEN * scores(own).mean()
        apart = self._placed.apart
        return any(scores(rival).mean() >= least and apart(place, rival, own) >= BY_OTHERS * apart(place, own, rival) for rival in rivals)

    def _reckon(self) -> None:
        """Look through every group again, now that the words' commonness is known better; what no longer holds together parts."""
        self._placed.reckon()
        for number in [number for number, group in self._groups.items() if 2 < len(group.places) <= MOST_AT_ONCE]:
            self._regroup(self._groups[number].places, [number])

    def _begin(self, places: list[int], instead: Iterable[int] = ()) -> None:
        for number in instead:
            del self._groups[number]
        self._made += 1
        self._groups[self._made] = _Group(places)
        for place in places:
            self._group_of[place] = self._made

    def _alike(self, places: Sequence[int]) -> Likeness:
        """How alike these articles are to one another, copies wholly."""
        found = self._placed.among(places)
        likely = np.argwhere(np.triu(found.words + found.names, 1) >= MAY_COPY)
        held = {index: codes(self._members[places[index]].shingles) for index in np.unique(likely)}
        for a, b in likely:
            if copy_share(held[a], held[b]) >= COPY:
                found.score[a, b] = found.score[b, a] = found.undated[a, b] = found.undated[b, a] = 1.0
        return found

    def _copied(self, others: NDArray[np.intp], found: Likeness, profile: Profile) -> NDArray[np.intp]:
        """The places, of these, of articles that the new one copies, or that copy it."""
        whole = found.words + found.names
        first = np.argsort(-whole, kind="stable")[:COPY_CANDIDATES]
        likely = [int(others[index]) for index in first if whole[index] >= MAY_COPY]
        own = codes(profile.shingles) if likely else frozenset()
        return np.array([other for other in likely if copy_share(own, codes(self._members[other].shingles)) >= COPY], dtype=np.intp)

    def _ties(self, places: Sequence[int]) -> dict[ArticleId, Tie]:
        """What ties every article of a group to its nearest neighbour there."""
        ties: dict[ArticleId, Tie] = {}
        for start in range(0, len(places), MOST_AT_ONCE):
            some = places[max(0, min(start, len(places) - MOST_AT_ONCE)) :][:MOST_AT_ONCE]
            found = self._alike(some)
            np.fill_diagonal(found.score, -1.0)
            for a, b in enumerate(map(int, found.score.argmax(axis=1))):
                one, other = self._members[some[a]], self._members[some[b]]
                share = copy_share(codes(one.shingles), codes(other.shingles))
                ties[one.article] = Tie(
                    other.article,
                    float(found.words[a, b]),
                    float(found.names[a, b]),
                    float(found.dates[a, b]) if found.dated[a, b] else None,
                    share if share >= COPY else 0.0,
                )
        return ties
