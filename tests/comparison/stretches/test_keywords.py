"""The words of a cell that matter: of a row of one source those that no other source has."""

from __future__ import annotations

import pytest

from briefing_app.comparison.sentences.units import units_of
from briefing_app.comparison.stretches.keywords import key_spans_of, new_words_of
from briefing_app.comparison.stretches.sides import Side
from briefing_app.language import read
from tests.factories import article


def side(sentence: str) -> Side:
    one = article(1, None, sentence)
    return Side.of(units_of(0, one, read(one.document))[0])


def new_words(sentence: str, *elsewhere: str, **weight: float) -> list[str]:
    mine = side(sentence)
    known = {word.stem for other in elsewhere for word in side(other).words}
    return [span.of(mine.unit.text) for span in new_words_of(mine, known, {word.stem: weight.get(word.stem, 1.0) for word in mine.words})]


def test_what_only_this_source_brings() -> None:
    told = new_words("The ferry sailed from Marnstad to the Kestrel lighthouse.", "Marnstad has a ferry that sails.")
    assert told == ["Kestrel lighthouse"]


def test_the_two_weightiest_runs_in_the_order_of_the_text() -> None:
    sentence = "The Solveig carried apples over the sound to the Kestrel lighthouse."
    assert new_words(sentence, "It is carried over the sound.", appl=0.6) == ["Solveig", "Kestrel lighthouse"]
    assert new_words(sentence, "It is carried over the sound.", solveig=0.1, appl=0.1) == ["Kestrel lighthouse"]


def test_the_verb_when_every_word_stands_elsewhere() -> None:
    sentence = "The captain ignored the warnings."
    mine = side(sentence)
    assert new_words(sentence, sentence) == [span.of(mine.unit.text) for span in key_spans_of(mine, ())] == ["ignored"]


@pytest.mark.parametrize(
    ("sentence", "keys"),
    [
        ("No arrests were made in Lund.", ["No", "were made"]),
        ("Police made no arrests in Lund.", ["made no"]),
        ("It never “changed hands” in Lund.", ["never", "changed"]),
        ("Police did not arrest a man.", ["did not arrest"]),
        ("He was never told, and no one asked him.", ["was never told"]),
        ("Police arrested a man.", ["arrested"]),
    ],
)
def test_what_turns_the_verb_round_matters_as_the_verb_does(sentence: str, keys: list[str]) -> None:
    mine = side(sentence)
    assert [span.of(mine.unit.text) for span in key_spans_of(mine, ())] == keys
