"""Finds an occasion at one place that two articles put on two days: "a rally in Detroit on Sunday night", "the Detroit rally on Monday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing_app.comparison.cues import Stage
from briefing_app.comparison.deeds import common
from briefing_app.comparison.disputes.filled import FilledApart
from briefing_app.comparison.disputes.times.days import apart, is_one_day
from briefing_app.comparison.disputes.times.on_two_days import OnDay, on_two_days
from briefing_app.comparison.sentences.units import UnitWord
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.findings import DateMention, NameKind
from briefing_app.model.span import Span

_BEHIND, _BEFORE = 9, 3  # words between an occasion and its day; words before it among which its place may stand
_NIGHTS = 7  # days between two dates of what is surely another occasion

_Told = tuple[str, frozenset[str], DateMention]
"""The stem of an occasion, those of its places, and its day."""


@dataclass(frozen=True, slots=True)
class _Occasion(OnDay):
    """A noun for what was over within a day, the stems of the places beside it, and its day."""

    noun: str
    places: frozenset[str]


def occasions_on_days(study: Study) -> Iterator[FilledApart]:
    """For every two articles and every occasion of one place and the same people: two days, when they agree on none."""
    told = [_of_article(study, column) for column in study.units_of]
    yield from on_two_days(study, told, _apart, _same_people)


def _of_article(study: Study, column: Sequence[int]) -> dict[tuple[str, str], list[_Occasion]]:
    """The occasions of an article by their noun and the stem of a place."""
    found: dict[tuple[str, str], list[_Occasion]] = {}
    for unit in column:
        side = study.side(unit)
        for noun, places, day in side.once(_occasions):
            for place in places:
                found.setdefault((noun, place), []).append(_Occasion(unit, side, day, noun, places))
    return found


def _occasions(side: Side) -> tuple[_Told, ...]:
    if not side.dates or side.stage is not Stage.DONE or side.asks:
        return ()
    return tuple(one for day in side.dates if is_one_day(side, day) and (one := _occasion_on(side, day)))


def _occasion_on(side: Side, day: DateMention) -> _Told | None:
    """The occasion right before a date, with only its place and whose it is between them."""
    before = [k for k, word in enumerate(side.words) if word.span.end <= day.span.start]
    at = next((k for k in reversed(before[-_BEHIND:]) if side.words[k].low in side.cues.days.occasions), None)
    if at is None:
        return None
    between = Span(side.words[at].span.end, day.span.start)
    if any(verb.overlap(between) for verb in side.verbs) or any(mark in side.unit.text_of(between) for mark in ",;:"):
        return None
    places = _places(side, (*side.words[max(0, at - _BEFORE) : at], *side.words[at + 1 : before[-1] + 1]))
    return (side.words[at].stem, places, day) if places else None


def _places(side: Side, words: Sequence[UnitWord]) -> frozenset[str]:
    spans = [name.span for name in side.unit.names if name.kind is not NameKind.PERSON]
    return frozenset(word.stem for word in words if any(span.holds(word.span) for span in spans))


def _apart(x: _Occasion, y: _Occasion) -> bool:
    """Whether both days cannot be one, but lie so near each other that both may be told of one occasion."""
    near = not (x.day.interval and y.day.interval) or x.day.interval.gap_days(y.day.interval) < _NIGHTS
    return near and apart(x.side, x.day, y.side, y.day)


def _same_people(x: _Occasion, y: _Occasion) -> bool:
    """Whether both sentences name somebody else besides the place."""
    return bool(common(x.side.named - x.places, y.side.named - y.places))
