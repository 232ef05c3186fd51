"""Tells how far a worker is with what somebody waits for: after each step, how many of how many are done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from briefing_app.pipeline.requests import Stand


class Steps:
    """Counts towards ``total`` and tells a Stand each time; steps that were not needed are passed over with ``reach``."""

    def __init__(self, total: int, tell: Callable[[Any], None]) -> None:
        self._total, self._tell = total, tell
        self._done = 0

    def __call__(self) -> None:
        """One more is done."""
        self.reach(self._done + 1)

    def reach(self, done: int) -> None:
        """So many are done."""
        self._done = min(done, self._total)
        self._tell(Stand(self._done, self._total, self._done < self._total))
