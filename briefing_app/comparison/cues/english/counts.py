"""Words around English numbers: what happened to those who are counted, what is counted, how much of it; own lists."""

from __future__ import annotations

import re

from briefing_app.comparison.cues.counting import (
    Counts,
    Dimension,
    Outcomes,
    in_order,
    named_alike,
    outcomes_by_word,
    sized,
    stems_of_anybody,
)
from briefing_app.comparison.cues.patterns import any_of
from briefing_app.language.words import listed

_PEOPLE = listed(
    """
    people person persons passenger passengers victim victims other others men women resident residents lives life villager villagers
    spectator spectators fan fans participant participants supporter supporters
    civilian civilians inhabitant inhabitants local locals activist activists patient patients
    more new further confirmed additional total another many several
    """
)
_TOLD = outcomes_by_word(
    dead="dead died die dies killed kill kills killing slain perished death deaths fatality fatalities bodies corpses drowned",
    hurt="hurt injured injure injures injuring injury injuries wounded wounds wounding treated hospitalised hospitalized"
    " shot struck stabbed",
    missing="missing unaccounted",
    held="arrested detained captured arrests arresting detaining",
    moved="evacuated displaced homeless evacuees",
    infected="infected infections cases",
    crowd="marched marchers marching rallied gathered demonstrated protested protesters protestors demonstrators attended crowd",
)

OUTCOMES = Outcomes(
    told=_TOLD,
    anybody=stems_of_anybody("english", _PEOPLE, _TOLD),
    sick=(
        *("infect", "virus", "covid", "flu", "fever", "ebola", "disease", "outbreak", "measles", "cholera", "patient", "confirmed"),
        "health",
    ),
    of=listed("of"),
    bases=listed("of between per"),
    totals=listed("total toll number maximum"),
    crowds=listed("crowd crowds attendance audience front"),
    number_of=listed("number numbers total tally count"),
    tolls=listed("toll tolls"),
    hitting=listed("shooting striking stabbing"),
    taking=listed("claimed claiming lost claims claim lose cost took taken"),
    lives=listed("lives life"),
    parting=listed("for in by from after with"),
    besides=listed("more others"),
    coming=frozenset({"took to the", "take to the", "took part", "taken part", "taking part", "turned out", "turned up"}),
    anyone=listed("people passengers"),
    aboard=frozenset({"on board", "aboard", "were aboard", "and crew", "and crewmembers"}),
    brought=listed("taken brought rushed airlifted flown admitted"),
    to_hospital=frozenset({"to hospital", "to hospitals"}),
    hit=listed("shot stabbed"),
    lethal=listed("dead killed death"),
    perishing=frozenset({"lost their lives", "lost their life"}),
    in_passing=listed("including among most all some both who"),
)
"""What happened to people, in English."""

_UNITS = sized(
    (Dimension.LENGTH, 1.0, "metre meter m"),
    (Dimension.LENGTH, 1000.0, "kilometre kilometer km"),
    (Dimension.LENGTH, 0.01, "centimetre centimeter cm"),
    (Dimension.LENGTH, 1609.34, "mile"),
    (Dimension.LENGTH, 0.3048, "foot feet ft"),
    (Dimension.LENGTH, 0.9144, "yard"),
    (Dimension.LENGTH, 0.0254, "inch"),
    (Dimension.MASS, 1.0, "kilogram kg kilo"),
    (Dimension.MASS, 0.4536, "lb pound"),
    (Dimension.MASS, 1000.0, "ton tonne"),
    (Dimension.MASS, 0.001, "gram"),
    (Dimension.AREA, 4046.9, "acre"),
    (Dimension.AREA, 10000.0, "hectare"),
    (Dimension.VOLUME, 1.0, "litre liter"),
    (Dimension.VOLUME, 3.785, "gallon"),
    (Dimension.SPEED, 1.0, "kph km/h kmh kmph"),
    (Dimension.SPEED, 1.60934, "mph"),
    (Dimension.SPEED, 1.852, "knot"),
    (Dimension.DURATION, 1.0, "minute"),
    (Dimension.DURATION, 60.0, "hour"),
)

