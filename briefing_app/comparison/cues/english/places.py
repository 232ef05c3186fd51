"""Words of places in English: on which side of one, and what kind it is; own lists."""

from __future__ import annotations

import re

BEARINGS = re.compile(r"(?<![\w-])(?:(?:north|south)[- ]?)?(?:north|south|east|west) (?:of|from)(?= )")
"""On which side of the place that is named behind it."""

DIRECTIONS = ("north", "south", "east", "west")
"""What a bearing is made of."""

PLACE_KINDS = (
    *("ocean", "sea", "gulf", "bay", "strait", "river", "lake", "island", "desert", "province", "county", "district", "region", "valley"),
    *("airport", "hospital", "hotel", "bridge", "prison", "street", "avenue", "square", "stadium", "university", "station", "base"),
)
"""Last words of the names of places of which a thing is at one."""
