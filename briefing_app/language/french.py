"""French: stop words, abbreviations, quotation marks, say-verbs; the lists are this project's own."""

from __future__ import annotations

from functools import cache

from briefing_app.language.european_names import FRENCH_MEN, FRENCH_WOMEN
from briefing_app.language.pack import Counting, Grammar, LangPack, Moods, Naming, QuoteMarks, Speech
from briefing_app.language.sentences import Splitting
from briefing_app.language.words import listed

_DETERMINERS = listed(
    """
le la les un une des du ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs quelques plusieurs chaque tout
toute tous toutes deux trois quatre cinq aucun aucune
"""
)
_PRONOUNS = listed(
    """
je tu il elle on nous vous ils elles me te se lui eux moi toi soi qui que quoi dont où y en ceci cela ça celui celle ceux celles
"""
)
_PREPOSITIONS = listed(
    """
à au aux de du des dans en par pour sur sous avec sans chez contre entre vers depuis pendant avant après selon jusque malgré parmi dès
lors
"""
)
_AUXILIARIES = listed(
    """
est sont était étaient suis sera seront serait fut furent a ont avait avaient ai aura auront aurait eut soit soient été être avoir ayant
étant aurait auraient serait seraient
"""
)
_MODALS = listed(
    """
peut peuvent pouvait pourra pourrait pourraient doit doivent devait devra devrait devraient veut veulent voulait va vont
"""
)
_SUBORDINATORS = listed("que parce puisque lorsque quand si comme tandis alors bien afin pour quoique")

_SAY = {
    "dire": "dit disent disait dira",
    "déclarer": "déclare déclaré déclarait déclarent",
    "affirmer": "affirme affirmé affirment affirmait",
    "annoncer": "annonce annoncé annoncent annonçait",
    "expliquer": "explique expliqué expliquent",
    "ajouter": "ajoute ajouté ajoutent",
    "indiquer": "indique indiqué indiquent",
    "préciser": "précise précisé précisent",
    "estimer": "estime estimé estiment estimait",
    "assurer": "assure assuré assurent",
    "souligner": "souligne souligné soulignent",
    "rapporter": "rapporte rapporté rapportent",
    "écrire": "écrit écrivait écrivent",
    "prévenir": "prévient prévenu",
    "démentir": "dément démenti démentent",
    "nier": "nie nié nient",
    "confirmer": "confirme confirmé confirment",
    "répondre": "répond répondu répondent",
    "demander": "demande demandé demandent",
    "réclamer": "réclame réclamé",
    "dénoncer": "dénonce dénoncé dénoncent",
    "accuser": "accuse accusé accusent",
    "lancer": "lance lancé",
    "promettre": "promet promis promettent promettait",
    "saluer": "salue salué saluent",
    "garantir": "garantit garanti garantissent",
    "juger": "juge jugé jugent jugeait",
    "reconnaître": "reconnaît reconnait reconnu reconnaissent",
    "admettre": "admet admis admettent",
    "rappeler": "rappelle rappelé rappellent",
    "insister": "insiste insisté insistent",
    "regretter": "regrette regretté regrettent",
    "marteler": "martèle martelé",
    "soutenir": "soutient soutenu soutiennent",
    "prétendre": "prétend prétendu prétendent",
    "avertir": "avertit averti avertissent",
    "exiger": "exige exigé exigent",
    "critiquer": "critique critiqué critiquent",
    "condamner": "condamne condamné condamnent",
    "rejeter": "rejette rejeté rejettent",
    "contester": "conteste contesté contestent",
    "conclure": "conclut conclu concluent",
    "raconter": "raconte raconté racontent",
    "signaler": "signale signalé signalent",
    "noter": "note noté notent",
    "suggérer": "suggère suggéré suggèrent",
    "plaider": "plaide plaidé plaident",
    "révéler": "révèle révélé révèlent",
    "revendiquer": "revendique revendiqué revendiquent",
    "qualifier": "qualifie qualifié qualifient",
    "cite": "cite citent citant",
}


@cache
def _say_forms() -> dict[str, str]:
    table: dict[str, str] = {}
    for lemma, forms in _SAY.items():
        for form in forms.split():
            table[form] = lemma
            for ending in ("e", "s", "es") if form.endswith("é") or form in _PARTICIPLES else ():
                table.setdefault(form + ending, lemma)
    return table


_BOTH = frozenset(["dit", "garantit", "avertit"])
_PARTICIPLES = listed("répondu démenti promis garanti reconnu admis soutenu prétendu averti conclu prévenu")


