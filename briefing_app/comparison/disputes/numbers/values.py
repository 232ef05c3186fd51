"""Whether two values can be the same one, and whether two numbers count the same unit at all."""

from __future__ import annotations

from itertools import product

from briefing_app.comparison.deeds import Deed
from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.findings import NumberMention

_ROUNDING = 0.02  # relative difference up to which two values are the same, rounded
_DIGITS = 0.03  # the same when the one has the other's first digits
_FEW = 100.0  # below which every one is counted
_LARGE, _EXACT = 1000.0, 3  # from which value on so many digits say that it was not rounded
_LOOSE_ROUNDING = 0.05  # the same when one of them is said to be approximate


def values_agree(x: NumberMention, y: NumberMention) -> bool:
    """Whether two values can be the same one, rounded or approximate."""
    if x.low <= y.high and y.low <= x.high:
        return x.approximate == y.approximate or x.low != x.high or y.low != y.high or x.low == y.low
    if _rounds_to(x.low, y.low) or _rounds_to(y.low, x.low):
        return True
    if _to_the_digit(x) and _to_the_digit(y):
        return False
    rounding = _LOOSE_ROUNDING if x.approximate or y.approximate else _ROUNDING
    return abs(x.low - y.low) <= rounding * max(abs(x.low), abs(y.low))


def counts_agree(x: NumberMention, y: NumberMention) -> bool:
    """Whether two counts of what is counted one by one can be the same: 49 is not 50, and 1,998 may be told as 2,000."""
    return x.low == y.low if _one_by_one(x) and _one_by_one(y) else values_agree(x, y)


def _one_by_one(mention: NumberMention) -> bool:
    """Whether a count was hardly rounded: one below a hundred, or one below a thousand that ends with no zero."""
    whole = mention.low == mention.high and not mention.approximate and mention.low == int(mention.low)
    return whole and mention.low < _LARGE and (mention.low < _FEW or mention.low % 10 != 0)


def _to_the_digit(mention: NumberMention) -> bool:
    """Whether a large number is told with so many digits that it was hardly rounded: 145.5 million; never a converted measure."""
    return not mention.approximate and mention.low == mention.high >= _LARGE and _digits(mention.low) >= _EXACT


def _digits(value: float) -> int:
    """The digits of a value without zeros at its ends."""
    return len(f"{value:.9e}".split("e")[0].replace(".", "").rstrip("0"))


def _rounds_to(value: float, told: float) -> bool:
    """Whether a value is told with fewer digits: 1.37 as 1.4, 1,234 as 1,200; never with a single one."""
    if abs(value - told) > _DIGITS * abs(told):
        return False
    digits = _digits(told)
    return digits > 1 and float(f"{value:.{digits}g}") == told


def comparable(x: NumberMention, y: NumberMention) -> bool:
    """Whether two numbers count the same unit: the last word of it ("asylum seekers", "Honduran asylum seekers")."""
    return bool(x.unit and y.unit) and _last_word(x.unit) == _last_word(y.unit)


def _last_word(unit: str) -> str:
    return unit.replace("-", " ").split()[-1].rstrip("s")


def of_other_numbers(a: Side, x: Deed, b: Side, y: Deed) -> bool:
    """Whether both deeds tell a number of the same unit and no number agrees: "could rise to 5 metres", "rose to 1 metre"."""
    mine, other = ([one for one in side.numbers if deed.reach.holds(one.span)] for side, deed in ((a, x), (b, y)))
    paired = [(one, two) for one, two in product(mine, other) if comparable(one, two)]
    return bool(paired) and not any(values_agree(one, two) for one, two in paired)
