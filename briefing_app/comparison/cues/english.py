"""English words that turn a claim; the lists are this project's own."""

from __future__ import annotations

import re

from briefing_app.comparison.cues.english_ages import AGED
from briefing_app.comparison.cues.english_standings import STANDINGS, VOID
from briefing_app.comparison.cues.kinds import Course, Cues, Polar, Stage, any_of
from briefing_app.language.words import listed, stem


def _state(words: str, ends: str) -> tuple[re.Pattern[str], frozenset[str]]:
    """The words of a state, said to last, and the verbs that end it."""
    lasting = rf"(?:is|are|remains?|still|continues?|continuing) (?:still |also |being )?(?:in |a |the )*(?:{words})"
    verbs = (verb.partition("_") for verb in ends.split())
    return any_of(lasting), frozenset(
        f"{stem(verb, 'english')}_{particle}" if particle else stem(verb, "english") for verb, _, particle in verbs
    )


_REFUSED = (
    r"(?:access|entry|bail|visas?|permission|permits?|licen[cs]es?|asylum|care|treatment|service|benefits?|rights?|stays?|requests?"
    r"|motions?|petitions?|appeals?|applications?|admission|funding|coverage|aid|leave|parole|a chance|the chance)(?!\w)"
)
_REQUESTS = r"(?:requests?|questions?|calls?(?! for (?!comment))|e-?mails?|messages?|inquir\w+|queries)"
_CHARGE = r"(?:\w+ ){0,3}(?:claim|charge|accusation|allegation|report|suggestion|assertion)s?"


def _course(things: str, *steps: str) -> Course:
    """Things, and the verbs of each step, as words."""
    return Course(
        frozenset(stem(one, "english") for one in things.split()),
        tuple(frozenset(stem(one, "english") for one in step.split()) for step in steps),
    )


_HARM = r"(?:injur(?:y|ies|ed)|wounds?|wounded|hurt|burns?|burned)"
_OPEN = (
    r"(?:un(?:known|clear|disclosed|specified|determined|certain)|not (?:been )?(?:yet |immediately |publicly |being )*"
    r"(?:known|clear|disclosed|released|given|announced|determined|made public|established|identified|named)|under investigation"
    r"|being investigated|yet to be (?:known|disclosed|released|announced|determined|established|identified|named))"
)
_KEPT = (
    r"(?:not|n't|yet to|declin\w+ to|refus\w+ to|without) (?:\w+ ){0,2}?"
    r"(?:say|said|saying|disclos\w+|reveal\w*|specif\w+|releas\w+|giv\w+|provid\w+|identif\w+|nam\w+|known|clear)"
)


