"""Articles come in one by one and join the group that reports the same event, or wait for company."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from briefing_app.events.describing import Member, Tie, described
from briefing_app.events.likeness import Likeness, Placed
from briefing_app.events.profile import Profile, copy_share
from briefing_app.model.event import EventGroup
from briefing_app.model.ids import ArticleId

THRESHOLD = 0.2
"""Score from which an article joins a group. One value for everything, fixed on news_cluster, basil, newswcl50 and ecbplus."""

COPY = 0.45
"""Share of the shorter article's shingles in the other from which on they are copies, whatever else differs."""

COPY_CANDIDATES = 5
"""Most alike articles that are held against the new one word for word."""


@dataclass(slots=True)
class _Group:
    """The places of its articles in the order of placing, and its description while it is current."""

    places: list[int]
    described: EventGroup | None = None


class Grouping:
    """Single-pass grouping: an article joins the group whose half best, half mean likeness is highest, from THRESHOLD on.

    A placed article stays where it is, so what the analyst has seen does not move by itself. Scores need no library: the weights
    of words come from the background frequencies, so that two articles are enough.
    """

    def __init__(self) -> None:
        self._placed = Placed()
        self._members: list[Member] = []
        self._groups: list[_Group] = []
        self._group_of: list[int] = []
        self._held: set[ArticleId] = set()

    def add(self, article: ArticleId, profile: Profile) -> None:
        """Place an article; one that is already placed is left alone."""
        if article in self._held:
            return
        self._held.add(article)
        member, group = self._find(article, profile)
        if group is None:
            group = len(self._groups)
            self._groups.append(_Group([]))
        self._groups[group].places.append(len(self._members))
        self._groups[group].described = None
        self._group_of.append(group)
        self._members.append(member)
        self._placed.add(profile)

    def groups(self) -> tuple[EventGroup, ...]:
        """Every group of two articles or more, in the order in which they began."""
        out = []
        for group in self._groups:
            if len(group.places) > 1:
                if group.described is None:
                    group.described = described([self._members[place] for place in group.places])
                out.append(group.described)
        return tuple(out)

    def _find(self, article: ArticleId, profile: Profile) -> tuple[Member, int | None]:
        """The article with what ties it to its nearest neighbour, and the group that it joins (None: its own)."""
        if not self._members:
            return Member.of(article, profile, None), None
        found = self._placed.likeness(profile)
        place, share = self._copied(profile, found)
        group = self._group_of[place] if share else self._nearest(found)
        if group is None:
            return Member.of(article, profile, None), None
        if not share:
            places = self._groups[group].places
            place = places[int(found.score[places].argmax())]
        tie = Tie(
            self._members[place].article,
            float(found.words[place]),
            float(found.names[place]),
            float(found.dates[place]) if found.dated[place] else None,
            share,
        )
        return Member.of(article, profile, tie), group

    def _copied(self, profile: Profile, found: Likeness) -> tuple[int, float]:
        """The place of the article that this one is a copy of, with the share of common shingles; share 0 when there is none."""
        likeliest = np.argsort(-(found.words + found.names), kind="stable")[:COPY_CANDIDATES]
        shares = [(copy_share(profile.shingles, self._members[place].shingles), -place) for place in map(int, likeliest)]
        share, place = max(shares)
        return (-place, share) if share >= COPY else (0, 0.0)

    def _nearest(self, found: Likeness) -> int | None:
        """The group of the highest half best, half mean score; the older of two equal ones; None below THRESHOLD."""
        near = {self._group_of[place] for place in map(int, np.flatnonzero(found.score >= THRESHOLD))}
        best: tuple[float, int] = (0.0, 0)
        for group in near:
            scores = found.score[self._groups[group].places]
            best = max(best, (float(scores.max() + scores.mean()) / 2, -group))
        return -best[1] if best[0] >= THRESHOLD else None
