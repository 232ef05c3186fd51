"""French words that turn a claim; the lists are this project's own."""

from __future__ import annotations

import re

from briefing_app.comparison.cues.counting import Counts, Dimension, Outcomes, in_order, outcomes_by_word, sized, stems_of_anybody
from briefing_app.comparison.cues.days import Days
from briefing_app.comparison.cues.kinds import Cues, Stage
from briefing_app.comparison.cues.mentions import Mentions
from briefing_app.comparison.cues.patterns import any_of
from briefing_app.comparison.cues.people import Aged, Roles
from briefing_app.comparison.cues.wording import Wording
from briefing_app.language.words import listed

_TOLD = outcomes_by_word(
    dead="mort morts morte mortes tué tués tuée tuées décédé décédés décédées décès",
    hurt="blessé blessés blessée blessées",
    missing="disparu disparus disparue disparues",
    held="arrêté arrêtés arrêtée arrêtées interpellé interpellés interpellées arrestations interpellations",
    infected="infecté infectés infectée infectées contaminés contaminées",
)
_COUNTS = Counts(
    ordinals={
        **in_order("premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième"),
        **in_order("première seconde"),
        "second": 2,
    },
    unranked=listed(
        "fois jour jours semaine mois an année trimestre mi-temps tour nuit place plan heure heures degré étage classe ligne ministre"
        " guerre temps lieu abord"
    ),
    units=sized(
        (Dimension.LENGTH, 1.0, "mètre m"),
        (Dimension.LENGTH, 1000.0, "kilomètre km"),
        (Dimension.LENGTH, 0.01, "centimètre cm"),
        (Dimension.MASS, 1.0, "kilogramme kg kilo"),
        (Dimension.MASS, 1000.0, "tonne"),
        (Dimension.AREA, 10000.0, "hectare"),
        (Dimension.VOLUME, 1.0, "litre"),
        (Dimension.SPEED, 1.0, "km/h"),
        (Dimension.DURATION, 1.0, "minute"),
        (Dimension.DURATION, 60.0, "heure"),
    ),
    points=listed("point"),
    money=listed("euro euros dollar dollars livre livres yen yens yuan yuans franc francs rouble roubles couronne couronnes"),
    joining=listed("à et ou"),
    person=listed("personne personnes"),
    most=frozenset({"au plus", "jusqu'à", "moins de", "au maximum"}),
    nearly=("près de ", "presque "),
    outcomes=Outcomes(
        told=_TOLD,
        anybody=stems_of_anybody("french", listed("personnes personne gens passagers victimes hommes femmes autres"), _TOLD),
        sick=("virus", "covid", "ebola", "patient", "infect"),
        number_of=listed("nombre total"),
        tolls=listed("bilan"),
    ),
)

_FEMALE = listed("fille fillette femme mère sœur conductrice étudiante passagère")
_MALE = listed("garçon garçonnet homme père frère fils conducteur étudiant passager tireur")
_AGED = Aged(
    told=(
        re.compile(
            rf"(?<!\w)(?P<who>{'|'.join(sorted(_FEMALE | _MALE, reverse=True))})(?: de|,? âgée? de) (?P<age>\d{{1,3}}) ans(?P<next>)(?!\w)"
        ),
    ),
    female=_FEMALE,
    male=_MALE,
    behind=re.compile(r"(?:, (?:âgée? de )?| \()(\d{1,3})(?: ans)?(?=[,.;)]|$)"),
    ranging=re.compile(r"(?<!\w)âgée?s (?:de|entre) (?P<young>\w+) (?:à|et) (?P<old>\w+) ans(?!\w)"),
)

_PART = (
    "tireur|tireuse|assaillant|agresseur|meurtrier|meurtrière|tueur|ravisseur|conducteur|conductrice|chauffeur|pilote|capitaine|fondateur"
    "|fondatrice|inventeur|auteur|compositeur|vainqueur|successeur|cerveau"
)
_ROLES = Roles(
    given=(
        re.compile(rf"(?<!\w)(?:le |la |l['’])(?:(?!second|autre|premi|troisi|ancien)\w+ )?({_PART}),? $", re.IGNORECASE),
        re.compile(rf"\bidentifié (?:le |la |l['’])({_PART}) comme $", re.IGNORECASE),
    )
)

