"""Hides how dates are typed: a year, a month, a day, a range, before and after."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from briefing_app.library.index.lexemes import Lexeme
from briefing_app.library.index.mistakes import Mistakes
from briefing_app.library.index.tree import Dated

DATE_STEP: Final = "Write date:2020, date:2020-10, date:2020-10-16, date:2018..2020, date:>2020-10-01 or date:<2020."
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_COMPARED = re.compile(r"([<>]=?)(.+)")

Days = tuple[date, date]


def dated(lexeme: Lexeme, mistakes: Mistakes) -> Dated | None:
    """The days that were typed; None after a mistake."""
    text = lexeme.text
    if compared := _COMPARED.fullmatch(text):
        days = _days(compared[2], lexeme.at + len(compared[1]), mistakes)
        return None if days is None else Dated(text, *_bounds(compared[1], days))
    if ".." not in text:
        days = _days(text, lexeme.at, mistakes)
        return None if days is None else Dated(text, *days)
    begin, end = text.split("..", 1)
    if not begin and not end:
        mistakes.tell("The range of dates has no end.", lexeme.at, lexeme.at + len(text), DATE_STEP)
        return None
    first = _days(begin, lexeme.at, mistakes) if begin else None
    last = _days(end, lexeme.at + len(begin) + 2, mistakes) if end else None
    if (begin and first is None) or (end and last is None):
        return None
    if first and last and first[0] > last[1]:
        mistakes.tell(
            "The range of dates ends before it begins.",
            lexeme.at,
            lexeme.at + len(text),
            "Write the earlier date first.",
            f"{end}..{begin}",
        )
        return None
    return Dated(text, first[0] if first else None, last[1] if last else None)


def _bounds(sign: str, days: Days) -> tuple[date | None, date | None]:
    first, last = days
    bounds: dict[str, tuple[date | None, date | None]] = {
        ">": (_shifted(last, 1), None),
        ">=": (first, None),
        "<": (None, _shifted(first, -1)),
        "<=": (None, last),
    }
    return bounds[sign]


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _days(text: str, at: int, mistakes: Mistakes) -> Days | None:
    """First and last day of a year, a month or a day."""
    found = _DAY.fullmatch(text)
    if found is None:
        mistakes.tell(f"“{text}” is no date.", at, at + len(text), DATE_STEP)
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        last = date(year, month, day or monthrange(year, month)[1])
        return (last if day else date(year, month, 1)), last
    except ValueError:
        mistakes.tell(f"There is no day “{text}”.", at, at + len(text), DATE_STEP)
        return None
