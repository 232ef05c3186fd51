"""Days that are called by a holiday's name: "Easter weekend", "Labor Day", "the Fourth of July"; each computed for a year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from briefing_app.language.syntax import Token
from briefing_app.model.dates import DateInterval

_THURSDAY, _MONDAY, _TUESDAY = 3, 0, 1


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher, "Astronomical Algorithms", 1991, p. 67)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int, last: int = 0) -> Callable[[int], DateInterval]:
    return lambda year: DateInterval(date(year, month, day), date(year, month, last or day))


def _from_easter(first: int, last: int) -> Callable[[int], DateInterval]:
    return lambda year: DateInterval(easter(year) + timedelta(days=first), easter(year) + timedelta(days=last))


def _nth(month: int, weekday: int, number: int, before: int = 0, after: int = 0) -> Callable[[int], DateInterval]:
    """The ``number``-th such weekday of a month (0: its last one), with days before and after it."""

    def of(year: int) -> DateInterval:
        start = date(year, month, 1)
        day = start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (number - 1))
        if not number:
            end = date(year, month + 1, 1) - timedelta(days=1)
            day = end - timedelta(days=(end.weekday() - weekday) % 7)
        return DateInterval(day - timedelta(days=before), day + timedelta(days=after))

    return of


_HOLIDAYS: dict[tuple[str, ...], Callable[[int], DateInterval]] = {
    tuple(name.split()): of
    for name, of in (
        ("easter weekend", _from_easter(-2, 1)),
        ("easter sunday", _from_easter(0, 0)),
        ("easter monday", _from_easter(1, 1)),
        ("good friday", _from_easter(-2, -2)),
        ("easter", _from_easter(-2, 1)),
        ("christmas eve", _fixed(12, 24)),
        ("christmas day", _fixed(12, 25)),
        ("christmas", _fixed(12, 24, 26)),
        ("boxing day", _fixed(12, 26)),
        ("new year's eve", _fixed(12, 31)),
        ("new year's day", _fixed(1, 1)),
        ("valentine's day", _fixed(2, 14)),
        ("halloween", _fixed(10, 31)),
        ("veterans day", _fixed(11, 11)),
        ("independence day", _fixed(7, 4)),
        ("fourth of july", _fixed(7, 4)),
        ("thanksgiving day", _nth(11, _THURSDAY, 4)),
        ("thanksgiving weekend", _nth(11, _THURSDAY, 4, after=3)),
        ("thanksgiving", _nth(11, _THURSDAY, 4)),
        ("labor day", _nth(9, _MONDAY, 1)),
        ("labor day weekend", _nth(9, _MONDAY, 1, before=3)),
        ("memorial day", _nth(5, _MONDAY, 0)),
        ("memorial day weekend", _nth(5, _MONDAY, 0, before=3)),
    )
}
"""The words of each holiday in lower case, and its days in a year; what is national is that of the United States."""

_FIRST = frozenset(name[0] for name in _HOLIDAYS)
_LONGEST = max(map(len, _HOLIDAYS))


def holiday_at(tokens: Sequence[Token], index: int, written: date | None) -> tuple[int, DateInterval | None] | None:
    """The token behind a holiday's name and the days nearest to the writing; None where no name stands, or only part of another word."""
    if tokens[index].low not in _FIRST or not tokens[index].text[0].isupper():
        return None
    lows = [token.low.replace("’", "'") for token in tokens[index : index + _LONGEST]]
    name = max((name for name in _HOLIDAYS if tuple(lows[: len(name)]) == name), key=len, default=())
    if not name or _names_another(tokens, index + len(name)):
        return None
    if written is None:
        return index + len(name), None
    near = [_HOLIDAYS[name](year) for year in range(written.year - 1, written.year + 2)]
    return index + len(name), min(near, key=lambda one: abs(((one.first or written) - written).days))


def _names_another(tokens: Sequence[Token], end: int) -> bool:
    """Whether the name only says of what kind something is: "Easter eggs", "the Christmas party", "Easter Island"."""
    after = tokens[end] if end < len(tokens) else None
    return after is not None and (after.tag.value in ("word", "name") or after.text in ("-", "'s", "’s"))
