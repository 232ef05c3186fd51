"""Finds one deed that two sources put on different days; a day that only a guessed year parts is the same one."""

from __future__ import annotations

from itertools import product

from briefing_app.comparison.deeds import Deed, Nearness, common, matched, told_alike
from briefing_app.comparison.deeds.reading import BEING
from briefing_app.comparison.disputes.against import comparable
from briefing_app.comparison.sentences.years import is_year
from briefing_app.comparison.stretches.sides import Side
from briefing_app.language import pack_for
from briefing_app.model.findings import DateMention
from briefing_app.model.span import Span

_COVERED = 0.6  # share of the smaller deed's words that must meet: awards of two years are two awards
_MONTH = (28, 31)
_MET = 2  # stems that whoever moves and where have in common
_MONTHS = frozenset(f"month {number}" for number in range(1, 13))


def days_apart(a: Side, b: Side, *, as_wide: bool = False) -> str:
    """The same deed on days that cannot be the same; only a day against a day and a year against a year when ``as_wide``."""
    if not a.dates or not b.dates:
        return ""
    for (x, mine), (y, other) in product(a.once(_on_days), b.once(_on_days)):
        if all(apart(a, one, b, two) for one in mine for two in other):
            if as_wide and _width(mine[0]) != _width(other[0]):
                continue
            found = matched(x, y, Nearness.NEAR) if comparable(x, y) and not _otherwise(x, y) else None
            whole = found and found.covered >= _COVERED and (not x.thing or not y.thing or common(x.thing, y.thing))
            begun = x.begins and y.begins and comparable(x, y) and told_alike(x, y) is not None  # "the law takes effect on 1 July"
            if begun or _one_way(x, y, a.cues.acts.moving) or (found and whole and (found.doers or len(found.shared) > 1)):
                return f"{a.unit.text_of(mine[0].span)} against {b.unit.text_of(other[0].span)}"
    return ""


def _on_days(side: Side) -> tuple[tuple[Deed, list[DateMention]], ...]:
    """The deeds that are told as they are and put on a day, each with its days."""
    return tuple((deed, days) for deed in side.deeds if not deed.turned and (days := _days_of(side, deed)))


def _width(mention: DateMention) -> str:
    """What kind of stretch a date is; a month has 28 to 31 days."""
    if mention.interval is None or mention.interval.first is None or mention.interval.last is None:
        return "open"
    days = (mention.interval.last - mention.interval.first).days
    return "day" if not days else "weeks" if days < _MONTH[0] - 1 else "month" if days < _MONTH[1] else "longer"


def _one_way(x: Deed, y: Deed, moving: frozenset[str]) -> bool:
    """Whether both bring the same one to the same place: "was taken to Lund in 2014", "came to Lund in 2015"."""
    if not comparable(x, y) or x.verbs.isdisjoint(moving) or y.verbs.isdisjoint(moving):
        return False
    moved, there = common(x.doer | x.thing | x.verbs, y.doer | y.thing | y.verbs) - moving, common(x.rest, y.rest)
    return bool(moved and there) and len(moved | there) >= _MET


def _otherwise(x: Deed, y: Deed) -> bool:
    """Whether both only tell where or how something was, and not the same: "was critical on Monday", "was stable on Thursday"."""
    return BEING in x.verbs | y.verbs and any(one.rest - common(one.rest, other.args) for one, other in ((x, y), (y, x)))


def _days_of(side: Side, deed: Deed) -> list[DateMention]:
    """The dates that stand beside the verb, before the next one."""
    later = [other.span.start for other in side.deeds if other.span.start > deed.span.end]
    end = min(later, default=deed.reach.end)
    found = [mention for mention in side.dates if deed.reach.start <= mention.span.start < min(end, deed.reach.end)]
    return [mention for mention in found if not _of_another(side, deed, mention)]


def _of_another(side: Side, deed: Deed, mention: DateMention) -> bool:
    """Whether the day is that of something else told behind the verb: "was charged after a shooting on Friday"."""
    start = side.span.start
    between = side.low[deed.span.end - start : mention.span.start - start].split()
    return any(word in side.cues.days.another for word in between[:-1])


def apart(a: Side, x: DateMention, b: Side, y: DateMention) -> bool:
    """Whether two dates cannot be the same: their intervals lie apart, or both are told alike (two weekdays, two days) and differ."""
    weekdays = pack_for(a.unit.language).counting.weekdays
    one, other = _written(a, x), _written(b, y)
    if one & other & weekdays.keys() and not any(word[0].isdigit() for word in one | other):
        return False  # "next Friday" and "Friday in the week ahead"
    if x.interval and y.interval:
        return x.interval.gap_days(y.interval) > 0 and not _same_but_year(a, x, b, y)
    if x.interval or y.interval:
        return False
    single = len(one) == len(other) == 1
    named = any(one <= names and other <= names for names in (weekdays.keys(), _MONTHS))
    alike = (single and named) or (len(one) > 1 and len(other) > 1)
    return alike and not (one <= other or other <= one)


def _written(side: Side, mention: DateMention) -> frozenset[str]:
    """The words of a date in lower case: "13th of July" as "13" and the seventh month."""
    return side.once(_written_dates).get(mention.span) or _words_of(side, mention)


def _written_dates(side: Side) -> dict[Span, frozenset[str]]:
    return {mention.span: _words_of(side, mention) for mention in side.dates}


def _words_of(side: Side, mention: DateMention) -> frozenset[str]:
    months, ordinals = pack_for(side.unit.language).counting.months, side.cues.days.ordinals
    words = side.unit.text_of(mention.span).lower().replace(",", " ").replace(".", " ").split()
    plain = (next((word[: -len(end)] for end in ordinals if word.endswith(end) and word[0].isdigit()), word) for word in words)
    return frozenset(f"month {months[word]}" if word in months else word for word in plain if word not in side.cues.days.joining)


def _same_but_year(a: Side, x: DateMention, b: Side, y: DateMention) -> bool:
    """Whether the same month and day are told without a year, so that only what was guessed for the year parts them."""
    if all(any(is_year(word) for word in _written(*one)) for one in ((a, x), (b, y))):
        return False
    ends = [interval and (interval.first, interval.last) for interval in (x.interval, y.interval)]
    days = [{(first.month, first.day), (last.month, last.day)} if first and last else set() for first, last in (end for end in ends if end)]
    months = [{month for month, _ in one} for one in days]
    whole = any(len(one) > 1 for one in days)
    return months[0] == months[1] and (whole or days[0] == days[1])
