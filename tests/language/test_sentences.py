"""Sentences end where a reader ends them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.language import pack_for


def sentences(text: str, language: str = "en") -> list[str]:
    return [span.of(text) for span in pack_for(language).sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell. Nobody was hurt.", ["The bridge fell.", "Nobody was hurt."]),
        ("Mr. Amaro met the U.S. envoy on Dec. 3 in Lund.", ["Mr. Amaro met the U.S. envoy on Dec. 3 in Lund."]),
        ("She flew to the U.S. The talks failed.", ["She flew to the U.S.", "The talks failed."]),
        ("Nordkabel Corp. shares fell.", ["Nordkabel Corp. shares fell."]),
        ("“Why now?” asked Ms. Amaro.", ["“Why now?” asked Ms. Amaro."]),
        ('"Why now?" Ms. Amaro asked.', ['"Why now?" Ms. Amaro asked.']),
        ("“It is late. We go.” They went.", ["“It is late.", "We go.”", "They went."]),
        ("J. R. Amaro spoke at 5 p.m. on Monday.", ["J. R. Amaro spoke at 5 p.m. on Monday."]),
        ("It cost 3.5 million.It was paid.", ["It cost 3.5 million.", "It was paid."]),
        ("One\nTwo", ["One", "Two"]),
        ("", []),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_german_ordinals_and_marks() -> None:
    assert sentences("Am 3. Mai kam er. „Wir gehen.“ Dann ging sie.", "de") == ["Am 3. Mai kam er.", "„Wir gehen.“", "Dann ging sie."]


def test_japanese_brackets_hold_a_sentence_together() -> None:
    text = "市長は「橋は安全だ。直す。」と述べた。工事は始まる。"
    assert sentences(text, "ja") == ["市長は「橋は安全だ。直す。」と述べた。", "工事は始まる。"]


def test_arabic_question_mark() -> None:
    assert sentences("هل وصل الوزير؟ نعم وصل.", "ar") == ["هل وصل الوزير؟", "نعم وصل."]


@given(st.text(max_size=300), st.sampled_from(["en", "de", "fr", "ja", "ar", "und"]))
def test_spans_lie_in_the_text_in_order(text: str, language: str) -> None:
    reached = 0
    for span in pack_for(language).sentences(text):
        assert reached <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        reached = span.end
