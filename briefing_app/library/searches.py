"""Hides how saved searches are read back, and what the analyst has seen of their hits; they are written by edits only."""

from __future__ import annotations

from briefing_app.library import feed, records
from briefing_app.library.database import Database
from briefing_app.model.change import ChangeKind
from briefing_app.model.errors import NothingThere
from briefing_app.model.ids import ArticleId, Noun, SearchId, name_of
from briefing_app.model.search import SavedSearch


class Searches:
    """The saved searches of one library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[SavedSearch, ...]:
        """Every saved search, in the order of the alphabet."""
        return tuple(records.decode_search(row[0]) for row in self._database.rows("SELECT data FROM saved_search ORDER BY folded"))

    def get(self, number: SearchId) -> SavedSearch:
        """One saved search. Raises NothingThere."""
        row = self._database.row("SELECT data FROM saved_search WHERE id = ?", (number,))
        if row is None:
            raise _nothing(number)
        return records.decode_search(row[0])

    def looked(self, number: SearchId) -> ArticleId:
        """The newest article that was in the library when the analyst last looked. Raises NothingThere."""
        row = self._database.row("SELECT looked FROM saved_search WHERE id = ?", (number,))
        if row is None:
            raise _nothing(number)
        return ArticleId(int(row[0]))

    def look(self, number: SearchId) -> None:
        """Note that the analyst has seen what the search finds now. No edit: there is nothing to take back."""
        with self._database.writing() as connection:
            newest = "(SELECT coalesce(max(id), 0) FROM article)"
            told = connection.execute(f"UPDATE saved_search SET looked = {newest} WHERE id = ? AND looked < {newest}", (number,))
            if told.rowcount:
                feed.append(connection, ChangeKind.SEARCH, number)


def _nothing(number: SearchId) -> NothingThere:
    return NothingThere(f"There is no search {name_of(Noun.SEARCH, number)} in this library.")
