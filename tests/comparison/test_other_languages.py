"""What German and French articles dispute, on own sentences: denials, negations and tolls, and nothing where both can be right."""

from __future__ import annotations

import pytest

from briefing_app.comparison.cues import Stage
from briefing_app.comparison.disputes import Dispute, disputes_of
from briefing_app.comparison.study import Study
from briefing_app.language import read
from briefing_app.model.comparison import ClaimStatus, DifferenceKind
from tests.factories import article

GERMAN = (
    "Bei Molsen ist am Montag ein Zug entgleist.",
    "Die Nachricht verbreitete sich in wenigen Minuten im ganzen Land.",
    "In wenigen Minuten verbreitete sich die Nachricht im ganzen Land.",
)
FRENCH = (
    "Un train a déraillé lundi près de Molsen.",
    "La nouvelle s'est répandue en quelques minutes dans tout le pays.",
    "En quelques minutes, la nouvelle s'est répandue dans tout le pays.",
)


def disputes(about: tuple[str, str, str], a: str, b: str) -> tuple[Dispute, ...]:
    language = "de" if about is GERMAN else "fr"
    articles = (article(1, None, about[0], about[1], a, language=language), article(2, None, about[0], about[2], b, language=language))
    return disputes_of(Study(articles, tuple(read(one.document) for one in articles)))


@pytest.mark.parametrize(
    ("about", "a", "b", "kind"),
    [
        (
            GERMAN,
            "Der Lokführer war betrunken, teilte die Polizei mit.",
            "Der Lokführer war nicht betrunken, sagte sein Anwalt.",
            DifferenceKind.CONTRADICTION,
        ),
        (
            GERMAN,
            "Die Bahn wusste von dem Schaden an der Brücke.",
            "Die Bahn wies Berichte zurück, wonach sie von dem Schaden an der Brücke wusste.",
            DifferenceKind.CONTRADICTION,
        ),
        (GERMAN, "34 Menschen wurden verletzt.", "41 Menschen wurden verletzt, teilte das Krankenhaus mit.", DifferenceKind.NUMBER),
        (
            FRENCH,
            "Le maire a demandé la fermeture du pont.",
            "Le maire n'a jamais demandé la fermeture du pont, selon son cabinet.",
            DifferenceKind.CONTRADICTION,
        ),
        (
            FRENCH,
            "La compagnie connaissait l'état du pont, selon un ancien employé.",
            "La compagnie a démenti qu'elle connaissait l'état du pont.",
            DifferenceKind.CONTRADICTION,
        ),
        (
            FRENCH,
            "Neuf personnes sont mortes dans le déraillement du train.",
            "Onze personnes sont mortes dans le déraillement du train.",
            DifferenceKind.NUMBER,
        ),
    ],
)
def test_what_german_and_french_articles_dispute(about: tuple[str, str, str], a: str, b: str, kind: DifferenceKind) -> None:
    assert [(one.kind, one.status) for one in disputes(about, a, b)] == [(kind, ClaimStatus.CONFLICT)]


@pytest.mark.parametrize(
    ("about", "a", "b", "why"),
    [
        (
            GERMAN,
            "Der 43-jährige Karl Weber wurde am Bahnhof festgenommen.",
            "Karl Weber, 34, wurde am Bahnhof festgenommen.",
            "aged 43 against 34",
        ),
        (
            FRENCH,
            "Karl Weber, 34 ans, a été arrêté à la gare.",
            "Karl Weber, âgé de 43 ans, a été arrêté à la gare.",
            "aged 34 against 43",
        ),
        (
            GERMAN,
            "Ein 4-jähriger Junge wurde aus dem Zug gerettet.",
            "Ein 6-jähriger Junge wurde aus dem Zug gerettet.",
            "aged 4 against 6",
        ),
        (FRENCH, "Un garçon de 4 ans a été sauvé du train.", "Un garçon âgé de 6 ans a été sauvé du train.", "aged 4 against 6"),
        (
            GERMAN,
            "Die Polizei nahm den Lokführer, Karl Weber, fest.",
            "Der Lokführer, Jan Brandt, wurde von der Polizei festgenommen.",
            "lokführer: Karl Weber against Jan Brandt",
        ),
        (
            FRENCH,
            "La police a arrêté le conducteur, Karl Weber.",
            "Le conducteur, Jan Brandt, a été arrêté par la police.",
            "conducteur: Karl Weber against Jan Brandt",
        ),
        (
            GERMAN,
            "Es war der erste Besuch von Ministerin Petra Hauk in Molsen.",
            "Es war der dritte Besuch von Ministerin Petra Hauk in Molsen.",
            "“erste Besuch” against “dritte Besuch”",
        ),
        (
            FRENCH,
            "C'était la première visite de Petra Hauk à Molsen.",
            "C'était la troisième visite de Petra Hauk à Molsen.",
            "“première visite” against “troisième visite”",
        ),
        (
            FRENCH,
            "La tour de Molsen mesure 40 mètres de haut.",
            "La tour de Molsen mesure 60 mètres de haut.",
            "40 mètres against 60 mètres",
        ),
    ],
)
def test_ages_parts_ranks_and_measures_are_told_in_words_of_the_language(about: tuple[str, str, str], a: str, b: str, why: str) -> None:
    assert [one.why for one in disputes(about, a, b)] == [why]


