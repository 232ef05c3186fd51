"""German: stop words, abbreviations, quotation marks, say-verbs; the lists are this project's own."""

from __future__ import annotations

from functools import cache

from briefing_app.language.european_names import GERMAN_MEN, GERMAN_WOMEN
from briefing_app.language.pack import Counting, Grammar, LangPack, Metres, Moods, Naming, QuoteMarks, Speech
from briefing_app.language.sentences import Splitting
from briefing_app.language.words import listed

_DETERMINERS = listed(
    """
der die das den dem des ein eine einen einem einer eines kein keine keinen dieser diese dieses diesem diesen jeder jede jedes mein meine
sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere alle viele mehrere einige zwei drei vier fünf
"""
)
_PRONOUNS = listed("ich du er sie es wir ihr mich dich ihn uns euch ihm ihnen sich man jemand niemand wer was")
_PREPOSITIONS = listed(
    """
in im an am auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit über um unter von vom vor während wegen zu zum zur
zwischen trotz laut gegenüber ab ins
"""
)
_AUXILIARIES = listed(
    """
ist sind war waren bin bist sei seien wäre wären habe hat haben hatte hatten hätte hätten wird werden wurde wurden werde würde würden
worden gewesen
"""
)
_MODALS = listed(
    """
kann können konnte könnte könnten muss müssen musste soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte dürfte mag
möchte
"""
)
_SUBORDINATORS = listed(
    """
dass weil obwohl wenn als während nachdem bevor ob da damit falls sobald solange seitdem indem wie
"""
)

_SAY = {
    "sagen": "sagte sagt sagten sagen gesagt",
    "erklären": "erklärte erklärt erklärten erklären",
    "mitteilen": "mitteilte mitgeteilt teilte teilten teilt",
    "betonen": "betonte betont betonten",
    "berichten": "berichtete berichtet berichteten berichten",
    "behaupten": "behauptete behauptet behaupteten",
    "fordern": "forderte fordert forderten",
    "kritisieren": "kritisierte kritisiert kritisierten",
    "warnen": "warnte warnt warnten gewarnt",
    "ankündigen": "ankündigte angekündigt kündigte kündigten kündigt",
    "schreiben": "schrieb schreibt schrieben geschrieben",
    "meinen": "meinte meint meinten",
    "hinzufügen": "fügte hinzugefügt",
    "bestätigen": "bestätigte bestätigt bestätigten",
    "dementieren": "dementierte dementiert dementierten",
    "bestreiten": "bestritt bestreitet bestritten",
    "melden": "meldete meldet meldeten gemeldet",
    "äußern": "äußerte äußerten geäußert",
    "zurückweisen": "zurückwies zurückgewiesen wies wiesen weist",
    "bekanntgeben": "bekanntgab bekanntgegeben gab gaben gibt",
    "einräumen": "einräumte eingeräumt räumte räumten räumt",
    "ablehnen": "ablehnte abgelehnt lehnte lehnten lehnt",
    "vorwerfen": "vorwarf vorgeworfen warf warfen wirft werfen",
    "feststellen": "feststellte festgestellt stellte stellten stellt",
    "hervorheben": "hervorhob hervorgehoben hob hoben",
    "versprechen": "versprach verspricht versprachen versprochen",
    "unterstreichen": "unterstrich unterstreicht unterstrichen",
    "beklagen": "beklagte beklagt beklagten",
    "bedauern": "bedauerte bedauert bedauerten",
    "argumentieren": "argumentierte argumentiert argumentierten",
    "ergänzen": "ergänzte ergänzt ergänzten",
    "erzählen": "erzählte erzählt erzählten",
    "vermuten": "vermutete vermutet vermuteten",
    "schätzen": "schätzte schätzt schätzten",
    "mahnen": "mahnte mahnt mahnten",
    "drohen": "drohte droht drohten",
    "loben": "lobte lobt lobten gelobt",
    "begrüßen": "begrüßte begrüßt begrüßten",
    "verurteilen": "verurteilte verurteilt verurteilten",
    "versichern": "versicherte versichert versicherten",
    "zitieren": "zitierte zitiert zitierten",
    "antworten": "antwortete antwortet antworteten",
    "fragen": "fragte fragt fragten",
    "bezeichnen": "bezeichnete bezeichnet bezeichneten",
}

