"""What stands before the items of a page's lists: bullets, numbers, letters."""

from __future__ import annotations

from collections.abc import Callable

import lxml.html

BULLET = "•"
_MOST = 1_000_000


class Items:
    """Counts the items of one list."""

    def __init__(self, element: lxml.html.HtmlElement) -> None:
        self._write = _STYLES.get(element.get("type") or "1", str) if element.tag == "ol" else None
        self._step = -1 if "reversed" in element.attrib else 1
        start = _number(element.get("start"))
        if start is None:
            start = sum(1 for _ in element.iterchildren("li")) if self._step < 0 else 1
        self._next = start

    def marker(self, item: lxml.html.HtmlElement) -> str:
        """What stands before the next item."""
        if self._write is None:
            return BULLET
        value = _number(item.get("value"))
        number = self._next if value is None else value
        self._next = number + self._step
        return f"{self._write(number)}."


def _number(words: str | None) -> int | None:
    digits = (words or "").strip()
    bare = digits.removeprefix("-")
    return max(-_MOST, min(_MOST, int(digits))) if bare.isascii() and bare.isdigit() and len(bare) < 9 else None


def _letters(number: int) -> str:
    if number < 1:
        return str(number)
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("a") + rest) + found
    return found


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    found = ""
    for value, sign in (
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
        (4, "iv"), (1, "i"),
    ):  # fmt: skip
        count, number = divmod(number, value)
        found += sign * count
    return found


_STYLES: dict[str, Callable[[int], str]] = {
    "1": str,
    "a": _letters,
    "A": lambda number: _letters(number).upper(),
    "i": _roman,
    "I": lambda number: _roman(number).upper(),
}
