"""Tells which deeds of two sentences, alike in their words, are of other occasions, so that neither is a later stage of the other."""

from __future__ import annotations

from briefing_app.comparison.deeds import Deed, common
from briefing_app.comparison.disputes.against import contrasted
from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.findings import NameKind
from briefing_app.model.span import Span

_BEFORE = 40  # characters before what is decided in which it may be told as agreed only
_POSSESSIVE = ("'s", "'")  # behind a name


def on_other_occasions(early_side: Side, early: Deed, late_side: Side, late: Deed) -> bool:
    """Whether what is told as done was done before or apart from what is to come."""
    return (
        done_before(late_side, late)
        or bool(late_side.cues.long_ago.search(late_side.low_of(late.reach)))
        or contrasted(early_side, early, late_side, late)
        or _of_another(early_side, early, late)
        or _of_another(late_side, late, early)
    )


def done_before(side: Side, deed: Deed) -> bool:
    """``had already stopped``: done before all that the article tells, unless somebody tells it ("said they had signed")."""
    told = any(one.cue and one.cue.end <= deed.span.start for one in side.unit.attributions)
    return not told and not side.cues.manner.before.isdisjoint(deed.words.lower().split()[:1])


def only_agreed(side: Side, deed: Deed) -> bool:
    """Whether what is told as decided is still to be done: "agreed to close"."""
    end = deed.span.end - side.span.start
    return bool(side.cues.agreeing.search(side.low[max(0, end - len(deed.words) - _BEFORE) : end]))


def _of_another(side: Side, deed: Deed, other: Deed) -> bool:
    """Whether all that its doer has in common with the other's is the person whose it is ("Moon's envoys", "Moon")."""
    shared = common(deed.doer, other.doer)
    told = [word for word in side.words if word.stem in shared and deed.reach.start <= word.span.start < deed.span.start]
    owners = [name.span for name in side.unit.names if name.kind is NameKind.PERSON and _owns(side, name.span)]
    return bool(told) and all(any(owner.holds(word.span) or owner.gap(word.span) == 1 for owner in owners) for word in told)


def _owns(side: Side, name: Span) -> bool:
    return side.low[name.end - side.span.start :].startswith(_POSSESSIVE)
