"""Numbers told as a least or a most ("at least 30", "up to 30") and the same ones told roughly or from the other side."""

from __future__ import annotations

from itertools import product

from briefing_app.comparison.disputes.numbers.kinds import PERCENT
from briefing_app.comparison.disputes.numbers.values import comparable
from briefing_app.comparison.sentences.units import inside
from briefing_app.comparison.sentences.years import may_be_year
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.findings import NumberMention
from briefing_app.model.span import Span

_SMALL = 20
_ROUND = 1000  # from which "more than" may tell a value rounded down
_UNDERCUT = 2.5  # how far (as a ratio) a most may exceed what it is the most of: "up to 44 million" is not 15 million
_EXCEEDED = 1.1  # how far (as a ratio) a value may exceed one rounded down: "more than 1.5 million" is not 1.7 million


def bounds_apart(a: Side, b: Side) -> str:
    """One value told as a least and a most ("nearly 300 sailors", "more than 300 sailors"), or a count told as one of these and roughly."""
    found = _bounds_of_one(a, b)
    return (
        f"{_bounded(bound_of(a, found[0]), a.printed(found[0].span))} against {_bounded(bound_of(b, found[1]), b.printed(found[1].span))}"
        if found
        else ""
    )


def bounded_both_ways(study: Study, a: Side, b: Side) -> bool:
    """Whether the article of one side tells the same value elsewhere as the other side does: "some 80 diggers", "over 80 diggers"."""
    found = _bounds_of_one(a, b)
    if not found:
        return False
    for side, mine, other in ((a, found[0], _way(b, found[1])), (b, found[1], _way(a, found[0]))):
        elsewhere = (study.side(k) for k in study.units_of[side.unit.column])
        if any(z.low == mine.low and comparable(z, mine) and _way(one, z) == other for one in elsewhere for z in one.numbers):
            return True
    return False


def _bounds_of_one(a: Side, b: Side) -> tuple[NumberMention, NumberMention] | None:
    if not (a.once(_ways) and b.once(_ways)):
        return None
    for (x, mine), (y, other) in product(a.once(_ways), b.once(_ways)):
        if x.low != y.low or mine == other or not (comparable(x, y) or _striking(x.low)):
            continue
        timed = not a.cues.counts.times.isdisjoint(x.unit.split()[-1:])  # "less than two weeks after", "nearly two weeks in"
        bounded = bool(bound_of(a, x)) != bool(bound_of(b, y)) and not (_gauged(a, x) or _gauged(b, y))
        if not timed and (mine + other == 0 or (bounded and mine * other == 0)):
            return x, y
    return None


def _ways(side: Side) -> list[tuple[NumberMention, int]]:
    """The numbers that are told as a least (1), a most (-1) or roughly (0)."""
    told = ((mention, _way(side, mention)) for mention in side.numbers)
    return [(mention, way) for mention, way in told if way or mention.approximate]


def _way(side: Side, mention: NumberMention) -> int:
    if side.printed(mention.span).lower().startswith(side.cues.counts.nearly):
        return -1
    bound = bound_of(side, mention)
    return 0 if not bound else -1 if is_most(side, bound) else 1


def _gauged(side: Side, mention: NumberMention) -> bool:
    """Whether it is measured or a share, where "about 40" and "over 40" may well be one reading."""
    unit = mention.unit.replace("-", " ").split()[-1:]
    return unit == [PERCENT] or not side.cues.counts.units.keys().isdisjoint(unit)


def _bounded(bound: str, words: str) -> str:
    return words if not bound or words.lower().startswith(bound) else f"{bound} {words}"


def _striking(value: float) -> bool:
    """Whether a value is no small count and no year, so that it is hardly met twice by chance."""
    return value >= _SMALL and not may_be_year(value)


def is_most(side: Side, bound: str) -> bool:
    """Whether what ``bound_of`` gives of the side is a most; all others are a least."""
    return bound in side.cues.counts.most


def bound_kept(a: Side, x: NumberMention, b: Side, y: NumberMention) -> bool:
    """Whether one of two numbers is only a least or a most, and the other keeps to it: "at least 12", "40"."""
    return _kept(a, x, y) or _kept(b, y, x)


def _kept(side: Side, bounded: NumberMention, other: NumberMention) -> bool:
    bound = bound_of(side, bounded)
    if not bound:
        return False
    if is_most(side, bound):
        return other.high <= bounded.high <= _UNDERCUT * other.high
    close = bound not in side.cues.counts.so_far and _rounded_down(bounded)
    return other.low >= bounded.low and not (close and other.low > _EXCEEDED * bounded.high)


def _rounded_down(mention: NumberMention) -> bool:
    """Whether a least rather rounds the value that is meant: "more than 1.5 million"; not "more than 12", "more than 2,000"."""
    digits = f"{mention.low:.9e}".split("e")[0].replace(".", "").rstrip("0")
    return mention.low >= _ROUND and len(digits) > 1


def bound_of(side: Side, mention: NumberMention) -> str:
    """The cue of a least or a most right before the number, empty when there is none."""
    found = side.once(_bounds).get(mention.span)
    return _bound(side, mention.span) if found is None else found


def _bounds(side: Side) -> dict[Span, str]:
    """``bound_of`` for every number of the side."""
    return {mention.span: _bound(side, mention.span) for mention in inside(side.unit.numbers, side.span)}


def _bound(side: Side, span: Span) -> str:
    before = [found[0] for found in side.cues.bound.finditer(side.low[: span.end - side.span.start])]
    at = side.low.rfind(before[-1], 0, span.end - side.span.start) if before else -1
    return before[-1] if before and span.start - side.span.start - at - len(before[-1]) <= 1 else ""
