"""Decides whether the sources of a row contradict each other, or tell stages of one development; hides the rules of proof.

A contradiction needs two sides whose clauses meet and of which one denies what the other says: in two articles, or in one
article by two different tellers. A difference in numbers counts when the aligned clauses count the same unit. Planned against
decided or done is a progression.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing_app.comparison.cues import Stage
from briefing_app.comparison.differences import contradiction, number, stage, sure_contradiction
from briefing_app.comparison.sides import Side, shared_stems
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import ClaimStatus, DifferenceKind

_COMMON = 3  # telling words that planned and done must share

_SURE = 1.5  # multiple of the acceptance threshold from which two sentences are surely about one thing

Member = tuple[int, Side]
"""Unit index and the side it has in a row."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two members of a row that do not agree: a conflict or a progression, and why."""

    status: ClaimStatus
    kind: DifferenceKind
    a: int
    b: int
    why: str


def clashes(study: Study, members: Sequence[Member]) -> list[Clash]:
    """All clashes between the members of a row, conflicts first."""
    found = []
    for (i, a), (j, b) in combinations(members, 2):
        apart = a.unit.column != b.unit.column
        score = float(study.alignment.matrix[i, j])
        if apart and score < study.alignment.threshold:
            continue
        if not apart and not _different_tellers(a, b):
            continue
        if why := (sure_contradiction(a, b) if apart and score >= _SURE * study.alignment.threshold else contradiction(a, b)):
            found.append(Clash(ClaimStatus.CONFLICT, DifferenceKind.CONTRADICTION, i, j, why))
        elif apart and (why := number(a, b)):
            found.append(Clash(ClaimStatus.CONFLICT, DifferenceKind.NUMBER, i, j, why))
        elif apart and (why := _moved_on(a, b)):
            found.append(Clash(ClaimStatus.PROGRESSION, DifferenceKind.STAGE, i, j, why))
    return sorted(found, key=lambda clash: clash.status is not ClaimStatus.CONFLICT)


def _moved_on(a: Side, b: Side) -> str:
    """Planned on one side; decided or done on the other, in words that meet."""
    early, late = (a, b) if a.stage <= b.stage else (b, a)
    if early.stage is not Stage.PLANNED or late.stage is Stage.ANNOUNCED or len(shared_stems(early, late)) < _COMMON:
        return ""
    return stage(early, late)


def tellers(side: Side) -> frozenset[str]:
    """Last names of those to whom the side's words are given, in lower case."""
    return frozenset(x.source.split()[-1].lower() for x in side.unit.attributions if x.source and x.span.overlap(side.span))


def _different_tellers(a: Side, b: Side) -> bool:
    one, other = tellers(a), tellers(b)
    return bool(one and other and not one & other)
