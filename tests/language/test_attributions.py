"""Who is given what, directly or not, and by which chain."""

from __future__ import annotations

import pytest

from briefing_app.language import read
from briefing_app.model.findings import Attribution
from tests.factories import document


def given(*paragraphs: str) -> list[tuple[str, str]]:
    made = document(None, *paragraphs)
    return [(found.span.of(made.text), found.source) for found in read(made).attributions]


def found(*paragraphs: str) -> tuple[Attribution, ...]:
    return read(document(None, *paragraphs)).attributions


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("Der Bürgermeister sagte am Montag, die Brücke werde im Mai geöffnet.", "die Brücke werde im Mai geöffnet", "Bürgermeister"),
        ("Dem Sprecher zufolge ist die Ursache unklar.", "ist die Ursache unklar", "Sprecher"),
        ("Die Brücke ist gesperrt, so Keller.", "Die Brücke ist gesperrt", "Keller"),
        ("Keller wies den Vorwurf zurück.", "den Vorwurf zurück", "Keller"),
        ("Keller hat den Vorwurf bestritten.", "den Vorwurf", "Keller"),
        ("Das Amt kündigte an, dass die Fähre wieder fährt.", "die Fähre wieder fährt", "Amt"),
        ("Ursula von der Leyen sagte, sie komme.", "sie komme", "Ursula von der Leyen"),
        ("Der Vorwurf wurde von seiner Anwältin bestritten.", "Der Vorwurf", "Anwältin"),
        ("Der Vorwurf ist von der Ministerin zurückgewiesen worden.", "Der Vorwurf", "Ministerin"),
        ("Von der Polizei wurde die Meldung bestätigt.", "die Meldung", "Polizei"),
        ("Wie von der Polizei bestätigt, ist die Brücke gesperrt.", "ist die Brücke gesperrt", "Polizei"),
        ("Die Brücke wird gesperrt, wie die Stadt am Montag mitteilte.", "Die Brücke wird gesperrt", "Stadt"),
        ("Der Bürgermeister soll gelogen haben.", "Der Bürgermeister soll gelogen haben", ""),
        ("Zwölf Menschen sollen getötet worden sein.", "Zwölf Menschen sollen getötet worden sein", ""),
        ("Ein Zeuge will den Täter gesehen haben.", "Ein Zeuge will den Täter gesehen haben", "Zeuge"),
        ("Zwölf Menschen sind laut Polizei gestorben.", "Zwölf Menschen sind laut Polizei gestorben.", "Polizei"),
        ("Die Brücke ist dem Bericht zufolge marode.", "Die Brücke ist dem Bericht zufolge marode.", "Bericht"),
        ("Die Brücke ist sicher, so der Sprecher der Stadt.", "Die Brücke ist sicher", "Sprecher der Stadt"),
        ("Nach Polizeiangaben ist die Brücke gesperrt.", "ist die Brücke gesperrt", "Polizeiangaben"),
        ("Aus Regierungskreisen hieß es, die Brücke werde gesperrt.", "die Brücke werde gesperrt", "Regierungskreisen"),
        ("Die Polizei sprach von zwölf Toten.", "zwölf Toten", "Polizei"),
        ("Nach der Sitzung sagte Keller, die Brücke sei sicher.", "die Brücke sei sicher", "Keller"),
        ("Am Montag sagte Keller, die Brücke sei sicher.", "die Brücke sei sicher", "Keller"),
        ("Dem Kurier sagte Keller, die Brücke sei sicher.", "die Brücke sei sicher", "Keller"),
        ("Gestern sagte Keller, die Brücke sei sicher.", "die Brücke sei sicher", "Keller"),
        ("In Lund sagte der Bürgermeister, die Brücke sei sicher.", "die Brücke sei sicher", "Bürgermeister"),
        ("Eine Feier werde es nicht geben, ergänzte die Familie und bat um Ruhe.", "Eine Feier werde es nicht geben", "Familie"),
        ("Nach Angaben örtlicher Krankenhäuser starben 44 Menschen.", "starben 44 Menschen", "Krankenhäuser"),
        ("Es heißt, der Bürgermeister habe gelogen.", "der Bürgermeister habe gelogen", ""),
    ],
)
def test_one_attribution_in_german(text: str, words: str, source: str) -> None:
    made = document(None, text, language="de")
    assert [(found.span.of(made.text), found.source) for found in read(made).attributions] == [(words, source)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke soll im Mai öffnen.",
        "Die Brücke soll im Mai eröffnet sein.",
        "Der Minister will im Mai zurücktreten.",
        "Ich habe die Brücke gesehen.",
        "Wenn die Brücke sicher sei, fahre ich.",
    ],
)
def test_a_german_plan_or_wish_is_no_hearsay(text: str) -> None:
    assert not read(document(None, text, language="de")).attributions


