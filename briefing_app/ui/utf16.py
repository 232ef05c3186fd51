"""The one place where Qt's UTF-16 positions and the program's code points meet."""

from __future__ import annotations

from bisect import bisect_left

from briefing_app.model.span import Span


class Utf16:
    """Both ways between code points of ``text`` and UTF-16 units; positions beyond the text are clipped to its end."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        any_wide = len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)
        self._wide = [at for at, letter in enumerate(text) if letter > "\uffff"] if any_wide else []

    @property
    def units(self) -> int:
        """How many UTF-16 units the text takes."""
        return self._length + len(self._wide)

    def to_units(self, code_points: int) -> int:
        """The UTF-16 position of a code point position."""
        at = max(0, min(code_points, self._length))
        return at + bisect_left(self._wide, at)

    def to_code_points(self, units: int) -> int:
        """The code point position of a UTF-16 position; the middle of a surrogate pair counts as its start."""
        at = max(0, min(units, self.units))
        low, high = 0, len(self._wide)
        while low < high:
            middle = (low + high) // 2
            if self._wide[middle] + middle < at:
                low = middle + 1
            else:
                high = middle
        inside = low > 0 and self._wide[low - 1] + low - 1 + 1 == at
        return self._wide[low - 1] if inside else at - low

    def span(self, start_units: int, end_units: int) -> Span:
        """The span of code points between two UTF-16 positions, in either order."""
        first, last = sorted((start_units, end_units))
        return Span(self.to_code_points(first), self.to_code_points(last))
