"""Finds how far two articles bring one thing of the news: a gunman hunted and one dead, a hearing scheduled and one begun.

Each article is read to its end: it stands where the furthest word that it has for the thing puts it. So a later article's plan stands
against nothing that it tells as done itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from briefing_app.comparison.cues import Standing
from briefing_app.comparison.deeds import common, parted
from briefing_app.comparison.disputes.against import to_come
from briefing_app.comparison.disputes.filled import Filled, FilledApart
from briefing_app.comparison.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.comparison.years import is_year
from briefing_app.model.findings import NameKind
from briefing_app.model.span import Span

_LONG = 31  # days between two articles of one occasion
_REACH = 70  # characters between what is told of and the words that tell how far it is
_WITH = 60  # characters behind a thing in which it is told with whom, or of whom
_BEFORE = 24  # characters before those words that may take them back
_NEAR = 0.5  # share of the acceptance threshold below which two sentences hardly tell of the same
_FEW = 1.5  # weight of the words in common that two tellings need


@dataclass(frozen=True, slots=True)
class _Told:
    """How far (``step``) the sentence ``unit`` tells of the ``thing``, and where it does (``span``)."""

    step: int
    unit: int
    span: Span
    thing: Span


_Key = tuple[int, str]
"""The number of a row of standings, and the word that names the thing where it must be the same in both articles."""


def standings_apart(study: Study) -> Iterator[FilledApart]:
    """For every two articles and every thing that both tell of: the furthest step that each tells, where they differ."""
    told = [_standings_of(study, column) for column in study.of_column]
    for p, q in combinations(range(len(told)), 2):
        if _long_after(study, p, q):
            continue
        for key in sorted(told[p].keys() & told[q].keys()):
            first, second = (_furthest(told[column][key]) for column in (p, q))
            if first[0].step == second[0].step:
                continue
            number, _ = key
            met = [(weight, a, b) for a, b in product(first, second) if (weight := _of_one(study, number, a, b))]
            if not met:
                continue
            _, a, b = max(met, key=lambda one: (one[0], -one[1].unit, -one[2].unit))
            mine, other = (Filled(one.unit, study.side(one.unit).printed(one.span), one.span) for one in (a, b))
            yield FilledApart.at_steps(mine, a.step, other, b.step)


def _long_after(study: Study, p: int, q: int) -> bool:
    """Whether one of the articles was surely written so long after the other that it tells of another occasion."""
    mine, other = study.dated(p), study.dated(q)
    return mine is not None and other is not None and mine.gap_days(other) > _LONG


def _standings_of(study: Study, column: Sequence[int]) -> dict[_Key, list[_Told]]:
    found: dict[_Key, list[_Told]] = {}
    for unit in column:
        side = study.side(unit)
        if not side.cues.standings or _elsewhen(study, side):
            continue
        for number, standing in enumerate(side.cues.standings):
            for word, (step, span, thing) in _told_in(side, standing):
                found.setdefault((number, word), []).append(_Told(step, unit, span, thing))
    return found


def _told_in(side: Side, standing: Standing) -> Iterator[tuple[str, tuple[int, Span, Span]]]:
    things = side.spans(standing.about)
    if not things:
        return
    for step, pattern in enumerate(standing.steps):
        for span in side.spans(pattern):
            thing = min(things, key=lambda one: (_between(one, span), one.start))
            if _between(thing, span) <= _REACH and not _taken_back(side, span) and not (step and _open(side, span, thing)):
                word = side.low[thing.start - side.span.start : thing.end - side.span.start] if standing.alike else ""
                yield word, (step, span, thing)


def _elsewhen(study: Study, side: Side) -> bool:
    """Whether the sentence tells of another year than that in which its article was written."""
    written = study.dated(side.unit.column)
    years = {int(word.text) for word in side.words if is_year(word.text)}
    return bool(years) and (written is None or written.first is None or written.first.year not in years)


def _between(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)


def _taken_back(side: Side, span: Span) -> bool:
    start = span.start - side.span.start
    before = side.low[max(0, start - _BEFORE) : start].replace("n't", " n't").split()[-4:]
    return not side.cues.standings_void.isdisjoint(before) or side.low.startswith("if ") or side.low.rstrip('”" ').endswith("?")


def _open(side: Side, span: Span, thing: Span) -> bool:
    """Whether what tells a later step is only supposed, or another deed of the thing is still to come in the same breath."""
    return any(
        (deed.supposed and deed.span.overlap(span))
        or (deed.finite and to_come(deed) and deed.reach.overlap(thing) and not deed.span.overlap(span))
        for deed in side.deeds
    )


def _furthest(told: Sequence[_Told]) -> list[_Told]:
    """The tellings of the furthest step."""
    furthest = max(one.step for one in told)
    return [one for one in told if one.step == furthest]


def _of_one(study: Study, number: int, a: _Told, b: _Told) -> float:
    """How surely both sentences tell of one thing; 0 when nothing says so."""
    mine, other = study.side(a.unit), study.side(b.unit)
    standing = mine.cues.standings[number]
    score, threshold = float(study.alignment.matrix[a.unit, b.unit]), study.alignment.threshold
    weight = sum(study.weight.get(stem, 0.0) for stem in common(mine.telling, other.telling))
    if standing.alike and parted(_names_behind(mine, a.thing), _names_behind(other, b.thing)):
        return 0.0  # "a meeting with Moon", "a meeting with Abe"
    if standing.single:
        return 0.1 + weight + score
    persons = _persons(mine), _persons(other)
    if standing.whose and (parted(*persons) if all(persons) else score < threshold):
        return 0.0
    return weight + score if score >= _NEAR * threshold and weight >= _FEW else 0.0


def _names_behind(side: Side, thing: Span) -> frozenset[str]:
    return frozenset(word.stem for word in side.words if word.name and 0 <= word.span.start - thing.end < _WITH)


def _persons(side: Side) -> frozenset[str]:
    """Stems of those whom it names, who may be persons."""
    spans = [name.span for name in side.unit.names if name.kind in (NameKind.PERSON, NameKind.OTHER)]
    return frozenset(word.stem for word in side.words if any(span.holds(word.span) for span in spans))
