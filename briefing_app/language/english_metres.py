"""Words by which English tells that "40m" are metres; the lists are this project's own."""

from __future__ import annotations

from briefing_app.language.pack import Metres
from briefing_app.language.words import listed

METRES = Metres(
    ways=listed("deep long wide high tall thick away apart down below above underwater underground offshore uphill downhill"),
    things=listed(
        """
        well wave wall tower tree pool hole pit shaft crater tunnel trench cliff fence ladder mast crane pole rope statue chimney spire
        tsunami ditch radius distance asteroid yacht boat ship vessel trawler ferry whale snake
        python shark crocodile dinosaur sprint dash race relay hurdles freestyle backstroke breaststroke butterfly medley steeplechase
        """
    ),
    lengths=listed("depth height length distance width altitude diameter perimeter"),
    paid_for=listed(
        """
        deal project scheme plan contract fund loan bid budget bill investment upgrade refurbishment revamp sale fine package order
        programme program purchase takeover prize funding spending revenue profit loss
        """
    ),
    of=listed("of"),
    moving=listed("within swam swum dived dug drilled abseiled walked crawled tunnelled tunneled"),
    off=listed("off from under beneath into up"),
    places=listed("coast shore ground surface road summit seabed beach waterline shoreline seafloor epicentre epicenter"),
    tracks=listed("50 60 100 110 200 400 800 1500 1,500 3000 3,000 5000 5,000 10000 10,000"),
    races=listed("final finals semifinal semifinals heat heats champion champions title runner runners sprinter sprinters"),
    ranges=listed("to - – or and"),
)
"""The metres of English."""
