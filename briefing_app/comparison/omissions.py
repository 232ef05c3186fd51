"""Lists what an article leaves out: claims that most of the others carry and it does not."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.model.comparison import Claim, Omission, Relation

_LEAST_CARRIERS = 2


def omissions_of(claims: Sequence[Claim]) -> tuple[Omission, ...]:
    """In the order of the articles, then of the claims. Two carriers at least, and more than half of the other articles."""
    found = []
    for number, claim in enumerate(claims):
        carriers = sum(cell.relation is not Relation.ABSENT for cell in claim.cells)
        if carriers < _LEAST_CARRIERS or 2 * carriers <= len(claim.cells) - 1:
            continue
        for column, cell in enumerate(claim.cells):
            if cell.relation is Relation.ABSENT:
                found.append((column, Omission(cell.article, number, f"{carriers} of {len(claim.cells) - 1} others carry it")))
    return tuple(omission for _, omission in sorted(found, key=lambda one: (one[0], one[1].claim)))
