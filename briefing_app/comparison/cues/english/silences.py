"""Words around somebody who gave no answer, in English; own lists."""

from __future__ import annotations

from briefing_app.comparison.cues.kinds import Silences
from briefing_app.language.words import listed

SILENCES = Silences(
    broken=listed("initially previously earlier had first"),
    about=listed("on about"),
    bodies=listed(
        "ministry company firm agency police government department airline army military palace club party union bank hospital"
        " school president mayor governor"
    ),
    tellers=listed("spokesman spokeswoman spokesperson official officials representative statement chief officers"),
    by=listed("by"),
    serving=listed("to for of"),
    serving_places=listed("to of"),
    merely_near=frozenset({"of", "close to", "familiar with"}),
)
"""Who is silent, in English."""
