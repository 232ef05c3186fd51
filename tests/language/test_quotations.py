"""Whose words stand in quotation marks, and which marks hold nobody's words."""

from __future__ import annotations

import pytest

from briefing_app.language import read
from tests.factories import document


def quoted(*paragraphs: str, language: str = "en") -> list[tuple[str, str]]:
    made = document(None, *paragraphs, language=language)
    return [(found.span.of(made.text), found.speaker) for found in read(made).quotations]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“The bridge is safe,” said Mayor Ada Okafor on Monday.", "The bridge is safe,", "Ada Okafor"),
        ('"The bridge is safe," Okafor said.', "The bridge is safe,", "Okafor"),
        ("Ada Okafor, the mayor of Lund, said: “The bridge is safe.”", "The bridge is safe.", "Ada Okafor"),
        ("‘The bridge is safe,’ Okafor told reporters.", "The bridge is safe,", "Okafor"),
        ("''The bridge is safe,'' Okafor said.", "The bridge is safe,", "Okafor"),
        ("“[We] know that the bridge is safe,” said Okafor.", "[We] know that the bridge is safe,", "Okafor"),
        ("“Is the bridge safe?” Okafor asked.", "Is the bridge safe?", "Okafor"),
        ("The agency quoted Okafor as saying that “nobody was hurt.”", "nobody was hurt.", "Okafor"),
        ("The closure is being criticised as a “bitter day” for the town.", "bitter day", ""),
        ("The closure was called “a bitter day” by Okafor.", "a bitter day", "Okafor"),
        ("The closure was described by Okafor as “a bitter day”.", "a bitter day", "Okafor"),
        ("The closure was “a bitter day,” according to Okafor.", "a bitter day,", "Okafor"),
        ("It was, Okafor said, “a bitter day.”", "a bitter day.", "Okafor"),
        ("“Mend the bridge.” — Ada Okafor", "Mend the bridge.", "Ada Okafor"),
        ("“The bridge is safe,” the mayor, Ada Okafor, said.", "The bridge is safe,", "Ada Okafor"),
        ("Okafor on Friday called the closure “a bitter day.”", "a bitter day.", "Okafor"),
        ("Okafor hailed the engineer as “The Bridge Doctor”.", "The Bridge Doctor", "Okafor"),
        ("“Mend the bridge now.” ― Ada P. Okafor.", "Mend the bridge now.", "Ada P. Okafor"),
        ("Sen. Ada Okafor, D-N.J., said: “The bridge is safe.”", "The bridge is safe.", "Ada Okafor"),
        ("“The bridge is safe,” retired army general Ada Okafor said.", "The bridge is safe,", "Ada Okafor"),
        ("Okafor has been going after the engineer as a “con artist”.", "con artist", "Okafor"),
        ("Okafor rated the claims as “false” on Friday.", "false", "Okafor"),
        ("Okafor used the phrase “bitter day” often.", "bitter day", "Okafor"),
        ("Okafor chanted “Lock it up,” a throwback.", "Lock it up,", "Okafor"),
        ("“The bridge is unsafe and has to go,” says the ruling.", "The bridge is unsafe and has to go,", "ruling"),
    ],
)
def test_one_quotation(text: str, words: str, speaker: str) -> None:
    assert quoted(text) == [(words, speaker)]


def test_the_fullest_name_is_given() -> None:
    assert quoted("Mayor Ada Okafor spoke in Lund.", "“It is safe,” Okafor said.") == [("It is safe,", "Ada Okafor")]


def test_pronouns_mean_the_last_fitting_person() -> None:
    text = ("Henry Brandt met Anna Lindqvist.", "“It is safe,” she said.", "“It is not,” he said.")
    assert quoted(*text) == [("It is safe,", "Anna Lindqvist"), ("It is not,", "Henry Brandt")]


def test_a_role_means_who_had_it() -> None:
    assert quoted("Mayor Ada Okafor spoke in Lund.", "“It is safe,” the mayor said.")[0][1] == "Ada Okafor"


def test_sentences_take_the_speaker_where_the_quotation_ends() -> None:
    assert quoted("“It is safe. Nobody was hurt. We open it,” Okafor said.") == [("It is safe. Nobody was hurt. We open it,", "Okafor")]


def test_a_quotation_goes_on_with_its_speaker() -> None:
    found = quoted("“It is safe,” Okafor said. “We open it tomorrow.”", "“Nobody was hurt in all this time.”")
    assert [speaker for _, speaker in found] == ["Okafor"] * 3


def test_a_quotation_that_opens_the_next_sentence_goes_on_with_its_speaker_too() -> None:
    told = quoted("“The bridge is safe,” Okafor said. “We will open it again” in May.")
    assert told == [("The bridge is safe,", "Okafor"), ("We will open it again", "Okafor")]


def test_two_quotations_of_one_sentence_have_one_speaker() -> None:
    told = quoted("“I love the old bridge,” Okafor said, but “when it comes to safety, it has to go.”")
    assert [speaker for _, speaker in told] == ["Okafor", "Okafor"]


