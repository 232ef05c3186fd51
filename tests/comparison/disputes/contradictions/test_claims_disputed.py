"""What one article marks as a disputed claim stands against the sentence of another that tells it, on own sentences."""

from __future__ import annotations

import pytest

from briefing_app.comparison.disputes import disputes_of
from briefing_app.comparison.disputes.contradictions.claims_disputed import claims_disputed
from briefing_app.comparison.study import Study
from briefing_app.language import read
from briefing_app.model.comparison import DifferenceKind
from tests.factories import article

SETTING = "The mayor of Tarnow, Ada Holm, spoke to reporters in the old town hall on Monday about the delayed harbour bridge."
PLAIN = f"{SETTING} Mayor Ada Holm blamed the delay of the harbour bridge on the state of Lund."


def found(one: str, other: str, language: str = "en") -> list[str]:
    texts = (one, other)
    articles = tuple(article(number, None, text, language=language) for number, text in enumerate(texts, 1))
    return [told.why for told in claims_disputed(Study(articles, tuple(read(each.document) for each in articles)))]


@pytest.mark.parametrize(
    "disputing",
    [
        "Experts rejected the claim that the delay of the harbour bridge is the fault of the state.",
        "Nobody has repeated her false claim that the delay of the harbour bridge is the fault of the state.",
        "The mayor falsely claimed that the delay of the harbour bridge is the fault of the state.",
        "The governor pushed back against the suggestion that the delay of the harbour bridge is the fault of the state.",
        "Contrary to her claim that the delay of the harbour bridge is the fault of the state, the city has held back the money.",
        "Engineers dispute that the delay of the harbour bridge is the fault of the state.",
    ],
)
def test_a_disputed_claim_stands_against_who_tells_it(disputing: str) -> None:
    (why,) = found(f"{SETTING} {disputing}", PLAIN)
    assert "is the fault of" in why
    assert "blamed the delay" in why


@pytest.mark.parametrize(
    "told",
    [
        "Mayor Ada Holm does not blame the delay of the harbour bridge on the state of Lund.",
        "Critics, too, rejected that the blame for the delay of the harbour bridge lies with the state.",
        "It is unclear whether the delay of the harbour bridge is to be blamed on the state.",
        "Is the delay of the harbour bridge to be blamed on the state?",
        "The delay of the harbour bridge has cost the state of Lund two million crowns so far.",
    ],
    ids=["negated", "disputed as well", "left open", "asked", "of the same thing only"],
)
def test_who_does_not_tell_the_claim_does_not_stand_against_it(told: str) -> None:
    disputing = "Experts rejected the claim that the delay of the harbour bridge is the fault of the state."
    assert not found(f"{SETTING} {disputing}", f"{SETTING} {told}")


def test_a_claim_about_somebody_named_is_told_of_him() -> None:
    denial = "The office of Tom Arden denied reports that he is in quarantine in Lund."
    assert found(f"{SETTING} {denial}", f"{SETTING} The judge, Tom Arden, is working at home in quarantine in Lund.")
    assert not found(f"{SETTING} {denial}", f"{SETTING} The captain, Eva Brandt, is working at home in quarantine in Lund.")


def test_a_quoted_claim_is_told_in_those_words() -> None:
    disputing = 'Holm falsely stated that Tarnow is "the only town on the coast" that pays for its bridges.'
    assert found(f"{SETTING} {disputing}", f'{SETTING} "We are the only town on the coast that pays for everything," Holm said.')
    assert not found(f"{SETTING} {disputing}", f"{SETTING} Tarnow is a town on the coast that pays for most of its bridges.")


def test_what_somebody_denies_to_have_known_is_not_denied_itself() -> None:
    denial = "Ada Holm denied knowing of the payment of 300,000 crowns to the shipyard owner Eva Brandt."
    assert not found(f"{SETTING} {denial}", f"{SETTING} The payment of 300,000 crowns to the shipyard owner Eva Brandt was made in May.")


def test_what_is_denied_to_somebody_is_no_claim() -> None:
    denial = "The court denied an appeal of the shipyard owner Eva Brandt against the ruling on the harbour bridge."
    assert not found(
        f"{SETTING} {denial}", f"{SETTING} The appeal of the shipyard owner Eva Brandt against the ruling was about the bridge."
    )


def test_who_denies_to_have_done_it_is_who_did_it() -> None:
    denial = "The skipper Tom Arden denies stealing the money of the harbour fund."
    assert found(f"{SETTING} {denial}", f"{SETTING} The skipper Tom Arden stole money from the harbour fund, the police say.")
    assert not found(f"{SETTING} {denial}", f"{SETTING} The cashier Eva Brandt stole money from the harbour fund, the police say.")


def test_an_idea_of_something_is_no_claim() -> None:
    dismissed = "The council dismissed the idea of a toll on the harbour bridge."
    assert not found(f"{SETTING} {dismissed}", f"{SETTING} The state proposed a toll on the harbour bridge.")


def test_it_is_told_as_a_contradiction() -> None:
    disputing = "Experts rejected the claim that the delay of the harbour bridge is the fault of the state."
    articles = tuple(article(number, None, text) for number, text in enumerate((f"{SETTING} {disputing}", PLAIN), 1))
    told = disputes_of(Study(articles, tuple(read(each.document) for each in articles)))
    assert DifferenceKind.CONTRADICTION in {one.kind for one in told}


def test_it_is_found_in_german() -> None:
    setting = "Die Bürgermeisterin von Tarnow, Ada Holm, sprach am Montag im alten Rathaus über die verspätete Hafenbrücke."
    disputing = "Fachleute wiesen die Behauptung zurück, dass das Land an der Verspätung der Hafenbrücke schuld sei."
    assert found(f"{setting} {disputing}", f"{setting} An der Verspätung der Hafenbrücke sei das Land schuld, sagte Holm.", "de")
    assert not found(f"{setting} {disputing}", f"{setting} Die Verspätung der Hafenbrücke kostete bisher zwei Millionen Kronen.", "de")
