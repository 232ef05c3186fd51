from __future__ import annotations

import unicodedata

import pytest

from briefing_app.model.errors import EditRefused
from briefing_app.model.naming import LONGEST_TAG, folded, proper_name


def test_a_name_is_trimmed_on_one_line_and_composed() -> None:
    assert proper_name("  Tele\ncoms \t ") == "Tele coms"
    assert proper_name(unicodedata.normalize("NFD", "Ährenfeld")) == "Ährenfeld"
    assert proper_name("x" * LONGEST_TAG, LONGEST_TAG) == "x" * LONGEST_TAG
    assert proper_name("a\ud800") == "a?"


@pytest.mark.parametrize("words", ["", " \n", "x" * 101])
def test_what_is_no_name(words: str) -> None:
    with pytest.raises(EditRefused):
        proper_name(words, LONGEST_TAG)


def test_capitals_make_no_other_name() -> None:
    assert folded("STRASSE") == folded("straße")
    assert folded("Ⅳ") == folded("iv")
    assert folded("Éa") != folded("Ea")
