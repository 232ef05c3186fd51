"""What a rule is that finds a disagreement between two sentences, and what it says of the sentences that it needs.

A rule is asked only of pairs of which one sentence seeks what the other offers, so that its cost hangs on what it can find and not on
the number of pairs. What they seek and offer are sets of keys, read once a sentence: any words of the rule's own, such as the stems by
which a verb's deed is told (``deeds.verbs``). They may promise too much, never too little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing_app.comparison.deeds import Nearness
from briefing_app.comparison.disputes.against import Against
from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.comparison import ClaimStatus, DifferenceKind

Keys = frozenset[str]
"""What a sentence seeks or offers."""

Find = Callable[[Side, Side, Nearness], Iterator[Against]]
"""Everything that a rule finds between two whole sentences that stand so near."""

_ANY = frozenset({""})


def anything(_: Side) -> Keys:
    """Offers: the other sentence may be any."""
    return _ANY


def when(told: Callable[[Side], bool]) -> Callable[[Side], Keys]:
    """Seeks (or offers): something when the sentence is such a one, nothing when it is not."""

    def keys(side: Side) -> Keys:
        return _ANY if told(side) else frozenset()

    return keys


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table: the kind and status of what ``find`` finds.

    One of the two sentences must seek (``seeks``) a key that the other offers (``offers``), whichever stands first; ``least`` is how
    near they must stand. ``seeks=when(predicate)`` alone: one of the two is such a sentence, the other any.
    """

    kind: DifferenceKind
    status: ClaimStatus
    find: Find
    seeks: Callable[[Side], Keys]
    offers: Callable[[Side], Keys] = anything
    least: Nearness = Nearness.FAR
