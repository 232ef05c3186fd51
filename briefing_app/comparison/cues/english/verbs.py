"""How deeds are read from English verbs, and which states exclude each other; the lists are this project's own."""

from __future__ import annotations

from briefing_app.comparison.cues.english.alike import ALIKE, ENDS, OPPOSITES
from briefing_app.comparison.cues.verbs import States, Verbs
from briefing_app.language.words import listed

VERBS = Verbs(
    alike=ALIKE,
    opposites=OPPOSITES,
    ends=ENDS,
    converse=(("buy", "sell"),),
    dealing=("buy sell lend borrow",),
    contrary=("un",),
    beginning=listed("begin start commence happen"),
    taking=listed("take"),
    place=listed("place effect"),
    light=listed("have make take hold give do reach sign launch carry issue catch suffer"),
    linking=listed("stay remain keep go become turn"),
    empty=listed("be have do make take get go come see give put let keep need want mean think look feel seem reach hold"),
    particles=listed("off out up down back over away"),
    apart=listed("up by down out off over through away back"),
    vague=listed("reason doubt way idea point choice matter wonder secret longer need time question use chance"),
    turning=listed("not no never nor neither none nobody nothing without cannot"),
    times=listed("next last week weeks month months year years day days night morning evening afternoon summer winter spring autumn hours"),
    whose=listed("his her its their"),
    owned=listed("country nation government administration state city"),
    occasions=listed("first second third fourth last next previous"),
    reaching=listed("until till since by from"),
    till=listed("until till"),
    contrasted=listed("old former previous another other second"),
)
"""The verbs of English."""

EXCLUDING = States(
    rows=(
        ("alive survive rescue save", "dead die kill perish drown"),
        ("stable", "critical", "serious grave"),
        ("deliberate deliberately intentional intentionally arson", "accident accidental accidentally"),
        ("murder homicide", "suicide", "accident accidental"),
        ("alone", "together accompanied accomplice accomplices"),
        ("guilty", "innocent"),
        ("drunk intoxicated", "sober"),
        ("voluntary voluntarily", "forced involuntary"),
        ("unanimous unanimously", "split divided narrowly"),
        ("peaceful peacefully", "violent violently"),
        ("conscious", "unconscious comatose"),
        ("for", "against"),
    ),
    done_to=listed("kill rescu save"),
    between=listed("a an the in by very still fully completely entirely all both not seemingly apparently reportedly"),
    since=listed("later hospital injuries wounds since now after until till former"),
    voting=listed("vote speak argue decide rule"),
    stands=listed("for against"),
)
"""The states of English that leave no room for each other."""