_PARTICLES = {
    form: tuple(particles.split())
    for forms, particles in {
        "wies wiesen weist": "zurück hin",
        "gab gaben gibt": "bekannt zu an",
        "räumte räumten räumt": "ein",
        "lehnte lehnten lehnt": "ab",
        "warf warfen wirft werfen": "vor",
        "stellte stellten stellt": "fest klar",
        "hob hoben": "hervor",
        "kündigte kündigten kündigt": "an",
        "teilte teilten teilt": "mit",
        "fügte": "hinzu an",
    }.items()
    for form in forms.split()
}
_PREFIXES = ("ge", "mitge", "ange", "hinzuge", "zurückge", "bekanntge", "einge", "abge", "vorge", "festge", "hervorge")
_PRESENT_TOO = listed("bestätigt erklärt behauptet betont berichtet kritisiert dementiert versichert verurteilt begrüßt bezeichnet")
_PARTICIPLES = listed("bestritten versprochen unterstrichen")


@cache
def _say_forms() -> dict[str, str]:
    return {form: lemma for lemma, forms in _SAY.items() for form in forms.split()}


@cache
def _verb_forms() -> dict[str, str]:
    return {
        form: "N" if form.startswith(_PREFIXES) or form in _PARTICIPLES else "DN" if form in _PRESENT_TOO else "D" for form in _say_forms()
    }


