"""Searching as it is typed, on a lane where the newest query wins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing_app.model.errors import BriefingError
from briefing_app.ui.error_text import trouble_of
from briefing_app.ui.jobs import Lane
from briefing_app.ui.search.model import Found, found_of
from briefing_app.ui.search.proposals import proposals

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session

_SEARCH_FROM = 2
"""Letters from which on a query is searched for."""
_MOST_HITS = 200
_MOST_PROPOSED = 3


class Searching(QObject):
    """The query, what it found (None: nothing is searched for) and the mistake in it (empty: none)."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._library = session.workbench.library
        self._lane: Lane[Found] = Lane("search", session.relay, newest_only=True)
        self.query = ""
        self.found: Found | None = None
        self.mistake = ""

    def close(self) -> None:
        """Let the search under way end."""
        self._lane.close()

    def search(self, query: str) -> None:
        """Search from the second letter on; an empty query goes back to the list."""
        self.query = query
        words = query.strip()
        if len(words) < _SEARCH_FROM:
            self._lane.forget()
            self.found, self.mistake = None, ""
            self.changed.emit()
            return
        self._lane.ask(lambda: self._find(words), self._take_hits, self._take_mistake)

    def again(self) -> None:
        """Search for the same once more, because the index has come further."""
        if self.query:
            self.search(self.query)

    def _find(self, words: str) -> Found:
        """What the words find, with the texts that the passages are cut from; on the searching lane."""
        result = self._library.search(words, limit=_MOST_HITS, unfinished=True)
        numbers = [hit.article for hit in result.hits]
        rows = {row.id: row for row in self._library.rows(numbers, skip_missing=True)}
        found = found_of(result, self._library.texts(numbers), rows)
        return found if result.total else replace(found, proposed=self._proposed(words))

    def _proposed(self, words: str) -> tuple[tuple[str, int], ...]:
        """Wider queries that find something, with how much."""
        found: list[tuple[str, int]] = []
        for query in proposals(words):
            try:
                total = self._library.search(query, limit=1).total
            except BriefingError:
                continue
            if total:
                found.append((query, total))
            if len(found) == _MOST_PROPOSED:
                break
        return tuple(found)

    def _take_hits(self, found: Found) -> None:
        self.mistake, self.found = "", found
        self.changed.emit()

    def _take_mistake(self, error: BaseException) -> None:
        if not isinstance(error, BriefingError):
            self._session.fail(error)
            return
        trouble = trouble_of(error)
        self.mistake = f"{trouble.sentence} {trouble.next_step}".strip()
        self.changed.emit()
