"""What stands against each other in two sentences, and which of their deeds may stand against each other at all."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.comparison.cues import Stage
from briefing_app.comparison.deeds import Deed
from briefing_app.comparison.sides import Side
from briefing_app.language import pack_for
from briefing_app.model.span import Span


@dataclass(frozen=True, slots=True)
class Against:
    """What stands against each other in two sentences: where, in one line why, and how much they have in common (stems).

    ``why`` parts at " against "; its first half is about ``a``, or about ``b`` when ``swapped``. ``words`` are the few of each that matter.
    """

    a: Span
    b: Span
    why: str
    shared: int
    swapped: bool = False
    words: tuple[str, str] = ("", "")


def comparable(x: Deed, y: Deed) -> bool:
    """Whether both are told as happened or both as still to come, and neither is only supposed."""
    if x.supposed or y.supposed or x.elsewhen != y.elsewhen:
        return False
    return to_come(x) == to_come(y)


def on_other_days(a: Side, x: Deed, b: Side, y: Deed) -> bool:
    """Whether both deeds are put on a day of the week, and not on the same: shares that rose on Monday may fall on Tuesday."""
    mine, other = _weekdays(a, x), _weekdays(b, y)
    return bool(mine and other and not mine & other)


def _weekdays(side: Side, deed: Deed) -> frozenset[int]:
    weekdays = pack_for(side.unit.language).counting.weekdays
    return frozenset(weekdays[word.low] for word in side.words if word.low in weekdays and deed.reach.holds(word.span))


def to_come(deed: Deed) -> bool:
    """Whether it is told as planned or announced."""
    return deed.stage in (Stage.PLANNED, Stage.ANNOUNCED, Stage.RUMOURED)


def verbs_apart(x: Deed, y: Deed, shared: int) -> Against:
    """Two deeds by their verbs, with what they have in common (stems)."""
    return Against(x.span, y.span, f"“{x.words}” against “{y.words}”", shared, words=(x.words, y.words))