def test_the_mood_of_reported_speech_goes_on_with_the_teller_before() -> None:
    text = "Die Brücke sei sicher, sagte Anna Keller. Sie werde im Mai geöffnet. Niemand habe etwas zu fürchten. Es regnet."
    told = read(document(None, text, language="de")).attributions
    assert [(one.source, one.chain) for one in told] == [("Anna Keller", ("Anna Keller",))] * 3


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Wie Reuters unter Berufung auf zwei Beamte berichtete, ist die Brücke marode.", ("Beamte", "Reuters")),
        ("Die Brücke ist marode, berichtet der Kurier unter Berufung auf zwei Beamte.", ("Beamte", "Kurier")),
        ("Selon Le Monde, citant une source policière, le pont est fermé.", ("source policière", "Monde")),
        ("Le pont est sûr, a indiqué à l'AFP une source proche du dossier.", ("source proche du dossier", "AFP")),
        ("Le pont est sûr, a indiqué la police à l'AFP.", ("police", "AFP")),
        ("Le ministre, cité par l'AFP, a dit que le pont était sûr.", ("ministre", "AFP")),
    ],
)
def test_german_and_french_chains(text: str, chain: tuple[str, ...]) -> None:
    told = read(document(None, text, language="fr" if text.startswith(("Le ", "Selon")) else "de")).attributions
    assert max((one.chain for one in told), key=len) == chain


def test_a_german_verb_without_its_particle_tells_nothing() -> None:
    assert not read(document(None, "Keller gab ihr das Buch.", "Keller stellte den Wagen ab.", language="de")).attributions


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("Anna Keller a promis que le pont rouvrirait.", "le pont rouvrirait", "Anna Keller"),
        ("Anna Keller a assuré qu’elle ignorait tout.", "elle ignorait tout", "Anna Keller"),
        ("Aux dires de la préfète, la cause reste inconnue.", "la cause reste inconnue", "préfète"),
        ("L’exploitant a annoncé la fermeture.", "la fermeture", "exploitant"),
        ("L'accusation a été démentie par son avocate.", "L'accusation", "avocate"),
        ("Le maire est accusé par le parquet d'avoir menti.", "Le maire est accusé par le parquet d'avoir menti", "parquet"),
        ("Comme l'a rapporté Le Monde, le pont sera fermé.", "le pont sera fermé", "Monde"),
        ("Le pont sera fermé, comme l'a annoncé le ministère.", "Le pont sera fermé", "ministère"),
        ("Douze personnes auraient été tuées.", "Douze personnes auraient été tuées", ""),
        ("De source policière, douze personnes sont mortes.", "douze personnes sont mortes", "source policière"),
        ("Selon des médias locaux, le maire est mort.", "le maire est mort", "médias locaux"),
    ],
)
def test_one_attribution_in_french(text: str, words: str, source: str) -> None:
    made = document(None, text, language="fr")
    assert [(found.span.of(made.text), found.source) for found in read(made).attributions] == [(words, source)]


@pytest.mark.parametrize(
    "text",
    ["S'il avait plu, le pont aurait été fermé.", "Le maire aurait pu mentir.", "Le maire aurait besoin de temps.", "J'aurais menti."],
)
def test_a_french_condition_is_no_hearsay(text: str) -> None:
    assert not read(document(None, text, language="fr")).attributions


def test_who_was_cited_goes_on_through_the_same_medium_while_only_a_role_or_a_pronoun_names_him() -> None:
    told = found("NPA said that the Harbour Times has written that the bridge is weak. The paper said that it will be closed.")
    assert told[-1].chain == ("Harbour Times", "NPA")
    told = found("Ada Okafor told Reuters that the bridge is weak. She added that it will be closed.", "Okafor told reporters it is old.")
    assert [one.chain for one in told] == [("Ada Okafor", "Reuters"), ("Ada Okafor", "Reuters"), ("Ada Okafor",)]


