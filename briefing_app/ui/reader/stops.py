"""What the keyboard can stand on in a text: links, evidence, heads of dimmed stretches."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.ui.reader.setting import Stop


class Stops:
    """The stops of one page in their order, and the one that the keyboard stands on."""

    def __init__(self, stops: Sequence[Stop] = ()) -> None:
        self._stops = tuple(stops)
        self._at = -1

    def take(self, stops: Sequence[Stop]) -> None:
        """The stops of another page, or of a longer stretch of this one: where the keyboard stands stays when it is among them."""
        here = self.here
        self._stops = tuple(stops)
        self._at = self._stops.index(here) if here in self._stops and here is not None else -1

    @property
    def here(self) -> Stop | None:
        """The stop that the keyboard stands on, None when on none."""
        return self._stops[self._at] if 0 <= self._at < len(self._stops) else None

    def walk(self, step: int, edge: int) -> Stop | None:
        """To the next (1) or previous (-1) stop; from none to the first beyond the document position ``edge``. None behind the last."""
        at = self._at + step if self.here is not None else self._first(step, edge)
        self._at = at if 0 <= at < len(self._stops) else -1
        return self.here

    def leave(self) -> bool:
        """Stand on none; False when that was so already."""
        stood = self.here is not None
        self._at = -1
        return stood

    def of(self, target: str) -> Stop | None:
        """The stop that leads to a target."""
        return next((stop for stop in self._stops if stop.target == target), None)

    def _first(self, step: int, edge: int) -> int:
        numbers = range(len(self._stops))
        if step > 0:
            return next((number for number in numbers if self._stops[number].start >= edge), -1)
        return next((number for number in reversed(numbers) if self._stops[number].end <= edge), -1)