def _unknown(slot: str, question: str, told: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How ``slot`` (nouns) or ``question`` is left open, and what tells it."""
    left_open = rf"(?:{slot})(?: (?:of|for|behind) [^,.;]{{2,50}}?)? (?:is|are|was|were|remain(?:s|ed)?|has|have) (?:still |yet )?{_OPEN}"
    kept = rf"{_KEPT} (?:(?:the|a|any|its|his|her|their|more) )*(?:{slot})"
    asked = rf"(?:{_KEPT}|un(?:known|clear|certain)) (?:{question})"
    return any_of(left_open, kept, asked), any_of(told)


ENGLISH = Cues(
    negation=any_of(
        r"not(?! only| just| merely| simply| least| to mention| yet)",
        r"\w+n't(?! only| just| merely| simply| yet)",
        "cannot",
        r"no(?! longer than| doubt| matter| more than| less than|\.)",
        *("never", "nor", "neither", "none", "nobody", "nothing", "without"),
    ),
    denial=any_of(
        rf"(?<!be )(?<!been )(?<!was )(?<!were )(?<!to )den(?:y|ies|ied|ying|ial|ials)(?! to )(?! (?:[\w-]+ ){{0,3}}{_REFUSED})",
        r"refut(?:e|es|ed|ing)",
        r"rebut(?:s|ted|ting)?",
        rf"{_CHARGE} (?:[\w'-]+ ){{0,6}}(?:is|are|was|were) (?:\w+ly )?(?:false|incorrect|wrong|fabricated)",
        r"(?:it|this|that|which) (?:is|was) (?:\w+ly )?(?:false|incorrect|fabricated)|as (?:\w+ly )?(?:false|incorrect|fabricated)",
        *("non-?existent", r"do(?:es)? not exist", "absolutely does not exist", "did not happen", "never happened"),
        *("untrue", "baseless", "unfounded", "groundless", "fabricated", "a lie", "fake news"),
        *("no truth", "not true", r"not accord", r"not in accord(?:ance)?"),
        rf"(?:reject|dismiss)(?:s|es|ed|ing)? {_CHARGE}",
        rf"{_CHARGE} (?:\w+ ){{0,3}}rejected",
    ),
    refusal=any_of(
        r"refus(?:e|es|ed|ing|al)",
        r"declin(?:e|es|ed|ing) to",
        r"reluctan(?:t|ce) to",
        r"fail(?:s|ed|ing|ure)? to",
        *("unlikely (?:to|that)", "unable to", "unwilling to", r"stop(?:s|ped|ping)? short"),
        r"rul(?:e|es|ed|ing) out",
        r"f(?:a|e)ll(?:s|en|ing)? short",
    ),
    doubt=any_of(
        *("may", "might", "could", "would", "should", "perhaps", "possibly", "probably", "likely", "unlikely", "apparently", "seemingly"),
        *("reportedly", "allegedly", "supposedly", "purportedly", "unclear", "suspected", "potential", "potentially", "whether"),
        *(r"seem(?:s|ed)?", r"appear(?:s|ed)?", r"rumou?red", "believed to", "thought to", "said to", "expected to"),
        *(r"reluctan(?:t|ce|tly)", "mixed messages", "understanding was", "considering", "mulling", "weighing", "some form"),
    ),
    scope=any_of(
        *("altogether", "only", "largely", "mostly", "mainly", "partly", "partially", "entirely", "completely", "fully", "wholly", "all"),
        *("outright", "both", "almost", "solely", "exclusively", "effectively", "unanimously", "partial", "complete", "full", "total"),
    ),
    whole=any_of("altogether", "entirely", "completely", "fully", "wholly", "outright", "complete", "full", "total"),
    binding=any_of("from", "in", "for", "on", "at", "within", "of"),
    condition=any_of(
        *(
            "if",
            "unless",
            "provided",
            "as long as",
            "in case",
            "in the event",
            "pending",
            "until",
            "depending",
            "subject to",
            "on condition",
        )
    ),
    undecided=any_of("whether", "unclear", "mixed messages", "not clear", "not known", "conflicting reports"),
    silence=re.compile(
        r"(?:declin|refus)\w* (?:further |any |immediate |a request for )?(?:to )?(?:comment|respond|speak|address|discuss|elaborate)"
        rf"|(?:not|n't) (?:\w+ ){{0,2}}(?:respond|repl\w+|answer)\w* to (?:[\w'-]+ ){{0,3}}{_REQUESTS}"
        rf"|(?:not|n't) (?:\w+ ){{0,2}}(?:returned|return) (?:[\w'-]+ ){{0,3}}{_REQUESTS}|not (?:immediately )?returned"
        r"|(?:could not|couldn't) (?:immediately )?be reached|not (?:\w+ ){0,2}(?:available for )?comment(?:ed)?(?!\w)"
        r"|yet to (?:comment|respond|reply|react|issue a statement)"
        r"|(?:remain|stay|kept|keep)\w* (?:silent|mum|quiet) (?:about|on)"
        r"|(?:would |will |could )?neither (?:confirm\w* nor den\w+|den\w+ nor confirm\w*)|not (?:confirm or deny|deny or confirm)"
        r"|no (?:immediate )?comment|unreachable|no immediate (?:response|reply|answer)|would (?:not|n't) (?:comment|say a word|be drawn)"
    ),
    bound=any_of(
        *(
            "at least",
            "more than",
            "no fewer than",
            "no less than",
            "over",
            "upwards of",
            "at most",
            "up to",
            "no more than",
            "fewer than",
            "as many as",
            "as much as",
        ),
        *("less than", "under", "tops?", "topp(?:ed|ing)", r"exceed(?:s|ed|ing)?", r"surpass(?:es|ed|ing)?"),
    ),
    joint=re.compile(r"(?:and|but|while|although|though|that|so|however,?) "),
    former=any_of("former", "formerly", "previously", "ex", "once", "used to", "at the time", "then"),
    still=any_of("still", "remains?", "continues?", "continuing", "currently", "today", "now", "ongoing"),
    confirmed=any_of(r"confirm(?:s|ed)", r"acknowledg(?:es|ed)", r"admit(?:s|ted)"),
    planned=any_of(
        r"plan(?:s|ned|ning)?",
        r"(?:due|scheduled|expected|poised|slated|prepar(?:ing|ed)|set|ready|looking|hoping|aiming|seeking) to",
        r"(?:about|going|likely|close|near) to",
        *("on the (?:verge|brink|point) of", "nearing"),
        *(r"intend(?:s|ed|ing)? to", r"aim(?:s|ed)? to", r"hope(?:s|d)? to", r"wants? to", r"seek(?:s|ing)? to", r"propos(?:es|ed|ing)"),
        *(r"threaten(?:s|ed|ing)? to", r"consider(?:s|ing)", r"mull(?:s|ing)", r"weigh(?:s|ing)", r"prepar(?:es|ing) (?:to|for)"),
        *("in talks to", "working on"),
    ),
    plans=any_of(
        r"plan(?:s|ned|ning)?", r"propos(?:e|es|ed|ing)", r"consider(?:s|ed|ing)?", r"mull(?:s|ed|ing)?", r"prepar(?:e|es|ed|ing)"
    ),
    decided=any_of(
        *(r"decid(?:e|es|ed) to", r"decid(?:e|es|ed)", r"agree(?:s|d)", r"approv(?:es|ed)", r"order(?:s|ed)", "signed", r"vot(?:es|ed)"),
        *("ruled", "adopted", "ratified", "enacted", r"finali[sz]ed", "passed", "resolved to"),
    ),
    future=any_of("will", "(?:un)?likely to", r"\w+'ll", "shall", "would", "won't", "wouldn't", r"(?:is|are) to"),
    possible=any_of("could", "might", "may", "should", "can"),
    wished=any_of(
        *(r"ask(?:s|ed|ing)?", r"urg(?:es|ed|ing)", r"call(?:s|ed|ing)?", r"want(?:s|ed|ing)?", r"press(?:es|ed|ing)?", r"demand(?:s|ed)?"),
        *(r"tr(?:y|ies|ied|ying)", r"push(?:es|ed|ing)?", "allow", "willing", "able", r"fear(?:s|ed)?", r"threaten(?:s|ed|ing)?"),
        r"invit(?:es|ed|ing)",
    ),
    pending=any_of(r"(?:left|yet|still|remain(?:s|ed|ing)?) to"),
    aimed=any_of(r"ensur(?:e|es|ed|ing)", r"ma(?:ke|kes|de|king) sure", r"guarantee(?:s|d|ing)?", r"hop(?:e|es|ed|ing)", r"wish(?:es|ed)?"),
    scarce=any_of("little", "few", "hardly", "barely", "scarcely", "minimal", "rarely", "seldom"),
    mere=re.compile(
        r"[”\"]?\s+(?:it|that|this|(?:(?:the|these|those|this|that|any|all|such|his|her|its|their) )?(?:\w+ )?"
        r"(?:charge|claim|accusation|allegation|report|suggestion|assertion|rumou?r|wrongdoing)s?)"
        r"\s*(?:[,.;:”\"]|and |but |as |on |in a |$)"
    ),
    at_first=any_of(
        *("initially", "at first", "originally"),
        r"(?:earl(?:y|ier)|previous|initial|first|preliminary) (?:\w+ )?(?:reports?|estimates?|counts?|tall(?:y|ies))",
    ),
    over=any_of("formerly", "previously", "once", "used to", "no longer"),
    in_vain=any_of(
        r"had (?:\w+ )?(?:been|planned|hoped|intended|wanted|sought|expected|proposed|considered)",
        *("initially", "originally", r"(?:was|were) (?:going|(?:planned|meant|supposed|intended|expected|estimated|budgeted) (?:to|at))"),
    ),
    lasting=any_of(r"(?:is|are|was|were|been|still|keeps?) (?:\w+ly |already |still )?\w+ing", r"continu(?:es?|ed|ing) to", "under ?way"),
    reported=any_of(
        *("reportedly", "allegedly", r"rumou?red", r"reports? (?:suggest|say|said|claim|indicate)s?", "is said to", "are said to"),
        *(r"according to (?:\w+ ){0,3}reports?", "report:", "reported that", "unconfirmed"),
    ),
    none=frozenset({"no", "nobody", "none", "neither", "nothing", "never"}),
    stages=(
        (
            Stage.DECIDED,
            any_of(
                *(r"decid(?:es|ed)", "decision", "agreed", "approved", "ordered", "signed", r"vot(?:es|ed)", "ruled", "passed", "adopted"),
                *("ratified", "enacted", r"confirm(?:s|ed)", r"acknowledg(?:es|ed)", r"admit(?:s|ted)", r"finali[sz]ed"),
            ),
        ),
        (
            Stage.PLANNED,
            any_of(
                r"plan(?:s|ned|ning)? to",
                r"(?:is|are|was|were) (?:due|scheduled|expected|poised|slated|likely|going|about|preparing) to",
                *(
                    "set to",
                    "expected to",
                    r"scheduled (?:to|for)",
                    r"intend(?:s|ed)? to",
                    r"aim(?:s|ed|ing)? to",
                    "will",
                    "to be",
                    r"wants? to",
                ),
                *(r"later this (?:week|month|year)", "in the works", "prototype", "proposed", r"seek(?:s|ing)? to", "would", "pending"),
                *("to begin", "working on", "upcoming", "as early as", "planning"),
            ),
        ),
        (
            Stage.RUMOURED,
            any_of(
                *("reportedly", "allegedly", r"rumou?red", r"reports? (?:suggest|say|said)s?", r"according to (?:\w+ ){0,2}reports?"),
                *(r"(?:in|hold(?:s|ing)?) (?:\w+ )?(?:talks|negotiations)", r"(?:willing|close|hop(?:es?|ing)) to"),
                *("said to be", r"consider(?:s|ing)", r"mull(?:s|ing)?", r"weigh(?:s|ing)?", "may", "might", "could", "whether"),
            ),
        ),
        (
            Stage.ANNOUNCED,
            any_of(*(r"announc(?:es|ed)", r"unveil(?:s|ed)", r"launch(?:es|ed)", r"reveal(?:s|ed)", r"pledg(?:es|ed)", r"vow(?:s|ed)")),
        ),
    ),
    states=(
        _state("at large|on the run|in hiding|being hunted", "arrest capture detain seize surrender kill shoot catch hold"),
        _state("missing|unaccounted for|disappeared", "find rescue recover die kill locate"),
        _state(
            "(?:being )?held|(?:held )?hostage|in custody|in prison|in jail|detained|captive|under arrest", "free release escape acquit"
        ),
        _state(
            r"critical(?: condition)?|critically (?:ill|injured|hurt)|seriously (?:ill|injured|hurt)|fighting for \w+ life|alive",
            "die perish",
        ),
        _state("trapped|stranded|stuck|buried", "rescue free save die evacuate find reach recover pull_out dig_out"),
        _state("in talks|talks|negotiations|negotiating|under way|going on|in progress", "collapse fail break_down sign conclude end"),
        _state("searching|searching for|search|hunting for", "find call_off rescue"),
        _state(r"(?:not|un)(?: \w+)? ?(?:known|clear|identified|named)", "cause identify name"),
        _state("undecided|considering|weighing|mulling", "decide reject approve choose"),
    ),
    resolve=(
        any_of("considering", "mulling", "weighing", "toying", "may", "might", "open to", "floated", "floating", "exploring"),
        any_of("in talks", "in negotiations", "negotiating", r"hop(?:es?|ing) to", r"wants? to", "seeking to", "trying to"),
        any_of(r"plans?", "planned", "planning", "preparing", "prepared", r"intends? to", r"aims? to", "expected to", "proposes to"),
        any_of("vowed", "vows", "pledged", "pledges", "promised", "promises", "ordered", "orders", "decided to", "scheduled to", "set to"),
    ),
    courses=(
        _course(
            "bill law act legislation resolution measure deal agreement treaty pact accord budget package amendment truce ceasefire",
            "propose draft introduce negotiate discuss debate consider",
            "pass approve adopt agree reach strike clinch back support clear vote ratify",
            "sign enact",
        ),
        _course("", "seek hunt question", "arrest detain catch capture", "charge indict", "try", "convict acquit", "sentence jail"),
    ),
    unknowns=(
        _unknown(
            "causes?|reasons?|origins?",
            "why|what caused|what led to|what sparked|what triggered|how",
            r"(?:was|were|is|been|be) (?:\w+ly )?(?:caused|sparked|triggered|started) by|because of|due to|owing to"
            r"|(?:was|were|been) blamed on|in the face of|in response to|a response to"
            r"|the (?:cause|reason) (?:was|is) (?!not|un|still|under|being)|resulted from|as a result of|brought down by",
        ),
        _unknown("motives?|motivation", "why", r"motive (?:was|is) (?!not|un|still|under)|motivated by|in (?:retaliation|revenge) for"),
        _unknown("names?|identit(?:y|ies)", "who", r"(?:was|were|been|have|has|police|officials) (?:identified|named)(?! by)"),
        _unknown(
            r"costs?|prices?|value|terms|sums?|amounts?",
            r"how much|what it (?:would|will) cost",
            r"(?:[$€£¥] ?\d|\d[\d.,]* (?:(?:million|billion) )?(?:dollars|euros|pounds|yen|yuan))[\w.,]*",
        ),
        _unknown(r"conditions?", r"how badly", r"(?:stable|critical|serious|good|fair) condition|found dead|died|was dead"),
        _unknown("whereabouts", "where", r"(?:was|were|been) (?:found|seen|located|traced)|is in|fled to|hiding in"),
    ),
    whether=any_of(rf"{_KEPT} (?:whether|if)"),
    clock=any_of(r"(?P<hour>\d{1,2})(?:[:.] ?(?P<minute>\d\d))? ?(?P<half>[ap])\.? ?m", "(?P<noon>noon|midday)", "midnight"),
    clock_bounds=listed("before by until till since from between after to"),
    clock_nearly=listed("just shortly soon right"),
    standings=STANDINGS,
    standings_void=VOID,
    aged=AGED,
    slightly_hurt=re.compile(
        rf"(?<![\w-])(?:(?:minor|slight|superficial|light|non-(?:life-)?threatening|not life-threatening) (?:\w+ )?{_HARM}"
        rf"|(?:slightly|lightly) {_HARM}|(?:not|n't) (?:seriously|badly|critically|severely) {_HARM}|un(?:hurt|harmed|injured))(?!\w)"
    ),
    badly_hurt=re.compile(
        rf"(?<![\w-])(?<!not )(?<!n't )(?<!no )(?:(?:serious|severe|critical|grave|life-threatening) (?:\w+ )?{_HARM}"
        rf"|(?:seriously|badly|critically|severely|gravely) {_HARM})(?!\w)"
    ),
    provisional=re.compile(
        r"(?<![\w-])(?:for now|for the time being|pending (?:(?:an?|the|further|more) ){0,2}(?:review|decision|inquiry|probe|study|vote)"
        r"|on hold|under review|put on ice|until further notice|(?:has|have|had) (?:not|yet to) (?:yet )?deci\w+"
        r"|(?:is|are|remains?) undecided"
        r"|no (?:final )?decision (?:has been|was) (?:made|taken))(?!\w)"
    ),
    leaning=re.compile(
        r"(?<![\w-])(?:(?:very |highly |most )?(?:un)?likely to|hard[- ]pressed to|all but (?:certain|sure) to|almost certain to"
        r"|inclined to|leaning toward|leaning towards|has no (?:plans|intention)|have no (?:plans|intention))(?!\w)"
    ),
    presumed=any_of("would be expected"),
    polar=Polar(
        evidence=frozenset({"evidence", "proof", "sign", "signs", "indication", "indications", "trace", "traces"}),
        able=any_of(
            *("can", "cannot", "can't", "could", "couldn't", "able to", "unable to", "may not", "permitted to", "allowed to", "free to"),
            *("entitled to", "authori[sz]ed to", "empowered to"),
        ),
        due=any_of(
            *("should", "shouldn't", "must", "mustn't", "ought to", r"ha(?:s|ve|d) to", "have to", r"needs? to", "needn't"),
            *("required to", "obliged to", "obligated to", "bound to"),
        ),
        required=any_of("required to be", "ha(?:s|ve|d) to be", r"needs? to be", "obliged to be"),
        calling=any_of(
            *(r"call(?:s|ed|ing)?", r"label(?:s|l?ed|l?ing)?", r"brand(?:s|ed|ing)?", r"describ(?:e|es|ed|ing)", r"dubb?(?:s|ed|ing)?"),
            *(r"declar(?:e|es|ed|ing)", r"deem(?:s|ed)?", r"consider(?:s|ed)?", r"term(?:s|ed)?", r"characteri[sz](?:e|es|ed|ing)"),
        ),
        granting=any_of(r"allow(?:s|ed|ing)?", r"permit(?:s|ted|ting)?", r"lets?", r"enabl(?:e|es|ed|ing)", r"authori[sz](?:e|es|ed|ing)"),
        barring=any_of(
            *(
                r"bars?",
                "barred",
                r"bans?",
                "banned",
                r"prohibit(?:s|ed|ing)?",
                r"forbids?",
                "forbade",
                "forbidden",
                r"prevent(?:s|ed|ing)?",
            ),
            *(r"block(?:s|ed|ing)?", r"stop(?:s|ped)?", r"keeps?", "kept"),
        ),
        disputing=any_of(
            *(r"disput(?:e|es|ed|ing)(?: claims| reports| suggestions| the (?:claim|idea|notion|suggestion))?(?: that)?",),
            rf"(?:reject|dismiss|contest|refut|rebutt?|den)(?:s|es|ed|ing|y|ies|ied|ying)? {_CHARGE} that",
            *(r"den(?:y|ies|ied|ying) (?:that|having)", "it(?: is|'s) (?:not true|false|untrue|a lie) that"),
        ),
        waving=any_of(
            r"(?:reject|dismiss|den|disput|refut|downplay|rebuff)(?:s|es|ed|ing|y|ies|ied|ying)? (?:\w+ ){0,2}"
            r"(?:talk|claims?|suggestions?|notions?|ideas?|reports?|allegations?|accusations?|speculation|rumou?rs)"
            r" (?:of|about)(?: a| an| any| the)?"
        ),
        occurring=any_of(
            *(
                r"(?:take|takes|took|taken|taking) place",
                r"(?:be|was|were|been|being) held",
                r"happen(?:s|ed)?",
                r"occur(?:s|red)?",
                "go ahead",
            ),
            *("goes ahead", "went ahead"),
        ),
        pretending=any_of(r"pretend(?:s|ed|ing)?", "if", "would", "wish", "even though"),
        following=any_of(r"(?:after|following) (?:(?!with)\w+ ){1,3}with"),
        pointing=any_of(
            r"(?:that|this|it)(?:'s| is| was) (?:(?:just|simply|absolutely|totally|completely|\w+ly) )?(?:not|never) (?:\w+ly )?"
            r"(?:true|so|correct|accurate|the case|what happened)",
            r"(?:that|this|it) (?:isn't|wasn't) (?:\w+ly )?(?:true|so|correct|accurate|the case|what happened)",
            r"(?:that|this|it|which)(?:'s| is| was) (?:(?:just|simply|\w+ly) )?(?:a |an )?(?:\w+ )?"
            r"(?:false|untrue|lie|incorrect|inaccurate|nonsense|hoax|fiction|fabrication|falsehood)",
            r"(?:that|this|it) (?:never|did not|didn't) happen(?:ed)?",
            r"no truth (?:to|in) (?:that|this|it)",
            r"(?:he|she|they) (?:didn't|did not|hasn't|has not|haven't|have not|wasn't|weren't)(?=\W*$)",
        ),
    ),
)
"""The row of English."""
