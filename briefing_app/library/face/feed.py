"""The change feed and how far its followers have read."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from briefing_app.library.face.ground import Ground
from briefing_app.library.feed import Feed

if TYPE_CHECKING:
    from briefing_app.model.change import Change

INDEX = "index"
"""The follower that is the search index."""


class FeedFace(Ground):
    """The feed and its followers."""

    @cached_property
    def _feed(self) -> Feed:
        return Feed(self._database)

    def changes_after(self, number: int, limit: int = 1000) -> tuple[Change, ...]:
        """At most ``limit`` rows of the feed beyond ``number``, oldest first. Never waits."""
        return self._feed.after(number, limit)

    def last_change(self) -> int:
        """The number of the feed's newest row, 0 when there is none."""
        return self._feed.last()

    def position(self, follower: str) -> int:
        """The last row of the feed that ``follower`` finished, 0 when it has not begun. ``"index"`` is the search index."""
        if follower == INDEX:
            return self._searching.position()
        return self._feed.position(follower)

    def set_position(self, follower: str, number: int) -> None:
        """Note that ``follower`` has finished everything up to ``number``."""
        self._feed.set_position(follower, number)

    def behind(self) -> int:
        """How many articles cannot be found by searching yet."""
        return self._searching.behind()
