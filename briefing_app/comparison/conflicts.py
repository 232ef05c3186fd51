"""Decides in which rows disputes are shown: in the row that holds both sentences, or in a row of their own when no small row does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing_app.comparison.disputes import Dispute
from briefing_app.comparison.reasons import Member
from briefing_app.comparison.rows import Row
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import ClaimStatus


@dataclass(frozen=True, slots=True)
class Disputed:
    """What is shown as one row: its sentences, each with its side, and the disputes between them, conflicts first."""

    members: tuple[Member, ...]
    disputes: tuple[Dispute, ...]


def in_row(study: Study, row: Row, members: Sequence[Member], disputes: Iterable[Dispute]) -> list[Dispute]:
    """The disputes between the sentences of a small row (or one that the analyst made) that are about its words, conflicts first."""
    if not row.rulings and not study.is_small(row):
        return []
    sides = dict(members)
    found = [one for one in disputes if one.a in sides and one.b in sides]
    kept = [one for one in found if sides[one.a].span.overlap(one.side_a.span) and sides[one.b].span.overlap(one.side_b.span)]
    return sorted(kept, key=lambda one: (one.status is not ClaimStatus.CONFLICT, -one.weight))


def rows_of_their_own(disputes: Iterable[Dispute]) -> list[Disputed]:
    """Disputes make one row that share a party and are of one kind, are between the same two, or set the same words against each other."""
    groups: list[list[Dispute]] = []
    for one in disputes:
        met = [group for group in groups if any(_of_one_row(one, other) for other in group)]
        groups = [group for group in groups if group not in met] + [[one, *(other for group in met for other in group)]]
    return [_disputed(group) for group in groups]


def _of_one_row(one: Dispute, other: Dispute) -> bool:
    mine, theirs = ((one.a, one.side_a), (one.b, one.side_b)), ((other.a, other.side_a), (other.b, other.side_b))
    met = [a == b and bool(x.span.overlap(y.span)) for a, x in mine for b, y in theirs]
    if one.kind is not other.kind:
        return met[0] and met[3]
    said = tuple(word.lower() for word in one.words)
    return any(met) or (all(said) and said == tuple(word.lower() for word in other.words))


def _disputed(group: Sequence[Dispute]) -> Disputed:
    ordered = sorted(group, key=lambda one: (one.status is not ClaimStatus.CONFLICT, -one.weight))
    members: dict[int, Member] = {}
    for one in ordered:
        members.setdefault(one.a, (one.a, one.side_a))
        members.setdefault(one.b, (one.b, one.side_b))
    return Disputed(tuple(members[unit] for unit in sorted(members)), tuple(ordered))
