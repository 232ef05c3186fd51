"""What English says around a date; the lists are this project's own."""

from __future__ import annotations

from briefing_app.comparison.cues.days import Days
from briefing_app.language.words import listed

DAYS = Days(
    joining=listed("the of on in at"),
    ordinals=("st", "nd", "rd", "th"),
    another=listed("after before following since during despite amid"),
    relative=listed("today tonight yesterday tomorrow last this next ago"),
    weeks=listed("week weekend"),
    late=listed("late night evening midnight overnight"),
    early=listed("early morning midnight overnight dawn"),
    occasions=listed(
        """
        rally crash shooting attack explosion blast bombing concert wedding funeral speech ceremony debate raid accident collision robbery
        stabbing earthquake avalanche derailment fundraiser assassination killing murder ambush shootout stampede landing
        """
    ),
)
"""The days of English."""
