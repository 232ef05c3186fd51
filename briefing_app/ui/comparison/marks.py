"""Which cells carry a mark worth stopping at."""

from __future__ import annotations

from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Comparison, DifferenceKind, Relation

_QUIET = frozenset({DifferenceKind.WORDING, DifferenceKind.ATTRIBUTION})
_APART = frozenset({Relation.CONTRADICTS, Relation.WEAKER, Relation.STRONGER})


def marked_cells(comparison: Comparison) -> frozenset[tuple[int, int]]:
    """(claim, column) of every cell that differs by more than its wording or its teller, and of every omission."""
    places = {article: place for place, article in enumerate(comparison.articles)}
    found = {(omission.claim, places[omission.article]) for omission in comparison.omissions}
    for index, claim in enumerate(comparison.claims):
        found |= {(index, places[cell.article]) for cell in claim.cells if _marked(claim, cell)}
    return frozenset(found)


def _marked(claim: Claim, cell: Cell) -> bool:
    if cell.relation is Relation.ABSENT:
        return False
    if claim.status in (ClaimStatus.CONFLICT, ClaimStatus.PROGRESSION):
        return True
    return cell.relation in _APART or any(mark.kind not in _QUIET for mark in cell.marks)
