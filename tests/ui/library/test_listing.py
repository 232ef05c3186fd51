"""Where lines stand in a list of any length."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.library import Outline
from briefing_app.ui.library.listing import row_of

KEYS = st.integers(-(2**63), 2**63 - 1) | st.sampled_from([0, 1, -1, 256, -256, 1 << 8, 1 << 16, 1 << 56, 257])


@given(st.lists(KEYS, unique=True, max_size=40), KEYS)
def test_a_line_is_found_where_it_stands_and_nowhere_else(keys: list[int], other: int) -> None:
    outline = Outline(array("q", keys), bytes(len(keys)), len(keys))
    assert [row_of(outline, key) for key in keys] == list(range(len(keys)))
    assert row_of(outline, other) == (keys.index(other) if other in keys else -1)
