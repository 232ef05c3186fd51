"""How English gives somebody a part in what happened, or an office; the lists are this project's own."""

from __future__ import annotations

import re

from briefing_app.comparison.cues.people import Roles

_ROLES = (
    "gunman|shooter|attacker|assailant|bomber|hijacker|killer|murderer|kidnapper|culprit|driver|pilot|captain|whistleblower|founder"
    "|inventor|author|composer|winner|successor|mastermind|ringleader"
)
_ALONE = re.compile(rf"\bthe (?:(?!second|other|first|third|former|old|another)\w+ ){{0,2}}({_ROLES}),? $", re.IGNORECASE)
_IDENTIFIED = re.compile(rf"\b(?:identified|named) the (?:\w+ )?({_ROLES}) as $", re.IGNORECASE)
_PASSIVE = re.compile(rf"\bthe (?:\w+ )?({_ROLES}) (?:was|has been|is) (?:later )?(?:identified|named) (?:by \w+ )?as $", re.IGNORECASE)
_OFFICES = (
    r"(?P<office>chief executive|CEO|president|prime minister|chancellor|chairman|chairwoman|chair|head coach|coach|manager|director|head"
    r"|leader|spokesman|spokeswoman|finance minister|foreign minister|defen[cs]e minister|interior minister)"
)
_NAMING = re.compile(r"\b(?:named|appointed|elected|picked|chose|has named|has appointed) $")
_OFFICE = re.compile(rf"^ (?:as )?(?:its|the|their|his|her|to be|to be its)? ?(?:new |next |first |interim )*{_OFFICES}\b", re.IGNORECASE)

ROLES = Roles(given=(_ALONE, _IDENTIFIED, _PASSIVE), naming=_NAMING, office=_OFFICE)
"""The roles of English."""
