"""Hides how everything that has a name is listed by it, so that it can be looked through as it is typed."""

from __future__ import annotations

from briefing_app.library.database import Database
from briefing_app.library.trash import emptied
from briefing_app.model.ids import ArticleId, EventId


class Names:
    """What the articles and events of one library are called."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def headlines(self) -> tuple[tuple[ArticleId, str], ...]:
        """Every article outside the trash with its headline, newest date first, undated last, ties by number.

        An index answers it, no listing is read.
        """
        rows = self._database.rows("SELECT id, headline FROM article WHERE trashed = 0 ORDER BY dated DESC, id")
        return tuple((ArticleId(int(number)), str(headline)) for number, headline in rows)

    def event_titles(self) -> tuple[tuple[EventId, str], ...]:
        """Every event with its title, newest date first, undated last."""
        rows = self._database.rows("SELECT id, json_extract(CAST(data AS TEXT), '$.title') FROM event ORDER BY dated DESC, id DESC")
        gone = emptied(self._database)
        return tuple((EventId(int(number)), str(title)) for number, title in rows if number not in gone)
