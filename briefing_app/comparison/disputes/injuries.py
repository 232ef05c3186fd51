"""Finds one person said to be hurt slightly in one article and badly in the other: "minor injuries", "was seriously hurt"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing_app.comparison.deeds import Nearness, common
from briefing_app.comparison.disputes.against import Against
from briefing_app.comparison.sides import Side
from briefing_app.model.span import Span

_HARM = r"(?:injur(?:y|ies|ed)|wounds?|wounded|hurt|burns?|burned)"
_SLIGHT = re.compile(
    rf"(?<![\w-])(?:(?:minor|slight|superficial|light|non-(?:life-)?threatening|not life-threatening) (?:\w+ )?{_HARM}"
    rf"|(?:slightly|lightly) {_HARM}|(?:not|n't) (?:seriously|badly|critically|severely) {_HARM}|un(?:hurt|harmed|injured))(?!\w)"
)
_BAD = re.compile(
    rf"(?<![\w-])(?<!not )(?<!n't )(?<!no )(?:(?:serious|severe|critical|grave|life-threatening) (?:\w+ )?{_HARM}"
    rf"|(?:seriously|badly|critically|severely|gravely) {_HARM})(?!\w)"
)
_SHARED = 2  # telling stems, besides those of being hurt, that both sentences hold


def may_be_hurt(side: Side) -> bool:
    """Whether the sentence says how badly somebody is hurt."""
    return side.unit.language.startswith("en") and bool(_SLIGHT.search(side.low) or _BAD.search(side.low))


def hurt_otherwise(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """What one of two aligned sentences calls slight and the other bad; neither when one of them tells of both."""
    if near is not Nearness.ALIGNED or not (may_be_hurt(a) and may_be_hurt(b)):
        return
    if any(_SLIGHT.search(side.low) and _BAD.search(side.low) for side in (a, b)):
        return
    for mine, other in ((_SLIGHT, _BAD), (_BAD, _SLIGHT)):
        one, two = mine.search(a.low), other.search(b.low)
        if not one or not two:
            continue
        spans = Span(a.span.start + one.start(), a.span.start + one.end()), Span(b.span.start + two.start(), b.span.start + two.end())
        shared = common(a.telling, b.telling) - frozenset(word.stem for word in a.words if spans[0].holds(word.span))
        if len(shared) >= _SHARED:
            words = one[0], two[0]
            yield Against(*spans, f"“{words[0]}” against “{words[1]}”", len(shared), words=words)
