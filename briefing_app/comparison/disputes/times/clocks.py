"""Finds what two aligned sentences tell at different times of the day: "was stopped at about 1:30 a.m.", "at 1 a.m.".

Two times that lie near each other are those of one thing; of times that lie far apart only those of one deed are held against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from briefing_app.comparison.deeds import Deed, Nearness, common, matched
from briefing_app.comparison.deeds.verbs import opposite_deeds
from briefing_app.comparison.disputes.against import Against, of_others
from briefing_app.comparison.disputes.times.days import apart
from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.span import Span

_ROUNDED, _NEAR = 15, 60  # minutes up to which two times may be one told roughly, and up to which they are surely of one thing
_HALF, _DAY = 12 * 60, 24 * 60
_SHARED = 2  # telling stems, none of a day, that both sentences hold: the stamp above an article ("Posted 11:10 am") is held against none
_ZONE = re.compile(r"\.?[\s(]*(?P<zone>[ecmpi][sd]?t|gmt|utc|bst|ces?t|msk|mez|mesz)(?!\w)")


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time of the day in minutes, where it is told, and the zone named behind it, if any."""

    minutes: int
    span: Span
    zone: str


def may_tell_time(side: Side) -> bool:
    """Whether the sentence tells one time of the day."""
    return side.once(_clock_of) is not None


def clocks_apart(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """The times of two aligned sentences that each tell one, when they cannot be the same."""
    if near is not Nearness.ALIGNED:
        return
    x, y = a.once(_clock_of), b.once(_clock_of)
    if x is None or y is None or _of_other_zones(x, y) or any(apart(a, one, b, two) for one, two in product(a.dates, b.dates)):
        return
    gap = abs(x.minutes - y.minutes)
    gap = min(gap, _DAY - gap)
    shared = common(a.telling, b.telling) - _of_times(a, x)
    if gap <= _ROUNDED or len(shared) < _SHARED or not _of_one(a, x, b, y, gap):
        return
    words = a.printed(x.span), b.printed(y.span)
    yield Against(x.span, y.span, f"{words[0]} against {words[1]}", len(shared), words=words)


def _of_one(a: Side, x: _Clock, b: Side, y: _Clock, gap: int) -> bool:
    """Whether both are the time of one thing: near each other, or of one deed; never of two named doers, or of its start and end."""
    mine, other = _deed_at(a, x), _deed_at(b, y)
    if any(opposite_deeds(stem) & b.telling for stem in a.telling):
        return False
    if mine is None or other is None:
        return gap <= _NEAR
    if mine.begins != other.begins:
        return False
    if gap > _NEAR:
        return not of_others(a, mine, b, other) and matched(mine, other, Nearness.ALIGNED) is not None
    who = mine.doer or mine.thing, other.doer or other.thing
    return not (mine.named and other.named) or bool(common(who[0], other.args) or common(who[1], mine.args))


def _deed_at(side: Side, clock: _Clock) -> Deed | None:
    return next((deed for deed in reversed(side.deeds) if deed.reach.overlap(clock.span)), None)


def _of_other_zones(x: _Clock, y: _Clock) -> bool:
    """Whether the clocks may stand in two places: another zone is named, or only one is and whole hours lie between them."""
    return x.zone != y.zone and (bool(x.zone and y.zone) or abs(x.minutes - y.minutes) % 60 == 0)


def _clock_of(side: Side) -> _Clock | None:
    """The time of a sentence that tells just one; None also where it is only a bound ("until 6 p.m.")."""
    found = list(side.cues.clock.finditer(side.low))
    if len(found) != 1:
        return None
    before = side.low[: found[0].start()].split()[-2:]
    minutes = _minutes(found[0])
    if minutes is None or (before and before[-1] in side.cues.clock_bounds and before[0] not in side.cues.clock_nearly):
        return None
    zone = _ZONE.match(side.low, found[0].end())
    return _Clock(minutes, Span(side.span.start + found[0].start(), side.span.start + found[0].end()), zone["zone"] if zone else "")


def _minutes(found: re.Match[str]) -> int | None:
    """Minutes since midnight of what ``Cues.clock`` found; None when no clock shows it."""
    told = found.groupdict()
    if not told.get("hour"):
        return _HALF if told.get("noon") else 0
    hour, minute = int(told["hour"]), int(told.get("minute") or 0)
    if half := told.get("half"):
        hour = hour % 12 + (12 if half == "p" else 0) if hour <= 12 else 24
    return 60 * hour + minute if hour < 24 and minute < 60 else None


def _of_times(side: Side, clock: _Clock) -> frozenset[str]:
    """The stems of the time itself and of the days that the sentence tells, and all figures."""
    times = [clock.span, *(day.span for day in side.dates)]
    return frozenset(word.stem for word in side.words if word.stem[:1].isdigit() or any(span.overlap(word.span) for span in times))
