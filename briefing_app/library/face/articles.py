"""Articles as they are kept: adding, reading whole, their originals, their rows in lists."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_app.library.face.ground import Ground
from briefing_app.library.rows import ArticleRow, Rows

if TYPE_CHECKING:
    from briefing_app.library.answers import Added
    from briefing_app.model.article import Article, Document
    from briefing_app.model.correction import Corrections
    from briefing_app.model.ids import ArticleId, EventId
    from briefing_app.model.letters import Letter


class ArticlesFace(Ground):
    """Articles and their originals."""

    @cached_property
    def _rows(self) -> Rows:
        return Rows(self._database)

    def add(self, document: Document, original: bytes, path: str) -> Added:
        """Store an article: its original bytes, then text, metadata and feed row in one transaction.

        The same original and part a second time changes nothing and is told as a duplicate. Raises StorageFailed, LibraryGone.
        """
        self._database.require_there()
        return self._articles.add(document, self._originals.put(original), path, self._clock())

    def versions(self, article: ArticleId) -> tuple[ArticleId, ...]:
        """All versions of an article, that which stands in lists first, then the one added last; empty when there is no such article."""
        from briefing_app.library.versions import Versions

        return Versions(self._database).of(article)

    def article(self, article: ArticleId) -> Article:
        """One article. Raises NothingThere."""
        return self._articles.get([article])[0]

    def article_of_original(self, digest: str) -> ArticleId | None:
        """The first article outside the trash whose original has this SHA-256 (hex), None when there is none."""
        return self._articles.of_original(digest)

    def articles(self, ids: Sequence[ArticleId]) -> tuple[Article, ...]:
        """The articles in the order asked for. Raises NothingThere."""
        return self._articles.get(ids)

    def as_found(self, article: ArticleId) -> Document:
        """What cleaning found, without the analyst's corrections, which ``article`` has in its document. Raises NothingThere."""
        return self._articles.as_found(article)

    def corrections(self, article: ArticleId) -> Corrections:
        """What the analyst has corrected in the article."""
        return self._articles.corrections(article)

    def article_ids(self, *, trashed: bool = False) -> tuple[ArticleId, ...]:
        """The number of every article outside the trash, or inside it, ascending."""
        return self._articles.ids(trashed=trashed)

    def present(self, articles: Sequence[ArticleId] | None = None) -> dict[ArticleId, str]:
        """``Article.corrected`` of each of these (None: of all) that lies outside the trash."""
        return self._articles.present(articles)

    def article_count(self) -> int:
        """How many articles there are outside the trash."""
        return self._rows.count()

    def original(self, article: ArticleId) -> bytes:
        """The bytes as received. Raises NothingThere, LibraryCorrupt when they are gone or changed."""
        return self._originals.get(self._articles.original_of(article))

    def rows(self, ids: Sequence[ArticleId] | None = None, *, trashed: bool = False, skip_missing: bool = False) -> tuple[ArticleRow, ...]:
        """Rows for lists, newest date first, undated last; None means all outside the trash, or inside it.

        Raises NothingThere unless ``skip_missing``.
        """
        return self._rows.get(ids, trashed=trashed, skip_missing=skip_missing)

    def letters(self, events: Collection[EventId]) -> dict[int, Letter]:
        """What the articles of these events go by, each in its own event; those in the trash have none."""
        return self._rows.letters(events)
