"""Finds a bill that one article brings through one chamber and the other through another one, or through both.

A chamber is one of the language's bodies that vote apart, or a word for all of them. An article that tells of the other chamber's vote in
whatever words is not behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from briefing_app.comparison.cues import Stage
from briefing_app.comparison.deeds import Deed, common
from briefing_app.comparison.disputes.filled import Filled, FilledApart
from briefing_app.comparison.disputes.occasions import long_after
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import DifferenceKind

_NEAR = 0.5  # share of the acceptance threshold below which two sentences hardly tell of the same bill
_FAINT = 0.02  # score below which a bill that is only pointed at is another one
_FEW = 2  # words in common that two tellings of one bill need, besides the bill and its passing


@dataclass(frozen=True, slots=True)
class _Passed:
    """A deed of the sentence ``unit`` by which a ``chamber`` passes a bill."""

    chamber: str
    unit: int
    deed: Deed


def chambers_apart(study: Study) -> Iterator[FilledApart]:
    """For every two articles: the passing in one chamber that one tells against that in another, of which the first tells nothing."""
    passed = [[one for unit in column for one in _passings(study.side(unit), unit)] for column in study.units_of]
    for p, q in combinations(range(len(passed)), 2):
        if not passed[p] or not passed[q] or long_after(study, p, q):
            continue
        weighed = [(weight, -a.unit, -b.unit, a, b) for a, b in product(passed[p], passed[q]) if (weight := _apart(study, a, b))]
        if weighed:
            *_, a, b = max(weighed, key=lambda one: one[:3])
            mine, other = (Filled(one.unit, study.side(one.unit).printed(one.deed.span), one.deed.span) for one in (a, b))
            yield FilledApart(mine, other, DifferenceKind.STAGE, f"{a.chamber} (“{mine.value}”) against {b.chamber} (“{other.value}”)")


def _passings(side: Side, unit: int) -> Iterator[_Passed]:
    for deed in side.deeds if side.cues.chambers else ():
        void = deed.turned or deed.supposed or deed.elsewhen or deed.aside or deed.lasting or deed.pending or not deed.finite
        if void or not deed.past or deed.stage not in (Stage.DONE, Stage.DECIDED) or deed.verbs.isdisjoint(side.cues.passing):
            continue
        taking_part = [word for word in side.words if deed.reach.holds(word.span) and word.stem in deed.args]
        bills = [word for word in taking_part if word.low in side.cues.bills]
        chambers = {word.low for word in taking_part if word.low in side.cues.chambers and word.stem in deed.doer}
        if bills and len(chambers) == 1:
            yield _Passed(chambers.pop(), unit, deed)


def _apart(study: Study, a: _Passed, b: _Passed) -> float:
    """How surely both tell of one bill that has come through other chambers; 0 when not."""
    if a.chamber == b.chamber or (_tells(study, a, b.chamber) and _tells(study, b, a.chamber)):
        return 0.0
    mine, other = study.side(a.unit), study.side(b.unit)
    dull = mine.cues.chambers | mine.cues.bills
    telling = frozenset(word.stem for word in mine.words if not word.stop and word.low not in dull) - a.deed.verbs
    score = study.alignment.matrix[a.unit, b.unit]
    told = score >= _NEAR * study.alignment.threshold and len(common(telling, other.telling)) >= _FEW
    return score if told or (score >= _FAINT and (_points_back(mine, a.deed) or _points_back(other, b.deed))) else 0.0


def _points_back(side: Side, deed: Deed) -> bool:
    """Whether the bill is told as known already, without a word more: "approved the measure 388 to 5"."""
    bills = {word.stem for word in side.words if word.low in side.cues.bills}
    before = side.low[deed.span.end - side.span.start : deed.reach.end - side.span.start].split()[:1]
    return all(one in bills or one.isdigit() for one in deed.thing) and not side.cues.manner.definite.isdisjoint(before)


def _tells(study: Study, passed: _Passed, chamber: str) -> bool:
    """Whether the article tells in whatever words that this chamber, too, has passed something."""
    return any(_passing_in(study.side(unit), chamber) for unit in _column(study, passed.unit))


def _passing_in(side: Side, chamber: str) -> bool:
    return any(word.low == chamber for word in side.words) and any(word.stem in side.cues.passing for word in side.words)


def _column(study: Study, unit: int) -> Sequence[int]:
    return study.units_of[study.units[unit].column]