_WORDING = Wording(
    joining=listed("et mais ou donc or car que tandis alors quoique cependant toutefois pourtant ainsi aussi puis ensuite enfin"),
    limiting=listed("seulement pas même sauf jusqu'à"),
    parting=any_of("mais", "alors que", "tandis que", "bien que", "quoique", "dit", "a déclaré", "ont déclaré", "a ajouté"),
    determiners=listed("le la les un une des ce cet cette ces son sa ses leur leurs"),
    pointing=listed("ceci cela ça ce celui celle ceux celles"),
    be=listed("est sont était étaient sera seront fut furent été serait seraient"),
    predicating=listed("est sont était étaient sera seront fut furent été serait seraient"),
    negating=listed("pas"),
    never=listed("pas jamais"),
)

_MENTIONS = Mentions(
    times=listed("seconde minute heure jour semaine week-end mois an année décennie siècle matin après-midi soir nuit temps"),
    doers=("eur", "euse", "trice", "iste", "ien", "ienne"),
    things=listed("heure valeur ampleur hauteur longueur largeur chaleur couleur erreur horreur peur secteur moteur liste piste lien bien"),
    whose=listed("son sa ses leur leurs mon ma mes notre nos votre vos"),
)

FRENCH = Cues(
    negation=any_of(
        r"n(?:e |')(?:[lmts]'|l[ae]s? |lui |leur |se |en |y )?\w+ (?:\w+ )?"
        r"(?:pas|jamais|rien|aucune?|personne|plus|guère|nullement)(?! seulement)",
        *("aucune? \\w+ n(?:e|')", "personne n(?:e|')", "rien n(?:e|')", "jamais", "sans", "ni"),
    ),
    denial=any_of(
        r"(?:dé|de)ment(?:i|ie|is|ent|ait|aient|ir|it)?",
        r"ni(?:e|ent|é|ée|ait|aient)(?= )",
        r"réfut(?:e|ent|é|ée|ait|aient)|contest(?:e|ent|é|ée|ait)",
        r"rejet(?:te|tent|é|ée|ait) (?:\w+ ){0,3}(?:accusations?|allégations?|informations?|affirmations?|rumeurs?)",
        *(
            "faux",
            "mensonger(?:s|e|es)?",
            r"infondée?s?",
            r"inexacte?s?",
            "sans fondement",
            "dénuée?s? de tout fondement",
            "fausse nouvelle",
        ),
    ),
    refusal=any_of(r"refus(?:e|ent|é|ée|ait|aient|er)", r"exclu(?:t|s|e|ent|ait)?", r"renonc(?:e|ent|é|ait) à"),
    doubt=any_of(
        *(
            "peut-être",
            "pourrai(?:t|ent)",
            "devrai(?:t|ent)",
            "serai(?:t|ent)",
            "aurai(?:t|ent)",
            "probablement",
            "sans doute",
            "apparemment",
        ),
        *(r"sembl(?:e|ent|ait)", r"présumée?s?", "prétendument", "selon des rumeurs", "il se pourrait", "éventuel(?:le|s|les)?"),
    ),
    scope=any_of(
        *("seul(?:e|s|es)?", "seulement", "uniquement", "tou(?:s|t|te|tes)", "presque", "entièrement", "totalement", "partiellement"),
        *("largement", "exclusivement", "à l'unanimité", "complètement", "les deux"),
    ),
    condition=any_of("si", "à condition", "sauf", "à moins", "pourvu", "tant que", "en cas de", "jusqu'à", "sous réserve"),
    undecided=any_of("si l'on ignore", "on ignore", "incertain(?:e|s|es)?", "pas clair", "pas encore connue?s?", "contradictoires?"),
    silence=any_of(
        r"(?:refusé|pas souhaité|pas voulu|refusent?|décliné) (?:\w+ ){0,3}(?:de )?(?:commenter|s'exprimer|répondre|commentaire)",
        r"n'(?:a|ont) pas (?:\w+ )?(?:répondu|réagi|commenté)|n'étai(?:t|ent) pas joignables?|aucun commentaire|pas fait de commentaires?",
    ),
    bound=any_of("au moins", "plus de", "au plus", "moins de", "jusqu'à", "au minimum", "au maximum"),
    counts=_COUNTS,
    former=any_of("ancien(?:ne|s|nes)?", "ex", "autrefois", "auparavant", "jadis", "à l'époque"),
    still=any_of("encore", "toujours", "actuellement", "aujourd'hui", r"rest(?:e|ent)", r"continu(?:e|ent)"),
    confirmed=any_of(r"confirm(?:e|ent|é|ée|ait)", r"reconn(?:aît|u|ue|aissent)", r"admi(?:s|se|t|ttent)", r"avou(?:e|é)"),
    reported=any_of("selon des informations", "selon la presse", "selon les médias", "rumeurs?", "il se dit", "aurait", "auraient"),
    planned=any_of(
        r"prévo(?:it|ient|yait)|prévue?s?",
        r"compt(?:e|ent) ",
        r"envisag(?:e|ent|eait)",
        r"projet(?:te|tent)",
        r"veu(?:t|lent)",
        "doit",
        "doivent",
    ),
    decided=any_of(r"décid(?:e|ent|é|ée|ait)", r"approuv(?:e|ent|é|ée)", r"adopt(?:e|ent|é|ée)", r"vot(?:e|ent|é|ée)", r"ordonn(?:e|é|ée)"),
    future=any_of(r"v(?:a|ont) \w+er", r"\w+(?:era|eront|ira|iront)"),
    possible=any_of("pourrai(?:t|ent)", "peut", "peuvent"),
    at_first=any_of("initialement", "au départ", "dans un premier temps"),
    none=frozenset({"aucun", "aucune", "personne", "rien", "jamais"}),
    done=any_of(
        r"(?:a|ont|est|sont) (?:été )?(?:\w+ment )?\w{2,}(?:ée?s?|ie?s?|its?|ites?|ue?s?|erte?s?)",
        r"(?:s'est|se sont) \w{2,}(?:ée?s?|ie?s?|ue?s?)",
    ),
    stages=(
        (
            Stage.DECIDED,
            any_of(
                r"décid(?:e|ent|é|ée)",
                "décision",
                r"tranch(?:e|ent|é|ée)",
                r"vot(?:e|ent|é|ée)",
                r"ratifi(?:e|ent|é|ée)",
                r"approuv(?:e|ent|é|ée)",
                r"adopt(?:e|ent|é|ée)",
                r"accord conclu",
            ),
        ),
        (
            Stage.PLANNED,
            any_of(
                r"prévo(?:it|ient|yait)|prévue?s?",
                r"v(?:a|ont) (?:\w+ )?\w+(?:er|ir|re)",
                r"veu(?:t|lent)",
                "doit",
                "doivent",
                r"compt(?:e|ent)",
                r"projet(?:te|tent)",
            ),
        ),
        (Stage.RUMOURED, any_of("pourrai(?:t|ent)", "rumeurs?", r"envisag(?:e|ent)", "aurai(?:t|ent)", "serai(?:t|ent)", "peut-être")),
        (
            Stage.ANNOUNCED,
            any_of(r"annonc(?:e|ent|é|ée|ait)", r"dévoil(?:e|ent|é|ée)", r"présent(?:e|ent|é|ée)", r"promet(?:tent)?|promis"),
        ),
    ),
    clock=any_of(r"(?:à|vers) (?P<hour>\d{1,2}) ?(?:h|heures?)(?: ?(?P<minute>\d\d))?", "(?P<noon>midi)", "minuit"),
    clock_bounds=listed("avant depuis jusqu'à après"),
    clock_nearly=listed("peu"),
    aged=_AGED,
    roles=_ROLES,
    wording=_WORDING,
    mentions=_MENTIONS,
    days=Days(joining=listed("le la les du de au en"), ordinals=("er",)),
    reports=any_of(r"rapport(?:e|ent|é|ait|aient)", r"révèl(?:e|ent)", "révélé"),
    supposing=("si ",),
    helping=listed("été"),
)
"""The row of French."""