def test_the_report_goes_on_with_the_unnamed_whom_it_cited() -> None:
    told = found(
        "The bridge will close, NPA reported, quoting the trade paper Harbour Ledger, which cited people familiar with the talks.",
        "It was built in May.",
        "Nobody was hurt.",
        "It is old.",
        "The fair is over, the report said.",
    )
    assert told[-1].chain == ("people familiar with the talks", "Harbour Ledger", "NPA")


def test_what_somebody_called_so_is_no_part_of_his_name() -> None:
    assert found("The town feared what Mayor Ada Okafor called “a bitter day”.")[-1].source == "Ada Okafor"


def test_a_medium_without_a_name_is_in_the_chain_too() -> None:
    assert found("Okafor told local media that the bridge is weak.")[0].chain == ("Okafor", "local media")


def test_who_declines_to_comment_on_one_thing_may_tell_another() -> None:
    told = given("A spokeswoman who declined to comment on the cause said 12 people were hurt.")
    assert told == [("on the cause", "spokeswoman"), ("12 people were hurt", "spokeswoman")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A spokeswoman declined to comment on the fire, which hurt 12 people.", [("on the fire", "spokeswoman")]),
        ("A spokeswoman declined to comment; 12 people were hurt.", [("declined to comment", "spokeswoman")]),
        (
            "The ministry declined to comment on reports that 12 people died.",
            [("on reports", "ministry"), ("12 people died", "reports")],
        ),
        ("A nurse who declined to be named said 12 people died.", [("to be named", "nurse"), ("12 people died", "nurse")]),
        ("The ministry declined to comment, but the yard said 12 died.", [("declined to comment", "ministry"), ("12 died", "yard")]),
    ],
)
def test_who_says_nothing_does_not_tell_what_stands_beside(text: str, told: list[tuple[str, str]]) -> None:
    assert given(text) == told
    assert all(len(one.chain) == 1 for one in found(text))


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("Okafor said that the bridge was safe.", "the bridge was safe", "Okafor"),
        ("The bridge was safe, Okafor said.", "The bridge was safe", "Okafor"),
        ("The bridge was safe, according to the police.", "The bridge was safe", "police"),
        ("According to the police, the bridge was safe.", "the bridge was safe", "police"),
        ("The bridge was safe, said a person briefed on the matter.", "The bridge was safe", "person briefed on the matter"),
        ("The bridge was safe, officials familiar with the plan said.", "The bridge was safe", "officials familiar with the plan"),
        ("Engineers are worried that the bridge is weak.", "the bridge is weak", "Engineers"),
        ("The damage was first reported by the Harbour Times.", "The damage", "Harbour Times"),
        ("It has been claimed that the bridge is weak.", "that the bridge is weak", ""),
        ("The poll shows a lead for Okafor.", "a lead for Okafor", "poll"),
        ("Okafor went on to say that the bridge was safe.", "the bridge was safe", "Okafor"),
        ("Okafor will close the bridge, the ministry announced Monday.", "Okafor will close the bridge", "ministry"),
        ("Okafor: bridge was safe", "bridge was safe", "Okafor"),
        ("Survey: voters want the bridge", "voters want the bridge", "Survey"),
        ("She's claiming that the bridge is weak.", "the bridge is weak", ""),
        ("A report released last year found that the bridge was weak.", "the bridge was weak", "report"),
        ("An engineer who built the bridge called the old one weak.", "the old one weak", "engineer"),
        ("Okafor sent a letter saying the bridge was weak.", "the bridge was weak", "Okafor"),
        ("The agency also reports that the bridge is weak.", "the bridge is weak", "agency"),
        ("Okafor would not say that the bridge was safe.", "the bridge was safe", "Okafor"),
        ("The Lund businessman says of the bridge that it is weak.", "it is weak", "Lund businessman"),
        ("The bridge was safe, in the view of the police.", "The bridge was safe", "police"),
        ("The charge was denied by her lawyer, Ada Okafor.", "The charge", "Ada Okafor"),
        ("As first reported by Reuters, the bridge is weak.", "the bridge is weak", "Reuters"),
        ("The bridge is weak, as announced by the ministry.", "The bridge is weak", "ministry"),
        ("Okafor is said by critics to have lied.", "Okafor is said by critics to have lied", "critics"),
        ("The plan is believed by experts to be illegal.", "The plan is believed by experts to be illegal", "experts"),
        ("Okafor is accused by prosecutors of having lied.", "Okafor is accused by prosecutors of having lied", "prosecutors"),
        ("The plan was announced on Monday by the ministry.", "The plan", "ministry"),
        ("The bridge is weak, it was revealed by the Courier.", "The bridge is weak", "Courier"),
        ("Twelve people died, a toll confirmed by the police.", "Twelve people died", "police"),
        ("The bridge is weak, according to people briefed by the police.", "The bridge is weak", "people briefed by the police"),
        ("Claims by the mayor that the bridge is safe are wrong.", "the bridge is safe", "mayor"),
        ("There is concern among engineers that the bridge is weak.", "the bridge is weak", "engineers"),
        ("The bridge is weak, a charge that Okafor has always rejected.", "The bridge is weak", "Okafor"),
        ("The bridge is weak, according to the ruling obtained by Lund.", "The bridge is weak", "ruling"),
        ("Police put the number of dead at 12.", "the number of dead at 12", "Police"),
        ("The toll was put at 12 by the police.", "The toll was put at 12", "police"),
        ("The police spoke of 12 dead.", "12 dead", "police"),
        ("In Okafor's words, the bridge is weak.", "the bridge is weak", "Okafor"),
        ("The bridge is weak in the mayor's opinion.", "The bridge is weak", "mayor"),
        ("Okafor in 2010 said the bridge was safe.", "the bridge was safe", "Okafor"),
        ("Okafor, who on 5 May said the bridge was safe, was wrong.", "the bridge was safe, was wrong", "Okafor"),
        ("A spokeswoman for the yard, which employs 300 people, declined to comment.", "declined to comment", "spokeswoman for the yard"),
    ],
)
def test_one_attribution(text: str, words: str, source: str) -> None:
    assert given(text) == [(words, source)]


