"""Finds two places in one order: "his first visit to Ostland" and "his third visit to Ostland"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from briefing_app.comparison.deeds import Nearness, common
from briefing_app.comparison.disputes.against import Against
from briefing_app.comparison.disputes.rules import Keys
from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.span import Span

_LEAST = 2  # words beside what is counted that both sentences must share, a name among them
_COVERED = 0.5  # share of the shorter sentence's other words that must meet


@dataclass(frozen=True, slots=True)
class _Rank:
    place: int
    noun: str
    span: Span


def ranked(side: Side) -> Keys:
    """What the sentence counts in order."""
    return frozenset(rank.noun for rank in side.once(_ranks))


def ranks_apart(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """Every two places of one thing in aligned sentences that otherwise tell the same."""
    if near is not Nearness.ALIGNED:
        return
    for x, y in product(a.once(_ranks), b.once(_ranks)):
        if x.noun != y.noun or x.place == y.place:
            continue
        mine, other = ((side.telling - {rank.noun}).difference(side.cues.counts.ordinals) for side, rank in ((a, x), (b, y)))
        shared = common(mine, other)
        named = a.named & shared
        if named and len(shared) >= _LEAST and len(shared) >= _COVERED * min(len(mine), len(other)):
            words = a.printed(x.span), b.printed(y.span)
            yield Against(x.span, y.span, f"“{words[0]}” against “{words[1]}”", len(shared), words=words)


def _ranks(side: Side) -> list[_Rank]:
    """Only what is counted once in the sentence: "the first and the second vote" parts nothing."""
    counts = side.cues.counts
    found = [
        _Rank(counts.ordinals[before.low], word.stem, Span(before.span.start, word.span.end))
        for before, word in pairwise(side.words)
        if before.low in counts.ordinals and word.low not in counts.unranked and not word.stop and not word.name and not before.name
    ]
    return found if len(found) == 1 else []