GERMAN = LangPack(
    code="de",
    stemmer="german",
    stop_words=_DETERMINERS
    | _PRONOUNS
    | _PREPOSITIONS
    | _AUXILIARIES
    | _MODALS
    | _SUBORDINATORS
    | listed(
        """
und oder aber auch noch nur schon so sehr mehr dort hier dann nun denn doch jedoch sowie daher dabei davon dazu daran darauf damit immer
wieder bereits etwa
"""
    ),
    splitting=Splitting(
        titles=listed("dr prof hr fr hrn dipl ing st bzw z.b u.a d.h vgl nr abs art bd"),
        abbreviations=listed(
            """
usw etc ca mio mrd co inc jan feb apr aug sept okt nov dez u.s evtl ggf inkl max min sog str tel
"""
        )
        | frozenset(str(day) for day in range(1, 32)),
        openers=listed(
            """
der die das ein eine er sie es wir ich in im am auf bei mit nach aber und doch auch dort als wenn zudem damit für
"""
        ),
        say_verbs=listed("sagte sagt fragte erklärte rief meinte schrieb antwortete betonte"),
    ),
    marks=(
        QuoteMarks("„", "“"),
        QuoteMarks("„", "”"),
        QuoteMarks("»", "«"),
        QuoteMarks("“", "”"),
        QuoteMarks('"', '"'),
        QuoteMarks("‚", "‘", weak=True),
    ),
    grammar=Grammar(
        determiners=_DETERMINERS,
        pronouns=_PRONOUNS,
        prepositions=_PREPOSITIONS,
        coordinators=listed("und oder aber sondern denn doch"),
        subordinators=_SUBORDINATORS,
        relatives=listed("der die das den dem deren dessen denen welche welcher welches wo"),
        auxiliaries=_AUXILIARIES,
        modals=_MODALS,
        verb_forms=_verb_forms,
        adverbs=listed(
            """
nicht auch noch schon jetzt dann später zuvor außerdem zudem bereits wieder heute gestern morgen demnach am
"""
        ),
    ),
    speech=Speech(
        verbs=_say_forms,
        weak_verbs=frozenset(["kritisieren", "fordern", "fragen", "schätzen", "vermuten", "drohen"]),
        quotative=frozenset(_SAY)
        - {"kritisieren", "fordern", "zitieren", "dementieren", "bestreiten", "loben", "begrüßen", "verurteilen", "ablehnen"},
        particles=_PARTICLES,
        according=(("laut",), ("nach", "angaben"), ("nach", "angaben", "von"), ("nach", "ansicht"), ("nach", "einschätzung")),
        trailing=frozenset(["zufolge"]),
        leading=frozenset(["so"]),
        hearsay=listed("angeblich mutmaßlich"),
        passive=listed("wird werden wurde wurden worden werde"),
        agents=listed("von vom durch"),
        as_told=frozenset(["wie"]),
        citing=tuple(
            tuple(phrase.split()) for phrase in ("unter berufung auf", "unter verweis auf", "mit verweis auf", "unter hinweis auf")
        ),
        is_said=listed("heißt hieß"),
        speaks=listed("spricht sprechen sprach sprachen"),
        speaks_of=listed("von vom"),
        moods=Moods(
            hearsay=listed("soll sollen"),
            claimed=listed("will wollen"),
            infinitives=listed("haben sein"),
            done=frozenset(["haben"]),
            gone=listed(
                """
                worden gewesen geworden gestorben verstorben geflohen geflüchtet entkommen gekommen gegangen gefahren gefallen geblieben
                gereist abgereist eingereist ausgereist eingetroffen zurückgekehrt verschwunden umgekommen gestürzt abgestürzt ertrunken
                verunglückt ausgebrochen explodiert eingestürzt zusammengebrochen erschienen aufgetaucht passiert geschehen
                """
            ),
            passive=listed("worden werden"),
            reported=listed("sei seien habe werde könne müsse solle wolle dürfe wisse gebe gehe komme stehe bleibe liege"),
            no_report=listed("ich mich mir wenn falls möge denn hoffentlich"),
        ),
        male=listed("er ihn ihm sein"),
        female=frozenset(["sie"]),
        plural=listed("sie ihnen"),
        neuter=frozenset(["es"]),
        media_nouns=listed("zeitung blatt magazin agentur nachrichtenagentur sender"),
        documents=listed("bericht berichte berichten bericht medienberichten studie umfrage gutachten angaben mitteilung"),
        people_nouns=listed(
            """
sprecher sprecherin minister ministerin präsident präsidentin experten experte polizei behörden kanzler kanzlerin beamte beamter quellen
"""
        ),
    ),
    naming=Naming(
        titles=listed(
            """
herr frau dr prof minister ministerin präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin außenminister außenministerin
sprecher sprecherin
"""
        ),
        title_heads=listed(
            """
herr frau dr prof minister ministerin präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin außenminister außenministerin
sprecher sprecherin
"""
        ),
        connectors=listed("von van zu für"),
        given_names=GERMAN_WOMEN | GERMAN_MEN,
        female_names=GERMAN_WOMEN,
    ),
    counting=Counting(
        numerals={
            word: float(value)
            for value, word in enumerate(
                ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
            )
        },
        scales={
            "hundert": 1e2,
            "tausend": 1e3,
            "million": 1e6,
            "millionen": 1e6,
            "mio": 1e6,
            "milliarde": 1e9,
            "milliarden": 1e9,
            "mrd": 1e9,
            "billion": 1e12,
            "billionen": 1e12,
        },
        approximations=tuple(
            tuple(phrase.split())
            for phrase in [
                "etwa",
                "rund",
                "circa",
                "ca",
                "ungefähr",
                "fast",
                "mehr als",
                "weniger als",
                "mindestens",
                "höchstens",
                "knapp",
                "gut",
                "bis zu",
                "über",
            ]
        ),
        currencies={"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"},
        months={
            word: index
            for index, word in enumerate(
                ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"],
                start=1,
            )
        },
        weekdays={
            word: index for index, word in enumerate(["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"])
        }
        | {"sonnabend": 5},
        decimal=",",
        metres=Metres(always=True),
    ),
)
"""The pack of German."""
