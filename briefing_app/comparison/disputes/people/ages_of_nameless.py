"""Finds one person, whom neither article need name, to whom two articles give different ages: "a 4-year-old boy", "the boy, who is 3"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from briefing_app.comparison.cues import cues_for
from briefing_app.comparison.deeds import common
from briefing_app.comparison.disputes.filled import Filled, FilledApart
from briefing_app.comparison.sentences.units import Unit
from briefing_app.comparison.study import Study
from briefing_app.language import pack_for
from briefing_app.model.comparison import DifferenceKind
from briefing_app.model.span import Span

_GROWN, _OLDEST = 18, 115


@dataclass(frozen=True, slots=True)
class _Aged:
    """An age of somebody, "f", "m" or "" for either, in a sentence (by its unit), and where it stands."""

    unit: int
    age: int
    sex: str
    span: Span


def nameless_ages_apart(study: Study) -> Iterator[FilledApart]:
    """For every two articles the ages of their only such child, or grown-up, told in sentences that meet, when the ages differ."""
    told = {column: _only(study, column) for column in range(len(study.units_of))}
    for p, q in combinations(sorted(told), 2):
        for grown in (False, True):
            mine, others = told[p].get(grown, []), told[q].get(grown, [])
            if not mine or not others or {one.age for one in mine} & {one.age for one in others}:
                continue
            best = max(product(mine, others), key=lambda pair: study.alignment.matrix[pair[0].unit, pair[1].unit])
            if not (best[0].sex and best[1].sex and best[0].sex != best[1].sex) and _meet(study, *best):
                a, b = (Filled(one.unit, str(one.age), one.span) for one in best)
                yield FilledApart(a, b, DifferenceKind.NUMBER, f"aged {a.value} against {b.value}")


def _meet(study: Study, one: _Aged, other: _Aged) -> bool:
    """Whether the sentences are aligned, or both do the same to the one whose age they tell."""
    if study.alignment.matrix[one.unit, other.unit] >= study.alignment.threshold:
        return True
    deeds = product(study.side(one.unit).deeds, study.side(other.unit).deeds)
    return any(len(common(x.args | x.verbs, y.args | y.verbs)) > 1 and common(x.verbs, y.verbs) for x, y in deeds)


def _only(study: Study, column: int) -> dict[bool, list[_Aged]]:
    """The ages of an article's children (False) and grown-ups (True); none where there may be several of them."""
    found: dict[bool, list[_Aged]] = {}
    for number in study.units_of[column]:
        for one in _ages(number, study.units[number]):
            found.setdefault(one.age >= _GROWN, []).append(one)
    return {grown: some for grown, some in found.items() if len({one.age for one in some}) == 1}


def _ages(number: int, unit: Unit) -> Iterator[_Aged]:
    aged = cues_for(unit.language).aged
    low, start = unit.text.lower().replace("’", "'"), unit.span.start
    names = [name.span for name in unit.names]
    for match in (match for pattern in aged.told for match in pattern.finditer(low)):
        age, who = _age(match["age"], unit.language), match["who"] or ""
        span = Span(start + match.start("age"), start + match.end())
        if not 0 < age <= _OLDEST or any(0 <= name.start - span.end <= 1 for name in names):
            continue
        if not who and not aged.doing.match(low[match.start("next") :]):
            continue
        yield _Aged(number, age, "f" if who in aged.female else "m" if who in aged.male else "", span)


def _age(word: str, language: str) -> int:
    numerals = pack_for(language).counting.numerals
    parts = word.split("-")
    if all(part in numerals for part in parts):
        return int(sum(numerals[part] for part in parts))
    return int(word) if word.isdecimal() else 0
