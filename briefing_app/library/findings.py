"""Hides where the readings of each article are kept: findings and grouping profiles, each with the version that made them.

Each is kept with the corrections under which the article was read; under others it is stale, and counts as absent.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.library import records
from briefing_app.library.database import Database
from briefing_app.model.article import Article
from briefing_app.model.findings import Findings
from briefing_app.model.ids import ArticleId

_BATCH = 500


class FindingStore:
    """Findings and profiles by article. What another version made counts as absent."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def findings(self, article: ArticleId, version: str | None) -> Findings | None:
        """The article's findings, or None when they are absent or not of ``version`` (None: of any)."""
        data = self._get("finding", article, version)
        return None if data is None else records.decode_findings(data)

    def put_findings(self, article: Article, version: str, findings: Findings) -> None:
        """Keep an article's findings in the place of the last ones."""
        self._put("finding", article, version, records.encode(findings))

    def profile(self, article: ArticleId, version: str | None) -> bytes | None:
        """The article's profile, or None when it is absent or not of ``version`` (None: of any)."""
        return self._get("profile", article, version)

    def put_profile(self, article: Article, version: str, data: bytes) -> None:
        """Keep an article's profile in the place of the last one."""
        self._put("profile", article, version, data)

    def profiles(self, version: str | None) -> Iterator[tuple[ArticleId, bytes]]:
        """Every profile of ``version`` (None: of any) outside the trash by article number, read in batches."""
        last = 0
        while rows := self._database.rows(
            "SELECT p.article, p.data, p.version FROM profile p JOIN article a ON a.id = p.article"
            " WHERE p.article > ? AND p.corrected = a.corrected AND NOT a.trashed ORDER BY p.article LIMIT ?",
            (last, _BATCH),
        ):
            yield from ((ArticleId(int(row[0])), bytes(row[1])) for row in rows if version in (None, row[2]))
            last = int(rows[-1][0])

    def _get(self, table: str, article: ArticleId, version: str | None) -> bytes | None:
        row = self._database.row(
            f"SELECT t.data, t.version FROM {table} t JOIN article a ON a.id = t.article WHERE a.id = ? AND t.corrected = a.corrected",
            (article,),
        )
        return bytes(row[0]) if row and version in (None, row[1]) else None

    def _put(self, table: str, article: Article, version: str, data: bytes) -> None:
        with self._database.writing() as connection:
            connection.execute(
                f"INSERT INTO {table} (article, version, corrected, data) VALUES (?, ?, ?, ?) ON CONFLICT (article)"
                " DO UPDATE SET version = excluded.version, corrected = excluded.corrected, data = excluded.data",
                (article.id, version, article.corrected, data),
            )
