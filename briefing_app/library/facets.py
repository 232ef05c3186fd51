"""Hides by what the articles that answer a query are counted, and which words narrow the query to each value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing_app.library.index import Index
from briefing_app.library.index.index import Answer
from briefing_app.library.index.periods import Period
from briefing_app.library.sets import Shared
from briefing_app.model.search import Facet, FacetKind

_MOST_DATES = 24


def facets_of(index: Index, answer: Answer, shared: Shared, most: int) -> tuple[Facet, ...]:
    """Sources, languages, tags, events and who is cited, the most frequent first, at most ``most`` of each; dates in their order.

    An article whose date is an interval counts in every month that it may be of, as ``date:`` finds it there.
    """
    sources = ((FacetKind.SOURCE, name, f"source:{_quoted(name)}", count) for name, count in index.counted(answer, "outlet").items())
    languages = ((FacetKind.LANGUAGE, code, f"lang:{code}", count) for code, count in index.counted(answer, "lang").items())
    tags = ((FacetKind.TAG, name, f"tag:{_quoted(name)}", count) for name, count in shared.tags.items())
    events = ((FacetKind.EVENT, title, f"event:e{number}", count) for number, (title, count) in shared.events.items() if count > 1)
    people = ((FacetKind.PERSON, name, f"said-by:{_quoted(name)}", count) for name, count in shared.people.items() if count > 1)
    found = [facet for kind in (sources, languages, tags, events, people) for facet in _first(kind, most)]
    return (*found, *_dates(index.periods(answer)))


def _first(counted: Iterable[tuple[FacetKind, str, str, int]], most: int) -> list[Facet]:
    return [Facet(*one) for one in sorted(counted, key=lambda one: (-one[3], one[1]))[:most]]


def _dates(periods: Sequence[Period]) -> list[Facet]:
    """The newest of the months or years, in their order."""
    return [Facet(FacetKind.DATE, one.name, f"date:{one.name}", one.count, one.perhaps) for one in periods[-_MOST_DATES:]]


def _quoted(words: str) -> str:
    return '"{}"'.format(words.replace('"', " "))
