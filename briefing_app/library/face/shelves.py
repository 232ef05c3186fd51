"""What stands in lists, without reading it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_app.library.face.ground import Ground
from briefing_app.library.shelves import EventLine, Outline, ShelfCounts, Shelves, TagCount
from briefing_app.model.shelf import Arrangement

if TYPE_CHECKING:
    from briefing_app.library.names import Names
    from briefing_app.model.ids import ArticleId, EventId
    from briefing_app.model.shelf import Shelf


class ShelvesFace(Ground):
    """Shelves, tags and names."""

    @cached_property
    def _shelves(self) -> Shelves:
        return Shelves(self._database)

    @cached_property
    def _names(self) -> Names:
        from briefing_app.library.names import Names

        return Names(self._database)

    def outline(self, shelf: Shelf, arrangement: Arrangement = Arrangement()) -> Outline:  # noqa: B008 (frozen)
        """The lines of a shelf in order, as numbers, an event's articles under its line. Their words: ``rows``."""
        return self._shelves.outline(shelf, arrangement)

    def shelf_counts(self, most_events: int) -> ShelfCounts:
        """How many articles stand on each shelf, with the ``most_events`` newest events."""
        return self._shelves.counts(most_events)

    def tags(self) -> tuple[TagCount, ...]:
        """The tags with their articles, in the order of the alphabet."""
        return self._shelves.tags()

    def tags_of(self, articles: Sequence[ArticleId]) -> dict[str, int]:
        """How many of the articles have each tag; tags that none of them has are absent."""
        return self._shelves.tags_of(articles)

    def event_lines(self, ids: Sequence[EventId]) -> tuple[EventLine, ...]:
        """How lists name these events, in no order; one that is gone is left out."""
        return self._shelves.event_lines(ids)

    def headlines(self) -> tuple[tuple[ArticleId, str], ...]:
        """Every article with its headline, newest date first, undated last."""
        return self._names.headlines()

    def event_titles(self) -> tuple[tuple[EventId, str], ...]:
        """Every event with its title, newest date first, undated last."""
        return self._names.event_titles()
