"""How many comments a thread holds, and from which days they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from briefing_app.cleaning.calendar import DayWords, days_in, in_year
from briefing_app.cleaning.comments import opens_comment
from briefing_app.cleaning.lines import lines_of
from briefing_app.model.document import RawDocument

_LONGEST_DAYS = 90
"""Comments of one article come within a quarter of a year, mostly; this settles whether 3/11 is in March or in November."""


@dataclass(frozen=True, slots=True)
class Thread:
    """``count`` comments from ``first`` to ``last``; both None when not every comment says its day, or one could be two days."""

    count: int
    first: date | None = None
    last: date | None = None


@lru_cache(maxsize=8)
def thread_in(words: str) -> Thread:
    """The thread in a text that is labelled as comments; a count of 0 when nothing in it opens a comment."""
    heads = [line.words for line in lines_of(RawDocument(words, ())) if opens_comment(line)]
    written = [next((each for each in days_in(head) if each.year), None) for head in heads]
    orders = [_order(written, month_first=way) for way in (False, True)]
    if orders[0] != orders[1]:
        orders = [order for order in orders if order and (max(order) - min(order)).days <= _LONGEST_DAYS]
        orders = orders if len(orders) == 1 else [()]
    days = orders[0]
    return Thread(len(heads), min(days), max(days)) if days else Thread(len(heads))


def _order(written: Sequence[DayWords | None], *, month_first: bool) -> tuple[date, ...]:
    """The days when 3/11 is read in one way throughout; none when one of them is missing or is no day."""
    days = []
    for each in written:
        if each is None or each.year is None:
            return ()
        turned = replace(each, month=each.day, day=each.month) if month_first and each.either else each
        day = in_year(turned, each.year)
        if day is None:
            return ()
        days.append(day)
    return tuple(days)
