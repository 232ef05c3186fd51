"""The library on the disk: articles, originals, feed, edits, events, search. ``Library`` is its whole public face."""

from __future__ import annotations

from briefing_app.library.answers import Added, BriefingTitle, CaseCount, SearchNews
from briefing_app.library.library import Library, is_library
from briefing_app.library.rows import ArticleRow
from briefing_app.library.shelves import NOTHING, EventLine, LineKind, Outline, ShelfCounts, SourceCount, TagCount

__all__ = [
    "NOTHING",
    "Added",
    "ArticleRow",
    "BriefingTitle",
    "CaseCount",
    "EventLine",
    "Library",
    "LineKind",
    "Outline",
    "SearchNews",
    "ShelfCounts",
    "SourceCount",
    "TagCount",
    "is_library",
]
