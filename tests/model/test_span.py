from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.span import Span, whole

spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(min(ends), max(ends)))


@given(spans, spans)
def test_overlap_counts_shared_code_points(a: Span, b: Span) -> None:
    assert a.overlap(b) == b.overlap(a) == len(set(range(a.start, a.end)) & set(range(b.start, b.end)))
    if a.holds(b):
        assert a.overlap(b) == len(b)


@given(spans, spans)
def test_a_gap_counts_what_lies_between(a: Span, b: Span) -> None:
    first, second = sorted((a, b))
    assert a.gap(b) == b.gap(a) == len(set(range(first.end, second.start)))


def test_a_span_counts_code_points_and_cannot_run_backwards() -> None:
    assert Span(1, 3).of("a🙂bc") == "🙂b"
    for ends in ((3, 1), (-1, 2)):
        with pytest.raises(ValueError, match="not a span"):
            Span(*ends)


def test_half_characters_become_replacements_at_their_places() -> None:
    text = "a\ud800b\udfffc\U0001f6a2"
    assert whole(text) == "a\ufffdb\ufffdc\U0001f6a2"
    assert whole("a\U0001f6a2") == "a\U0001f6a2"
