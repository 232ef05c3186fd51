"""What English leaves open, "the cause was not known", and what tells it; own lists."""

from __future__ import annotations

import re

from briefing_app.comparison.cues.patterns import any_of

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


UNKNOWNS = (
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
)
"""Words that leave something open, each with those that tell it."""

WHETHER = any_of(rf"{_KEPT} (?:whether|if)")
"""Words that leave open the deed behind them."""
