"""Direction by content: majority of letters, the first one when they are even."""

from __future__ import annotations

import pytest

from briefing_app.ui.direction import mostly_right_to_left, right_to_left


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Harbour reopens", False),
        ("ميناء ليندو", True),
        ("נמל לינדו", True),
        ('"الحدث" ABC News: Port of Lindow reopens', False),
        ("Ida Brandt قالت إن ثلاث رافعات تضررت في العاصفة الكبيرة", True),
        ("abc שלו", False),
        ("שלו abc", True),
        ("2026 – 42.00", False),
        ("", False),
        ("港の再開", False),
    ],
)
def test_most_letters_decide(words: str, right: bool) -> None:
    assert right_to_left(words) is right


def test_words_without_letters_follow_their_surroundings() -> None:
    assert right_to_left("2026 – 42.00", otherwise=True)
    assert not right_to_left("Port", otherwise=True)


def test_an_article_runs_as_most_of_its_text() -> None:
    assert mostly_right_to_left(["ABC News", "ميناء ليندو يعود إلى العمل بعد العاصفة"])
    assert not mostly_right_to_left([])
