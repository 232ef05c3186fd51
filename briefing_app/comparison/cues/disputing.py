"""How a language marks a claim as disputed: "denied that", "the false claim that", "falsely stated that"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing_app.comparison.cues.patterns import NEVER


@dataclass(frozen=True, slots=True)
class Disputing:
    """Patterns over lower-cased text with straight apostrophes.

    ``claim`` ends where the disputed claim begins. ``ending``, over the text as printed: where at the latest it ends. ``marked``: what
    says in another sentence that it does not simply tell the claim (it disputes it too, or asks whether it is so). ``knowing``: what at
    the beginning of a claim makes it one that others do not tell (what somebody knew). ``own`` finds in what ``claim``
    found that it is told of who disputes it ("denied having ..."). ``quoted`` finds in a claim what is quoted of it, as its first group.
    ``somebodys`` denies claims that are only pointed at as somebody's ("disagrees with his allegations").
    """

    claim: re.Pattern[str] = NEVER
    ending: re.Pattern[str] = NEVER
    marked: re.Pattern[str] = NEVER
    knowing: re.Pattern[str] = NEVER
    own: re.Pattern[str] = NEVER
    quoted: re.Pattern[str] = NEVER
    somebodys: re.Pattern[str] = NEVER
