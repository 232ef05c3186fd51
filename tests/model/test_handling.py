"""Handling marks."""

from __future__ import annotations

import pytest

from briefing_app.model.handling import TLP_MARKS, marked


@pytest.mark.parametrize("typed", ["tlp amber", "TLP: AMBER", "TLP:AMBER", "tlp-amber", " tlp:Amber "])
def test_traffic_lights_have_one_form(typed: str) -> None:
    assert marked(typed) == "TLP:AMBER"


def test_own_words_stay() -> None:
    assert marked("  For  the board only ") == "For the board only"
    assert all(marked(mark) == mark for mark in TLP_MARKS)
