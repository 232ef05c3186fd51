"""How English tells the age of somebody with or without a name; the lists are this project's own."""

from __future__ import annotations

import re

from briefing_app.comparison.cues.people import Aged
from briefing_app.language.words import listed

_FEMALE, _MALE = (
    listed("girl woman daughter mother sister wife schoolgirl grandmother"),
    listed("boy man son father brother husband schoolboy grandfather gunman"),
)
_ANY = listed("child kid toddler baby teenager student pupil suspect victim driver pilot passenger patient singer actor actress player")
_WHO = "|".join(sorted(_FEMALE | _MALE | _ANY))
_NUMBER = r"(?P<age>\d{1,3}|[a-z]+(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
_OLD = re.compile(
    rf"(?<![\w-]){_NUMBER}(?:[- ]years?[- ]old|yo)(?! (?:gorilla|bear|dog|horse|cat))"
    rf"(?: (?:\w+ ){{0,2}}?(?P<who>{_WHO}))?(?P<next>[ ,.;:)]|$)"
)
_SAID_OF = re.compile(rf"(?<!\w)(?P<who>{_WHO}|he|she)(?: is|,? who is| was|,? who was) (?:only |just )?{_NUMBER}(?: years old|(?=[,.;]))")
_DOING = re.compile(r" (?:and|was|is|has|had|who|whose|from|with|got|\w+ed|fell|went|died|lost|won|told|said|shot)\b")

_BEHIND = re.compile(r"(?:, (?:aged |age )?| \()(\d{1,3})(?=[,.;)]|$| who )")
_BEFORE = re.compile(r"(\d{1,3})[- ]year[- ]old (?:\w+ ){0,2}$")

_RANGING = re.compile(
    r"(?<!\w)(?:aged|ages(?: rang(?:ing|ed|e))?|in age|between the ages of)"
    r" (?:from |between )?(?P<young>\w+)(?: to | and | through | ?[-–] ?)(?P<old>\w+)(?!\w)"
)

AGED = Aged(
    told=(_OLD, _SAID_OF),
    female=_FEMALE | {"she"},
    male=_MALE | {"he"},
    doing=_DOING,
    behind=_BEHIND,
    before=_BEFORE,
    ranging=_RANGING,
)
"""The ages of English."""
