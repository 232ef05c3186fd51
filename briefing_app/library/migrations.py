"""Hides how the database came to its present shape: numbered steps, each run once, in order."""

from __future__ import annotations

APPLICATION_ID = 0x42524645
"""Marks the file as a library of this program ("BRFE")."""

_FIRST = (
    # What lists show and what the analyst marks; the long texts are in `content`, so that lists never page through them.
    """CREATE TABLE article (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        original TEXT NOT NULL,
        part TEXT NOT NULL,
        path BLOB NOT NULL,
        file_name BLOB NOT NULL,
        imported_at TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,
        listing TEXT NOT NULL,
        dated TEXT NOT NULL,
        added INTEGER NOT NULL,
        read INTEGER NOT NULL DEFAULT 0,
        starred INTEGER NOT NULL DEFAULT 0,
        event INTEGER REFERENCES event(id) ON DELETE SET NULL,
        UNIQUE (original, part)
    )""",
    "CREATE INDEX article_added ON article(added)",
    "CREATE INDEX article_event ON article(event)",
    "CREATE TABLE content (article INTEGER PRIMARY KEY REFERENCES article(id), document TEXT NOT NULL, text TEXT NOT NULL)",
    "CREATE TABLE change (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, subject INTEGER NOT NULL)",
    "CREATE TABLE follower (name TEXT PRIMARY KEY, position INTEGER NOT NULL)",
    "CREATE TABLE finding (article INTEGER PRIMARY KEY REFERENCES article(id), version TEXT NOT NULL, data BLOB NOT NULL)",
    "CREATE TABLE profile (article INTEGER PRIMARY KEY REFERENCES article(id), version TEXT NOT NULL, data BLOB NOT NULL)",
    "CREATE TABLE event (id INTEGER PRIMARY KEY AUTOINCREMENT, data BLOB NOT NULL, stage_of INTEGER)",
    """CREATE TABLE comparison (
        event INTEGER PRIMARY KEY REFERENCES event(id) ON DELETE CASCADE,
        version TEXT NOT NULL,
        conflicts INTEGER NOT NULL,
        data BLOB NOT NULL
    )""",
    """CREATE TABLE annotation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES article(id),
        start INTEGER NOT NULL,
        data BLOB NOT NULL
    )""",
    "CREATE INDEX annotation_article ON annotation(article, start)",
    "CREATE TABLE briefing (id INTEGER PRIMARY KEY AUTOINCREMENT, event INTEGER NOT NULL, data BLOB NOT NULL)",
    """CREATE TABLE journal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        edit BLOB NOT NULL,
        inverse BLOB NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0,
        at TEXT NOT NULL
    )""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST,)
"""Step n brings a database from version n to n + 1. A step that has shipped is never changed."""

SCHEMA_VERSION = len(MIGRATIONS)
"""The version that this program writes."""
