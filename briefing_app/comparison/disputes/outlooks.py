"""Finds what one article tells as left undecided for the time being and the other as leaning to one end: "for now", "unlikely to allow"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing_app.comparison.deeds import Nearness, common
from briefing_app.comparison.disputes.against import Against
from briefing_app.comparison.sides import Side
from briefing_app.model.span import Span

_PROVISIONAL = re.compile(
    r"(?<![\w-])(?:for now|for the time being|pending (?:(?:an?|the|further|more) ){0,2}(?:review|decision|inquiry|probe|study|vote)"
    r"|on hold|under review|put on ice|until further notice|(?:has|have|had) (?:not|yet to) (?:yet )?deci\w+|(?:is|are|remains?) undecided"
    r"|no (?:final )?decision (?:has been|was) (?:made|taken))(?!\w)"
)
_LEANING = re.compile(
    r"(?<![\w-])(?:(?:very |highly |most )?(?:un)?likely to|hard[- ]pressed to|all but (?:certain|sure) to|almost certain to|inclined to"
    r"|leaning toward|leaning towards|has no (?:plans|intention)|have no (?:plans|intention))(?!\w)"
)
_SHARED = 3  # telling stems that both sentences hold


def is_provisional_or_outlook(side: Side) -> bool:
    """Whether the sentence leaves something undecided for the time being, or says where it leans."""
    return side.unit.language.startswith("en") and bool(_PROVISIONAL.search(side.low) or _LEANING.search(side.low))


def settled_since(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """What one of two aligned sentences leaves undecided and the other tells the outlook of."""
    if near is not Nearness.ALIGNED:
        return
    for early, late, swapped in ((a, b, False), (b, a, True)):
        open_yet, leaning = _PROVISIONAL.search(early.low), _LEANING.search(late.low)
        if not open_yet or not leaning or _PROVISIONAL.search(late.low) or _LEANING.search(early.low):
            continue
        at = Span(late.span.start + leaning.start(), late.span.start + leaning.end())
        deed = next((deed for deed in late.deeds if deed.reach.overlap(at)), None)
        what = frozenset(
            word.stem for word in late.words if at.end <= word.span.start < (deed.reach.end if deed else at.end) and not word.stop
        )
        shared = common(early.telling, late.telling)
        theirs = deed is None or not deed.doer or bool(common(deed.doer, early.telling))
        if len(shared) >= _SHARED and theirs and common(what, early.telling):
            span = Span(early.span.start + open_yet.start(), early.span.start + open_yet.end())
            words = (open_yet[0], leaning[0])
            found = Against(span, at, f"“{words[0]}” against “{words[1]}”", len(shared), words=words)
            yield found.exchanged() if swapped else found
