"""Who does what, read from own sentences: verbs and their doers, what turns them round, how far they are."""

from __future__ import annotations

import pytest

from briefing_app.comparison.cues import Stage
from briefing_app.comparison.deeds import Deed, deeds_of
from briefing_app.comparison.sentences.units import units_of
from briefing_app.language import read
from tests.factories import article


def deeds(sentence: str, *, title: bool = False, language: str = "en") -> tuple[Deed, ...]:
    one = article(1, sentence, language=language) if title else article(1, None, sentence, language=language)
    return deeds_of(units_of(0, one, read(one.document))[0])


def deed(sentence: str, verb: str, *, title: bool = False) -> Deed:
    return next(one for one in deeds(sentence, title=title) if verb in one.verbs)


def test_doer_and_thing_stand_around_the_verb() -> None:
    one = deed("The city of Brno sold the tram depot to a brewery.", "sell")

    assert one.doer == {"citi", "brno"}
    assert {"tram", "depot"} <= one.thing
    assert one.past
    assert one.stage is Stage.DONE


def test_a_passive_turns_them() -> None:
    one = deed("The old depot was sold by the city on Monday.", "sell")

    assert one.thing == {"old", "depot"}
    assert one.doer == {"citi"}


@pytest.mark.parametrize("sentence", ["The old depot is expected to be sold on Monday.", "The old depot is to be quickly sold on Monday."])
def test_a_passive_to_come_is_one_verb_group(sentence: str) -> None:
    one = deed(sentence, "sell")

    assert one.thing == {"old", "depot"}
    assert one.stage in (Stage.PLANNED, Stage.ANNOUNCED)


def test_what_is_decided_gives_words_to_nobody() -> None:
    assert not deed("Voters decided to overturn a law that harmed unions.", "overturn").frame
    assert deed("The minister said that the law harmed unions.", "say").frame


def test_a_past_form_behind_what_is_to_come_is_to_come() -> None:
    assert deed("The law would ban nets and set standards.", "set").stage is Stage.ANNOUNCED
    assert deed("The court banned nets and set standards.", "set").stage is Stage.DONE


def test_a_country_written_in_capitals_is_a_doer_and_no_pronoun() -> None:
    assert deed("The US barred the ferries of Norvane.", "bar").doer == {"u.s"}
    assert all("plan" not in one.verbs for one in deeds("The ferries accused the US plan."))


def test_words_may_stand_inside_an_infinitive() -> None:
    one = deed("The council does not plan to specifically name the yard.", "name")

    assert one.turned
    assert "yard" in one.thing


def test_what_is_decided_belongs_to_who_decides() -> None:
    one = deed("Norvane decided on a plan on Monday that will exclude foreign ferries.", "exclud")

    assert one.stage is Stage.DECIDED
    assert "norvan" in one.doer


@pytest.mark.parametrize(
    ("sentence", "verb", "stage"),
    [
        ("The council plans to close the mill.", "close", Stage.PLANNED),
        ("The council is expected to close the mill.", "close", Stage.PLANNED),
        ("The council is considering a ban on ferries.", "ban", Stage.PLANNED),
        ("The council will close the mill.", "close", Stage.ANNOUNCED),
        ("The council voted on Monday to close the mill.", "close", Stage.DECIDED),
        ("The council closed the mill.", "close", Stage.DONE),
        ("Hansa will buy the yard and move the hulls.", "move", Stage.ANNOUNCED),
        ("The closure of the mill is expected to begin in May.", "closur", Stage.PLANNED),
        ("The strategy will see foreign ferries banned.", "ban", Stage.ANNOUNCED),
        ("The storm left the ferries stranded.", "strand", Stage.DONE),
    ],
)
def test_stages(sentence: str, verb: str, stage: Stage) -> None:
    assert deed(sentence, verb).stage is stage


@pytest.mark.parametrize(
    ("sentence", "verb", "turned"),
    [
        ("The crew was never warned about the reef.", "warn", "never"),
        ("No explosives were found in the cellar.", "find", "no"),
        ("Nobody in the office made such a request.", "request", "nobody"),
        ("She is unlikely to visit the town.", "visit", "unlikely to"),
        ("There was no exchange of views on the dam.", "exchang", "no"),
        ("The crew was warned about the reef.", "warn", ""),
    ],
)
def test_what_turns_a_deed_round(sentence: str, verb: str, turned: str) -> None:
    assert deed(sentence, verb).turned == turned


@pytest.mark.parametrize(
    "sentence",
    [
        "The bank would close the branch if the tax rose.",
        "It is unclear whether the bank closed the branch.",
        "The mayor asked the bank to close the branch.",
        "The bank may close the branch.",
        "Did the bank close the branch?",
    ],
)
def test_what_is_only_supposed(sentence: str) -> None:
    assert deed(sentence, "close").supposed


def test_a_headline_is_read_like_a_sentence() -> None:
    one = deed("Senate Set to Override Veto on Ferry Bill", "overrid", title=True)

    assert one.doer == {"senat"}
    assert one.stage is Stage.PLANNED


def test_the_subject_is_found_before_an_aside() -> None:
    assert deed("The closure, the first the town has seen, is expected to hurt shops.", "hurt").doer == {"closur"}
    assert deed("The Tagblatt (which was sold last year) has closed its office.", "close").doer == {"tagblatt"}


def test_a_language_without_verbs_has_no_deeds() -> None:
    assert deeds("港の倉庫で火曜日に火災があった。", language="ja") == ()


def test_what_would_be_seen_done_is_not_done() -> None:
    one = deed("The council set out a strategy that would see foreign ferries banned.", "ban")

    assert not one.past


def test_what_is_said_keeps_its_own_time() -> None:
    assert deed("The mayor will say the ferries sank on Monday.", "sink").past


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("No arrests were made in the death of the singer.", "No arrests were made"),
        ("Officers did not see him and no arrests have been made.", "no arrests have been made"),
        ("No explosives in the warehouse were found.", "No explosives … were found"),
        ("None of the officers was charged.", "None … was charged"),
        ("Police in Lund made no arrests.", "made no arrests"),
        ("The yard never “changed hands” in those years.", "never changed"),
        ("The council decided on Tuesday not to fire Holm.", "not to fire"),
        ("The driver was not, however, arrested.", "was not … arrested"),
        ("Holm hasn't called the envoy or invited him.", "hasn't called … invited"),
        ("The campaign had not yet released the figures.", "had not yet released"),
        ("Police in Lund arrested a driver.", "arrested"),
    ],
)
def test_what_turns_a_deed_stands_in_its_quotation(sentence: str, quoted: str) -> None:
    assert quoted in [one.quoted for one in deeds(sentence)]


@pytest.mark.parametrize("sentence", ["The driver was not, however, arrested.", "Holm was never charged by the court or arrested."])
def test_a_negation_reaches_over_an_inserted_word_and_over_or(sentence: str) -> None:
    assert deed(sentence, "arrest").turned
    assert not deed("The driver was not charged; however, he was arrested.", "arrest").turned
