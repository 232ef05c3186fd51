"""What English says around a date; the lists are this project's own."""

from __future__ import annotations

from briefing_app.comparison.cues.days import Days
from briefing_app.language.words import listed

DAYS = Days(
    joining=listed("the of on in at"), ordinals=("st", "nd", "rd", "th"), another=listed("after before following since during despite amid")
)
"""The days of English."""
