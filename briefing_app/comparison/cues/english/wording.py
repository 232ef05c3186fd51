"""How English orders its words; the lists are this project's own."""

from __future__ import annotations

from briefing_app.comparison.cues.patterns import any_of
from briefing_app.comparison.cues.wording import Wording
from briefing_app.language.words import listed

_BE = "is are was were be been being am"

WORDING = Wording(
    joining=listed(
        "while although though whereas that but and or so yet however furthermore moreover meanwhile thus also instead nevertheless"
        " therefore besides similarly still then because since as"
    ),
    limiting=listed("only not even just except unless until"),
    parting=any_of("but", "although", "though", "while", "whereas", "said", "says", "saying", "told", "adding", "added"),
    determiners=listed("a an the this that these those its their his her"),
    pointing=listed("this that these those"),
    there=("there",),
    that=listed("that"),
    where=listed("where"),
    be=listed(f"{_BE} isn't aren't wasn't weren't there's that's it's he's she's"),
    predicating=listed(f"{_BE} 's there"),
    base_follows=listed("not do does did don't doesn't didn't"),
    negating=listed("not"),
    negated=("n't",),
    never=listed("not never"),
    to=listed("to"),
    to_be=listed("be"),
    by=listed("by"),
    no=listed("no"),
    of=listed("of"),
    adverbs=("ly",),
)
"""The wording of English."""
