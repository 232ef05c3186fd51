"""What follows the library's change feed: one file a follower, one table. Each can lose all it wrote and catches up by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from briefing_app.library import Library
from briefing_app.model.going_on import GoOn, always
from briefing_app.pipeline.progress import Stage
from briefing_app.pipeline.requests import Stand


class Follower(Protocol):
    """Reads the feed from the place where it last stopped. Working twice on the same change does no harm."""

    name: Stage

    def step(self, library: Library, out_of_time: Callable[[], bool], tell: Callable[[Any], None]) -> Stand:
        """Work until nothing is left or ``out_of_time``, but always a little; ``tell`` takes a Stand on the way."""


def followers(go_on: GoOn = always) -> tuple[Follower, ...]:
    """A new set, in the order in which they build on each other; what ``go_on`` raises ends the one whose works are long."""
    from briefing_app.pipeline.followers.comparisons import Comparisons
    from briefing_app.pipeline.followers.events import Events
    from briefing_app.pipeline.followers.findings import FindingsReader
    from briefing_app.pipeline.followers.index import Index

    return (Index(), FindingsReader(), Events(), Comparisons(go_on))
