"""Holds what two articles put on a day against each other: told of as two days when they agree on none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TypeVar

from briefing_app.comparison.disputes.filled import Filled, FilledApart
from briefing_app.comparison.disputes.occasions import long_after
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import DifferenceKind
from briefing_app.model.findings import DateMention


@dataclass(frozen=True, slots=True)
class OnDay:
    """What a sentence (by its unit) puts on one day."""

    unit: int
    side: Side
    day: DateMention

    @property
    def filled(self) -> Filled:
        """The day as a value of its sentence."""
        return Filled(self.unit, self.side.printed(self.day.span), self.day.span)


T = TypeVar("T", bound=OnDay)


def on_two_days(
    study: Study, told: Sequence[Mapping[tuple[str, str], Sequence[T]]], apart: Callable[[T, T], bool], is_one: Callable[[T, T], bool]
) -> Iterator[FilledApart]:
    """For every two articles of one time and every key of both: the first two that are surely one, when all of the key are ``apart``."""
    for p, q in combinations(range(len(told)), 2):
        keys = told[p].keys() & told[q].keys()
        if not keys or long_after(study, p, q):
            continue
        for key in sorted(keys):
            pairs = list(product(told[p][key], told[q][key]))
            if all(apart(x, y) for x, y in pairs) and (found := next((two for two in pairs if is_one(*two)), None)):
                a, b = (one.filled for one in found)
                yield FilledApart(a, b, DifferenceKind.DATE, f"{a.value} against {b.value}")
