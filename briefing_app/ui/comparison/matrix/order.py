"""In which order the rows of the matrix stand. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

from briefing_app.model.comparison import Claim, ClaimStatus
from briefing_app.ui.comparison.passages import Compared


class Sort(Enum):
    """By status and weight, as the texts go, or by who was first to tell."""

    IMPORTANCE = "importance"
    TEXT = "text"
    DATE = "date"


def in_order(compared: Compared, claims: Sequence[int], sort: Sort) -> list[int]:
    """Indices of claims, sorted. By importance, what some source leaves out stands first in its status; else as the comparison has it."""
    every = compared.comparison.claims
    match sort:
        case Sort.TEXT:
            return sorted(claims, key=lambda index: (_depth(compared, every[index]), index))
        case Sort.DATE:
            return sorted(claims, key=lambda index: (_first_told(compared, every[index]), _depth(compared, every[index]), index))
        case _:
            order = tuple(ClaimStatus)
            return sorted(claims, key=lambda index: (order.index(every[index].status), not compared.is_left_out(index), index))


def _depth(compared: Compared, claim: Claim) -> float:
    """How deep in their texts the sources carry a claim, on average (0 to 1)."""
    depths = [min(cell.spans).start / max(1, len(compared.article(cell.article).text)) for cell in claim.cells if cell.spans]
    return sum(depths) / max(1, len(depths))


def _first_told(compared: Compared, claim: Claim) -> date:
    """The earliest day on which one of its sources can have come out; the end of time when no date is known."""
    intervals = [compared.article(cell.article).document.date.value for cell in claim.cells if cell.spans]
    days = [interval.last or interval.first for interval in intervals if interval]
    return min((day for day in days if day), default=date.max)
