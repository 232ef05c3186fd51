"""Numbers told as a least or a most ("at least 30", "up to 30") and the same ones told roughly."""

from __future__ import annotations

from itertools import product

from briefing_app.comparison.disputes.numbers.values import comparable
from briefing_app.comparison.sentences.units import inside
from briefing_app.comparison.sentences.years import may_be_year
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.findings import NumberMention
from briefing_app.model.span import Span

_SMALL = 20
_ROUND = 1000  # from which "more than" may tell a value rounded down
_EXCEEDED = 1.1  # how far (as a ratio) a value may exceed one rounded down: "more than 1.5 million" is not 1.7 million


def bounds_apart(a: Side, b: Side) -> str:
    """The same value, rounded on one side and a least or a most on the other."""
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
    for side, mine, other in ((a, found[0], bound_of(b, found[1])), (b, found[1], bound_of(a, found[0]))):
        elsewhere = (study.side(k) for k in study.units_of[side.unit.column])
        if any(
            z.low == mine.low and comparable(z, mine) and bool(bound_of(one, z)) == bool(other) for one in elsewhere for z in one.numbers
        ):
            return True
    return False


def _bounds_of_one(a: Side, b: Side) -> tuple[NumberMention, NumberMention] | None:
    if not (a.once(_rough) or b.once(_rough)):
        return None
    for x, y in product(a.numbers, b.numbers):
        mine, other = bound_of(a, x), bound_of(b, y)
        rounded = (x.approximate and not mine and other) or (y.approximate and not other and mine)  # "about 30" and "at least 30"
        timed = not a.cues.counts.times.isdisjoint(x.unit.split()[-1:])  # "less than two weeks after", "nearly two weeks in"
        if rounded and not timed and x.low == y.low and (comparable(x, y) or _striking(x.low)):
            return x, y
    return None


def _rough(side: Side) -> bool:
    """Whether a number is told roughly."""
    return any(mention.approximate for mention in side.numbers)


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
        return other.high <= bounded.high
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
