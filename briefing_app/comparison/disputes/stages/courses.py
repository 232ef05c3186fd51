"""Finds how far two articles bring one course of things: a bill that is to pass and one that is signed, a man sought and one charged.

Each article is read to its end: it stands where its furthest step is. Only what leads an article is held against another's; what it tells
in passing may be an earlier case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing_app.comparison.cues import Course, Stage
from briefing_app.comparison.deeds import Deed, common
from briefing_app.comparison.disputes.against import to_come
from briefing_app.comparison.disputes.filled import Filled, FilledApart
from briefing_app.comparison.disputes.stages.furthest import Thing, furthest, steps_apart
from briefing_app.comparison.disputes.stages.other_occasions import only_agreed
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study

_LEAD = 6  # sentences in which an article tells its news
_FEW = 2  # words in common that two tellings of one course need, what goes through it included
_FAINT = 0.05  # score below which two sentences hardly tell of the same


@dataclass(frozen=True, slots=True)
class _Told:
    """A deed (of the sentence ``unit``) on a course, how far it is (``step``: see ``_reached``), and whether it leads its article."""

    step: int
    unit: int
    deed: Deed
    leads: bool


def courses_apart(study: Study) -> Iterator[FilledApart]:
    """For every two articles and everything that goes through a course in both: the furthest step that each tells."""
    told = [{thing: _leading(some) for thing, some in _courses_of(study, column).items()} for column in study.units_of]
    seen: set[tuple[int, int]] = set()
    for a, b in steps_apart(told, combinations(range(len(told)), 2), lambda thing, a, b: _of_one(study, thing[0], a, b)):
        if (a.unit, b.unit) not in seen:
            seen.add((a.unit, b.unit))
            first, second = (Filled(one.unit, one.deed.words, one.deed.span) for one in (a, b))
            yield FilledApart.at_steps(first, a.step, second, b.step)


def _courses_of(study: Study, column: Sequence[int]) -> dict[Thing, list[_Told]]:
    found: dict[Thing, list[_Told]] = {}
    for place, unit in enumerate(column):
        side = study.side(unit)
        for number, course in enumerate(side.cues.courses):
            for deed in side.deeds:
                if (reached := _reached(side, deed, course)) is None:
                    continue
                for thing in _things(side, deed, course):
                    found.setdefault((number, thing), []).append(_Told(reached, unit, deed, place < _LEAD))
    return found


def _reached(side: Side, deed: Deed, course: Course) -> int | None:
    """Twice the step of the deed, and one more when it is done; None when it is none, or is told as neither done nor to come."""
    step = next((k for k, verbs in enumerate(course.steps) if not deed.verbs.isdisjoint(verbs)), None)
    void = deed.turned or deed.supposed or deed.elsewhen or deed.aside or deed.frame or deed.lasting
    if step is None or void or any(deed.reach.holds(span) for span in side.spans(side.cues.over)):
        return None
    if deed.stage in (Stage.PLANNED, Stage.ANNOUNCED) or deed.pending or (deed.stage is Stage.DECIDED and only_agreed(side, deed)):
        return 2 * step
    done = deed.stage in (Stage.DONE, Stage.DECIDED) and not deed.possible and (deed.finite or _done_beside(side, deed))
    return 2 * step + 1 if done else None


def _done_beside(side: Side, deed: Deed) -> bool:
    """Whether it is done with what the sentence tells as past: "broke with her party, signing the bill", "by signing it she broke"."""
    before = side.word_before(deed.span)
    behind = (before is not None and before.low in side.cues.wording.by) or side.low[: deed.span.start - side.span.start].rstrip().endswith(
        ","
    )
    return behind and any(other.finite and other.past and not other.supposed and not to_come(other) for other in side.deeds)


def _things(side: Side, deed: Deed, course: Course) -> frozenset[str]:
    """What goes through the course in the deed: a thing of its kind, or whom the deed is done to."""
    if course.things:
        told = deed.doer | deed.thing | deed.verbs
        return frozenset(min(row) for row in course.things if not told.isdisjoint(row))
    return frozenset(word.stem for word in side.words if word.stem in deed.thing and (word.name or not word.stop))


def _leading(told: Sequence[_Told]) -> list[_Told]:
    """The first telling of the furthest step that leads the article."""
    return [one for one in furthest(told) if one.leads][:1]


def _of_one(study: Study, number: int, a: _Told, b: _Told) -> bool:
    mine, other = study.side(a.unit), study.side(b.unit)
    early, late = (a, b) if a.step < b.step else (b, a)
    if early.step // 2 != late.step // 2 and _names(study, early.unit, mine.cues.courses[number].steps[late.step // 2]):
        return False
    return study.alignment.matrix[a.unit, b.unit] >= _FAINT and len(common(mine.telling, other.telling)) >= _FEW


def _names(study: Study, unit: int, verbs: frozenset[str]) -> bool:
    """Whether the article of a sentence tells of a step in any words: "arrested on charges of fraud" tells of charges."""
    return any(not study.stems[k].isdisjoint(verbs) for k in study.units_of[study.units[unit].column])
