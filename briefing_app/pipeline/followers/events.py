"""Groups of articles that report the same event, kept up as articles come in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from briefing_app import events
from briefing_app.library import Library
from briefing_app.model.analysis_versions import profile_version
from briefing_app.model.change import GROUPED, Change, ChangeKind
from briefing_app.model.event import HeldEvents
from briefing_app.model.ids import ArticleId
from briefing_app.pipeline.followers.feed import Place, changes
from briefing_app.pipeline.progress import Stage
from briefing_app.pipeline.reading import findings_of
from briefing_app.pipeline.requests import Stand

_ANEW = "to be placed anew"
"""Stands for the corrections under which an article was placed; no digest is like it."""


class Events:
    """Holds the grouping in memory, taken up from the stored profiles and groups when the worker starts.

    What the analyst has merged, split, moved, named and locked lies over what the grouping finds, and is never undone by it.
    Profiles are stored as they are made; the groups, and the place in the feed, once everything that was pending is placed. An article
    that was corrected is placed anew, one in the trash is taken out.
    """

    name = Stage.EVENTS

    def __init__(self) -> None:
        self._grouping: events.Grouping | None = None
        self._placed: dict[ArticleId, str] = {}
        self._let_go_to = 0

    def step(self, library: Library, out_of_time: Callable[[], bool], tell: Callable[[Any], None]) -> Stand:
        """Place what is new. ``done`` and ``total`` count the articles that have changed since the groups were last stored."""
        place = Place(f"events {profile_version()}")
        end = library.last_change()
        told = tuple(changes(library, place.number(library), *GROUPED))
        pending = tuple(dict.fromkeys(ArticleId(change.subject) for change in told))
        grouping = self._grouping or self._recall(library, frozenset(pending))
        held = library.held_events()
        self._let_go(told, held)
        wanted = library.present(pending)
        waiting = [article for article in pending if self._placed.get(article) != wanted.get(article)]
        done = len(pending) - len(waiting)
        for count, article in enumerate(waiting):
            if count and out_of_time():
                return Stand(done + count, len(pending), more=True)
            self._replace(library, grouping, article, wanted.get(article))
            tell(Stand(done + count + 1, len(pending), more=True))
        if pending:
            groups, numbers = grouping.arranged(held)
            library.put_groups(groups, numbers, grouping.stages(groups))
        place.keep(library, end)
        return Stand(len(pending), len(pending), more=False)

    def _recall(self, library: Library, pending: frozenset[ArticleId]) -> events.Grouping:
        """The grouping as it was stored; what has changed since, ``pending``, is placed anew."""
        standing = library.present()  # asked first: what is corrected from here on is then seen to be placed as it was
        profiles = {
            article: msgspec.msgpack.decode(data, type=events.Profile)
            for article, data in library.profiles(profile_version())
            if article not in pending
        }
        grouping = events.Grouping()
        grouping.restore(profiles.items(), [event.group.articles for event in library.events()])
        self._placed = {article: standing[article] for article in profiles if article in standing}
        self._grouping = grouping
        return grouping

    def _let_go(self, told: Sequence[Change], held: HeldEvents) -> None:
        """Place those anew that the analyst holds no more: as he left them they may stand in groups that the grouping never found."""
        pinned = {pin.article for pin in held.pins}
        for change in told:
            if change.kind is ChangeKind.ARTICLE_PLACED and change.number > self._let_go_to:
                self._let_go_to = change.number
                article = ArticleId(change.subject)
                if article not in pinned and article in self._placed:
                    self._placed[article] = _ANEW

    def _replace(self, library: Library, grouping: events.Grouping, number: ArticleId, wanted: str | None) -> None:
        """Take the article out as it was placed, and place it as it stands now; ``wanted`` None: it lies in the trash."""
        if self._placed.pop(number, None) is not None:
            grouping.remove(number)
        if wanted is None:
            return
        article = library.article(number)
        data = library.profile(number, profile_version())
        if data is None:
            profile = events.profile(article.document, findings_of(library, article))
            library.put_profile(article, profile_version(), msgspec.msgpack.encode(profile))
        else:
            profile = msgspec.msgpack.decode(data, type=events.Profile)
        grouping.add(number, profile)
        self._placed[number] = article.corrected
