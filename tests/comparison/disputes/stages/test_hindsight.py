"""A plan that a later article tells of, with and without the deed, on own sentences."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.model.comparison import DifferenceKind
from tests.comparison.test_disputes import disputes

CONTEXT = "The harbour of Kolm was closed on Monday."
PLAN = "Mayor Holm is expected to open the new harbour tunnel of Kolm."
DEED = "Mayor Holm opened the new harbour tunnel of Kolm."
EARLY, LATE = date(2024, 5, 6), date(2024, 5, 9)


@pytest.mark.parametrize(
    ("first", "second", "days", "stages"),
    [
        pytest.param(PLAN, DEED, (EARLY, LATE), 1, id="planned, then done"),
        pytest.param(DEED, PLAN, (EARLY, LATE), 1, id="done, and the later article knows only of the plan"),
        pytest.param(
            DEED, f"{PLAN} In the evening Mayor Holm opened the harbour tunnel of Kolm.", (EARLY, LATE), 0, id="told in hindsight"
        ),
    ],
)
def test_a_later_plan_is_a_stage_unless_its_article_knows_the_deed(first: str, second: str, days: tuple[date, date], stages: int) -> None:
    found = [one for one in disputes(CONTEXT, first, second, *days) if one.kind is DifferenceKind.STAGE]
    assert len(found) == stages
