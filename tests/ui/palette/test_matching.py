"""The palette's matcher: what matches, what is better, and that looking through many texts gives what sorting them all would give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.ui.palette.matching import Fit, best, fold, match, words_of

LETTERS = st.text(alphabet="abc -É", max_size=12)
ANYTHING = st.text(max_size=30)


def fit(query: str, text: str) -> Fit | None:
    found = match(words_of(query), fold(text))
    return found.fit if found else None


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("harb", "Harbour of Lindow reopens", Fit.BEGINS),
        ("harbour reo", "Harbour of Lindow reopens", Fit.BEGINS),
        ("lin harb", "Harbour of Lindow reopens", Fit.WORDS),
        ("indow", "Harbour of Lindow reopens", Fit.INSIDE),
        ("harbre", "Harbour of Lindow reopens", Fit.PIECES),
        ("holr", "Harbour of Lindow reopens", Fit.PIECES),
        ("hbr", "Harbour of Lindow reopens", Fit.SCATTERED),
        ("zebra", "Harbour of Lindow reopens", None),
        ("reopen early", "Harbour of Lindow reopens", None),
        ("COTE", "Sur la côte d’Ivoire", Fit.WORDS),
        ("ivoire", "Sur la côte d’Ivoire", Fit.WORDS),
        ("再開", "港の再開について", Fit.INSIDE),
        ("w/5", "W/5 explained", Fit.BEGINS),
    ],
)
def test_fits(query: str, text: str, expected: Fit | None) -> None:
    assert fit(query, text) is expected


def test_scattered_letters_prefer_the_beginnings_of_words() -> None:
    found = match(words_of("hsb"), fold("Show or hide the sidebar"))
    assert found is not None
    assert found.places == (8, 17, 21)
    better, worse = (match(words_of("shb"), fold(text)) for text in ("Show the hidden bar", "Ashhuba"))
    assert better is not None
    assert worse is not None
    assert better.score > worse.score or better.fit < worse.fit


def test_no_words_match_everything() -> None:
    found = match((), fold("anything"))
    assert found is not None
    assert found.places == ()


@given(ANYTHING)
def test_folding_keeps_the_places(text: str) -> None:
    assert len(fold(text)) == len(text) + 1


@given(LETTERS, LETTERS)
def test_a_text_matches_when_every_word_is_in_it_in_order(query: str, text: str) -> None:
    folded, words = fold(text), words_of(query)
    expected = all(in_order(word, folded) for word in words)
    assert (match(words, folded) is not None) is expected


def in_order(word: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in word)


@given(LETTERS, LETTERS)
def test_the_places_spell_the_words(query: str, text: str) -> None:
    words = words_of(query)
    found = match(words, fold(text))
    if found is not None and len(words) == 1:
        assert "".join(fold(text)[1:][at] for at in found.places) == words[0]
        assert list(found.places) == sorted(set(found.places))


@given(LETTERS, st.sampled_from("abc"), LETTERS)
def test_a_longer_word_never_matches_more(query: str, letter: str, text: str) -> None:
    words = words_of(query)
    if words:
        longer = (*words[:-1], words[-1] + letter)
        assert match(longer, fold(text)) is None or match(words, fold(text)) is not None


@given(LETTERS, st.lists(LETTERS, max_size=12), st.integers(1, 6), st.booleans())
def test_looking_through_many_is_sorting_them_all(query: str, texts: list[str], most: int, scattered: bool) -> None:
    words, folded = words_of(query), [fold(text) for text in texts]
    found = [(one.fit, -one.score, at) for at, text in enumerate(folded) if (one := match(words, text, scattered=scattered))]
    expected = sorted(found)[:most] if words else found[:most]
    assert best(words, folded, most, scattered=scattered) == [at for _fit, _score, at in expected]


def test_stopping_gives_what_there_is() -> None:
    assert best(("a",), [fold("a"), fold("ba")], 5, lambda: True) == [0]
