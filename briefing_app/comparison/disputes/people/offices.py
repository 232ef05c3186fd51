"""Finds who once did something in one article and still does it in another: "who previously headed the agency", "is still its head"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing_app.comparison.deeds import Deed, common
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.span import Span

_NEAR = 14  # characters before a verb in which "previously" belongs to it


@dataclass(frozen=True, slots=True)
class Lasting:
    """The sentence (by its unit) that puts something into the past, the one that tells it as going on, and the words of each that do."""

    past: int
    lasting: int
    over: str
    on: str
    past_span: Span


def once_and_still(study: Study) -> Iterator[Lasting]:
    """For each deed that is told as over the sentence of each other article that tells it as going on."""
    sides = [study.side(k) for k in range(len(study.units))]
    going_on = [(k, side) for k, side in enumerate(sides) if side.met(side.cues.still) and not side.met(side.cues.former)]
    for i, side in enumerate(sides):
        if not side.met(side.cues.former):
            continue
        for deed in side.deeds:
            over = _over(side, deed)
            if not over or not deed.named or not deed.thing:
                continue
            for j, other in going_on:
                if other.unit.column != side.unit.column and (cue := _still(other, deed)):
                    yield Lasting(i, j, over, cue, deed.span)


def _over(side: Side, deed: Deed) -> str:
    """The word that says that it is over, right before the verb or in its group."""
    start, end = deed.span.start - side.span.start, deed.span.end - side.span.start
    found = side.cues.over.search(side.low[max(0, start - _NEAR) : end])
    return f"{found[0]} {deed.words}" if found and found[0] not in deed.words.lower() else deed.words if found else ""


def _still(side: Side, deed: Deed) -> str:
    """The verb group by which the other side tells that it goes on; empty when it tells of somebody or something else."""
    if not common(deed.doer, side.telling) or not common(deed.thing, side.telling):
        return ""
    opens = side.cues.still.match(side.low)
    for other in side.deeds:
        plain = not other.turned and not other.past and not other.supposed
        if plain and (opens or side.cues.still.search(_group(side, other))):
            return other.words
    return ""


def _group(side: Side, deed: Deed) -> str:
    start, end = deed.span.start - side.span.start, deed.span.end - side.span.start
    return side.low[max(0, start - _NEAR) : end]