COUNTS = Counts(
    ordinals=in_order("first second third fourth fifth sixth seventh eighth ninth tenth"),
    unranked=listed("time day days week month year quarter half round night place hour hours lady degree amendment floor world class"),
    units=_UNITS,
    points=listed("percentage point"),
    there=listed("there"),
    alike=named_alike(
        "home house property dwelling household building",
        "job post position role",
        "prisoner captive detainee inmate hostage",
        "worker employee staff",
        "pupil student",
        "ship vessel boat",
        "car vehicle",
        "shop store",
        "soldier troop",
        "fighter militant insurgent rebel",
        "lawmaker legislator",
        "excavator digger",
        "truck lorry",
        "aircraft plane airplane aeroplane jet",
        "firefighter fireman",
        "policeman cop",
        "photo picture photograph image",
        "country nation",
        "explosion blast",
        "round bullet cartridge",
        "firm company",
    ),
    staff=dict.fromkeys(("person", "man", "woman"), "worker"),
    employing=listed("employs employ employed employing workforce"),
    one={"children": "child", "peopl": "person"},
    money=listed("dollar euro pound yen yuan rupee rouble ruble won crown franc krona krone peso real lira shekel rand"),
    prices=listed("sum price cost costs worth paid pay deal bid offer budget value fine fee debt debts loan"),
    measured=listed("magnitude temperature speed depth height price cost value turnout age"),
    valued=listed("of at to"),
    shares=listed("turnout unemployment inflation joblessness"),
    quakes=listed("quake earthquake tremor"),
    voted=listed("vote votes voted voting approved rejected passed ratified adopted backed defeated senators lawmakers"),
    old=listed("old"),
    year=listed("year"),
    person=listed("person"),
    joining=listed("to or and per cent percent"),
    furniture=listed("photo image picture slide comment share"),
    none=listed("no none nobody"),
    no_one=frozenset({"no one"}),
    unless=listed("if unless whether ensure hope hopes hoped"),
    others=listed("other more new longer longest"),
    people=listed("people men women children"),
    every=listed("all total combined"),
    parts=listed("including among another additional further extra"),
    further=listed("more new further additional"),
    of=listed("of out"),
    wholes=listed("the of its their"),
    stretch=listed("first last next previous final past"),
    rates=listed("daily annually yearly monthly weekly hourly average averaging averaged per each every rate"),
    no_rate=frozenset({"per cent"}),
    each=listed("a"),
    periods=listed("day week month year"),
    period=any_of(
        r"(?:in|over|within|during) (?:(?:the|a|an|one|just|only|past|last|previous|latest|single) )*(?:24|48|72)(?:-| )hours?(?: period)?",
        r"(?:in|over|within|during) (?:(?:just|only) )?(?:a single|one|a|the (?:past|last|previous)) (?:single )?(?:day|week|month)",
        r"(?:single|one)[ -]day (?:toll|total|record|high|rise|increase|figure|number|count|death toll)",
        r"(?:reported|recorded|registered|logged) (?:[\w.,'-]+ ){0,5}?on (?:mon|tues|wednes|thurs|fri|satur|sun)day",
        *("24-hour", "a day earlier", "since the previous day", r"(?:on|in) \w+ alone"),
    ),
    changes=listed("cuts cut increase increases reduction reductions savings rise decrease"),
    by=listed("by"),
    risen=listed("rose risen rises rising climbed climbs jumped grew grown increased climbing reached"),
    to=listed("to"),
    sunk=listed(
        "dropped drops drop fallen fell falls fall weakened weakens shrunk shrank shrink slowed sunk sank reduced lowered down declined"
    ),
    down_to=listed("to below under"),
    adding=listed("added adds adding add"),
    to_come=listed("next"),
    hourly=frozenset({"per hour", "an hour"}),
    left=listed("from"),
    reaching=listed("since until by"),
    recent=listed("day days hour hours minutes today night evening morning"),
    past=listed("ago last previous earlier"),
    everywhere=listed("worldwide globally nationwide nationally statewide countrywide elsewhere"),
    places=listed("in at near outside"),
    times=listed("year day hour week month minute second night year-old decade pm p.m a.m edt"),
    repeated=listed("time"),
    reversing=listed("non"),
    common=listed("money bare vote point thing place part case seat member person man woman child state country"),
    customers=listed("person customer consumer user client subscriber patient account resident citizen victim american briton"),
    vague={
        "dozens": (24.0, 150.0),
        "scores": (40.0, 300.0),
        "hundreds": (200.0, 1500.0),
        "thousands": (2e3, 15e3),
        "tens of thousands": (2e4, 15e4),
        "hundreds of thousands": (2e5, 15e5),
    },
    beyond=listed("thousands millions billions"),
    ways=named_alike("deep depth", "wide across width", "tall high height", "long length"),
    weighing=listed("weigh weighs weighed weighing weight cargo payload cocaine heroin cannabis marijuana meat explosives lb kg"),
    doer=re.compile(
        r"(?:includ\w+|counting|plus|and|as well as) (?:the |an? |one )?(?:\w+ ){0,2}"
        r"(?:gunm[ae]n|shooter|attacker|assailant|bomber|hijacker|killer|suspect|perpetrator|himself|herself)"
    ),
    dealing=listed("with"),
    so_far=frozenset({"at least", "no fewer than", "no less than"}),
    most=frozenset({"at most", "up to", "as many as", "as much as", "no more than", "fewer than", "less than", "under"}),
    nearly=("nearly ", "almost ", "just under ", "close to "),
    outcomes=OUTCOMES,
)
"""The counts of English."""
