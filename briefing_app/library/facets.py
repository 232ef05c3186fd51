"""Hides by what the articles that answer a query are counted, and which words narrow the query to each value."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from briefing_app.library.index import Index
from briefing_app.library.index.arrays import Array
from briefing_app.library.index.index import Answer
from briefing_app.library.sets import Shared
from briefing_app.model.search import Facet, FacetKind

_MOST_MONTHS = 18
"""Months that are shown one by one; of a longer time, the years."""
_MOST_DATES = 24
_BEFORE_UNIX = 719_163
"""The ordinal of 1 January 1970."""


def facets_of(index: Index, answer: Answer, shared: Shared, most: int) -> tuple[Facet, ...]:
    """Sources, languages, tags, events and who is cited, the most frequent first, at most ``most`` of each; dates in their order."""
    sources = ((FacetKind.SOURCE, name, f"source:{_quoted(name)}", count) for name, count in index.counted(answer, "outlet").items())
    languages = ((FacetKind.LANGUAGE, code, f"lang:{code}", count) for code, count in index.counted(answer, "lang").items())
    tags = ((FacetKind.TAG, name, f"tag:{_quoted(name)}", count) for name, count in shared.tags.items())
    events = ((FacetKind.EVENT, title, f"event:e{number}", count) for number, (title, count) in shared.events.items() if count > 1)
    people = ((FacetKind.PERSON, name, f"said-by:{_quoted(name)}", count) for name, count in shared.people.items() if count > 1)
    found = [facet for kind in (sources, languages, tags, events, people) for facet in _first(kind, most)]
    return (*found, *_dates(index.days(answer)))


def _first(counted: Iterable[tuple[FacetKind, str, str, int]], most: int) -> list[Facet]:
    return [Facet(*one) for one in sorted(counted, key=lambda one: (-one[3], one[1]))[:most]]


def _dates(days: Array) -> list[Facet]:
    """The articles by month, or by year when they are of a long time; the newest of these when there are many."""
    if not len(days):
        return []
    dates = (days - _BEFORE_UNIX).astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    spread = int((months.max() - months.min()).astype(np.int64)) + 1
    units = months if spread <= _MOST_MONTHS else dates.astype("datetime64[Y]")
    values, counts = np.unique(units, return_counts=True)
    return [
        Facet(FacetKind.DATE, str(value), f"date:{value}", int(count))
        for value, count in list(zip(values, counts, strict=True))[-_MOST_DATES:]
    ]


def _quoted(words: str) -> str:
    return '"{}"'.format(words.replace('"', " "))