@pytest.mark.parametrize(
    ("text", "words", "chain"),
    [
        (
            "Okafor asked the council to keep the bridge closed until May, two officials have told the Courier.",
            "to keep the bridge closed until May",
            ("Okafor", "two officials"),
        ),
        ("Okafor said the bridge was safe, according to the Courier.", "the bridge was safe", ("Okafor", "Courier")),
        ("Okafor promised to mend the bridge, the Courier reported.", "to mend the bridge", ("Okafor", "Courier")),
    ],
)
def test_what_somebody_says_ends_where_a_frame_behind_begins(text: str, words: str, chain: tuple[str, ...]) -> None:
    made = document(None, text)
    inner = next(told for told in read(made).attributions if told.source == "Okafor")
    assert (inner.span.of(made.text), inner.chain) == (words, chain)


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        (
            "Der Lokführer war nicht betrunken, sagte sein Anwalt, und der Zug fuhr nicht zu schnell.",
            "Der Lokführer war nicht betrunken",
            "Anwalt",
        ),
        ("Der Lokführer war betrunken, teilte die Polizei mit, und das war schon bekannt.", "Der Lokführer war betrunken", "Polizei"),
        ("Le conducteur n'avait pas bu ce jour-là, a affirmé la police.", "Le conducteur n'avait pas bu ce jour-là", "police"),
    ],
)
def test_german_and_french_tellers_behind_their_verb(text: str, words: str, source: str) -> None:
    made = document(None, text, language="fr" if text.startswith("Le ") else "de")
    assert (words, source) in [(told.span.of(made.text), told.source) for told in read(made).attributions]


def test_a_verb_with_nothing_but_a_frame_behind_tells_nothing() -> None:
    assert [source for _, source in given("Okafor would wait, and the council agreed, officials said.")] == ["officials"]


def test_hearsay_has_no_source() -> None:
    (hearsay,) = found("The bridge will reportedly close in May.")
    assert hearsay.source == ""
    assert hearsay.mention is None


def test_participles_and_coordinated_verbs_keep_the_teller() -> None:
    sources = [source for _, source in given("Okafor closed the bridge, saying it was weak, and added that trains could pass.")]
    assert sources == ["Okafor", "Okafor"]


