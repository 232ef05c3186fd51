"""Star and read mark of articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.library import ArticleRow
from briefing_app.model.edit import Edit, MarkRead, MarkStarred
from briefing_app.model.ids import ArticleId

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session


class Marking(QObject):
    """Marks articles, each time as one edit."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def toggle_star(self, articles: Sequence[ArticleId]) -> None:
        """Star the articles, or take the star away when all have one."""

        def edit() -> Edit:
            rows = self._rows(articles)
            return MarkStarred(tuple(row.id for row in rows), not all(row.starred for row in rows))

        self._session.editing.apply(edit)

    def star(self, articles: Sequence[ArticleId]) -> None:
        """Star the articles."""
        self._session.editing.apply(MarkStarred(tuple(articles), True), self.tr("%Ln article(s) starred.", "", len(articles)))

    def mark_unread(self, articles: Sequence[ArticleId]) -> None:
        """Mark the articles as unread."""
        self._session.editing.apply(MarkRead(tuple(articles), False), self.tr("%Ln article(s) marked as unread.", "", len(articles)))

    def toggle_read(self, articles: Sequence[ArticleId]) -> None:
        """Mark the articles as unread, or as read when all are unread."""

        def edit() -> Edit:
            rows = self._rows(articles)
            return MarkRead(tuple(row.id for row in rows), all(not row.read for row in rows))

        self._session.editing.apply(edit)

    def mark_read(self, number: ArticleId) -> None:
        """Mark one article as read; nothing happens when it is."""
        if not self._session.read_only:
            self._session.editing.apply(MarkRead((number,), True))

    def _rows(self, articles: Sequence[ArticleId]) -> tuple[ArticleRow, ...]:
        return self._session.workbench.library.rows(articles, skip_missing=True)
