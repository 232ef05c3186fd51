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
_WEEK = 1  # days between two weeks that may be one: it begins on Sunday or on Monday
_SAID, _COMING = 3, 7  # days that "tomorrow" and "Monday" may be off in words that were said before the article was written
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
            which = x.aside or y.aside  # "a resolution that was adopted in May" is one of several
            if begun or _one_way(x, y, a.cues.acts.moving) or (found and whole and (found.doers or (len(found.shared) > 1 and not which))):
                return f"{a.unit.text_of(mine[0].span)} against {b.unit.text_of(other[0].span)}"
    return ""


def _on_days(side: Side) -> tuple[tuple[Deed, list[DateMention]], ...]:
    """The deeds that are told as they are and put on a day, each with its days."""
    return tuple((deed, days) for deed in side.deeds if not deed.turned and (days := days_of(side, deed)))


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


def days_of(side: Side, deed: Deed) -> list[DateMention]:
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
    if _in_one_night(a, x, b, y):
        return False
    if x.interval and y.interval:
        return x.interval.gap_days(y.interval) > _unsure(a, x) + _unsure(b, y) and not _same_but_year(a, x, b, y)
    if x.interval or y.interval:
        mine, theirs = _weekday(a, x), _weekday(b, y)
        return mine is not None and theirs is not None and mine != theirs
    if any((mine - theirs) & a.cues.days.relative and _in_calendar(a, theirs) for mine, theirs in ((one, other), (other, one))):
        return False
    single = len(one) == len(other) == 1
    named = any(one <= names and other <= names for names in (weekdays.keys(), _MONTHS))
    alike = (single and named) or (len(one) > 1 and len(other) > 1)
    return alike and not (one <= other or other <= one)


def _in_calendar(side: Side, words: frozenset[str]) -> bool:
    """Whether the words of a date tell a day, a month or a year by its name or number, which "this year" may hold."""
    named = _MONTHS | pack_for(side.unit.language).counting.weekdays.keys()
    return any(word[0].isdigit() or word in named for word in words)


def is_one_day(side: Side, mention: DateMention) -> bool:
    """Whether it tells one day, by its date or by the day of the week."""
    return _weekday(side, mention) is not None


def _weekday(side: Side, mention: DateMention) -> int | None:
    """The day of the week of a date that is one day, 0 for Monday; None when it is not told."""
    if mention.interval and mention.interval.day:
        return mention.interval.day.weekday()
    weekdays = pack_for(side.unit.language).counting.weekdays
    told = {weekdays[word] for word in _written(side, mention) if word in weekdays}
    return told.pop() if len(told) == 1 and mention.interval is None else None


def _unsure(side: Side, mention: DateMention) -> int:
    """Days by which a date may be off: a week, and in somebody's own words what leans on the day on which they were said."""
    words, days = _written(side, mention), side.cues.days
    if any(quotation.span.holds(mention.span) for quotation in side.unit.quotations):
        weekday = bool(words & pack_for(side.unit.language).counting.weekdays.keys())
        return _COMING if weekday else _SAID if words & days.relative else 0
    return _WEEK if words & days.weeks else 0


def _in_one_night(a: Side, x: DateMention, b: Side, y: DateMention) -> bool:
    """``late on Tuesday``, ``early on Wednesday``: the end of one day and the beginning of another."""
    days, (mine, other) = a.cues.days, (_beside(a, x), _beside(b, y))
    return bool((mine & days.late and other & days.early) or (mine & days.early and other & days.late))


def _beside(side: Side, mention: DateMention) -> frozenset[str]:
    """The words right before and right behind a date, in lower case."""
    before = [word.low for word in side.words if word.span.end <= mention.span.start][-2:]
    behind = side.word_behind(mention.span)
    return frozenset((*before, behind.low)) if behind else frozenset(before)


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
    if len({day.year for pair in ends if pair for day in pair if day}) == 1:
        return False
    days = [{(first.month, first.day), (last.month, last.day)} if first and last else set() for first, last in (end for end in ends if end)]
    months = [{month for month, _ in one} for one in days]
    whole = any(len(one) > 1 for one in days)
    return months[0] == months[1] and (whole or days[0] == days[1])