def test_a_participle_keeps_the_teller_of_the_sentence_not_of_what_is_told() -> None:
    sources = [source for _, source in given("Okafor said he did not believe the report, arguing that the bridge was safe.")]
    assert (sources[0], sources[-1]) == ("Okafor", "Okafor")


def test_a_paper_named_before_is_meant_by_the_paper() -> None:
    told = given("The Dagen newspaper wrote that the bridge was weak.", "The paper said that trains could pass.")
    assert [source for _, source in told] == ["Dagen", "Dagen"]


def test_who_is_narrowed_otherwise_is_somebody_else() -> None:
    told = given("The Lund government said it will pay.", "The Celle government said it will not.", "The government said no more.")
    assert [source for _, source in told] == ["Lund government", "Celle government", "Celle government"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (("Lund's water minister said it is safe.", "Ada Okafor, the water minister, was calm."), "Ada Okafor"),  # named only later
        (("US Defence Minister Ada Okafor was calm.", "The defence minister said it is safe."), "Ada Okafor"),
        (("US Defence Minister Ada Okafor was calm.", "The minister said it is safe."), "Ada Okafor"),
        (("US Defence Minister Ada Okafor was calm.", "The embattled minister said it is safe."), "Ada Okafor"),
        (("US Defence Minister Ada Okafor was calm.", "The finance minister said it is safe."), "finance minister"),
        (("US Defence Minister Ada Okafor was calm.", "The French foreign minister said it is safe."), "French foreign minister"),
        (("Minister Ada Okafor met Minister Pavo Lind.", "Lund's minister said it is safe."), "Pavo Lind"),
    ],
)
def test_a_role_means_who_holds_it_narrowed_alike(text: tuple[str, str], source: str) -> None:
    assert [told for _, told in given(*text)] == [source]


def test_nested_media_make_a_chain() -> None:
    told = found("Reuters reported that the Dagen newspaper has written that the bridge is weak.")
    assert max((one.chain for one in told), key=len) == ("Dagen", "Reuters")


def test_the_chain_runs_from_the_origin_to_the_nearest_teller() -> None:
    text = "Citing a report in Norway’s Dagen newspaper, Reuters said that Oslo will act, according to anonymous sources."
    told = found(text)
    assert {one.chain for one in told} == {("anonymous sources", "Dagen", "Reuters")}


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "The minister will resign in May, NPA reported, quoting Harbour Ledger, which cited a letter to the cabinet.",
            ("letter to the cabinet", "Harbour Ledger", "NPA"),
        ),
        (
            "The NPA agency, quoting Harbour Ledger, which in turn cited an unnamed official, reported that the bridge would close.",
            ("unnamed official", "Harbour Ledger", "NPA"),
        ),
        (
            "The bridge will close, state radio reported, citing NPA, which had quoted Harbour Ledger, which cited a letter.",
            ("letter", "Harbour Ledger", "NPA", "state radio"),
        ),
        ("According to NPA, which quoted Harbour Ledger, the bridge will close.", ("Harbour Ledger", "NPA")),
        ("Harbour Ledger, citing two officials, reported that the bridge would close.", ("two officials", "Harbour Ledger")),
        (
            "NPA reported that Harbour Ledger had quoted two officials as saying that the bridge would close.",
            ("two officials", "Harbour Ledger", "NPA"),
        ),
        ("The bridge will close, NPA said, quoting Harbour Ledger's interview with the mayor.", ("Harbour Ledger", "NPA")),
        ("The bridge will close, NPA said, citing the ministry's report.", ("ministry", "NPA")),
        ("NPA said the bridge would close, citing people close to the mayor.", ("people close to the mayor", "NPA")),
        ("The bridge is weak, engineer Ada Okafor wrote in the Harbour Ledger.", ("Ada Okafor", "Harbour Ledger")),
        ("It was reported by Harbour Ledger that Okafor said the bridge would close.", ("Okafor", "Harbour Ledger")),
        ("The bridge will close, Harbour Ledger has learned from two officials.", ("two officials", "Harbour Ledger")),
        ("NPA reported that, according to Harbour Ledger, the bridge will close.", ("Harbour Ledger", "NPA")),
        ("Harbour Ledger, without citing sources, said the bridge will close.", ("Harbour Ledger",)),
        ("Harbour Ledger quoted officials as saying that it will close, NPA reported.", ("officials", "Harbour Ledger", "NPA")),
        ("The bridge will close, a mason was quoted as saying by NPA.", ("mason", "NPA")),
        ("The bridge will close, local media reported, citing the government.", ("government", "local media")),
    ],
)
def test_a_chain_goes_on_through_every_source_that_a_source_cites(text: str, chain: tuple[str, ...]) -> None:
    told = found("The NPA agency and the Harbour Ledger newspaper wrote of the bridge.", text)
    assert max((one.chain for one in told), key=len) == chain


