"""What the analyst has ruled of a finished row: how a source stands to it, which marks say nothing, which row is judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from briefing_app.comparison.rulings.settling import Settled
from briefing_app.model.comparison import Cell, Claim, ClaimStatus, DifferenceKind, Omission, Place, Relation
from briefing_app.model.ids import RulingId
from briefing_app.model.letters import Letter
from briefing_app.model.ruling import Dismissed, Judged, Moved, Parted, Related
from briefing_app.model.span import Span

_LEAST = 0.5
"""Share of the ruled words that a row must hold to be the one that is meant."""

Recount = Callable[[Sequence[Cell]], tuple[ClaimStatus, str]]
"""The status of a row without disputes, and why."""


def on_claims(
    claims: Sequence[Claim], rulings: Sequence[Settled], letters: Sequence[Letter], recount: Recount
) -> tuple[list[Claim], tuple[RulingId, ...]]:
    """The claims with what is ruled of them, in the same order; and the rulings that are about no row any more.

    ``letters`` are those of the columns.
    """
    found, homeless = list(claims), []
    for one in rulings:
        if not isinstance(one.rule, (Related, Dismissed, Judged)):
            continue
        at = row_meant(found, one.rows[0])
        if at is None:
            homeless.append(one.id)
            continue
        claim = _related(found[at], one.rule, letters, recount) if isinstance(one.rule, Related) else found[at]
        claim = _without_mark(claim, one.rule) if isinstance(one.rule, Dismissed) else claim
        found[at] = replace(claim, rulings=tuple(dict.fromkeys((*claim.rulings, one.id))))
    for one in rulings:
        if isinstance(one.rule, (Parted, Moved)):  # the words that went are to show it too, in the row where they stand now
            at = row_meant(found, one.rows[0])
            if at is not None and one.id not in found[at].rulings:
                found[at] = replace(found[at], rulings=(*found[at].rulings, one.id))
    return found, tuple(homeless)


def on_omissions(omissions: Iterable[Omission], claims: Sequence[Claim], rulings: Sequence[Settled]) -> tuple[Omission, ...]:
    """The omissions but those that are dismissed."""
    gone = {
        (one.rule.article, row_meant(claims, one.rows[0])) for one in rulings if isinstance(one.rule, Dismissed) and one.rule.kind is None
    }
    return tuple(one for one in omissions if (one.article, one.claim) not in gone)


def row_meant(claims: Sequence[Claim], places: Sequence[Place]) -> int | None:
    """The row that holds most of the places and little else, None when none holds half of them."""
    wanted = sum(len(place.span) for place in places)
    best: tuple[float, int] | None = None
    for at, claim in enumerate(claims):
        spans = {cell.article: cell.spans for cell in claim.cells if cell.spans}
        shared = sum(_shared(place.span, spans.get(place.article, ())) for place in places)
        if shared < _LEAST * wanted:
            continue
        alike = shared / (wanted + sum(len(span) for own in spans.values() for span in own) - shared)
        if best is None or alike > best[0]:
            best = (alike, at)
    return best[1] if best else None


def _shared(span: Span, others: Sequence[Span]) -> int:
    return min(len(span), sum(span.overlap(other) for other in others))


def _related(claim: Claim, rule: Related, letters: Sequence[Letter], recount: Recount) -> Claim:
    """With a fixed relation: a contradiction makes a conflict, and a conflict in which nothing contradicts is none."""
    at = next((k for k, cell in enumerate(claim.cells) if cell.article == rule.article and cell.spans), None)
    if at is None:
        return claim
    cell = replace(claim.cells[at], relation=rule.relation)
    if rule.relation is not Relation.CONTRADICTS:
        cell = replace(cell, marks=tuple(mark for mark in cell.marks if mark.kind is not DifferenceKind.CONTRADICTION))
    claim = replace(claim, cells=(*claim.cells[:at], cell, *claim.cells[at + 1 :]))
    if rule.relation is Relation.CONTRADICTS:
        return replace(claim, status=ClaimStatus.CONFLICT, why=f"{letters[at]} contradicts it, as the analyst says")
    if claim.status is ClaimStatus.CONFLICT and all(one.relation is not Relation.CONTRADICTS for one in claim.cells):
        status, why = recount(claim.cells)
        return replace(claim, status=status, why=why)
    return claim


def _without_mark(claim: Claim, rule: Dismissed) -> Claim:
    cells = (
        replace(cell, marks=tuple(mark for mark in cell.marks if mark.kind is not rule.kind)) if cell.article == rule.article else cell
        for cell in claim.cells
    )
    return replace(claim, cells=tuple(cells))
