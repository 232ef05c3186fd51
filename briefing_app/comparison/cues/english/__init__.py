"""English words that turn a claim, a file a theme; the lists are this project's own."""

from __future__ import annotations

import re

from briefing_app.comparison.cues.english.acts import ACTS
from briefing_app.comparison.cues.english.ages import AGED
from briefing_app.comparison.cues.english.counts import COUNTS
from briefing_app.comparison.cues.english.days import DAYS
from briefing_app.comparison.cues.english.disputing import DISPUTING
from briefing_app.comparison.cues.english.governments import GOVERNMENTS
from briefing_app.comparison.cues.english.hurts import BADLY, SLIGHTLY
from briefing_app.comparison.cues.english.manner import MANNER
from briefing_app.comparison.cues.english.mentions import MENTIONS
from briefing_app.comparison.cues.english.places import BEARINGS, DIRECTIONS, PLACE_KINDS
from briefing_app.comparison.cues.english.polar import CHARGE, POLAR
from briefing_app.comparison.cues.english.progress import BILLS, CHAMBERS, COURSES, PASSING, RESOLVE, STAGES, STATES
from briefing_app.comparison.cues.english.questions import BODIES, QUESTIONS, SAYS_SO
from briefing_app.comparison.cues.english.roles import ROLES
from briefing_app.comparison.cues.english.silences import SILENCES
from briefing_app.comparison.cues.english.standings import STANDINGS, VOID
from briefing_app.comparison.cues.english.unknowns import UNKNOWNS, WHETHER
from briefing_app.comparison.cues.english.verbs import EXCLUDING, VERBS
from briefing_app.comparison.cues.english.wording import WORDING
from briefing_app.comparison.cues.kinds import Cues
from briefing_app.comparison.cues.patterns import any_of
from briefing_app.language.words import listed

_REFUSED = (
    r"(?:access|entry|bail|visas?|permission|permits?|licen[cs]es?|asylum|care|treatment|service|benefits?|rights?|stays?|requests?"
    r"|motions?|petitions?|appeals?|applications?|admission|funding|coverage|aid|leave|parole|a chance|the chance"
    r"|support|votes?|victory|opportunity)(?!\w)"
)
_REQUESTS = r"(?:requests?|questions?|calls?(?! for (?!comment))|e-?mails?|messages?|inquir\w+|queries)"

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
        rf"{CHARGE} (?:[\w'-]+ ){{0,6}}(?:is|are|was|were) (?:\w+ly )?(?:false|incorrect|wrong|fabricated)",
        r"(?:it|this|that|which) (?:is|was) (?:\w+ly )?(?:false|incorrect|fabricated)|as (?:\w+ly )?(?:false|incorrect|fabricated)",
        *("non-?existent", r"do(?:es)? not exist", "absolutely does not exist", "did not happen", "never happened"),
        *(
            "untrue",
            "baseless",
            "unfounded",
            "groundless",
            "fabricated",
            "a lie",
            r"fake news(?! (?!and|or|but|that|about|from|by|in|on|as)\w)",
        ),
        *("no truth", "not true", r"not accord", r"not in accord(?:ance)?"),
        rf"(?:reject|dismiss)(?:s|es|ed|ing)? {CHARGE}",
        rf"{CHARGE} (?:\w+ ){{0,3}}rejected",
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
        r"|(?:would|did|does) (?:not|n't) (?:\w+ )?(?:speak|talk) (?:to|with) (?:reporters|journalists|the (?:press|media))"
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
        *("less than", "under", r"tops|(?<=to )top", "topp(?:ed|ing)", r"exceed(?:s|ed|ing)?", r"surpass(?:es|ed|ing)?"),
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
        r"plan(?:s|ned|ning)?",
        r"propos(?:e|es|ed|ing)",
        r"consider(?:s|ed|ing)?",
        r"mull(?:s|ed|ing)?",
        r"prepar(?:e|es|ed|ing)",
        "attempt",
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
    long_ago=any_of("last (?:month|year|spring|summer|autumn|fall|winter)"),
    firm=any_of(r"plan(?:s|ned|ning)?", r"(?:set|due|scheduled|slated|poised|prepar(?:ing|ed)|going|about) to", r"intend(?:s|ed|ing)? to"),
    agreeing=any_of(r"(?:agree[sd]?|decide[sd]?|resolve[sd]?) (?:\w+ )?to"),
    lasting=any_of(r"(?:is|are|was|were|been|still|keeps?) (?:\w+ly |already |still )?\w+ing", r"continu(?:es?|ed|ing) to", "under ?way"),
    reported=any_of(
        *("reportedly", "allegedly", r"rumou?red", r"reports? (?:suggest|say|said|claim|indicate)s?", "is said to", "are said to"),
        *(r"according to (?:\w+ ){0,3}reports?", "report:", "reported that", "unconfirmed"),
    ),
    none=frozenset({"no", "nobody", "none", "neither", "nothing", "never"}),
    stages=STAGES,
    states=STATES,
    states_past=listed("was were had been"),
    resolve=RESOLVE,
    courses=COURSES,
    unknowns=UNKNOWNS,
    whether=WHETHER,
    clock=any_of(r"(?P<hour>\d{1,2})(?:[:.] ?(?P<minute>\d\d))? ?(?P<half>[ap])\.? ?m", "(?P<noon>noon|midday)", "midnight"),
    clock_bounds=listed("before by until till since from between after to"),
    clock_nearly=listed("just shortly soon right"),
    questions=QUESTIONS,
    says_so=SAYS_SO,
    bodies=BODIES,
    chambers=CHAMBERS,
    bills=BILLS,
    passing=PASSING,
    bearings=BEARINGS,
    directions=DIRECTIONS,
    place_kinds=PLACE_KINDS,
    since=listed("since"),
    standings=STANDINGS,
    standings_void=VOID,
    aged=AGED,
    silences=SILENCES,
    manner=MANNER,
    acts=ACTS,
    counts=COUNTS,
    slightly_hurt=SLIGHTLY,
    badly_hurt=BADLY,
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
    polar=POLAR,
    disputing=DISPUTING,
    roles=ROLES,
    mentions=MENTIONS,
    wording=WORDING,
    verbs=VERBS,
    excluding=EXCLUDING,
    days=DAYS,
    governments=GOVERNMENTS,
    reports=re.compile(r"(?<!\w)(?:has |had |first )*report(?:s|ed)?(?!\w)"),
    supposing=("if ",),
    answered=frozenset({"initially", "at first", "had been", "previously", "earlier"}),
    named=re.compile(r"(?<=\S )May(?!\w)"),
)
"""The row of English."""
