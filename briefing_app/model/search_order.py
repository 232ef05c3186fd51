"""The orders in which a search lists what it finds; apart from what it finds, which the window loads with the first search."""

from __future__ import annotations

from enum import StrEnum


class SortOrder(StrEnum):
    """How hits are ordered; ties go to the newer, then to the lower number."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class LineOrder(StrEnum):
    """How the lines of a concordance are ordered; ties by article and place."""

    DATE = "date"
    SOURCE = "source"
    LEFT = "left"
    RIGHT = "right"