@cache
def _verb_forms() -> dict[str, str]:
    return {form: _readings(form) for form in _say_forms()}


def _readings(form: str) -> str:
    """Past participles, which agree with their noun, the form that opens an aside ("citant"), and all others."""
    stem = form.removesuffix("s").removesuffix("e")
    if form.endswith(("é", "ée", "és", "ées")) or form in _PARTICIPLES or (stem in _PARTICIPLES and form not in _BOTH):
        return "N"
    return "DN" if form in _BOTH else "G" if form.endswith("ant") else "D"


FRENCH = LangPack(
    code="fr",
    stemmer="french",
    stop_words=_DETERMINERS
    | _PRONOUNS
    | _PREPOSITIONS
    | _AUXILIARIES
    | _MODALS
    | _SUBORDINATORS
    | listed(
        """
et ou mais donc or ni car aussi plus très bien encore déjà ainsi même autre autres d l s n c j m t qu d'un d'une l'on
"""
    ),
    splitting=Splitting(
        titles=listed("m mm mme mmes mlle dr pr me mgr st ste"),
        abbreviations=listed("etc env av bd art p.ex janv févr avr juil sept oct nov déc"),
        openers=listed(
            """
le la les un une il elle ils elles on nous ce cette ces en dans mais et pour selon à au après avant
"""
        ),
        say_verbs=listed("dit déclaré a demandé demande affirme affirmé ajoute ajouté lance lancé répond répondu"),
    ),
    marks=(QuoteMarks("«", "»"), QuoteMarks("“", "”"), QuoteMarks('"', '"'), QuoteMarks("‹", "›")),
    grammar=Grammar(
        determiners=_DETERMINERS,
        pronouns=_PRONOUNS,
        prepositions=_PREPOSITIONS,
        coordinators=listed("et ou mais donc or ni car"),
        subordinators=_SUBORDINATORS,
        relatives=listed("qui que dont où lequel laquelle lesquels"),
        auxiliaries=_AUXILIARIES,
        modals=_MODALS,
        verb_forms=_verb_forms,
        adverbs=listed("ne n' pas aussi encore déjà hier demain plus jamais également notamment ensuite"),
    ),
    speech=Speech(
        verbs=_say_forms,
        quotative=frozenset(_SAY) - {"démentir", "nier", "réclamer", "dénoncer", "accuser"},
        weak_verbs=listed("demander accuser réclamer dénoncer lancer assurer"),
        according=(
            ("selon",),
            ("de", "source"),
            ("de", "sources"),
            ("aux", "dires", "de"),
            ("à", "en", "croire"),
            ("d'après",),
            ("d’après",),
        ),
        passive=listed("est sont était étaient été être fut furent sera seront serait"),
        agents=frozenset(["par"]),
        as_told=frozenset(["comme"]),
        speaks=listed("parle parlent parlait évoque évoquent"),
        speaks_of=listed("de d' du des"),
        moods=Moods(
            conditionals=listed("aurait auraient"),
            supposed=listed("si s'il s'ils s'elle s'elles sans je j' j'aurais nous vous pourquoi comment que quand"),
            unreal=listed("pu dû fallu voulu aimé préféré souhaité mérité suffi mieux lieu tout peu plus"),
        ),
        hearsay=frozenset(["prétendument"]),
        male=listed("il lui le"),
        female=frozenset(["elle"]),
        plural=listed("ils elles eux"),
        neuter=frozenset(["cela"]),
        media_nouns=listed("journal quotidien agence magazine chaîne hebdomadaire site"),
        people_nouns=listed(
            """
porte-parole ministre président présidente experts expert police autorités source sources responsable responsables
"""
        ),
    ),
    naming=Naming(
        titles=listed("m mme mlle dr président présidente ministre premier première"),
        title_heads=listed("m mme mlle dr président présidente ministre premier première"),
        connectors=listed("de du des d'"),
        given_names=FRENCH_WOMEN | FRENCH_MEN,
        female_names=FRENCH_WOMEN,
    ),
    counting=Counting(
        numerals={
            word: float(value)
            for value, word in enumerate(
                ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"]
            )
        },
        scales={"cent": 1e2, "cents": 1e2, "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9},
        approximations=tuple(
            tuple(phrase.split()) for phrase in ["environ", "près de", "plus de", "moins de", "au moins", "presque", "quelque", "jusqu'à"]
        ),
        currencies={"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"},
        months={
            word: index
            for index, word in enumerate(
                ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
                start=1,
            )
        },
        weekdays={word: index for index, word in enumerate(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])},
        decimal=",",
    ),
)
"""The pack of French."""
