"""Hides the register of sources: how it is read, and how articles follow when a name of it changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from briefing_app.library import records
from briefing_app.library.database import Database
from briefing_app.model.ids import ArticleId
from briefing_app.model.naming import folded
from briefing_app.model.source import Source, names_by_alias

_SELECT = "SELECT data FROM source ORDER BY folded"


class Sources:
    """The register of one library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Source, ...]:
        """Every entry, in the order of the alphabet."""
        return tuple(records.decode_source(row[0]) for row in self._database.rows(_SELECT))

    def counts(self) -> dict[str, int]:
        """How many articles in lists each source has, those that are not in the register too; by the name that lists show."""
        rows = self._database.rows("SELECT source, count(*) FROM article WHERE trashed = 0 AND source IS NOT NULL GROUP BY source")
        return {str(row[0]): int(row[1]) for row in rows}


def register(connection: sqlite3.Connection) -> tuple[Source, ...]:
    """Every entry, inside the caller's transaction."""
    return tuple(records.decode_source(row[0]) for row in connection.execute(_SELECT))


def names(connection: sqlite3.Connection) -> dict[str, str]:
    """The names that articles go by (``names_by_alias``), inside the caller's transaction."""
    return names_by_alias(register(connection))


def articles_under(connection: sqlite3.Connection, wanted: Iterable[str]) -> tuple[ArticleId, ...]:
    """The articles that lists show under one of these names, in whatever capitals."""
    keys = {folded(name) for name in wanted}
    shown = [row[0] for row in connection.execute("SELECT DISTINCT source FROM article WHERE source IS NOT NULL") if folded(row[0]) in keys]
    found: list[ArticleId] = []
    for name in shown:
        found += [ArticleId(int(row[0])) for row in connection.execute("SELECT id FROM article WHERE source = ?", (name,))]
    return tuple(found)
