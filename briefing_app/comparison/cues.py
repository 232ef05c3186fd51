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
    silence: re.Pattern[str]
    stages: tuple[tuple[Stage, re.Pattern[str]], ...]


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)")


_NEVER = re.compile(r"(?!)")
NO_CUES = Cues(_NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, _NEVER, ())

ENGLISH = Cues(
    negation=_any(
        r"not(?! only| just| least| to mention)",
        r"\w+n't",
        "cannot",
        r"no(?! longer than| doubt| matter| more than| less than|\.)",
        "never",
        "nor",
        "neither",
        "none",
        "nobody",
        "nothing",
        "without",
        "nonexistent",
        "non-existent",
    ),
    denial=_any(
        r"den(?:y|ies|ied|ying|ial|ials)",
        r"refut(?:e|es|ed|ing)",
        r"rebut(?:s|ted|ting)?",
        r"debunk(?:s|ed)?",
        r"disput(?:e|es|ed|ing)",
        r"contradict(?:s|ed|ing)?",
        "untrue",
        "false",
        "baseless",
        "unfounded",
        "groundless",
        "fabricated",
        "hoax",
        "nonexistent",
        "non-existent",
        r"do(?:es)? not exist",
        r"did not happen",
        r"never happened",
        r"no truth",
        r"not true",
        r"not accord",
        r"reject(?:s|ed|ing)? (?:\w+ ){0,3}(?:claim|charge|accusation|allegation|report|suggestion|assertion)s?",
        r"dismiss(?:es|ed|ing)? (?:\w+ ){0,3}(?:claim|charge|accusation|allegation|report|suggestion|assertion)s?",
    ),
    refusal=_any(
        r"refus(?:e|es|ed|ing|al)",
        r"declin(?:e|es|ed|ing)",
        r"reluctan(?:t|ce|tly)",
        r"fail(?:s|ed|ing|ure)?",
        r"avoid(?:s|ed|ing)?",
        r"unlikely",
        r"unable",
        r"unwilling",
        r"stop(?:s|ped|ping)? short",
        r"halt(?:s|ed|ing)?",
        r"reject(?:s|ed|ing|ion)?",
        r"block(?:s|ed|ing)?",
        r"cancel(?:s|led|ed|ling|ing|lation)?",
        r"scrap(?:s|ped|ping)?",
        r"suspend(?:s|ed|ing)?",
        r"prevent(?:s|ed|ing)?",
        r"lack(?:s|ed|ing)?",
        r"oppos(?:e|es|ed|ing)",
        r"withh(?:old|olds|eld)",
        r"without",
        r"formerly",
        r"previously",
        r"ban(?:s|ned|ning)?",
        r"bar(?:s|red|ring)?",
        r"exclud(?:e|es|ed|ing)",
        r"rul(?:e|es|ed|ing) out",
    ),
    doubt=_any(
        "may",
        "might",
        "could",
        "would",
        "perhaps",
        "possibly",
        "probably",
        "likely",
        "unlikely",
        "apparently",
        "seemingly",
        "reportedly",
        "allegedly",
        "supposedly",
        "purportedly",
        r"seem(?:s|ed)?",
        r"appear(?:s|ed)?",
        "unclear",
        "suspected",
        "potential",
        "potentially",
        r"rumou?red",
        r"believed to",
        r"thought to",
        r"said to",
        r"reluctan(?:t|ce|tly)",
        r"mixed messages",
        r"expected to",
        r"in his understanding",
        r"understanding was",
        "whether",
        "considering",
        "mulling",
        "weighing",
        "should",
        "some form",
    ),
    certainty=_any(
        "will", "must", "definitely", "certainly", "clearly", "undoubtedly", r"confirm(?:s|ed|ing)?", "official", "officially", "shall"
    ),
    scope=_any(
        "altogether",
        "only",
        "largely",
        "mostly",
        "mainly",
        "partly",
        "partially",
        "entirely",
        "completely",
        "fully",
        "wholly",
        "all",
        "both",
        "every",
        "each",
        "any",
        "some",
        "several",
        "many",
        "most",
        "few",
        "nearly all",
        "almost",
        "solely",
        "exclusively",
        "specifically",
        "comprehensive",
        "overall",
        "general",
        "total",
        "majority",
        "minority",
        "half",
        "unanimously",
        "overwhelmingly",
        "effectively",
        "first",
        "latest",
        "last",
    ),
    condition=_any(
        "if", "unless", "provided", "as long as", "in case", "in the event", "pending", "until", "depending", "subject to", "on condition"
    ),
    silence=re.compile(
        r"(?:declin|refus)\w* to (?:comment|say|answer|respond|elaborate)|(?:not|n't) (?:\w+ ){0,2}(?:respond|repl|comment|return|answer)"
        r"|(?:not|n't) be reached|not (?:\w+ )?available for comment|no comment|unreachable|no (?:immediate )?(?:response|reply|answer)"
    ),
    stages=(
        (
            Stage.DECIDED,
            _any(
                r"decid(?:e|es|ed)",
                r"decision",
                r"agreed",
                r"approved",
                r"ordered",
                r"signed",
                r"voted",
                r"ruled",
                r"passed",
                r"adopted",
                r"ratified",
                r"enacted",
                r"confirmed",
                r"confirms",
                r"finali[sz]ed",
            ),
        ),
        (
            Stage.ANNOUNCED,
            _any(
                r"announc(?:e|es|ed|ing|ement)",
                r"unveil(?:s|ed|ing)?",
                r"launch(?:es|ed|ing)?",
                r"reveal(?:s|ed)?",
                r"pledg(?:e|es|ed)",
                r"vow(?:s|ed)?",
            ),
        ),
        (
            Stage.PLANNED,
            _any(
                r"plan(?:s|ned|ning)? to",
                r"planning",
                r"(?:is|are|was|were) (?:set|due|scheduled|expected|poised|slated|likely|going|about|preparing) to",
                r"set to",
                r"expected to",
                r"scheduled (?:to|for)",
                r"intend(?:s|ed)? to",
                r"aim(?:s|ed|ing)? to",
                r"will",
                r"to be",
                r"wants? to",
                r"later this (?:week|month|year)",
                r"in the works",
                r"prototype",
                r"proposed",
                r"seek(?:s|ing)? to",
                r"would",
                r"pending",
                r"to begin",
                r"working on",
                r"upcoming",
                r"as early as",
            ),
        ),
        (
            Stage.RUMOURED,
            _any(
                r"reportedly",
                r"allegedly",
                r"rumou?red",
                r"report says",
                r"reports? (?:suggest|say|said)",
                r"according to (?:\w+ ){0,2}reports?",
                r"said to be",
                r"consider(?:s|ing)?",
                r"mull(?:s|ing)?",
                r"weigh(?:s|ing)?",
                r"may",
                r"might",
                r"could",
                r"whether",
            ),
        ),
    ),
)

_LANGUAGES = {"en": ENGLISH}


def cues_for(language: str) -> Cues:
    """The cues of a BCP 47 language."""
    return _LANGUAGES.get(language.split("-")[0], NO_CUES)
