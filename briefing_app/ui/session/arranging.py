"""What the analyst does to events: merge, split, move articles, name, lock; each is one edit that the grouping never undoes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.model.arranging import locked, merged, moved, named, split
from briefing_app.model.edit import ArrangeEvents
from briefing_app.model.event import Event, EventHold
from briefing_app.model.ids import ArticleId, EventId

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session


class Arranging(QObject):
    """Every verb reads the events on the lane of edits, as they are when its turn has come."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._library = session.workbench.library

    def merge(self, events: Sequence[EventId]) -> None:
        """All articles of these events into the first of them."""
        numbers = tuple(dict.fromkeys(events))
        if len(numbers) > 1:
            self._apply(lambda: merged([self._library.event(number) for number in numbers]), self.tr("Merged; Ctrl+Z parts them again."))

    def split(self, event: EventId, articles: Sequence[ArticleId]) -> None:
        """These articles of an event into one of their own; a single one stands alone."""
        said = self.tr("Split off: %Ln article(s); Ctrl+Z takes it back.", "", len(articles))
        self._apply(lambda: split(self._library.event(event), articles), said)

    def move(self, articles: Sequence[ArticleId], to: EventId) -> None:
        """These articles into an event; events of which all go are merged into it."""
        said = self.tr("Moved: %Ln article(s); Ctrl+Z takes it back.", "", len(articles))
        self._apply(lambda: moved(articles, self._homes(articles), self._library.event(to)), said)

    def name(self, event: EventId, name: str) -> None:
        """Another name; an empty one lets the articles name it."""
        self._apply(lambda: named(self._library.event(event), self._hold(event), name), self.tr("Named; Ctrl+Z takes it back."))

    def lock(self, event: EventId, lock: bool) -> None:
        """Keep late articles out, or let them in again."""
        said = self.tr("Locked: articles that come later stay out.") if lock else self.tr("Unlocked: articles that come later may join.")
        self._apply(lambda: locked(self._library.event(event), self._hold(event), lock), said)

    def is_locked(self, event: EventId) -> bool:
        """Whether late articles are kept out of an event."""
        return self._hold(event).locked

    def _hold(self, event: EventId) -> EventHold:
        return self._library.held_events().hold(event)

    def _homes(self, articles: Sequence[ArticleId]) -> list[Event]:
        rows = self._library.rows(articles, skip_missing=True)
        return [self._library.event(number) for number in dict.fromkeys(row.event for row in rows) if number is not None]

    def _apply(self, edit: Callable[[], ArrangeEvents], said: str) -> None:
        self._session.editing.apply(edit, said)
