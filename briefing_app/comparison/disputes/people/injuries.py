"""Finds one person said to be hurt slightly in one article and badly in the other: "minor injuries", "was seriously hurt"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.comparison.deeds import Nearness, common
from briefing_app.comparison.disputes.against import Against
from briefing_app.comparison.stretches.sides import Side

_SHARED = 2  # telling stems, besides those of being hurt, that both sentences hold


def may_be_hurt(side: Side) -> bool:
    """Whether the sentence says how badly somebody is hurt."""
    return bool(side.met(side.cues.slightly_hurt) or side.met(side.cues.badly_hurt))


def hurt_otherwise(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """What one of two aligned sentences calls slight and the other bad; neither when one of them tells of both."""
    if near is not Nearness.ALIGNED or not (may_be_hurt(a) and may_be_hurt(b)):
        return
    if any(side.met(side.cues.slightly_hurt) and side.met(side.cues.badly_hurt) for side in (a, b)):
        return
    for mine, other in ((a.cues.slightly_hurt, b.cues.badly_hurt), (a.cues.badly_hurt, b.cues.slightly_hurt)):
        one, two = next(iter(a.spans(mine)), None), next(iter(b.spans(other)), None)
        if not one or not two:
            continue
        shared = common(a.telling, b.telling) - frozenset(word.stem for word in a.words if one.holds(word.span))
        if len(shared) >= _SHARED:
            words = a.printed(one).lower(), b.printed(two).lower()
            yield Against(one, two, f"“{words[0]}” against “{words[1]}”", len(shared), words=words)
