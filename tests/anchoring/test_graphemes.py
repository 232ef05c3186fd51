"""A cut never goes through what the reader sees as one character."""

from __future__ import annotations

import pytest

from briefing_app.anchoring.graphemes import is_boundary, snapped_back, snapped_on


@pytest.mark.parametrize(
    "character", ["e\u0301", "👩\u200d🔬", "👍🏽", "🇯🇵", "\u1112\u1161\u11ab", "क\u094d", "\r\n", "❤\ufe0f", "가\u11a8"]
)
def test_characters_of_several_code_points_hold_together(character: str) -> None:
    text = f"a{character}b"
    assert [i for i in range(len(text) + 1) if is_boundary(text, i)] == [0, 1, 1 + len(character), len(text)]


def test_two_flags_are_two_characters() -> None:
    text = "🇯🇵🇩🇪"
    assert [i for i in range(5) if is_boundary(text, i)] == [0, 2, 4]
    assert (snapped_back(text, 3), snapped_on(text, 3)) == (2, 4)
