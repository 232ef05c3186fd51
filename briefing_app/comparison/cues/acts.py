"""Verbs of a language by what they do to a dispute; stems, with their particle behind a low line ("step_down")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing_app.comparison.cues.patterns import NEVER


@dataclass(frozen=True, slots=True)
class Acts:
    """Stems of verbs by what their deeds let, or do not let, be true beside them; where said so, words in lower case.

    Done once: ``by_one`` by one alone, ``at_one`` in one place (those ``by_one`` besides), ``once`` on one day; ``answering`` and
    ``responsible`` (a noun): saying that one did it; ``self`` (words): to oneself; ``where`` (words) before its place. ``moving``: bringing
    somebody from a place to another. ``mutual``: who does it to whom is all one, or the same is told either way ("passed the bill", "the
    bill passed the Senate"); ``absolute``: told by the doer alone, whatever it is done to; ``vague``: so much is told with them that they
    alone tell no deed; ``finding``: what is not found is not there. ``leaving`` and ``dismissing``: two tellings of one end.

    On the way: ``making`` and ``showing``: what is made is shown later; ``calling_off`` what was to come, and ``stopping``, which is the
    end itself. ``able`` (words): who can has not said that he will; ``more`` (words) behind a verb: another deed than the one before.

    Denied: ``denying`` (beginnings of words): verbs behind which stands what is denied; ``passed_on``: those that only hand a denial on;
    ``asking``: those behind which stands, in a clause of its own, what is asked;
    ``accusing``: those that charge somebody, ``alleging`` those of them that tell it as a claim; ``charges`` (words): what is only
    pointed at; ``ruling_out``: verbs behind which stands what will not be done; ``unsure``: adjectives that negated leave open; ``ever``
    (words): what takes back a deed at any time. ``suspected`` (words) make it a possibility, ``hypothetical`` (words) the word behind
    them. Of a verb group, ``suffered``: told of whom it is done
    to. Before a verb, ``beside``: what is only told beside it ("with 12 arrests").
    """

    by_one: frozenset[str] = frozenset()
    at_one: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    answering: frozenset[str] = frozenset()
    responsible: frozenset[str] = frozenset()
    self: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    moving: frozenset[str] = frozenset()
    mutual: frozenset[str] = frozenset()
    absolute: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    finding: frozenset[str] = frozenset()
    leaving: frozenset[str] = frozenset()
    dismissing: frozenset[str] = frozenset()
    making: frozenset[str] = frozenset()
    showing: frozenset[str] = frozenset()
    calling_off: frozenset[str] = frozenset()
    stopping: frozenset[str] = frozenset()
    able: frozenset[str] = frozenset()
    more: frozenset[str] = frozenset()
    denying: tuple[str, ...] = ()
    passed_on: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    accusing: frozenset[str] = frozenset()
    alleging: frozenset[str] = frozenset()
    charges: frozenset[str] = frozenset()
    ruling_out: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    ever: frozenset[str] = frozenset()
    suspected: frozenset[str] = frozenset()
    hypothetical: frozenset[str] = frozenset()
    suffered: re.Pattern[str] = NEVER
    beside: re.Pattern[str] = NEVER
