"""Finds an occasion at one place that two articles put on two days: "a rally in Detroit on Sunday night", "the Detroit rally on Monday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from briefing_app.comparison.cues import Stage
from briefing_app.comparison.deeds import common
from briefing_app.comparison.disputes.filled import Filled, FilledApart
from briefing_app.comparison.disputes.occasions import long_after
from briefing_app.comparison.disputes.times.days import apart, is_one_day
from briefing_app.comparison.sentences.units import UnitWord
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import DifferenceKind
from briefing_app.model.findings import DateMention, NameKind
from briefing_app.model.span import Span

_BEHIND, _BEFORE = 9, 3  # words between an occasion and its day; words before it among which its place may stand
_NIGHTS = 7  # days between two dates of what is surely another occasion


@dataclass(frozen=True, slots=True)
class _Occasion:
    """A noun for what was over within a day, the stems of the places beside it, and its day, in the sentence ``unit``."""

    noun: str
    places: frozenset[str]
    day: DateMention
    unit: int = -1


def occasions_on_days(study: Study) -> Iterator[FilledApart]:
    """For every two articles and every occasion of one place and the same people: two days, when they agree on none."""
    told = [_of_article(study, column) for column in study.units_of]
    for p, q in combinations(range(len(told)), 2):
        if not told[p].keys() & told[q].keys() or long_after(study, p, q):
            continue
        for key in sorted(told[p].keys() & told[q].keys()):
            pairs = list(product(told[p][key], told[q][key]))
            if all(_apart(study, x, y) for x, y in pairs) and (found := next((two for two in pairs if _same_people(study, *two)), None)):
                a, b = (Filled(one.unit, study.side(one.unit).printed(one.day.span), one.day.span) for one in found)
                yield FilledApart(a, b, DifferenceKind.DATE, f"{a.value} against {b.value}")


def _of_article(study: Study, column: Sequence[int]) -> dict[tuple[str, str], list[_Occasion]]:
    """The occasions of an article by their noun and the stem of a place."""
    found: dict[tuple[str, str], list[_Occasion]] = {}
    for unit in column:
        for one in study.side(unit).once(_occasions):
            for place in one.places:
                found.setdefault((one.noun, place), []).append(_Occasion(one.noun, one.places, one.day, unit))
    return found


def _occasions(side: Side) -> tuple[_Occasion, ...]:
    if not side.dates or side.stage is not Stage.DONE or side.asks:
        return ()
    return tuple(one for day in side.dates if is_one_day(side, day) and (one := _occasion_on(side, day)))


def _occasion_on(side: Side, day: DateMention) -> _Occasion | None:
    """The occasion right before a date, with only its place and whose it is between them."""
    before = [k for k, word in enumerate(side.words) if word.span.end <= day.span.start]
    at = next((k for k in reversed(before[-_BEHIND:]) if side.words[k].low in side.cues.days.occasions), None)
    if at is None:
        return None
    between = Span(side.words[at].span.end, day.span.start)
    if any(verb.overlap(between) for verb in side.verbs) or any(mark in side.unit.text_of(between) for mark in ",;:"):
        return None
    places = _places(side, (*side.words[max(0, at - _BEFORE) : at], *side.words[at + 1 : before[-1] + 1]))
    return _Occasion(side.words[at].stem, places, day) if places else None


def _places(side: Side, words: Sequence[UnitWord]) -> frozenset[str]:
    spans = [name.span for name in side.unit.names if name.kind is not NameKind.PERSON]
    return frozenset(word.stem for word in words if any(span.holds(word.span) for span in spans))


def _apart(study: Study, x: _Occasion, y: _Occasion) -> bool:
    """Whether both days cannot be one, but lie so near each other that both may be told of one occasion."""
    near = not (x.day.interval and y.day.interval) or x.day.interval.gap_days(y.day.interval) < _NIGHTS
    return near and apart(study.side(x.unit), x.day, study.side(y.unit), y.day)


def _same_people(study: Study, x: _Occasion, y: _Occasion) -> bool:
    """Whether both sentences name somebody else besides the place."""
    a, b = study.side(x.unit), study.side(y.unit)
    return bool(common(a.named - x.places, b.named - y.places))
