"""Hides how long a query may go on: while somebody waits for its answer, and its patterns for a moment."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from briefing_app.model.errors import QueryMistake, SearchStopped

_LONGEST_S: Final = 0.1
"""Seconds of processor time that the patterns of a query may take over all lexicons, and as much what it joins to long chains."""

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
        self._chained = 0.0
        self._chain_until: float | None = None

    def go_on(self) -> None:
        """Raises SearchStopped when nobody waits any more, QueryMistake when the query's long chains have taken too long."""
        if self._should_stop():
            raise SearchStopped("The search was called off.")
        if self._chain_until is not None and time.thread_time() > self._chain_until:
            raise QueryMistake(
                "So many frequent words take too long to look for side by side.", None, "Ask for fewer of them together, or for rarer ones."
            )

    @contextmanager
    def a_moment(self) -> Iterator[None]:
        """Meanwhile a long chain of words is looked for; all those of a query share the time."""
        begun = time.thread_time()
        self._chain_until = begun + _LONGEST_S - self._chained
        try:
            yield
        finally:
            self._chained += time.thread_time() - begun
            self._chain_until = None

    def go_on_with(self, pattern: str) -> None:
        """Go on through a lexicon. Raises QueryMistake when the query's patterns have taken too long, SearchStopped as ``go_on``."""
        self.go_on()
        now = time.thread_time()
        if self._until is None:
            self._until = now + _LONGEST_S
        if now > self._until:
            raise QueryMistake(f"“{pattern}” takes too long to look for.", None, "Begin it with more letters that are fixed.")