def test_a_quoted_transcript_names_its_speakers_in_capitals() -> None:
    told = quoted("“OKAFOR: The bridge is safe and has always been safe.", "“LIND: Nobody believes that any more in this town.")
    assert [speaker for _, speaker in told] == ["OKAFOR", "LIND"]


def test_a_transcript_over_several_sentences_names_its_speaker_too() -> None:
    told = quoted("“OKAFOR: The bridge is safe. Why should anybody doubt it?", "“LIND: Nobody believes that. Let us see.")
    assert [speaker for _, speaker in told] == ["OKAFOR", "LIND"]


def test_words_with_a_verb_and_words_of_a_title_are_quoted_without_a_speaker() -> None:
    assert quoted("The race went on in hopes that “they'll go easier” on the town.") == [("they'll go easier", "")]
    made = document("Parents Rally In Lund To ‘Mend Our Bridge’", "The bridge is old.")
    assert [(found.span.of(made.text), found.speaker) for found in read(made).quotations] == [("Mend Our Bridge", "")]


def test_a_title_quotes_what_the_text_quotes() -> None:
    made = document("Old bridge over the Lund is ‘Shameful’", "“The bridge is shameful and must go,” Ada Okafor said.")
    assert next((found.span.of(made.text), found.speaker) for found in read(made).quotations) == ("Shameful", "Ada Okafor")


def test_a_quotation_runs_over_paragraphs() -> None:
    found = quoted("Okafor said: “It is safe and we open it.", "“Nobody was hurt,” she added.")
    assert [words for words, _ in found] == ["It is safe and we open it.", "Nobody was hurt,"]


def test_what_somebody_made_is_no_quotation_in_a_title_though_the_text_quotes_the_word() -> None:
    made = document("Ada Okafor’s ‘Bridges’ opens in Lund", "“I love old bridges,” Ada Okafor said.")
    assert [found.span.of(made.text) for found in read(made).quotations] == ["I love old bridges,"]


@pytest.mark.parametrize(
    "text",
    [
        "The council backed the “Green Harbour” plan.",
        "They ran so-called “ghost ferries” at night.",
        "The dogs' home and the workers' canteen burned.",
        "The film is titled “The Long Bridge”.",
        "The law, now known as the “Bridge Tolls Act,” passed in May.",
        "Ada “Ace” Okafor opened the bridge.",
        "‘Legends of the Long Bridge.’",
        "Okafor spoke on the town radio's “Bridge and Harbour.”",
        "An essay called “Second-Class Towns” is out.",
        "They sang the town's old anthem “The Bridge Is Ours,” she added the words of it.",
        "The firm used a “liquidating trust” in May.",
        '<img alt="A bridge that nobody has mended" src="bridge.png">',
        "Okafor can “win” simply by following the plan.",
    ],
)
def test_names_of_things_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_a_judgement_is_quoted_also_with_a_preposition_behind_it() -> None:
    assert quoted("Lind hailed the mayor as “The Bridge Builder” for her work.") == [("The Bridge Builder", "Lind")]
    assert quoted("Lind tells of what he called the “Long Bridge” plan.") == []


def test_two_that_are_called_in_one_breath_are_both_quoted() -> None:
    assert quoted("Lind called the mayor a “Leech” and a “Brat.”") == [("Leech", "Lind"), ("Brat.", "Lind")]


def test_a_word_whose_speaker_stands_right_behind_it_is_quoted() -> None:
    assert quoted("“That,” Lind added, “is a promise.”") == [("That,", "Lind"), ("is a promise.", "Lind")]
    assert quoted("In her book, “Bridges for Everybody,” Okafor said the town had no plan.") == []


def test_capitals_tell_no_name_in_a_title_that_writes_all_words_so() -> None:
    made = document("Okafor Says Bridge Is ‘Demoralizing’ For Lund", "The bridge is old.")
    assert [(found.span.of(made.text), found.speaker) for found in read(made).quotations] == [("Demoralizing", "Okafor")]


def test_german_and_french_marks() -> None:
    assert quoted("„Die Brücke ist sicher“, sagte Ada Okafor am Montag.", language="de") == [("Die Brücke ist sicher", "Ada Okafor")]
    assert quoted("« Le pont est sûr », a déclaré Ada Okafor lundi.", language="fr") == [("Le pont est sûr", "Ada Okafor")]
    assert quoted("Le maire est qualifié de « menteur » par l'opposition.", language="fr") == [("menteur", "opposition")]


def test_a_subject_behind_its_verb_or_a_lone_so_names_the_speaker() -> None:
    said = quoted(
        "Anna Keller est venue.", "« C’est faux », affirme-t-elle. « Nous vérifions. »", "« Tout », a-t-elle ajouté.", language="fr"
    )
    assert said == [("C’est faux", "Anna Keller"), ("Nous vérifions.", "Anna Keller"), ("Tout", "Anna Keller")]
    assert quoted("„Das ist falsch“, so Keller. „Wir prüfen das.“", language="de") == [
        ("Das ist falsch", "Keller"),
        ("Wir prüfen das.", "Keller"),
    ]
    assert quoted("Anna Keller kam.", "„Das ist falsch“, sagte sie.", language="de") == [("Das ist falsch", "Anna Keller")]
