"""Hides what becomes of a mistake in a query: raised at once, or noted while the rest goes on."""

from __future__ import annotations

from briefing_app.model.errors import QueryMistake
from briefing_app.model.search import Mistake


class Mistakes:
    """The mistakes of one query. When ``strict``, the first is raised."""

    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
        self.found: list[Mistake] = []

    def tell(self, message: str, start: int, end: int, next_step: str = "", instead: str = "") -> None:
        """Note a mistake from ``start`` to ``end``; ``instead`` would be right there. Raises QueryMistake when strict."""
        if self._strict:
            raise QueryMistake(message, start, next_step)
        self.found.append(Mistake(message, next_step, start, end, instead))
