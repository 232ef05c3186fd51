"""German words that turn a claim; the lists are this project's own."""

from __future__ import annotations

import re

from briefing_app.comparison.cues.counting import Counts, Dimension, Outcomes, in_order, outcomes_by_word, sized, stems_of_anybody
from briefing_app.comparison.cues.days import Days
from briefing_app.comparison.cues.disputing import Disputing
from briefing_app.comparison.cues.kinds import Cues, Stage
from briefing_app.comparison.cues.mentions import Mentions
from briefing_app.comparison.cues.patterns import any_of
from briefing_app.comparison.cues.people import Aged, Roles
from briefing_app.comparison.cues.wording import Wording
from briefing_app.language.words import listed

_TOLD = outcomes_by_word(
    dead="tot tote toten toter getötet gestorben starben starb todesopfer leichen",
    hurt="verletzt verletzte verletzten verletzter verwundet verwundete verwundeten",
    missing="vermisst vermisste vermissten",
    held="festgenommen festnahmen verhaftet festgenommene",
    infected="infiziert infizierte infizierten infektionen",
)
_ORDERED = [
    in_order(" ".join(f"{word}{end}" for word in ("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt")))
    for end in ("e", "en", "er", "es", "em")
]
_COUNTS = Counts(
    ordinals={word: place for words in _ORDERED for word, place in words.items()},
    unranked=listed(
        "mal tag tage tagen woche monat jahr quartal hälfte halbzeit runde nacht platz stelle linie stunde stunden klasse liga grades blick"
        " hand hilfe welt weltkrieg weltkriegs stock"
    ),
    units=sized(
        (Dimension.LENGTH, 1.0, "meter m"),
        (Dimension.LENGTH, 1000.0, "kilometer km"),
        (Dimension.LENGTH, 0.01, "zentimeter cm"),
        (Dimension.MASS, 1.0, "kilogramm kg kilo"),
        (Dimension.MASS, 1000.0, "tonne tonnen"),
        (Dimension.AREA, 10000.0, "hektar"),
        (Dimension.VOLUME, 1.0, "liter"),
        (Dimension.SPEED, 1.0, "km/h stundenkilometer"),
        (Dimension.DURATION, 1.0, "minute minuten"),
        (Dimension.DURATION, 60.0, "stunde stunden"),
    ),
    points=listed("prozentpunkt prozentpunkte"),
    money=listed("euro dollar pfund yen yuan franken rubel krone kronen"),
    joining=listed("bis und oder prozent"),
    person=listed("person personen menschen"),
    most=frozenset({"höchstens", "bis zu", "weniger als", "unter", "maximal"}),
    nearly=("fast ", "knapp ", "beinahe "),
    outcomes=Outcomes(
        told=_TOLD,
        anybody=stems_of_anybody("german", listed("menschen personen leute passagiere fahrgäste opfer männer frauen weitere"), _TOLD),
        sick=("virus", "covid", "ebola", "kranken", "patient", "infekt"),
        number_of=listed("zahl"),
        parting=listed("in"),
        perishing=frozenset({"ums leben"}),
    ),
)

_FEMALE = listed("mädchen frau tochter mutter schwester schülerin großmutter rentnerin fahrerin studentin")
_MALE = listed("junge jungen mann sohn vater bruder schüler großvater rentner fahrer student schütze täter")
_AGED = Aged(
    told=(re.compile(rf"(?<![\w-])(?P<age>\d{{1,3}})-?jährige[nrs]? (?P<who>{'|'.join(sorted(_FEMALE | _MALE))})(?P<next>)(?!\w)"),),
    female=_FEMALE,
    male=_MALE,
    before=re.compile(r"(\d{1,3})-?jährige[nrs]? (?:\w+ ){0,2}$"),
    ranging=re.compile(r"(?<!\w)im alter (?:von|zwischen) (?P<young>\w+)(?: bis | und | ?[-–] ?)(?P<old>\w+) jahren?(?: alt)?(?!\w)"),
)

