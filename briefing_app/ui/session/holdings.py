"""Reads from the library what the library pane shows, and keeps the comparisons that its marks come from."""

from __future__ import annotations

from briefing_app.library import Library
from briefing_app.model.comparison import ClaimStatus, Comparison
from briefing_app.model.event import Event
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.ui.library.listing import Holdings

_MOST_COMPARISONS = 40
_COPY_FROM = 0.8


class HoldingsReader:
    """Reads on the reading lane; comparisons are read again only when the event's articles or conflicts differ."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._comparisons: dict[EventId, tuple[object, Comparison | None]] = {}

    def read(self) -> Holdings:
        """Rows, events, and how many conflicts and which copies each article of the newest events has."""
        rows, events, counts = self._library.rows(), self._library.events(), self._library.conflicts()
        conflicts: dict[ArticleId, int] = {}
        copies: dict[ArticleId, tuple[ArticleId, float]] = {}
        for event in events[:_MOST_COMPARISONS]:
            comparison = self._comparison(event, counts.get(event.id)) if event.id in counts else None
            if comparison is not None:
                _count_conflicts(comparison, conflicts)
                _note_copies(comparison, copies)
        return Holdings(rows, events, conflicts, copies)

    def comparison_for(self, article: ArticleId, holdings: Holdings) -> Comparison | None:
        """The stored comparison of the article's event, None when there is none."""
        event = holdings.event_of(article)
        if event is None:
            return None
        kept = self._comparisons.get(event.id)
        return kept[1] if kept is not None else self._library.comparison(event.id)

    def _comparison(self, event: Event, count: int | None) -> Comparison | None:
        stamp = (event.group.articles, count)
        kept = self._comparisons.get(event.id)
        if kept is None or kept[0] != stamp:
            kept = (stamp, self._library.comparison(event.id))
            self._comparisons[event.id] = kept
        return kept[1]


def _count_conflicts(comparison: Comparison, counts: dict[ArticleId, int]) -> None:
    for claim in comparison.claims:
        if claim.status is ClaimStatus.CONFLICT:
            for cell in claim.cells:
                if cell.spans:
                    counts[cell.article] = counts.get(cell.article, 0) + 1


def _note_copies(comparison: Comparison, copies: dict[ArticleId, tuple[ArticleId, float]]) -> None:
    for copy in comparison.copies:
        first, second = sorted((copy.a, copy.b), key=comparison.articles.index)
        if copy.share >= _COPY_FROM and second not in copies and first not in copies:
            copies[second] = (first, copy.share)
