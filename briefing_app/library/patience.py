"""Hides how long a query may go on: while somebody waits for its answer, and its patterns for a moment."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from briefing_app.model.errors import QueryMistake, SearchStopped

_LONGEST_S: Final = 0.12
"""Seconds of processor time that the patterns of a query may take over all lexicons."""

ShouldStop = Callable[[], bool]
"""Whether nobody waits for the answer any more."""


def never() -> bool:
    """For those who wait to the end."""
    return False


class Patience:
    """Asked every few milliseconds by whatever takes long."""

    def __init__(self, should_stop: ShouldStop = never) -> None:
        self._should_stop = should_stop
        self._until: float | None = None

    def go_on(self) -> None:
        """Raises SearchStopped when nobody waits any more."""
        if self._should_stop():
            raise SearchStopped("The search was called off.")

    def go_on_with(self, pattern: str) -> None:
        """Go on through a lexicon. Raises QueryMistake when the query's patterns have taken too long, SearchStopped as ``go_on``."""
        self.go_on()
        now = time.thread_time()
        if self._until is None:
            self._until = now + _LONGEST_S
        if now > self._until:
            raise QueryMistake(f"“{pattern}” takes too long to look for.", None, "Begin it with more letters that are fixed.")
