"""English verbs by what they do to a dispute; own lists."""

from __future__ import annotations

import re

from briefing_app.comparison.cues.acts import Acts
from briefing_app.language.words import listed

ACTS = Acts(
    by_one=listed(
        "kill shoot murder assassin stab strangl poison caus found discov invent write compos paint design steal abduct kidnap leak"
    ),
    at_one=listed("crash sink land landfal arrest captur die find explod collid marri sign born buri drown catch collaps"),
    once=listed("retir resign step_down fire sack oust indict execut inaugur divorc"),
    answering=listed("claim admit"),
    responsible=listed("respons"),
    self=listed("himself herself itself themselves"),
    where=listed("in near at outside off"),
    moving=listed("come arriv move transfer transport bring take send relocat join travel fli"),
    mutual=listed("meet talk marri sign agre play discuss exchang join fight pass clear"),
    absolute=listed(
        "conced resign appeal retir apologis apolog testifi surrend confess vote attend return quit withdraw step_down surviv run"
    ),
    vague=listed("say tell speak know believ call set show seem happen becom turn hold"),
    finding=listed("find see report record detect discov"),
    leaving=listed("resign quit step_down stand_down"),
    dismissing=listed("fire sack dismiss oust"),
    making=listed("work develop test build prepar design prototyp"),
    showing=listed("unveil launch releas introduc present"),
    calling_off=listed("call_off drop withdraw cancel scrap abandon shelv suspend halt avert put_off postpon delay"),
    stopping=listed("stop freez end ban block close close_down shut shut_down dismantl"),
    able=listed("can cannot have been"),
    more=listed("more another again further additional"),
    denying=("den", "refut", "rebut", "rebuff", "reject", "dismiss"),
    asking=listed("ask request demand order urg"),
    passed_on=listed("say tell deni call report describ"),
    accusing=listed("accus alleg claim charg say report assert maintain insist"),
    alleging=listed("accus alleg claim charg maintain insist"),
    charges=listed("allegation allegations accusation accusations claim claims charge charges report reports story stories rumour rumours"),
    ruling_out=listed("rule_out exclud"),
    unsure=listed("clear sure certain"),
    ever=listed("never not hasn't haven't hadn't"),
    suspected=listed("suspected suspects suspicion"),
    hypothetical=listed("any alleged possible whether if potential purported"),
    suffered=re.compile(r"(?:was|were|is|are|(?:has|have|had) been) (?:\w+ )?\w+$"),
    beside=re.compile(r"(?<!\w)with (?:[\w'-]+ ){1,4}$"),
)
"""The acts of English."""
