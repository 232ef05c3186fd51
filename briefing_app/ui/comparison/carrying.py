"""Finds the chosen row again in a comparison that was made anew: by its passages, since rows have no other name. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.model.comparison import Claim
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span
from briefing_app.ui.comparison.passages import Compared


def row_again(before: Compared, row: int, place: int, passage: int, now: Compared) -> tuple[int, int] | None:
    """The row and passage of ``now`` (of the same articles) where the passage of the source at ``place`` stands, else most of the row.

    None when no row has any of its words.
    """
    if row >= len(before.comparison.claims):
        return None
    old = _passages(before.comparison.claims[row])
    here = before.articles[place].id
    chosen = sorted(old.get(here, ()))
    chosen = chosen[passage : passage + 1] or chosen[:1]
    best, found = (0, 0), None
    for at, claim in enumerate(now.comparison.claims):
        new = _passages(claim)
        same = sum(_shared(spans, new[article]) for article, spans in old.items() if article in new)
        score = (_shared(chosen, new.get(here, ())), same)
        if score > best:
            best, found = score, at
    if found is None:
        return None
    overlaps = [_shared(chosen, (span,)) for span in sorted(now.cell(found, place).spans)]
    return found, overlaps.index(max(overlaps)) if overlaps else 0


def _passages(claim: Claim) -> dict[ArticleId, tuple[Span, ...]]:
    return {cell.article: cell.spans for cell in claim.cells if cell.spans}


def _shared(some: Sequence[Span], others: Sequence[Span]) -> int:
    """How many code points stand in both."""
    return sum(one.overlap(other) for one in some for other in others)
