"""Hides what it takes to delete for good what lies in the trash, and that no edit before it can be taken back then."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from briefing_app.library import feed, records
from briefing_app.library.database import Database
from briefing_app.library.originals import Originals
from briefing_app.library.trash import left_of
from briefing_app.model.change import ChangeKind
from briefing_app.model.ids import Noun
from briefing_app.model.version import Presence

_EMPTIED = "SELECT id FROM emptied"


def empty_trash(database: Database, originals: Originals) -> int:
    """Delete every article in the trash with all that is on it, and the whole history of edits; how many articles that were.

    Their originals go too, unless another article is of the same one. Nothing of it can be undone. Raises StorageFailed.
    """
    with database.writing() as connection:
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS emptied (id INTEGER PRIMARY KEY)")
        connection.execute("DELETE FROM emptied")
        connection.execute("INSERT INTO emptied SELECT id FROM article WHERE trashed = ?", (Presence.TRASHED,))
        count = int(connection.execute("SELECT count(*) FROM emptied").fetchone()[0])
        # The older versions that one of them stands in the place of go with it.
        connection.execute(f"INSERT OR IGNORE INTO emptied SELECT id FROM article WHERE newer IN ({_EMPTIED})")
        ids = [int(row[0]) for row in connection.execute(_EMPTIED)]
        if not ids:
            return 0
        digests = [str(row[0]) for row in connection.execute(f"SELECT DISTINCT original FROM article WHERE id IN ({_EMPTIED})")]
        _leave_events(connection, ids)
        _delete_what_names_them(connection)
        connection.execute(f"DELETE FROM article WHERE id IN ({_EMPTIED})")
        connection.execute(f"INSERT INTO gone {_EMPTIED}")
        connection.execute("DELETE FROM tag WHERE id NOT IN (SELECT tag FROM article_tag)")
        connection.execute("DELETE FROM ruling WHERE id NOT IN (SELECT ruling FROM ruling_article)")
        connection.execute("DELETE FROM journal")
        for number in ids:
            feed.append(connection, ChangeKind.ARTICLE_TRASHED, number)
        kept = {str(row[0]) for row in connection.execute("SELECT original FROM article")}
    originals.remove([digest for digest in digests if digest not in kept])
    return count


def _leave_events(connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Take them out of events that the follower has not worked out anew yet."""
    among = f"SELECT DISTINCT event FROM article WHERE id IN ({_EMPTIED}) AND event IS NOT NULL"
    for number, data in connection.execute(f"SELECT id, data FROM event WHERE id IN ({among})").fetchall():
        left = left_of(records.decode_group(data), frozenset(ids))
        if left is None:
            connection.execute("DELETE FROM event WHERE id = ?", (number,))
        else:
            connection.execute("UPDATE event SET data = ? WHERE id = ?", (records.encode(left), number))


def _delete_what_names_them(connection: sqlite3.Connection) -> None:
    """Every row that belongs to one of them, in whatever table, and what is filed of it in cases."""
    notes = f"SELECT id FROM annotation WHERE article IN ({_EMPTIED})"
    connection.execute(f"DELETE FROM filing WHERE noun = ? AND number IN ({notes})", (Noun.ANNOTATION.value,))
    connection.execute(f"DELETE FROM filing WHERE noun = ? AND number IN ({_EMPTIED})", (Noun.ARTICLE.value,))
    for (table,) in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name <> 'article'").fetchall():
        for key in connection.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            if key[2] == "article":
                connection.execute(f"DELETE FROM {table} WHERE {key[3]} IN ({_EMPTIED})")
