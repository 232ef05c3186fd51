"""UTF-16 positions and code points are the same places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.span import Span
from briefing_app.ui.utf16 import Utf16


@given(st.text(alphabet="aé漢😀🏴‍☠️", max_size=40))
def test_there_and_back(text: str) -> None:
    places = Utf16(text)
    for at in range(len(text) + 1):
        units = len(text[:at].encode("utf-16-le")) // 2
        assert places.to_units(at) == units
        assert places.to_code_points(units) == at
    assert places.units == len(text.encode("utf-16-le")) // 2


def test_the_middle_of_a_pair_is_its_start() -> None:
    places = Utf16("a😀b")
    assert places.to_code_points(2) == 1
    assert places.span(3, 1) == Span(1, 2)
    assert places.to_code_points(99) == 3
