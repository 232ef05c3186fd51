"""Searching, saved searches and the index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_app.library.face.ground import Ground
from briefing_app.library.patience import ShouldStop, never
from briefing_app.model.search_order import LineOrder, SortOrder

if TYPE_CHECKING:
    from briefing_app.library.answers import SearchNews
    from briefing_app.library.searches import Searches
    from briefing_app.model.ids import ArticleId, SearchId
    from briefing_app.model.search import (
        Advice,
        Completion,
        Concordance,
        Facet,
        Hit,
        HitGroup,
        SavedSearch,
        SearchResult,
        Specimens,
        WritingsFound,
    )


_TITLES = 40
"""The newest titles of which words are taken for examples."""


def _ignore(done: int, total: int) -> None:
    """Progress that nobody looks at."""


class SearchFace(Ground):
    """Search."""

    @cached_property
    def _searches(self) -> Searches:
        from briefing_app.library.searches import Searches

        return Searches(self._database)

    def search(
        self,
        query: str,
        limit: int = 50,
        sort: SortOrder = SortOrder.RELEVANCE,
        *,
        passages: int | None = 3,
        unfinished: bool = False,
        should_stop: ShouldStop = never,
    ) -> SearchResult:
        """The first ``limit`` hits with at most ``passages`` passages each (None: every one).

        What is wrong in the query is told in the result and left out. Raises QueryMistake when nothing is left to search for.

        ``should_stop`` is asked every few milliseconds whether anybody still waits; SearchStopped is raised when nobody does.

        An ``unfinished`` query is still being typed: its last word also stands for words that begin with it, and what is open is closed.
        """
        return self._searching.search(query, limit, sort, passages, unfinished=unfinished, should_stop=should_stop)

    def concordance(
        self,
        query: str,
        articles: int = 500,
        order: LineOrder = LineOrder.DATE,
        *,
        unfinished: bool = False,
        should_stop: ShouldStop = never,
    ) -> Concordance:
        """Every hit, a line each, in the newest ``articles`` that answer. Raises QueryMistake; ``should_stop`` as in ``search``."""
        return self._searching.concordance(query, articles, order, unfinished=unfinished, should_stop=should_stop)

    def facets(self, query: str, most: int = 6, *, unfinished: bool = False, should_stop: ShouldStop = never) -> tuple[Facet, ...]:
        """By kind the ``most`` frequent values of the articles that answer, each with the query that narrows to it.

        Raises QueryMistake; ``should_stop`` as in ``search``.
        """
        return self._searching.facets(query, most, unfinished=unfinished, should_stop=should_stop)

    def search_writings(self, query: str, limit: int = 50, *, unfinished: bool = False, should_stop: ShouldStop = never) -> WritingsFound:
        """The notes and briefings that answer, at most ``limit`` of each, with the words in which they do. Raises QueryMistake.

        A query of ``in:notes`` or ``in:briefings`` looks only there. What it asks of articles (``date:``, ``tag:``, ``source:`` ...)
        is asked of the article that a note is on. ``should_stop`` as in ``search``.
        """
        return self._searching.writings(query, limit, unfinished=unfinished, should_stop=should_stop)

    def notes_behind(self) -> int:
        """How many annotations no word finds yet."""
        return self._searching.notes_behind()

    def completions(self, query: str, at: int) -> tuple[Completion, ...]:
        """How a query that is being typed may go on at the cursor, ``at`` (code points): words, operators, names; the likeliest first."""
        return self._searching.completions(query, at)

    def by_event(self, hits: Sequence[Hit]) -> tuple[HitGroup, ...]:
        """Hits brought together by event, copies under the hit that they repeat, with what they say otherwise."""
        from briefing_app.library.grouping import Grouping

        return Grouping(self._database, self._articles.get).by_event(hits)

    def specimens(self) -> Specimens:
        """Words and names of this library, of which examples of queries are made."""
        newest = self._articles.titles(_TITLES)
        return self._searching.specimens(newest)

    def count(self, query: str) -> int:
        """How many articles a query finds; none when it is no query."""
        return self._searching.count(query)

    def advice(self, query: str, *, unfinished: bool = False, should_stop: ShouldStop = never) -> tuple[Advice, ...]:
        """Other queries that find something, the likeliest cure first: what was mistyped, what hides articles, what asks less.

        Of a query that finds enough only mistakes, likely slips and what narrows it. Raises QueryMistake; ``should_stop`` as in ``search``.
        """
        return self._searching.advice(query, unfinished=unfinished, should_stop=should_stop)

    def texts(self, articles: Sequence[ArticleId]) -> dict[int, str]:
        """The texts of these articles, by number; one that is gone is left out."""
        return self._articles.texts(articles)

    def searches(self) -> tuple[SavedSearch, ...]:
        """Every saved search, in the order of the alphabet."""
        return self._searches.all()

    def search_news(self, search: SearchId) -> SearchNews:
        """How many articles a saved search finds, and how many are new since ``look_at``. Raises NothingThere, QueryMistake."""
        from briefing_app.library.answers import SearchNews

        found = self._searching.find(self._searches.get(search).query)
        looked = self._searches.looked(search)
        return SearchNews(len(found), sum(article > looked for article in found))

    def look_at(self, search: SearchId) -> None:
        """Note that the analyst has seen what a saved search finds now."""
        self._searches.look(search)

    def index_pending(
        self,
        on_progress: Callable[[int, int], None] = _ignore,
        should_stop: ShouldStop = never,
        begin: Callable[[ArticleId], bool] | None = None,
    ) -> int:
        """Index what the feed has beyond the index's end; how many articles that were. One process at a time.

        ``on_progress`` takes how many are done and how many there are; ``should_stop`` ends a batch once it holds 64 articles.
        With ``begin`` each article is asked about first and a batch of its own; when it says False, no word will find the article.
        A missing or damaged index is built anew. Raises StorageFailed.
        """
        self._database.require_writable()
        self._database.require_there()
        return self._searching.index_pending(on_progress, should_stop, begin)

    def reindex(self, on_progress: Callable[[int, int], None] = _ignore, should_stop: ShouldStop = never) -> int:
        """Throw the index away and build it again; how many articles it holds then. One process at a time."""
        self._database.require_writable()
        self._database.require_there()
        return self._searching.reindex(on_progress, should_stop)
