"""Finds one person to whom two articles give different ages: "Karl Weber, 34,", "the 43-year-old Karl Weber"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing_app.comparison.cues import cues_for
from briefing_app.comparison.disputes.filled import Filled, FilledApart
from briefing_app.comparison.sentences.units import Unit
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import DifferenceKind
from briefing_app.model.findings import NameKind, NameMention
from briefing_app.model.span import Span

_BIRTHDAY = 300  # days between two articles from which on a person may have turned a year older
_OLDEST = 115


@dataclass(frozen=True, slots=True)
class _Aged:
    """An age that a sentence (by its unit) gives a person (by the words of the name, in lower case)."""

    unit: int
    person: tuple[str, ...]
    age: int
    span: Span

    @property
    def filled(self) -> Filled:
        return Filled(self.unit, str(self.age), self.span)


def ages_apart(study: Study) -> Iterator[FilledApart]:
    """For every two articles and every person the first two ages that differ, when the articles agree on none."""
    told: dict[int, list[_Aged]] = {}
    for number, unit in enumerate(study.units):
        told.setdefault(unit.column, []).extend(_ages(number, unit))
    for p, q in combinations(sorted(told), 2):
        done: set[str] = set()
        for one in told[p]:
            others = [other for other in told[q] if _same(one.person, other.person)]
            mine = {other.age for other in told[p] if _same(one.person, other.person)}
            if one.person[-1] in done or not others or any(other.age in mine for other in others):
                continue
            if abs(one.age - others[0].age) > 1 or not _birthday_between(study, p, q):
                done.add(one.person[-1])
                why = f"aged {one.age} against {others[0].age}"
                yield FilledApart(one.filled, others[0].filled, DifferenceKind.NUMBER, why)


def _ages(number: int, unit: Unit) -> Iterator[_Aged]:
    """The ages right before or behind the names of persons."""
    start, aged = unit.span.start, cues_for(unit.language).aged
    for name in unit.names:
        if name.kind not in (NameKind.PERSON, NameKind.OTHER):
            continue
        behind = aged.behind.match(unit.text, name.span.end - start)
        before = aged.before.search(unit.text[: name.span.start - start])
        if found := behind or before:
            first, last = min(start + found.start(1), name.span.start), max(start + found.end(1), name.span.end)
            if 0 < int(found[1]) <= _OLDEST:
                yield _Aged(number, _words(name), int(found[1]), Span(first, last))


def _words(name: NameMention) -> tuple[str, ...]:
    return tuple(name.name.lower().split())


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names can be one person's: the last words are the same, and the first ones where both tell them."""
    return one[-1:] == other[-1:] and (len(one) == 1 or len(other) == 1 or one[0] == other[0])


def _birthday_between(study: Study, p: int, q: int) -> bool:
    mine, other = study.dated(p), study.dated(q)
    return mine is not None and other is not None and mine.gap_days(other) >= _BIRTHDAY
