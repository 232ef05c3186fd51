"""How far a deed is told to be, in English, and the states, courses and resolves that a deed goes through; own lists."""

from __future__ import annotations

import re

from briefing_app.comparison.cues.kinds import Course, Stage
from briefing_app.comparison.cues.patterns import any_of
from briefing_app.language.words import listed, stem


def _state(words: str, ends: str) -> tuple[re.Pattern[str], frozenset[str]]:
    """The words of a state, said to last, and the verbs that end it."""
    lasting = rf"(?:is|are|remains?|still|continues?|continuing) (?:still |also |being )?(?:in |a |the )*(?:{words})"
    verbs = (verb.partition("_") for verb in ends.split())
    return any_of(lasting), frozenset(
        f"{stem(verb, 'english')}_{particle}" if particle else stem(verb, "english") for verb, _, particle in verbs
    )


def _course(things: str, *steps: str) -> Course:
    """Things, those of one name parted by commas from others, and the verbs of each step, as words."""
    rows = things.split(",") if things else []
    return Course(tuple(map(_stems, rows)), tuple(map(_stems, steps)))


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(one, "english") for one in words.split())


STAGES = (
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
)
"""Of a sentence, the stage first met."""

STATES = (
    _state("at large|on the run|in hiding|being hunted", "arrest capture detain seize surrender kill shoot catch hold"),
    _state("missing|unaccounted for|disappeared", "find rescue recover die kill locate"),
    _state("(?:being )?held|(?:held )?hostage|in custody|in prison|in jail|detained|captive|under arrest", "free release escape acquit"),
    _state(
        r"critical(?: condition)?|critically (?:ill|injured|hurt)|seriously (?:ill|injured|hurt)|fighting for \w+ life|alive",
        "die perish",
    ),
    _state("trapped|stranded|stuck|buried", "rescue free save die evacuate find reach recover pull_out dig_out"),
    _state("in talks|talks|negotiations|negotiating|under way|going on|in progress", "collapse fail break_down sign conclude end"),
    _state("searching|searching for|search|hunting for", "find call_off rescue"),
    _state(r"(?:not|un)(?: \w+)? ?(?:known|clear|identified|named)", "cause identify name"),
    _state("undecided|considering|weighing|mulling", "decide reject approve choose"),
)
"""States that last, each with the stems of the verbs that end it."""

RESOLVE = (
    any_of("considering", "mulling", "weighing", "toying", "may", "might", "open to", "floated", "floating", "exploring"),
    any_of("in talks", "in negotiations", "negotiating", r"hop(?:es?|ing) to", r"wants? to", "seeking to", "trying to"),
    any_of(r"plans?", "planned", "planning", "preparing", "prepared", r"intends? to", r"aims? to", "expected to", "proposes to"),
    any_of("vowed", "vows", "pledged", "pledges", "promised", "promises", "ordered", "orders", "decided to", "scheduled to", "set to"),
)
"""How resolved somebody is, from "considering" up to "vowed"."""

COURSES = (
    _course(
        "bill law act legislation measure package, resolution, deal agreement pact accord treaty, budget, amendment, truce ceasefire",
        "propose draft introduce negotiate discuss debate consider",
        "pass approve adopt agree reach strike clinch back support clear vote ratify",
        "sign enact",
    ),
    _course("", "seek hunt question", "arrest detain catch capture", "charge indict", "try", "convict acquit", "sentence jail"),
)
"""The courses of bills and deals, and of suspects."""

CHAMBERS = listed("house senate commons lords chambers houses")
"""Through what a bill goes, and words for all of it."""

BILLS = listed("bill bills legislation measure package resolution budget act plan")
"""What goes through chambers."""

PASSING = _stems("pass approve adopt clear back")
"""How it comes through one."""
