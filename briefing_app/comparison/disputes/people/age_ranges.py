"""Finds one group of people to whom two articles give different ages: "aged 11 to 16", "aged between 11 and 17"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from briefing_app.comparison.cues import cues_for
from briefing_app.comparison.deeds import common
from briefing_app.comparison.disputes.filled import Filled, FilledApart
from briefing_app.comparison.disputes.numbers.kinds import PERCENT
from briefing_app.comparison.sentences.units import Unit
from briefing_app.comparison.study import Study
from briefing_app.language import pack_for
from briefing_app.model.comparison import DifferenceKind
from briefing_app.model.span import Span

_SHARED = 2  # telling stems that sentences share which are not aligned, a name among them


@dataclass(frozen=True, slots=True)
class _Range:
    """The ages of the youngest and the oldest of some people, in a sentence (by its unit), and where they stand."""

    unit: int
    ages: tuple[int, int]
    span: Span


def age_ranges_apart(study: Study) -> Iterator[FilledApart]:
    """For every two articles the ages of the only group of each, told in sentences that meet, when they overlap and differ."""
    told = {column: found for column in range(len(study.units_of)) if (found := _only(study, column))}
    for p, q in combinations(sorted(told), 2):
        (low, high), (least, most) = told[p][0].ages, told[q][0].ages
        if (low, high) == (least, most) or min(high, most) <= max(low, least):
            continue
        best = max(product(told[p], told[q]), key=lambda pair: study.alignment.matrix[pair[0].unit, pair[1].unit])
        if _meet(study, *best):
            a, b = (Filled(one.unit, study.units[one.unit].text_of(one.span), one.span) for one in best)
            yield FilledApart(a, b, DifferenceKind.NUMBER, f"{a.value} against {b.value}")


def _meet(study: Study, one: _Range, other: _Range) -> bool:
    """Whether the sentences are aligned, or name the same and share another word."""
    if study.alignment.matrix[one.unit, other.unit] >= study.alignment.threshold:
        return True
    a, b = study.side(one.unit), study.side(other.unit)
    return bool(a.named & b.named) and len(common(a.telling, b.telling)) >= _SHARED


def _only(study: Study, column: int) -> list[_Range]:
    """The ages of an article's only group; none where there are several, as in a poll."""
    found = [one for number in study.units_of[column] for one in _ranges(number, study.units[number])]
    return found if len({one.ages for one in found}) == 1 else []


def _ranges(number: int, unit: Unit) -> Iterator[_Range]:
    pattern, numerals = cues_for(unit.language).aged.ranging, pack_for(unit.language).counting.numerals
    if any(mention.unit == PERCENT for mention in unit.numbers):
        return
    for match in pattern.finditer(unit.text.lower()):
        young, old = (int(numerals.get(word, word if word.isdecimal() else 0)) for word in match.group("young", "old"))
        if 0 <= young < old:
            yield _Range(number, (young, old), Span(unit.span.start + match.start(), unit.span.start + match.end()))
