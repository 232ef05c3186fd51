"""Words that a reader takes for the same have the same form; letters that differ stay apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.library.index.terms import form_of, forms_of, tokens, word_end


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Élysée", "elysee"),
        ("U.S.", "US"),
        ("STRASSE", "straße"),
        ("Łódź", "lodz"),
        ("ﾌｪﾘｰ", "フェリー"),
        ("مُحَمَّد", "محمد"),
        ("أحمد", "احمد"),
        ("don’t", "don't"),
        ("ёлка", "елка"),
    ],
)
def test_same_form(a: str, b: str) -> None:
    assert form_of(a) == form_of(b)


@pytest.mark.parametrize(("a", "b"), [("が", "か"), ("ば", "ぱ"), ("कि", "क"), ("가", "각")])
def test_other_letters_stay_apart(a: str, b: str) -> None:
    assert form_of(a) != form_of(b)


@given(st.text(max_size=80), st.sampled_from(["en", "de", "ja", "ar", "und"]))
def test_tokens_stand_in_the_text_in_order(text: str, language: str) -> None:
    found = tokens(text, language)
    assert all(token.span and token.span.end <= len(text) for token in found)
    assert all(a.span.start < b.span.start for a, b in pairwise(found))
    assert all(token.form and token.term and "\n" not in token.form + token.term and "\t" not in token.form for token in found)


@given(st.text("abcXYZ.'’-3é\u0301\u0651\u0e01東 ", min_size=1, max_size=130), st.integers(0, 129))
def test_a_word_ends_where_the_cutting_says(text: str, at: int) -> None:
    at = min(at, len(text) - 1)
    assert word_end(text, at) == next((last for _, last, _, _ in forms_of(text, at, min(len(text), at + 120))), at + 1)
