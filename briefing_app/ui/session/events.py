"""What one window asks of the library's events: which an article belongs to, and what was worked out for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.model.change import ChangeKind
from briefing_app.model.errors import NothingThere
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.ui.session.news import News

if TYPE_CHECKING:
    from briefing_app.model.comparison import Comparison
    from briefing_app.model.event import Event
    from briefing_app.ui.session.session import Session

_MOST_KEPT = 8


class Events(QObject):
    """Reads single events at once; comparisons of the last few are kept until the feed tells of a change to them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._library = session.workbench.library
        self._comparisons: dict[EventId, Comparison | None] = {}

    def get(self, number: EventId | None) -> Event | None:
        """The event of that number, None when there is none."""
        try:
            return self._library.event(number) if number is not None else None
        except NothingThere:
            return None

    def of(self, article: ArticleId | None) -> Event | None:
        """The event that an article belongs to, None when it stands alone or is gone."""
        rows = self._library.rows([article], skip_missing=True) if article is not None else ()
        return self.get(rows[0].event) if rows else None

    @property
    def any(self) -> bool:
        """Whether articles have been grouped."""
        return bool(self._library.events())

    def articles_in(self, language: str) -> tuple[ArticleId, ...]:
        """The articles of all events that are in a language, those that others contradict first; meant for small libraries."""
        rows = [row for row in self._library.rows() if row.event is not None and row.language == language]
        return tuple(row.id for row in sorted(rows, key=lambda row: not row.conflicts))

    def newest(self) -> EventId | None:
        """The event that stands first, None when there is none."""
        newest = self._session.following.counts.newest
        return newest[0].id if newest else None

    def beside(self, number: EventId | None, step: int) -> EventId | None:
        """The event so many steps on from one in the order of the sidebar, round and round; None when no other stands there."""
        known = [event.id for event in self._session.following.counts.newest]
        if number not in known:
            return known[0] if known else None
        found = known[(known.index(number) + step) % len(known)]
        return found if found != number else None

    def comparison(self, number: EventId | None) -> Comparison | None:
        """The stored comparison of an event, None when there is no current one."""
        if number is None:
            return None
        if number not in self._comparisons:
            if len(self._comparisons) >= _MOST_KEPT:
                del self._comparisons[next(iter(self._comparisons))]
            try:
                self._comparisons[number] = self._library.comparison(number)
            except NothingThere:
                return None
        return self._comparisons[number]

    def take(self, news: News) -> None:
        """Forget the comparisons that may have changed."""
        if news.kinds & {ChangeKind.ARTICLE_CHANGED, ChangeKind.ARTICLE_TRASHED}:
            self._comparisons.clear()
        for number in news.subjects(ChangeKind.EVENTS, ChangeKind.COMPARISON):
            self._comparisons.pop(EventId(number), None)
