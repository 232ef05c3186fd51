"""Says how each cell of a row stands to the row's statement; a row of conflict has two sides, and every cell is on one of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefing_app.comparison.deeds.verbs import tell_same
from briefing_app.comparison.disputes import Dispute
from briefing_app.comparison.reasons import Member
from briefing_app.comparison.stretches.sides import Side, shared_stems
from briefing_app.model.comparison import ClaimStatus, DifferenceKind, Relation

_ADDED, _ADDED_SHARE = 3, 0.6  # telling words, and their share, that the statement lacks where a cell adds detail


def against(clear: Member, members: Sequence[Member], found: Sequence[Dispute]) -> frozenset[int]:
    """The sentences (units) on the other side than the statement ``clear``: parted from it by a conflict, or denying as it is denied."""
    conflicts = [one for one in found if one.status is ClaimStatus.CONFLICT]
    if not conflicts:
        return frozenset()
    with_it: dict[int, bool] = {clear[0]: True}
    reached = [clear[0]]
    for unit in reached:  # grows while it is read: who disputes with whom disputes with me is with me
        for one in conflicts:
            other = one.b if unit == one.a else one.a if unit == one.b else None
            if other is not None and other not in with_it:
                with_it[other] = not with_it[unit]
                reached.append(other)
    denying = conflicts[0].kind is DifferenceKind.CONTRADICTION and not _denies(clear)
    apart = (member[0] for member in members if member[0] not in with_it and denying and _denies(member))
    return frozenset(unit for unit, same in with_it.items() if not same) | frozenset(apart)


def _denies(member: Member) -> bool:
    return bool(member[1].met(member[1].cues.denial))


def relation_of(clear: Member, best: Member, own: Collection[int], opposed: Collection[int]) -> Relation:
    """How a cell with the sentences ``own`` (``best`` is nearest to the statement) stands to it: against it, or by strength and detail."""
    if clear[0] in own:
        return Relation.STATES
    if any(unit in opposed for unit in own):
        return Relation.CONTRADICTS
    if clear[1].text == best[1].text:
        return Relation.STATES
    if not _one_predicate(clear[1], best[1]):
        return _by_detail(clear, best)
    doubts, mine_doubts = len(clear[1].met(clear[1].cues.doubt)), len(best[1].met(best[1].cues.doubt))
    if mine_doubts > doubts or best[1].stage < clear[1].stage:
        return Relation.WEAKER
    if mine_doubts < doubts or best[1].stage > clear[1].stage:
        return Relation.STRONGER
    return _by_detail(clear, best)


def _one_predicate(a: Side, b: Side) -> bool:
    """Whether both tell the same act, so that a doubt or a stage here is one of what stands there; without deeds any words may be it."""
    if not a.deeds or not b.deeds:
        return True
    return any(tell_same(one.acts, two.acts) for one in a.deeds for two in b.deeds)


def _by_detail(clear: Member, best: Member) -> Relation:
    added = len(best[1].telling - shared_stems(best[1], clear[1]))
    return Relation.ADDS_DETAIL if added >= max(_ADDED, _ADDED_SHARE * len(best[1].telling)) else Relation.STATES
