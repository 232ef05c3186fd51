"""Noun phrases of own sentences: names with their roles, descriptions, appositions."""

from __future__ import annotations

import pytest

from briefing_app.comparison.labels.mentions import Mention, appositions_of, mentions_of
from briefing_app.comparison.sentences.units import Unit, units_of
from briefing_app.language import read
from tests.factories import article


def unit(sentence: str) -> Unit:
    one = article(1, None, sentence)
    return units_of(0, one, read(one.document))[0]


def printed(sentence: str) -> list[str]:
    return [one.span.of(sentence) for one in mentions_of(unit(sentence))]


def mention(sentence: str, words: str) -> Mention:
    return next(one for one in mentions_of(unit(sentence)) if one.span.of(sentence) == words)


def test_a_name_keeps_the_role_before_it() -> None:
    one = mention("The Norvane harbour minister Ada Holm spoke on Monday.", "The Norvane harbour minister Ada Holm")

    assert one.own is not None
    assert one.own.name == "Ada Holm"
    assert (one.noun, one.plain, one.proper) == ("minister", {"harbour"}, {"norvane"})


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The council wants to visit Ada Holm in Lund.", "Ada Holm"),  # a verb is no role
        ("Last month Ada Holm left the council.", "Ada Holm"),
        ("The council closed the city of Lund.", "the city of Lund"),
        ("The deal Mr Ada Holm signed was good.", "Ada Holm"),
        ("The trade paper Harbour Ledger wrote so.", "The trade paper Harbour Ledger"),
        ("The town asked to unseat Mrs Ada Holm.", "Ada Holm"),
        ("They praised the nomination of Judge Ada Holm.", "the nomination of Judge Ada Holm"),
    ],
)
def test_what_stands_before_a_name_is_not_always_its_role(sentence: str, words: str) -> None:
    assert words in printed(sentence)


def test_a_secretary_of_state_is_one_phrase_and_the_use_of_a_thing_another() -> None:
    assert "The Secretary of State Ada Holm" in printed("The Secretary of State Ada Holm spoke.")
    assert mention("The use of Nordlinie was banned.", "The use of Nordlinie").own is None


def test_half_of_a_quotation_is_not_taken_along() -> None:
    assert 'a "grand' not in "".join(printed('The mayor called it a "grand plan for Lund and Celle" on Monday.'))


def test_what_lacks_its_noun_is_no_phrase() -> None:
    assert "Chinese telecom" not in printed("The council banned Chinese telecom and tech firms.")


def test_measures_name_nothing() -> None:
    assert printed("It lies 125 miles north of Lund.") == []


def test_times_name_nothing() -> None:
    assert printed("The council met last week.") == ["The council"]


@pytest.mark.parametrize("sentence", ["Ada Holm, the city's top surgeon, said so.", "The city's top surgeon, Ada Holm, said so."])
def test_a_comma_joins_name_and_role(sentence: str) -> None:
    one = unit(sentence)
    [(name, role)] = appositions_of(one, mentions_of(one))

    assert name.span.of(sentence) == "Ada Holm"
    assert role.noun == "surgeon"


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        ("In the spring, under the Lund administration, Ada Holm said nothing.", []),  # an office is nobody
        ("At the Holm Tower, the mayor said nothing.", []),  # a place, and then the subject
        ("The vote on Pavo Lind, the top senator, Ada Holm, said, was late.", [("Ada Holm", "senator")]),  # not the name before it
    ],
)
def test_a_comma_does_not_always_join(sentence: str, pairs: list[tuple[str, str]]) -> None:
    one = unit(sentence)

    assert [(name.span.of(sentence), role.noun) for name, role in appositions_of(one, mentions_of(one))] == pairs


def test_a_list_is_no_apposition() -> None:
    one = unit("The council praised the top surgeon, Ada Holm and a nurse.")

    assert not list(appositions_of(one, mentions_of(one)))
