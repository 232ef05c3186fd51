"""Finds how far two articles bring one thing of the news: a gunman hunted and one dead, a hearing scheduled and one begun.

Each article is read to its end: it stands where the furthest word that it has for the thing puts it. So a later article's plan stands
against nothing that it tells as done itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing_app.comparison.cues import Standing
from briefing_app.comparison.deeds import common, parted
from briefing_app.comparison.disputes.against import to_come
from briefing_app.comparison.disputes.filled import Filled, FilledApart
from briefing_app.comparison.disputes.occasions import elsewhen, long_after, of_others, taken_back
from briefing_app.comparison.disputes.stages.furthest import Thing, furthest, steps_apart
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.findings import NameKind, NameMention
from briefing_app.model.span import Span

_REACH = 70  # characters between what is told of and the words that tell how far it is
_WITH = 60  # characters behind a thing, no comma between, in which it is told with whom, or of whom
_TITLE = 2  # words before a name, its title among them, that tell whether it only stands beside
_NEAR = 0.5  # share of the acceptance threshold below which two sentences hardly tell of the same
_FEW = 1.5  # weight of the words in common that two tellings need


@dataclass(frozen=True, slots=True)
class _Told:
    """How far (``step``) the sentence ``unit`` tells of the ``thing``, and where it does (``span``)."""

    step: int
    unit: int
    span: Span
    thing: Span


def standings_apart(study: Study) -> Iterator[FilledApart]:
    """For every two articles and every thing that both tell of: the furthest step that each tells, where they differ."""
    told = [{thing: furthest(some) for thing, some in _standings_of(study, column).items()} for column in study.units_of]
    pairs = ((p, q) for p, q in combinations(range(len(told)), 2) if not long_after(study, p, q))
    for a, b in steps_apart(told, pairs, lambda thing, a, b: _of_one(study, thing[0], a, b)):
        mine, other = (Filled(one.unit, study.side(one.unit).printed(one.span), one.span) for one in (a, b))
        yield FilledApart.at_steps(mine, a.step, other, b.step)


def _standings_of(study: Study, column: Sequence[int]) -> dict[Thing, list[_Told]]:
    """What an article tells of each thing; its word is named where it must be the same in both articles, else empty."""
    found: dict[Thing, list[_Told]] = {}
    for unit in column:
        side = study.side(unit)
        if not side.cues.standings or elsewhen(study, side):
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
            thing = min(things, key=lambda one: (one.gap(span), one.start))
            if thing.gap(span) <= _REACH and not taken_back(side, span) and not (step and _open(side, span, thing)):
                for word in _named_in(side, standing, span, thing):
                    yield word, (step, span, thing)


def _named_in(side: Side, standing: Standing, span: Span, thing: Span) -> Iterable[str]:
    """What the thing goes by: its word, or the last names of those named beside the words that tell how far it is."""
    if standing.each:
        names = [name.span for name in side.unit.names if _of_person(name) and name.span.gap(span) <= _REACH]
        return sorted({side.low_of(name).split()[-1] for name in names if not _beside(side, name)})
    return (side.low_of(thing) if standing.alike else "",)


def _of_person(name: NameMention) -> bool:
    """Whether it is, or with two words may be, somebody's."""
    return name.kind is NameKind.PERSON or (name.kind is NameKind.OTHER and len(name.name.split()) > 1)


def _beside(side: Side, name: Span) -> bool:
    """``endorsed by President Roth``, ``with the support of Ada Roth``: one who takes no part in it."""
    before = side.low[: name.start - side.span.start].split()[-_TITLE:]
    return not (side.cues.wording.by | side.cues.wording.of).isdisjoint(before)


def _open(side: Side, span: Span, thing: Span) -> bool:
    """Whether what tells a later step is only supposed, or another deed of the thing is still to come in the same breath."""
    return any(
        (deed.supposed and deed.span.overlap(span))
        or (deed.finite and to_come(deed) and deed.reach.overlap(thing) and not deed.span.overlap(span))
        for deed in side.deeds
    )


def _of_one(study: Study, number: int, a: _Told, b: _Told) -> float:
    """How surely both sentences tell of one thing; 0 when nothing says so."""
    mine, other = study.side(a.unit), study.side(b.unit)
    standing = mine.cues.standings[number]
    score, threshold = study.alignment.matrix[a.unit, b.unit], study.alignment.threshold
    weight = study.weighed(common(mine.telling, other.telling))
    if standing.alike and parted(_names_behind(mine, a.thing), _names_behind(other, b.thing)):
        return 0.0  # "a meeting with Moon", "a meeting with Abe"
    if standing.single:
        return 0.1 + weight + score
    if standing.whose and of_others(mine, other, aligned=score >= threshold):
        return 0.0
    return weight + score if score >= _NEAR * threshold and weight >= _FEW else 0.0


def _names_behind(side: Side, thing: Span) -> frozenset[str]:
    reach = len(side.low[thing.end - side.span.start :].partition(",")[0][:_WITH])
    return frozenset(word.stem for word in side.words if word.name and 0 <= word.span.start - thing.end < reach)
