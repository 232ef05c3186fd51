"""German words that turn a claim; the lists are this project's own."""

from __future__ import annotations

import re

from briefing_app.comparison.cues.counting import Counts, Outcomes, outcomes_by_word, stems_of_anybody
from briefing_app.comparison.cues.kinds import Cues, Stage
from briefing_app.comparison.cues.patterns import any_of
from briefing_app.language.words import listed

_TOLD = outcomes_by_word(
    dead="tot tote toten toter getötet gestorben starben starb todesopfer leichen",
    hurt="verletzt verletzte verletzten verletzter verwundet verwundete verwundeten",
    missing="vermisst vermisste vermissten",
    held="festgenommen festnahmen verhaftet festgenommene",
    infected="infiziert infizierte infizierten infektionen",
)
_COUNTS = Counts(
    money=listed("euro dollar pfund yen yuan franken rubel krone kronen"),
    joining=listed("bis und oder prozent"),
    person=listed("person personen menschen"),
    most=frozenset({"höchstens", "bis zu", "weniger als", "unter", "maximal"}),
    outcomes=Outcomes(
        told=_TOLD,
        anybody=stems_of_anybody("german", listed("menschen personen leute passagiere fahrgäste opfer männer frauen weitere"), _TOLD),
        sick=("virus", "covid", "ebola", "kranken", "patient", "infekt"),
        number_of=listed("zahl"),
        parting=listed("in"),
        perishing=frozenset({"ums leben"}),
    ),
)

GERMAN = Cues(
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
    helping=listed("worden"),
    inside=re.compile(r"^(ab|an|auf|aus|ein|vor|um|mit|nach|los|weg|)(?:ge|zu)(?=\w{4})"),
)
"""The row of German."""
