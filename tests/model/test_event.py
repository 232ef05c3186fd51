"""How many events chosen articles report."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.event import events_reported
from briefing_app.model.ids import EventId

ONE, TWO = EventId(1), EventId(2)
HOMES = st.lists(st.tuples(st.sampled_from((None, ONE, TWO)), st.sampled_from(("en", "de", ""))), max_size=8)


def test_articles_of_one_event_report_one() -> None:
    assert events_reported([(ONE, "en")] * 3) == 1


def test_who_stands_alone_reports_another() -> None:
    assert events_reported([(ONE, "en"), (ONE, "en"), (None, "en")]) == 2
    assert events_reported([(None, "en"), (None, "en")]) == 2


def test_what_is_grouped_by_language_does_not_count_against_another_language() -> None:
    assert events_reported([(ONE, "en"), (None, "ar"), (TWO, "de")]) == 1


@given(HOMES)
def test_the_order_does_not_matter_and_one_language_never_reports_less_than_several(homes: list[tuple[EventId | None, str]]) -> None:
    assert events_reported(reversed(homes)) == events_reported(homes)
    assert events_reported((event, "en") for event, _ in homes) >= events_reported(homes)
