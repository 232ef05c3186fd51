"""Hides where the words and names come from with which a query is completed: the index, and the tables of names."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.library.completing import Name
from briefing_app.library.database import Database
from briefing_app.library.index import Index
from briefing_app.library.index.terms import form_of
from briefing_app.library.names import Names
from briefing_app.library.searches import Searches
from briefing_app.model.ids import Noun, name_of
from briefing_app.model.search import CompletionKind

_MOST = 9
_MOST_LANGUAGES = 50

_COUNTED = {
    CompletionKind.SOURCE: "SELECT source, count(*) FROM article"
    " WHERE trashed = 0 AND source IS NOT NULL GROUP BY source ORDER BY 2 DESC, 1",
    CompletionKind.TAG: "SELECT t.name, count(*) FROM tag t JOIN article_tag x ON x.tag = t.id GROUP BY t.id ORDER BY 2 DESC, 1",
    CompletionKind.PERSON: "SELECT name, count(*) FROM teller GROUP BY name ORDER BY 2 DESC, 1",
}
_CASES = "SELECT json_extract(CAST(data AS TEXT), '$.name') FROM casefile ORDER BY folded"


class LibraryStock:
    """The words and names of one library. Names are read once until something changes."""

    def __init__(self, database: Database, index: Index) -> None:
        self._database, self._index = database, index
        self._known: dict[CompletionKind, tuple[object, Sequence[Name]]] = {}

    def words(self, begun: str) -> list[tuple[str, int]]:
        """Words of titles and texts that begin so."""
        return self._index.words(form_of(begun), _MOST, "title_forms", "body_forms")

    def writers(self, begun: str) -> list[tuple[str, int]]:
        """Words of bylines and agencies that begin so."""
        return self._index.words(form_of(begun), _MOST, "by_forms")

    def names(self, kind: CompletionKind) -> Sequence[Name]:
        """Every name of a kind, the most frequent first; events the newest first."""
        change = self._database.row("SELECT (SELECT max(number) FROM change), (SELECT max(article) FROM finding)"), self._index.position()
        if kind not in self._known or self._known[kind][0] != change:
            self._known[kind] = change, self._read(kind)
        return self._known[kind][1]

    def _read(self, kind: CompletionKind) -> Sequence[Name]:
        match kind:
            case CompletionKind.SEARCH:
                return [(search.name, search.query, None) for search in Searches(self._database).all()]
            case CompletionKind.EVENT:
                return [(title, name_of(Noun.EVENT, number), None) for number, title in Names(self._database).event_titles()]
            case CompletionKind.CASE:
                return [(str(name), str(name), None) for (name,) in self._database.rows(_CASES)]
            case CompletionKind.LANGUAGE:
                return [(code, code, count) for code, count in self._index.words("", _MOST_LANGUAGES, "lang")]
            case CompletionKind.DATE:
                return [(month, month, count) for month, count in self._index.months()]
            case CompletionKind.OPERATOR | CompletionKind.WORD:
                return ()
        return [(str(name), str(name), int(count)) for name, count in self._database.rows(_COUNTED[kind])]
