"""The program keeps what it reached on its sample: floors lie below what was measured, so that only a real loss fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.sample import scoring
from tests.sample.scoring import Score


@dataclass(frozen=True, slots=True)
class Floor:
    """A measure, and the precision and recall below which it must not fall."""

    name: str
    measure: Callable[[], Score]
    precision: float
    recall: float


FLOORS = (
    Floor("articles of one event together (English)", lambda: scoring.grouping(every_language=False), 0.9, 0.9),
    Floor("articles of one event together (all)", lambda: scoring.grouping(every_language=True), 0.9, 0.65),
    Floor("pairs of sentences", lambda: scoring.total(scoring.pairs, strict=False), 0.42, 0.45),
    Floor("pairs that say it plainly", lambda: scoring.total(scoring.pairs, strict=True), 0.4, 0.5),
    Floor("conflict and progression", lambda: scoring.total(scoring.conflicts), 0.35, 0.3),
    Floor("omissions", lambda: scoring.total(scoring.omissions), 0.45, 0.6),
    Floor("sourcing chains", lambda: scoring.total(scoring.chains), 0.75, 0.65),
    Floor("words in their zone", lambda: scoring.zones(exact=True), 0.8, 0.8),
    Floor("title", lambda: scoring.metadata("title"), 0.85, 0.85),
    Floor("source", lambda: scoring.metadata("source"), 0.9, 0.85),
    Floor("agency", lambda: scoring.metadata("agency"), 0.9, 0.7),
    Floor("byline", lambda: scoring.metadata("byline"), 0.9, 0.7),
    Floor("date", lambda: scoring.metadata("date"), 0.9, 0.85),
    Floor("language", lambda: scoring.metadata("language"), 1.0, 1.0),
)


@pytest.mark.parametrize("floor", FLOORS, ids=lambda floor: floor.name)
def test_nothing_is_lost(floor: Floor, tell: Callable[[str], None]) -> None:
    score = floor.measure()
    tell(
        f"{floor.name:42} precision {score.precision:.2f} ({score.right} of {score.found})"
        f"   recall {score.recall:.2f} ({score.recalled} of {score.labelled})"
    )
    assert score.precision >= floor.precision
    assert score.recall >= floor.recall
