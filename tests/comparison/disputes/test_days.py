"""Days of one deed and of another that stands behind it."""

from __future__ import annotations

from briefing_app.model.comparison import DifferenceKind
from tests.comparison.test_disputes import disputes

_CONTEXT = "A man opened fire at a party in Tarnow."


def test_the_day_of_what_led_to_it_is_not_the_day_of_the_deed() -> None:
    first = "A man was charged with murder on Saturday."
    found = disputes(_CONTEXT, first, "A man was charged with murder after a shooting at a party on Friday.")

    assert [one for one in found if one.kind is DifferenceKind.DATE] == []
