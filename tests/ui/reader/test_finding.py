"""Folding and the way back, finding across lines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.ui.reader.finding import MOST, Folded


def found(text: str, words: str) -> list[str]:
    return [span.of(text) for span in Folded(text).find(words)]


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("Café, CAFÉ, cafe\u0301s", "cafe", ["Café", "CAFÉ", "cafe\u0301"]),
        ("Straße STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("the har\u00adbour", "harbour", ["har\u00adbour"]),
        ("one\n\ntwo  one two", "one two", ["one\n\ntwo", "one two"]),
        ("the “Clean Network” plan", '"clean network"', ["“Clean Network”"]),
        ("don’t, don't", "don't", ["don’t", "don't"]),
        ("1–3 March", "1-3", ["1–3"]),
        ("wait…", "t...", ["t…"]),
        ("ﬁne", "fine", ["ﬁne"]),
        ("ميناء لـيندو أعلنت", "ليندو اعلنت", ["لـيندو أعلنت"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("Ａ株", "a株", ["Ａ株"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("a.b axb", "a.b", ["a.b"]),
        ("nothing", "  ", []),
        ("nothing", "", []),
    ],
)
def test_what_a_finger_types_is_found(text: str, words: str, hits: list[str]) -> None:
    assert found(text, words) == hits


def test_there_is_an_end() -> None:
    assert len(Folded("a " * 2 * MOST).find("a")) == MOST


@given(st.text(alphabet="aAéßŞ…ﬁ\u0301\u00ad “x\n😀ل\u0640", max_size=40))
def test_every_place_of_the_folded_text_leads_back(text: str) -> None:
    folded = Folded(text)
    assert folded.text == Folded.of(text)
    rest = 0
    for at, letter in enumerate(text):
        for _ in Folded.of(letter):
            assert folded.back(rest) == at
            rest += 1
    assert rest == len(folded.text)


@given(st.text(alphabet="abé \n", min_size=1, max_size=30), st.integers(0, 29), st.integers(1, 6))
def test_what_is_in_the_text_is_found_there(text: str, start: int, length: int) -> None:
    words = text[start : start + length]
    if not words.split():
        return
    spans = Folded(text).find(words)
    assert spans
    for span in spans:
        assert re.sub(r"\s+", " ", Folded.of(span.of(text))).strip() == " ".join(Folded.of(words).split())
