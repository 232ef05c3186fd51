"""English nouns and what stands before them in a mention of a thing or of somebody; the lists are this project's own."""

from __future__ import annotations

from briefing_app.comparison.cues.mentions import Mentions
from briefing_app.language.words import listed

_SOMEBODY = listed(
    """
    figure pilot victim suspect teen teenager star legend hero boss head native veteran tycoon ally rival friend colleague cousin aunt
    uncle nephew niece partner fiance fiancee girlfriend boyfriend replacement democrat republican marine captain despot rebel surgeon
    nurse billionaire millionaire dad mom grandmother grandfather widow widower child kid boy girl guest recruit appointee nominee
    pick choice hopeful fugitive monarch prince princess duke duchess saint cardinal monk patriot terrorist chef athlete champion
    architect agent client patient immigrant migrant refugee president-elect giant bully magnate mogul guru firebrand maverick
    """
)
_HOUSES = listed(
    """
    group company firm party union bank carrier airline maker giant startup start-up operator retailer club team charity band brand ship
    vessel ferry shipbuilder yard manufacturer corporation conglomerate alliance coalition movement militia organisation organization
    foundation institute university school hospital museum church festival programme program campaign initiative project scheme
    """
)
_MEASURES = listed(
    """
    mile miles kilometer kilometers kilometre kilometres meter meters metre metres foot feet inch inches pound pounds ton tons tonne tonnes
    kilogram kilograms dollar dollars euro euros percent gallon gallons barrel barrels acre acres degree degrees yard yards litre litres
    """
)
_TIMES = listed("second minute hour day week weekend month year decade century morning afternoon evening night time today tomorrow")
_STANDING = listed("former late acting current new outgoing incoming deputy vice interim senior junior disgraced ousted elected assistant")
_THINGS = listed(
    "number order matter paper center centre error power letter chapter cover dinner weather water border river tower offer sector color"
)

MENTIONS = Mentions(
    times=_TIMES,
    measures=_MEASURES,
    somebody=_SOMEBODY,
    doers=("er", "or", "ist", "ian", "man", "woman", "person", "eer", "ess", "crat"),
    things=_THINGS,
    houses=_HOUSES,
    pointing=listed("the this these those that such"),
    asking=listed("what whose"),
    every=listed("both"),
    standing=_STANDING,
    prefixed=("ex-", "then-", "vice-"),
    of=listed("of"),
    whose=listed("his her its their my our your"),
)
"""How English mentions things and people."""
