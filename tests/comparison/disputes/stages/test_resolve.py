"""How resolved somebody is in two articles, on own sentences."""

from __future__ import annotations

import pytest

from briefing_app.model.comparison import DifferenceKind
from tests.comparison.test_disputes import disputes

CONTEXT = "The harbour of Kolm was closed on Monday."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "Okafor is considering an order on the harbour of Kolm.", "Okafor is preparing an order on the harbour of Kolm.", id="an order"
        ),
        pytest.param("The senators may block the harbour bill.", "The senators vowed to block the harbour bill.", id="may, vowed"),
    ],
)
def test_one_is_far_more_resolved(a: str, b: str) -> None:
    assert [one.kind for one in disputes(CONTEXT, a, b)] == [DifferenceKind.STAGE]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("The senators hope to block the harbour bill.", "The senators plan to block the harbour bill.", id="next steps"),
        pytest.param("The senators may block the harbour bill.", "The mayor vowed to open the harbour.", id="another deed"),
        pytest.param("The senators will call on May to close the harbour.", "May vowed to close the harbour.", id="a name"),
    ],
)
def test_nobody_is_far_more_resolved(a: str, b: str) -> None:
    assert disputes(CONTEXT, a, b) == ()