@pytest.mark.parametrize(
    ("about", "a", "b"),
    [
        (GERMAN, "Die Brücke bei Molsen ist nicht die längste des Landes.", "Die längste Brücke des Landes steht in Brenz."),
        (GERMAN, "Ob der Lokführer betrunken war, ist unklar.", "Der Lokführer war nicht betrunken, sagte sein Anwalt."),
        (GERMAN, "Die 12 Wagen des Zuges waren neu.", "Neun Menschen starben."),
        (GERMAN, "Karl Weber, 34, wurde festgenommen.", "Der 34-jährige Karl Weber wurde festgenommen."),
        (GERMAN, "Petra Hauk kam zum ersten Mal nach Molsen.", "Petra Hauk kam zum dritten Mal nach Molsen."),
        (GERMAN, "Der frühere Lokführer, Karl Weber, half.", "Der Lokführer, Jan Brandt, half."),
        (FRENCH, "La tour de Molsen mesure 4 kilomètres de haut.", "La tour de Molsen mesure 4 000 mètres de haut."),
        (FRENCH, "Le maire n'a pas parlé du pont.", "Le maire a parlé des écoles de la ville."),
        (FRENCH, "Le train transportait 140 passagers.", "Neuf personnes ont été blessées."),
    ],
)
def test_nothing_is_disputed_where_both_can_be_right(about: tuple[str, str, str], a: str, b: str) -> None:
    assert [(one.kind, one.why) for one in disputes(about, a, b)] == []


@pytest.mark.parametrize(
    ("about", "a", "b"),
    [
        (
            GERMAN,
            "Die Bahn will die alte Brücke bei Molsen im Herbst verkaufen.",
            "Die Bahn hat die alte Brücke bei Molsen im Herbst verkauft.",
        ),
        (
            GERMAN,
            "Das Ministerium plant, das Stellwerk in Brenz abzuschalten.",
            "Das Stellwerk in Brenz wurde vom Ministerium abgeschaltet.",
        ),
        (GERMAN, "Die Stadt kündigte an, den Bahnhof von Molsen zu sperren.", "Die Stadt hat den Bahnhof von Molsen gesperrt."),
        (FRENCH, "La ville va fermer le pont de Molsen.", "La ville a fermé le pont de Molsen."),
        (FRENCH, "La compagnie prévoit de vendre sa gare de Molsen.", "La compagnie a vendu sa gare de Molsen."),
    ],
)
def test_a_deed_to_come_and_done(about: tuple[str, str, str], a: str, b: str) -> None:
    assert [(one.kind, one.status) for one in disputes(about, a, b)] == [(DifferenceKind.STAGE, ClaimStatus.PROGRESSION)]


@pytest.mark.parametrize(
    ("about", "a", "b"),
    [
        (GERMAN, "Die Bahn will die alte Brücke bei Molsen verkaufen.", "Die Bahn hat die alte Brücke bei Molsen gestrichen."),
        (GERMAN, "Die Bahn will die Brücke bei Molsen verkaufen.", "Die Bahn will die Brücke bei Molsen im Herbst verkaufen."),
        (FRENCH, "La ville va fermer le pont de Molsen.", "La ville a peint le pont de Molsen."),
    ],
)
def test_another_deed_is_no_later_stage(about: tuple[str, str, str], a: str, b: str) -> None:
    assert disputes(about, a, b) == ()


@pytest.mark.parametrize(
    ("about", "a", "b"),
    [
        (
            GERMAN,
            "Ministerin Petra Hauk wollte sich zu dem Unglück nicht äußern.",
            "„Wir haben nichts gewusst“, sagte Ministerin Petra Hauk.",
        ),
        (
            FRENCH,
            "La ministre Petra Hauk a refusé de commenter le déraillement.",
            "« Nous ne savions rien », a déclaré la ministre Petra Hauk.",
        ),
    ],
)
def test_a_silence_and_then_words(about: tuple[str, str, str], a: str, b: str) -> None:
    assert [one.kind for one in disputes(about, a, b)] == [DifferenceKind.PROGRESSION]


@pytest.mark.parametrize(
    ("language", "told", "stage"),
    [
        ("de", "Die Stadt soll den Bahnhof angeblich verkaufen.", Stage.RUMOURED),
        ("de", "Die Stadt plant, den Bahnhof zu verkaufen.", Stage.PLANNED),
        ("de", "Die Stadt kündigte den Verkauf des Bahnhofs an.", Stage.ANNOUNCED),
        ("de", "Die Stadt hat den Verkauf des Bahnhofs beschlossen.", Stage.DECIDED),
        ("de", "Die Stadt hat den Bahnhof verkauft.", Stage.DONE),
        ("fr", "La ville pourrait vendre la gare.", Stage.RUMOURED),
        ("fr", "La ville va vendre la gare.", Stage.PLANNED),
        ("fr", "La ville a annoncé la vente de la gare.", Stage.ANNOUNCED),
        ("fr", "La ville a décidé de vendre la gare.", Stage.DECIDED),
        ("fr", "La ville a vendu la gare.", Stage.DONE),
    ],
)
def test_how_far_a_deed_is_told_to_be(language: str, told: str, stage: Stage) -> None:
    one = article(1, None, told, language=language)

    assert Study((one,), (read(one.document),)).side(0).stage is stage
