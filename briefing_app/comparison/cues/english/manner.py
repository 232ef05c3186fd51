"""Words around an English verb that tell when a deed is told to be, and whether it is only supposed; own lists."""

from __future__ import annotations

from briefing_app.comparison.cues.kinds import Manner
from briefing_app.language.words import listed

MANNER = Manner(
    past=listed("was were had did has have wasn't weren't hadn't didn't hasn't haven't"),
    perfect=listed("has have"),
    before=listed("had"),
    earlier=listed("earlier previous ago former"),
    reaching=listed("since until by"),
    definite=listed("the"),
    yet=listed("yet"),
    meaning=listed("offered offers offer promised promises pledged pledges threatened meant intended wanted tried sought"),
    opinions=listed("think believe feel expect suppose imagine"),
    under=listed("if unless whether until before lest"),
    nor=listed("nor"),
    conditional=listed("if unless"),
    maybe=listed("would could might"),
    would="would",
    unreal=listed("if unless were"),
    without=listed("without"),
    asking=listed("if whether"),
    questions=listed("how why what who when where"),
    unsettled=listed("any"),
    till=listed("until till"),
    merely=listed("solely merely purely"),
    choice=("whether", "or"),
)
"""How English tells a deed."""
