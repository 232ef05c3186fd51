"""Finds a state that lasts in one article and has ended in the other: still at large and arrested, missing and found, in talks and failed.

The words of a state are a language's cues; the deeds that end it stand beside them. Both must be of the same people or things.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.comparison.deeds import Deed, Nearness, common
from briefing_app.comparison.disputes.against import Against, of_others
from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.span import Span

_BEFORE = 40  # characters before the words of a state that may say that it is over


def lasts(side: Side) -> bool:
    """Whether the sentence tells of a state that something may end."""
    return any(side.met(state) for state, _ in side.cues.states)


def states_ended(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """Every state of one sentence that a deed of the other has ended; only of near sentences."""
    if not near:
        return
    for lasting, other, swapped in ((a, b, False), (b, a, True)):
        for pattern, ends in lasting.cues.states:
            span = next(iter(lasting.spans(pattern)), None)
            deed = next((deed for deed in other.deeds if _ends(deed, ends)), None) if span else None
            if span is None or deed is None or other.met(pattern):
                continue
            if shared := _of_one(lasting, span, other, deed):
                words = lasting.low_of(span)
                found = Against(span, deed.span, f"“{words}” against “{deed.quoted}”", shared, words=(words, deed.quoted))
                yield found.exchanged() if swapped else found


def _ends(deed: Deed, ends: frozenset[str]) -> bool:
    told = not deed.verbs.isdisjoint(ends) and deed.finite and deed.verbal
    return told and not deed.turned and not deed.supposed and not deed.elsewhen and not deed.aside


def _of_one(lasting: Side, span: Span, other: Side, deed: Deed) -> int:
    """How many words the one that is in the state has in common with those who take part in the deed; 0 where it is another's."""
    before = lasting.low[max(0, span.start - lasting.span.start - _BEFORE) : span.start - lasting.span.start].split()
    holding = next((one for one in lasting.deeds if one.reach.overlap(span)), None)
    if (
        holding is None
        or holding.supposed
        or holding.turned
        or not lasting.cues.states_past.isdisjoint(before[-2:])
        or of_others(lasting, holding, other, deed)
    ):
        return 0
    return len(common(holding.doer | holding.thing, deed.doer | deed.thing))
