"""Groups of articles that report the same event, kept up as articles come in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from briefing_app import events
from briefing_app.library import Library
from briefing_app.model.edit import ChangeKind
from briefing_app.model.ids import ArticleId
from briefing_app.pipeline.followers.feed import Place, changes
from briefing_app.pipeline.progress import Stage
from briefing_app.pipeline.reading import findings_of
from briefing_app.pipeline.requests import Stand
from briefing_app.pipeline.versions import profile_version


class Events:
    """Holds the grouping in memory, taken up from the stored profiles and groups when the worker starts.

    Profiles are stored as they are made; the groups, and the place in the feed, once everything that was pending is placed.
    """

    name = Stage.EVENTS

    def __init__(self) -> None:
        self._grouping: events.Grouping | None = None
        self._placed: set[ArticleId] = set()

    def step(self, library: Library, out_of_time: Callable[[], bool], tell: Callable[[Any], None]) -> Stand:
        """Place what is new. ``done`` and ``total`` count the articles that were added since the groups were last stored."""
        place = Place(f"events {profile_version()}")
        end = library.last_change()
        pending = [ArticleId(change.subject) for change in changes(library, place.number(library), ChangeKind.ARTICLE_ADDED)]
        grouping = self._grouping or self._recall(library, frozenset(pending))
        waiting = [article for article in pending if article not in self._placed]
        done = len(pending) - len(waiting)
        for count, article in enumerate(waiting):
            if count and out_of_time():
                return Stand(done + count, len(pending), more=True)
            self._place(library, grouping, article)
            tell(Stand(done + count + 1, len(pending), more=True))
        if pending:
            library.put_groups(grouping.groups())
        place.keep(library, end)
        return Stand(len(pending), len(pending), more=False)

    def _recall(self, library: Library, pending: frozenset[ArticleId]) -> events.Grouping:
        """The grouping as it was stored; what came after that, ``pending``, is not in the stored groups and is placed anew."""
        profiles = {
            article: msgspec.msgpack.decode(data, type=events.Profile)
            for article, data in library.profiles(profile_version())
            if article not in pending
        }
        grouping = events.Grouping()
        grouping.restore(profiles.items(), [event.group.articles for event in library.events()])
        self._placed = set(profiles)
        self._grouping = grouping
        return grouping

    def _place(self, library: Library, grouping: events.Grouping, number: ArticleId) -> None:
        article = library.article(number)
        profile = events.profile(article.document, findings_of(library, article))
        library.put_profile(number, profile_version(), msgspec.msgpack.encode(profile))
        grouping.add(number, profile)
        self._placed.add(number)
