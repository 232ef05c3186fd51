"""The library on the disk: articles, originals, feed, edits, events, search. ``Library`` is its whole public face."""

from __future__ import annotations

from briefing_app.library.articles import Added, ArticleRow
from briefing_app.library.library import Library
from briefing_app.library.shelves import NOTHING, EventLine, LineKind, Outline, ShelfCounts, SourceCount

__all__ = ["NOTHING", "Added", "ArticleRow", "EventLine", "Library", "LineKind", "Outline", "ShelfCounts", "SourceCount"]
