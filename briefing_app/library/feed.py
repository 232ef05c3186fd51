"""Hides the change feed: numbered rows that only grow, and how far each follower has read."""

from __future__ import annotations

import sqlite3

from briefing_app.library.database import Database
from briefing_app.model.change import Change, ChangeKind


def append(connection: sqlite3.Connection, kind: ChangeKind, subject: int) -> Change:
    """Add a row inside the caller's transaction; one of an article whose words may be found otherwise now is its latest."""
    cursor = connection.execute("INSERT INTO change (kind, subject) VALUES (?, ?)", (kind.value, subject))
    change = Change(int(cursor.lastrowid or 0), kind, subject)
    if kind in (ChangeKind.ARTICLE_ADDED, ChangeKind.ARTICLE_CHANGED):
        connection.execute("UPDATE article SET latest = ? WHERE id = ?", (change.number, subject))
    return change


class Feed:
    """The reading side of the feed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def after(self, number: int, limit: int) -> tuple[Change, ...]:
        """At most ``limit`` rows beyond ``number``, oldest first."""
        rows = self._database.rows("SELECT number, kind, subject FROM change WHERE number > ? ORDER BY number LIMIT ?", (number, limit))
        return tuple(Change(int(row[0]), ChangeKind(row[1]), int(row[2])) for row in rows)

    def last(self) -> int:
        """The number of the newest row, 0 when there is none."""
        return self._database.number("SELECT max(number) FROM change")

    def position(self, follower: str) -> int:
        """The last row that ``follower`` finished, 0 when it has not begun."""
        return self._database.number("SELECT position FROM follower WHERE name = ?", (follower,))

    def set_position(self, follower: str, number: int) -> None:
        """Note that ``follower`` has finished everything up to ``number``."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO follower (name, position) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET position = excluded.position",
                (follower, number),
            )