_PART = (
    r"schützen?|angreifer|attentäter|täter|mörder|entführer|fahrer|lokführer|pilot(?:en)?|kapitän|gründer|erfinder|autor|komponist(?:en)?"
    r"|sieger|gewinner|nachfolger|drahtzieher"
)
_ROLES = Roles(
    given=(
        re.compile(
            rf"\b(?:der|die|den|dem) (?:(?!zweite|andere|erste|dritte|frühere|ehemalige|alte)\w+ ){{0,2}}((?:{_PART})(?:in)?),? $",
            re.IGNORECASE,
        ),
        re.compile(rf"\bidentifizierten? (?:den|die) (?:\w+ )?((?:{_PART})(?:in)?) als $", re.IGNORECASE),
    )
)

_WORDING = Wording(
    joining=listed(
        "und aber oder sondern doch denn während obwohl dass weil da so also jedoch zudem außerdem dennoch trotzdem daher deshalb dann auch"
        " unterdessen inzwischen indes allerdings zwar"
    ),
    limiting=listed("nur nicht sogar bloß außer bis"),
    parting=any_of("aber", "jedoch", "sondern", "obwohl", "während", "sagt(?:e|en)?", "erklärten?", "hieß es"),
    determiners=listed("der die das den dem des ein eine einen einem einer eines sein seine ihr ihre dieser diese dieses"),
    pointing=listed("das dies diese dieser dieses jene jener jenes"),
    be=listed("ist sind war waren sei seien wäre wären sein gewesen"),
    predicating=listed("ist sind war waren sei seien wäre wären"),
    negating=listed("nicht"),
    never=listed("nicht nie niemals"),
)

_MENTIONS = Mentions(
    times=listed("sekunde minute stunde tag woche wochenende monat jahr jahrzehnt jahrhundert morgen nachmittag abend nacht zeit heute"),
    doers=("er", "erin", "or", "orin", "ist", "istin", "mann", "frau", "eur"),
    things=listed(
        "wasser wetter fenster zimmer meter kilometer nummer feuer messer winter sommer theater ufer koffer fehler motor orchester kloster"
        " september oktober november dezember alter"
    ),
    whose=listed(
        "sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres mein meine meinen meinem meiner unser unsere unseren"
        " unserem unserer euer eure euren"
    ),
)

_CLAIM = r"(?:behauptung|bericht|vorwurf|vorwürf|darstellung|gerücht|these|vorstellung|meldung|aussage|annahme)\w*"
_DISPUTING = Disputing(
    claim=any_of(
        r"(?:bestreite[nt]?|bestritt(?:en)?|dementier(?:t|te|ten|en)|leugne(?:t|te|ten|n)), dass",
        rf"(?:weis(?:t|en)|wies(?:en)?|bestreite[nt]?|bestritt(?:en)?|dementier(?:t|te|ten|en)) (?:[\w-]+ ){{0,4}}{_CLAIM}"
        r"(?: (?:[\w-]+ ){0,2}zurück)?, (?:dass|wonach)",
        rf"(?:falsche[nrsm]?|haltlose[nrsm]?|unwahre[nrsm]?|unbelegte[nrsm]?|widerlegte[nrsm]?) {_CLAIM}, (?:dass|wonach)",
        r"behaupte(?:t|te|ten|n) (?:fälschlich(?:erweise)?|zu unrecht), dass",
        rf"entgegen (?:[\w-]+ ){{0,4}}{_CLAIM}, (?:dass|wonach)",
        r"(?:nicht wahr|unwahr|falsch|gelogen|ein irrtum), dass",
    ),
    ending=re.compile(r"[;—–]| -- |, (?:aber|und|doch|wobei|während|obwohl|nachdem|als|wie|sagte|so)(?!\w)|[.!?][\"”“’']* [A-ZÄÖÜ\"„]"),
    marked=any_of(
        r"falsch(?:e[nrsm]?)?|fälschlich(?:erweise)?|haltlos(?:e[nrsm]?)?|unwahr(?:e[nrsm]?)?|gerücht(?:e|en)?|faktencheck\w*",
        *(r"bestreite[nt]?|bestritt(?:en)?|dementier(?:t|te|ten|en)|widerlegt\w*", "ob", "entgegen", "zurückgewiesen", "zurück"),
    ),
    knowing=re.compile(r"\W*(?:er|sie|es)? ?(?:davon |von )?(?:\w+ ){0,4}(?:wusste|gewusst|kenntnis)"),
)

