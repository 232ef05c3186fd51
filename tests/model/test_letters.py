"""Letters of sources: one each, also beyond Z."""

from __future__ import annotations

from briefing_app.model.letters import letter_of


def test_letters_go_on_beyond_z() -> None:
    assert [letter_of(place) for place in (0, 25, 26, 51, 52, 702)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]


def test_no_two_places_share_one() -> None:
    assert len({letter_of(place) for place in range(1000)}) == 1000
