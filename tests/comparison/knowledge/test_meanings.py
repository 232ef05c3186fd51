"""Words of near meaning are near as vectors; sentences in other words are met."""

from __future__ import annotations

import numpy as np
import pytest

from briefing_app.comparison.knowledge.meanings import meanings_of


@pytest.mark.parametrize(("word", "near", "far"), [("ban", "prohibit", "river"), ("kill", "death", "budget"), ("ship", "vessel", "poem")])
def test_words_of_near_meaning_are_nearer(word: str, near: str, far: str) -> None:
    rows = meanings_of([word, near, far])
    assert rows[0] @ rows[1] > 0.3 > rows[0] @ rows[2]


def test_rows_have_length_one_and_unknown_stems_none() -> None:
    rows = meanings_of(["govern", "xqzzv", "日本"])
    assert np.linalg.norm(rows[0]) == pytest.approx(1.0, abs=1e-5)
    assert not rows[1:].any()


def test_no_stems_give_no_rows() -> None:
    assert len(meanings_of([])) == 0