def test_who_cites_nobody_has_no_part_in_a_chain() -> None:
    told = found("Okafor, who quoted Shakespeare, opened the bridge.", "Okafor, citing the wind, closed the bridge.")
    assert told == ()


def test_told_to_a_medium() -> None:
    (told,) = found("The bridge is weak, two people with direct knowledge told Reuters.")
    assert told.chain == ("two people with direct knowledge", "Reuters")


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Okafor said in an interview with Reuters that the bridge is weak.", ("Okafor", "Reuters")),
        ("In an interview with Reuters, Okafor said that the bridge is weak.", ("Okafor", "Reuters")),
        ("Speaking on CNN, Okafor said that the bridge is weak.", ("Okafor", "CNN")),
        ("Writing in the Guardian, Okafor argued that the bridge is weak.", ("Okafor", "Guardian")),
        ("Okafor confirmed to Reuters that the bridge is weak.", ("Okafor", "Reuters")),
        ("The bridge is weak, the town said in a statement carried by Xinhua.", ("town", "Xinhua")),
        ("The minister, quoted by Reuters, said the bridge is weak.", ("minister", "Reuters")),
        ("As Reuters reports, the bridge is weak, officials said.", ("officials", "Reuters")),
        ("According to Reuters, the bridge is weak, officials said.", ("officials", "Reuters")),
        ("Okafor responded to a Reuters report by saying that the bridge is weak.", ("Okafor",)),
        ("Okafor did not respond to Reuters's requests.", ("Okafor",)),
        ("Okafor said on Twitter that the bridge is weak.", ("Okafor",)),
    ],
)
def test_the_medium_to_which_somebody_said_it_is_in_the_chain(text: str, chain: tuple[str, ...]) -> None:
    assert max((one.chain for one in found(text)), key=len) == chain


def test_who_reported_something_is_the_publication_behind() -> None:
    told = found("The Dagenposten reported that the bridge is weak.", "An engineer told the publication that it is old.")
    assert told[-1].chain == ("engineer", "Dagenposten")


def test_quoted_as_saying() -> None:
    told = found("The bridge is safe, the Reuters newswire quoted Mayor Ada Okafor as saying.")
    assert ("Ada Okafor", "Reuters") in {one.chain for one in told}


def test_every_sentence_of_a_quotation_is_given() -> None:
    assert given("“It is safe. Nobody was hurt,” Okafor said.") == [("It is safe.", "Okafor"), ("Nobody was hurt,”", "Okafor")]


@pytest.mark.parametrize(
    "text",
    [
        "The reports were late.",
        "It cost more than the plan.",
        "The claims of the firm lapsed.",
        "You know what I mean.",
        "Everybody heard the derogatory comments that were made on the bridge.",
        "The town added a week to the works.",
        "The town called off the fair.",
        "The ministry could say that the bridge is safe.",
        "The town was attacked by rebels.",
        "The plan was announced by phone.",
        "The fair was called off by the town.",
        "A study published by the ministry is out.",
        "The mayor put the cup at the edge.",
        "Okafor spoke on condition of anonymity.",
        "Okafor was questioned for hours by the police.",
    ],
)
def test_nouns_and_the_writer_tell_nothing(text: str) -> None:
    assert given(text) == []


def test_reportedly_names_no_source_of_its_own_where_somebody_reports_it() -> None:
    told = found("The harbour will reportedly close in June, according to the Coast Post newspaper.")
    assert {one.chain for one in told} == {("Coast Post",)}
    assert [one.chain for one in found("The harbour will reportedly close in June.")] == [("unnamed",)]
