"""Fields: cosines by postings and by matrix agree, and a word that stands everywhere tells little."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.events import vectors as module
from briefing_app.events.vectors import Field

vectors = st.lists(st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 1), max_size=4), min_size=1, max_size=8)


@settings(deadline=None)
@given(vectors)
def test_both_ways_to_a_cosine_agree(placed: list[dict[str, float]]) -> None:
    field = Field()
    for vector in placed:
        field.add(vector)
    field.reckon()
    square = field.among(range(len(placed)))
    for row in range(len(placed)):
        assert np.allclose(field.cosines(row), square[row], atol=1e-4)
        assert (field.counts(row) == field.shared_among(range(len(placed)))[row]).all()


@settings(deadline=None)
@given(vectors)
def test_how_a_frequent_stem_is_kept_changes_no_figure(placed: list[dict[str, float]]) -> None:
    sparse, rows = Field(), Field()
    for part, vector in enumerate(placed):
        sparse.add(vector, part % 2)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "ROW_LEAST", 2)
        for part, vector in enumerate(placed):
            rows.add(vector, part % 2)
    for place in range(len(placed)):
        for but in (None, 0):
            assert (sparse.cosines(place, but) == rows.cosines(place, but)).all()
            assert (sparse.counts(place, but) == rows.counts(place, but)).all()


def test_a_word_of_every_article_tells_less_than_one_of_two() -> None:
    field = Field()
    for number in range(400):
        field.add({"shares": 1.0, f"firm{number // 2}": 1.0})
    field.reckon()
    found = field.cosines(15)
    assert found[14] > 0.9
    assert found[40] < 0.2


def test_in_a_small_library_every_word_keeps_its_weight() -> None:
    field = Field()
    for _ in range(5):
        field.add({"ferry": 1.0})
    field.reckon()
    assert np.allclose(field.cosines(0), 1.0)
