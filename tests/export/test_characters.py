"""What a page shows of characters that would be painted outside their line."""

from __future__ import annotations

import pytest

from briefing_app.export.characters import clipped


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plain", "plain"),
        ("Vie\u0323\u0302t", "Vie\u0323\u0302t"),
        ("\u03b1\u0304\u0313\u0301", "\u03b1\u0304\u0313\u0301"),
        ("\u05e9\u05c1\u05bc\u05b8\u0594\u05bd", "\u05e9\u05c1\u05bc\u05b8\u0594\u05bd"),
        ("a" + "\u0301" * 300 + "b", "a\u0301\u0301\u0301b"),
        ("a" + "\u0301" * 300 + "\u0323" * 300 + "b\u0301", "a\u0301\u0301\u0301\u0323\u0323\u0323b\u0301"),
    ],
    ids=["plain", "Vietnamese", "Greek", "Hebrew", "piled up", "piled up on both sides"],
)
def test_a_letter_keeps_the_marks_that_a_line_has_room_for(words: str, shown: str) -> None:
    assert clipped(words) == shown