GERMAN = Cues(
    disputing=_DISPUTING,
    negation=any_of(
        r"nicht(?! nur| zuletzt| einmal| mehr als| weniger als)",
        r"kein(?:e[rnms]?)?(?! zweifel)",
        *("nie", "niemals", "niemand(?:em|en)?", "nichts", "weder", "keineswegs", "keinesfalls"),
    ),
    denial=any_of(
        r"bestreite[nt]?|bestritt(?:en)?|dementier(?:t|te|ten|en)|leugne(?:t|te|ten|n)",
        r"(?:weis(?:t|en)|wies(?:en)?) (?:[\w-]+ ){0,8}(?:zurück|von sich)",
        r"(?:zurückgewiesen|zurückweisen|zurückzuweisen|widersprach(?:en)?|widerspricht|widersprochen)",
        *(r"nicht wahr", "unwahr", "frei erfunden", "haltlos", r"aus der luft gegriffen", r"falschmeldung(?:en)?", "jeder grundlage"),
        r"(?:berichte?|meldung(?:en)?|behauptung(?:en)?|angaben|vorwürfe?) (?:\w+ ){0,4}(?:ist|sind|sei|seien|war|waren) falsch",
    ),
    refusal=any_of(
        r"weiger(?:t|te|ten|n) sich|sich (?:\w+ ){0,3}geweigert|verweiger(?:t|te|ten|n)",
        r"lehn(?:t|te|ten|en) (?:[\w-]+ ){0,8}ab|abgelehnt",
        r"schlie(?:ßt|ßen|sst) (?:[\w-]+ ){0,6}aus|schloss(?:en)? (?:[\w-]+ ){0,6}aus|ausgeschlossen",
    ),
    doubt=any_of(
        *("könnten?", "dürften?", "soll(?:en)?", "möglicherweise", "vielleicht", "wohl", "offenbar", "anscheinend", "angeblich"),
        *("mutmaßlich(?:e[rnms]?)?", "vermutlich", "wahrscheinlich", "unklar", r"schein(?:t|en)", "demnach", "womöglich", "ob"),
    ),
    scope=any_of(
        *("nur", "alle[rnms]?", "beide[rn]?", "fast", "teilweise", "weitgehend", "vollständig", "gänzlich", "völlig", "ausschließlich"),
        *("größtenteils", "überwiegend", "einstimmig", "gesamte[rnms]?", "lediglich"),
    ),
    condition=any_of("wenn", "falls", "sofern", "solange", "es sei denn", "vorausgesetzt", "unter der bedingung", "bis", "vorbehaltlich"),
    undecided=any_of("ob", "unklar", "ungewiss", "nicht klar", "nicht bekannt", "offen(?: ist)?", "widersprüchlich(?:e[rnms]?)?"),
    silence=any_of(
        r"(?:woll\w+|konn\w+|möcht\w+) sich (?:\w+ ){0,6}nicht (?:\w+ )?(?:äußern|dazu äußern)",
        r"(?:war|waren) (?:\w+ ){0,4}nicht (?:zu erreichen|erreichbar)|(?:reagier|antwort)\w+ (?:\w+ ){0,5}nicht|kein kommentar",
        r"lehn\w+ (?:\w+ ){0,3}(?:eine )?stellungnahme ab|wollte (?:\w+ ){0,5}nicht kommentieren",
    ),
    bound=any_of("mindestens", "mehr als", "über", "höchstens", "bis zu", "weniger als", "unter", "wenigstens", "maximal"),
    former=any_of(r"frühere[rnms]?", r"ehemalige[rnms]?", "einst", "zuvor", "damals", r"bisherige[rnms]?"),
    still=any_of("noch", "weiterhin", "nach wie vor", "derzeit", "heute", "immer noch", r"bleib(?:t|en)"),
    confirmed=any_of(r"bestätig(?:t|te|ten|en)", r"räum(?:t|te|ten) (?:\w+ ){0,4}ein|eingeräumt", r"gab(?:en)? (?:\w+ ){0,4}zu|zugegeben"),
    reported=any_of("angeblich", r"bericht(?:en|e) zufolge", r"laut (?:\w+ ){0,2}berichten?", r"soll(?:en)?", r"gerücht(?:e|en)?"),
    planned=any_of(r"plan(?:t|te|ten|en)", r"will|wollen", r"beabsichtig(?:t|en)", r"erwäg(?:t|en)", r"vorhaben|vor(?:gesehen|haben)"),
    decided=any_of(r"beschl(?:ießt|oss|ossen)", r"entsch(?:eidet|ied|ieden)", r"einig(?:te|ten|en) sich|geeinigt", r"billig(?:te|ten|t)"),
    future=any_of(r"wird|werden|werde"),
    possible=any_of("könnten?", "dürften?", "kann", "können"),
    at_first=any_of("zunächst", "anfangs", "anfänglich", "ursprünglich"),
    none=frozenset({"kein", "keine", "keiner", "keinen", "keinem", "niemand", "nichts", "nie"}),
    done=any_of(
        r"(?:hat|haben|wurden?|ist|sind) (?:[\w-]+ ){0,12}?(?:(?:ab|an|auf|aus|ein|vor|zu|um|mit|nach|los|weg)?ge\w{2,}(?:t|en)"
        r"|(?:ver|be|ent|er|zer)\w{2,}(?:t|en)|\w+iert)(?: worden)?(?! (?:werden|wird|soll|will))",
    ),
    stages=(
        (
            Stage.DECIDED,
            any_of(
                r"beschl(?:ießt|oss|ossen)",
                r"entsch(?:eidet|ied|ieden)",
                r"beschluss",
                r"verabschiedet(?:e|en)?",
                r"einig(?:te|ten) sich",
                "geeinigt",
                "genehmigt",
                "gebilligt",
            ),
        ),
        (
            Stage.PLANNED,
            any_of(
                *(r"plan(?:t|te|ten|en)", "will", "wollen", "wird", "werden soll(?:en)?", "vorgesehen", "geplant", r"beabsichtig(?:t|en)"),
                *(r"hab?(?:t|en) vor", "steht bevor", "bevorstehend(?:e[rnms]?)?", r"streb(?:t|en) an", "in planung"),
            ),
        ),
        (
            Stage.RUMOURED,
            any_of("angeblich", r"gerücht(?:e|en)?", "könnten?", "möglicherweise", r"erwäg(?:t|en)", "soll", "sollen", "dürften?"),
        ),
        (
            Stage.ANNOUNCED,
            any_of(
                r"kündig(?:t|te|ten|en) (?:[\w-]+ ){0,8}an",
                "angekündigt",
                r"versp(?:richt|rach|rachen|rochen)",
                r"sagt(?:e|en)? (?:[\w-]+ ){0,6}zu|zugesagt",
                r"stell(?:t|te|ten) (?:[\w-]+ ){0,6}vor",
            ),
        ),
    ),
    clock=any_of(r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))? uhr", "(?P<noon>mittags?)", "mitternacht"),
    clock_bounds=listed("vor bis seit ab nach"),
    clock_nearly=listed("kurz"),
    counts=_COUNTS,
    aged=_AGED,
    roles=_ROLES,
    wording=_WORDING,
    mentions=_MENTIONS,
    days=Days(joining=listed("der den dem des am im vom")),
    reports=any_of(r"bericht(?:et|ete|eten|en)"),
    supposing=("wenn ", "falls "),
    helping=listed("worden"),
    inside=re.compile(r"^(ab|an|auf|aus|ein|vor|um|mit|nach|los|weg|)(?:ge|zu)(?=\w{4})"),
)
"""The row of German."""
