"""The words that turn a claim: negation, doubt, scope, condition, stage; one row a language, empty for a language without one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum


class Stage(IntEnum):
    """How far a deed is told to be."""

    RUMOURED = 1
    PLANNED = 2
    ANNOUNCED = 3
    DECIDED = 4
    DONE = 5


@dataclass(frozen=True, slots=True)
class Cues:
    ""

    "Patterns over lower-cased text with straight apostrophes; the first of ``stages`` that is met decides, none means done."
    ""

    negation: re.Pattern[str]
    denial: re.Pattern[str]
    refusal: re.Pattern[str]
    doubt: re.Pattern[str]
    certainty: re.Pattern[str]
    scope: re.Pattern[str]
    condition: re.Pattern[str]
    undecided: re.Pattern[str]
    silence: re.Pattern[str]
    bound: re.Pattern[str]
    begin: re.Pattern[str]
    joint: re.Pattern[str]
    former: re.Pattern[str]
    still: re.Pattern[str]
    confirmed: re.Pattern[str]
    loose: re.Pattern[str]
    stages: tuple[tuple[Stage, re.Pattern[str]], ...]


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)")


_NEVER = re.compile(r"(?!)")
NO_CUES = Cues(
    _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, ()
)

_REFUSED = r"(?:access|entry|bail|visas?|permission|permits?|licen[cs]es?|asylum|care|treatment|service|benefits?)(?!\w)"
_CHARGE = r"(?:\w+ ){0,3}(?:claim|charge|accusation|allegation|report|suggestion|assertion)s?"

ENGLISH = Cues(
    negation=_any(
        r"not(?! only| just| least| to mention| yet)",
        r"\w+n't",
        "cannot",
        r"no(?! longer than| doubt| matter| more than| less than|\.)",
        *("never", "nor", "neither", "none", "nobody", "nothing", "without"),
    ),
    denial=_any(
        rf"den(?:y|ies|ied|ying|ial|ials)(?! (?:\w+ ){{0,3}}{_REFUSED})",
        r"refut(?:e|es|ed|ing)",
        r"rebut(?:s|ted|ting)?",
        r"(?:is|are|was|were|as) (?:\w+ly )?(?:false|untrue|baseless|unfounded|groundless|fabricated)",
        *("non-?existent", r"do(?:es)? not exist", "absolutely does not exist", "did not happen", "never happened"),
        *("no truth", "not true", r"not accord", r"not in accord(?:ance)?"),
        rf"(?:reject|dismiss)(?:s|es|ed|ing)? {_CHARGE}",
        rf"{_CHARGE} (?:\w+ ){{0,3}}rejected",
    ),
    refusal=_any(
        r"refus(?:e|es|ed|ing|al)",
        r"declin(?:e|es|ed|ing) to",
        r"reluctan(?:t|ce) to",
        r"fail(?:s|ed|ing|ure)? to",
        *("unlikely (?:to|that)", "unable to", "unwilling to", r"stop(?:s|ped|ping)? short"),
        r"rul(?:e|es|ed|ing) out",
        r"f(?:a|e)ll(?:s|en|ing)? short",
    ),
    doubt=_any(
        *("may", "might", "could", "would", "should", "perhaps", "possibly", "probably", "likely", "unlikely", "apparently", "seemingly"),
        *("reportedly", "allegedly", "supposedly", "purportedly", "unclear", "suspected", "potential", "potentially", "whether"),
        *(r"seem(?:s|ed)?", r"appear(?:s|ed)?", r"rumou?red", "believed to", "thought to", "said to", "expected to"),
        *(r"reluctan(?:t|ce|tly)", "mixed messages", "understanding was", "considering", "mulling", "weighing", "some form"),
    ),
    certainty=_any(
        *("will", "shall", "must", "definitely", "certainly", "clearly", "undoubtedly", r"confirm(?:s|ed|ing)?", "official", "officially")
    ),
    scope=_any(
        *("altogether", "only", "largely", "mostly", "mainly", "partly", "partially", "entirely", "completely", "fully", "wholly", "all"),
        *("both", "every", "each", "any", "some", "several", "many", "most", "few", "almost", "solely", "exclusively", "specifically"),
        *("comprehensive", "overall", "general", "total", "majority", "minority", "half", "unanimously", "overwhelmingly", "effectively"),
        *("first", "latest"),
    ),
    condition=_any(
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
    undecided=_any("whether", "unclear", "mixed messages", "not clear", "not known", "conflicting reports"),
    silence=re.compile(
        r"(?:declin|refus)\w* to (?:comment|say|answer|respond|elaborate)|(?:not|n't) (?:\w+ ){0,2}(?:respond|repl|comment|return|answer)"
        r"|(?:not|n't) be reached|not (?:\w+ )?available for comment|no comment|unreachable|no (?:immediate )?(?:response|reply|answer)"
    ),
    bound=_any(
        *("at least", "more than", "no fewer than", "no less than", "over", "upwards of", "at most", "up to", "no more than", "fewer than"),
        *("less than", "under"),
    ),
    begin=_any(r"beg[aiu]n(?:s|ning)?", r"start(?:s|ed|ing)?", r"commenc(?:e|es|ed)", r"happen(?:s|ed)?", r"follow(?:s|ed)?", r"take"),
    joint=re.compile(r"(?:and|but|while|although|though|that|so|however,?) "),
    former=_any("former", "formerly", "previously", "ex", "once", "used to", "at the time", "then"),
    still=_any("still", "remains?", "continues?", "continuing", "currently", "today", "now", "ongoing"),
    confirmed=_any(r"confirm(?:s|ed)", r"acknowledg(?:es|ed)", r"admit(?:s|ted)"),
    loose=_any("will", "would", "to be", r"later this (?:week|month|year)", "upcoming", "as early as", "pending"),
    stages=(
        (
            Stage.DECIDED,
            _any(
                *(r"decid(?:es|ed)", "decision", "agreed", "approved", "ordered", "signed", r"vot(?:es|ed)", "ruled", "passed", "adopted"),
                *("ratified", "enacted", r"confirm(?:s|ed)", r"acknowledg(?:es|ed)", r"admit(?:s|ted)", r"finali[sz]ed"),
            ),
        ),
        (
            Stage.PLANNED,
            _any(
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
            _any(
                *("reportedly", "allegedly", r"rumou?red", r"reports? (?:suggest|say|said)s?", r"according to (?:\w+ ){0,2}reports?"),
                *("said to be", r"consider(?:s|ing)", r"mull(?:s|ing)?", r"weigh(?:s|ing)?", "may", "might", "could", "whether"),
            ),
        ),
        (
            Stage.ANNOUNCED,
            _any(*(r"announc(?:es|ed)", r"unveil(?:s|ed)", r"launch(?:es|ed)", r"reveal(?:s|ed)", r"pledg(?:es|ed)", r"vow(?:s|ed)")),
        ),
    ),
)

_LANGUAGES = {"en": ENGLISH}


def cues_for(language: str) -> Cues:
    """The cues of a BCP 47 language."""
    return _LANGUAGES.get(language.split("-")[0], NO_CUES)
