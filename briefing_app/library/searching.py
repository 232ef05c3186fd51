"""Hides how the index follows the feed and how hits are put in order and shown."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing_app.library.articles import Articles
from briefing_app.library.index import Index
from briefing_app.library.index.index import MOST, Asked, Found
from briefing_app.library.index.passages import Story
from briefing_app.model.errors import StorageFailed
from briefing_app.model.ids import ArticleId
from briefing_app.model.search import Hit, SearchResult, SortOrder

KEPT = 200
"""Articles whose words stay cut between two searches: some 20 MB."""

_TRIES = 3


class Searching:
    """Search over one library's articles."""

    def __init__(self, folder: Path, articles: Articles) -> None:
        self._index = Index(folder)
        self._articles = articles
        self._guard = threading.Lock()
        self._stories: dict[tuple[ArticleId, str], Story] = {}

    def position(self) -> int:
        """Up to where in the feed the index holds every article; 0 when the index is of another library, and so counts as absent."""
        position = self._index.position()
        return 0 if self._is_foreign(position) else position

    def behind(self) -> int:
        """How many articles are not indexed yet."""
        return self._articles.count_after(self.position())

    def search(self, query: str, limit: int, sort: SortOrder, passages: int | None, *, unfinished: bool) -> SearchResult:
        """The first ``limit`` hits with at most ``passages`` passages each (None: all). Raises QueryMistake."""
        asked = self._index.ask(query, unfinished=unfinished)
        found, position = self._found(asked)
        best = self._sorted(found, sort)[: max(0, limit)]
        stories = self._read([hit.article for hit in best])
        hits = tuple(Hit(hit.article, hit.score, self._index.show(asked, stories[hit.article], passages)) for hit in best)
        return SearchResult(asked.words, len(found), self._articles.count_after(position), hits)

    def find(self, query: str) -> tuple[ArticleId, ...]:
        """Every article that answers, in no order, without its passages. Raises QueryMistake."""
        return tuple(hit.article for hit in self._found(self._index.ask(query))[0])

    def index_pending(
        self,
        on_progress: Callable[[int, int], None],
        should_stop: Callable[[], bool],
        begin: Callable[[ArticleId], bool] | None = None,
    ) -> int:
        """Index what the feed has beyond the index's end, batch by batch; how many articles that were. Raises StorageFailed.

        A damaged index, or one of another version, ends nowhere and so is built anew. ``on_progress`` takes done and total.
        With ``begin`` a batch is one article, and one of which it says False is entered without its words.
        """
        done = standing = 0
        if self._is_foreign(self._index.position()):
            self._index.clear()
        while not should_stop():
            position = self.position()
            batch = self._articles.latest_after(position, 1 if begin else MOST)
            if not batch:
                break
            wordless = begin is not None and not begin(batch[0].article.id)
            done += self._index.extend(batch, position, should_stop, wordless=wordless)
            standing = 0 if self.position() > position else standing + 1
            if standing == _TRIES:
                raise StorageFailed("The search index does not read back as it was written.", "Check the disk that holds the library.")
            on_progress(done, done + self.behind())
        return done

    def reindex(self, on_progress: Callable[[int, int], None], should_stop: Callable[[], bool]) -> int:
        """Throw the index away and build it again; how many articles it holds."""
        self._index.clear()
        return self.index_pending(on_progress, should_stop)

    def close(self) -> None:
        """Let go of the index's files."""
        self._index.close()

    def _is_foreign(self, position: int) -> bool:
        """Whether the index goes beyond the feed's end: the database was replaced by an older or another one."""
        return position > self._articles.last_change()

    def _found(self, asked: Asked) -> tuple[tuple[Found, ...], int]:
        """What is found outside the trash, and the index's position then."""
        found, position = self._index.find(asked)
        if self._is_foreign(position):
            return (), 0
        held = self._articles.among([hit.article for hit in found])
        return tuple(hit for hit in found if hit.article in held), position

    def _read(self, ids: Sequence[ArticleId]) -> dict[ArticleId, Story]:
        """The articles ready to be scanned. The last ones are kept: while the analyst types, the same ones are found again."""
        with self._guard:
            keys = dict(zip(ids, zip(ids, self._articles.digests(ids), strict=True), strict=True))
            kept = {key: self._stories[key] for key in keys.values() if key in self._stories}
            for article in self._articles.get([number for number, key in keys.items() if key not in kept]):
                kept[keys[article.id]] = Story(article.document)
            self._stories = {**self._stories, **kept}
            for key in list(self._stories)[: max(0, len(self._stories) - KEPT)]:
                del self._stories[key]
            return {number: kept[key] for number, key in keys.items()}

    def _sorted(self, found: Sequence[Found], sort: SortOrder) -> list[Found]:
        """By score or date; ties go to the newer, then to the lower number; undated last in both orders of date."""
        dates = self._articles.dates([hit.article for hit in found])
        ordered = sorted(found, key=lambda hit: hit.article)
        if sort is SortOrder.OLDEST:
            return sorted(ordered, key=lambda hit: (not dates[hit.article], dates[hit.article]))
        ordered.sort(key=lambda hit: dates[hit.article], reverse=True)
        if sort is SortOrder.RELEVANCE:
            ordered.sort(key=lambda hit: hit.score, reverse=True)
        return ordered
