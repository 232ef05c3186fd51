"""What is worked out from the articles and can be worked out again: findings, profiles, events, comparisons."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_app.library.face.ground import Ground

if TYPE_CHECKING:
    from briefing_app.library.events import Events
    from briefing_app.library.findings import FindingStore
    from briefing_app.model.article import Article
    from briefing_app.model.comparison import Comparison
    from briefing_app.model.event import Event, EventGroup, HeldEvents
    from briefing_app.model.findings import Findings
    from briefing_app.model.ids import ArticleId, EventId
    from briefing_app.model.ruling import Ruling


class FindingsFace(Ground):
    """Findings, profiles, events and comparisons."""

    @cached_property
    def _findings(self) -> FindingStore:
        from briefing_app.library.findings import FindingStore

        return FindingStore(self._database)

    @cached_property
    def _events(self) -> Events:
        from briefing_app.library.events import Events
        from briefing_app.library.sources import Sources

        return Events(self._database, self._articles, Sources(self._database))

    def findings(self, article: ArticleId, version: str | None = None) -> Findings | None:
        """The article's findings, or None when they are absent or not of ``version`` (None: of any)."""
        return self._findings.findings(article, version)

    def put_findings(self, article: Article, version: str, findings: Findings) -> None:
        """Keep an article's findings, of its text as it was read, in the place of the last ones."""
        self._findings.put_findings(article, version, findings)

    def profile(self, article: ArticleId, version: str | None = None) -> bytes | None:
        """The article's grouping profile, or None when it is absent or not of ``version`` (None: of any)."""
        return self._findings.profile(article, version)

    def put_profile(self, article: Article, version: str, data: bytes) -> None:
        """Keep an article's profile, of its text as it was read, in the place of the last one."""
        self._findings.put_profile(article, version, data)

    def profiles(self, version: str | None = None) -> Iterator[tuple[ArticleId, bytes]]:
        """Every profile of ``version`` (None: of any) outside the trash, by article number."""
        return self._findings.profiles(version)

    def events(self) -> tuple[Event, ...]:
        """Every event, newest date first, undated last."""
        return self._events.all()

    def event(self, event: EventId) -> Event:
        """One event. Raises NothingThere."""
        return self._events.get(event)

    def held_events(self) -> HeldEvents:
        """What the analyst has said of events."""
        return self._events.held()

    def put_groups(
        self, groups: Sequence[EventGroup], given: Mapping[int, EventId] | None = None, stages: Mapping[int, int] | None = None
    ) -> None:
        """Replace all groups; each takes the number ``given`` by its index, else that of the old event with which it shares most articles.

        ``stages`` are indices: a later group, and the earlier one of the same story. Raises NothingThere.
        """
        self._events.put(groups, given or {}, stages or {})

    def comparison(self, event: EventId, version: str | None = None) -> Comparison | None:
        """The event's stored comparison, or None when it is absent or stale: other articles, texts, rulings, sources, version."""
        return self._events.comparison(event, version)

    def current(self, comparison: Comparison) -> bool:
        """Whether a comparison was made with what the analyst rules of its articles, and knows of its sources, now."""
        return self._events.current(comparison)

    def put_comparison(self, event: EventId, comparison: Comparison) -> None:
        """Keep an event's comparison in the place of the last one. Raises NothingThere."""
        self._events.put_comparison(event, comparison)

    def rulings(self, articles: Collection[ArticleId]) -> tuple[Ruling, ...]:
        """What the analyst has ruled of the words of any of these articles, in the order in which it was made."""
        return self._events.rulings(articles)

    def conflicts(self) -> dict[EventId, int]:
        """How many conflicts the stored comparison of each event holds; events without one are absent."""
        return self._events.conflicts()
