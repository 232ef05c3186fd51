"""What an analyst reads: statements, the words that matter, and to whom a cell's words are given; own sentences."""

from __future__ import annotations

import pytest

from briefing_app.comparison import compare
from briefing_app.comparison.chains import chain_of
from briefing_app.comparison.sentences.units import Unit, units_of
from briefing_app.comparison.statements import cleaned
from briefing_app.comparison.stretches.keywords import main_verbs
from briefing_app.comparison.stretches.sides import Side
from briefing_app.language import read
from briefing_app.model.comparison import ClaimStatus
from tests.factories import article


def unit(words: str) -> Unit:
    one = article(1, None, words)
    return units_of(0, one, read(one.document))[0]


def stated(words: str) -> str:
    one, other = article(1, None, words), article(2, None, "Bees thrive in the gardens of Graz.")
    found = compare([one, other], [read(one.document), read(other.document)])
    return next(claim.statement for claim in found.claims if claim.statement_from.article == 1)


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("And the council of Hameln sold the old mill in May.", "the council of Hameln sold the old mill in May"),
        ("“The mill will be closed in May,” said mayor Ada Okafor.", "The mill will be closed in May"),
        ("The bridge at Celle will reopen on Monday, according to anonymous sources.", "The bridge at Celle will reopen on Monday"),
        (
            "Closing the mill is a mistake for the town, it's a gift to Celle.\"",
            "Closing the mill is a mistake for the town, it's a gift to Celle",
        ),
        ("Why has nobody asked the mayor of Lund about the mill?", "Why has nobody asked the mayor of Lund about the mill?"),
    ],
)
def test_a_statement_is_what_is_told_without_its_frame(sentence: str, statement: str) -> None:
    assert stated(sentence) == statement


@pytest.mark.parametrize("closing", ["", "”", "’”", "»", '"', " )", "」"])
def test_a_question_is_one_whatever_closes_behind_it(closing: str) -> None:
    assert Side.of(unit(f"Has the Crane ferry been sold?{closing}")).asks
    assert not Side.of(unit(f"The Crane ferry has been sold.{closing}")).asks


def test_what_is_denied_is_never_stated_as_fact() -> None:
    assert "den" in stated("The firm Nordlinie denies that the ferry carried any explosives.")


def test_joining_words_and_marks_are_left_off() -> None:
    one = unit("But, however, the harbour stays closed.")

    assert cleaned(one, one.span).of(one.text) == "the harbour stays closed"


def test_a_clause_gets_the_subject_back_that_was_cut_off() -> None:
    one = unit("The mayor of Lund, Ada Okafor, mentioned the tunnel when she met the minister, the Kurier said.")
    clauses = one.sentence.clauses
    found = next(k for k, clause in enumerate(clauses) if "mentioned" in clause.of(one.text))

    assert Side.of(one, (found,)).text.startswith("The mayor of Lund")


def test_what_is_only_allowed_comes_with_its_condition() -> None:
    one = unit("The judge wrote that the post could be filled only if the council of Lund approved the mayor first.")
    found = next(k for k, clause in enumerate(one.sentence.clauses) if clause.of(one.text).endswith("only"))

    assert Side.of(one, (found,)).text.endswith("only if the council of Lund approved the mayor first.")


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("The tunnel itself was not specifically discussed by the ministers.", "was not specifically discussed"),
        ("Lund will not be joining the league this year.", "will not be joining"),
        ("The council is reluctant to sell the mill.", "is reluctant to sell"),
        ("There was no exchange of views on the tunnel.", "was no exchange of views"),
    ],
)
def test_the_verb_group_is_what_matters(sentence: str, verbs: str) -> None:
    one = unit(sentence)
    span = main_verbs(Side.of(one), ())

    assert span is not None
    assert span.of(one.text) == verbs


def test_the_chain_is_that_of_the_attribution_whose_content_covers_the_words() -> None:
    one = unit("Mayor Ada Okafor said the old bridge at Celle would stay closed until May, but the council explained its plans.")

    assert chain_of(Side.of(one)) == ("Ada Okafor",)


def test_who_only_does_something_is_no_teller() -> None:
    assert chain_of(Side.of(unit("Many towns rejected calls from Lund to close their mills."))) == ()


def test_clauses_of_one_sentence_are_rows_of_their_own() -> None:
    articles = [
        article(
            1, None, "Lund told the league that it cannot join a treaty that excludes one town but will reconsider if the treaty changes."
        ),
        article(2, None, "Lund will not join any treaty that excludes one town, but would reconsider if the treaty changes."),
    ]
    shared = [claim for claim in compare(articles, [read(a.document) for a in articles]).claims if claim.status is ClaimStatus.ALL]

    assert len(shared) == 2
