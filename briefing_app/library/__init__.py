"""The library on the disk: articles, originals, feed, edits, events, search. ``Library`` is its whole public face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.library.library import Library, is_library
from briefing_app.library.rows import ArticleRow
from briefing_app.library.shelves import NOTHING, EventLine, LineKind, Outline, ShelfCounts, SourceCount, TagCount

if TYPE_CHECKING:
    from briefing_app.library.answers import Added, BriefingTitle, CaseCount, SearchNews

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

_ANSWERS = frozenset({"Added", "BriefingTitle", "CaseCount", "SearchNews"})


def __getattr__(name: str) -> object:
    # Loaded with the first of these answers: a list needs none of them.
    if name not in _ANSWERS:
        raise AttributeError(name)
    from briefing_app.library import answers

    return getattr(answers, name)
