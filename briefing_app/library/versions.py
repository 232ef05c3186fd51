"""Hides how versions of one article are kept: the newest stands in lists, the older ones behind it; what the analyst wrote moves along."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from briefing_app.anchoring import locate_all
from briefing_app.library import feed, records
from briefing_app.library.database import Database
from briefing_app.model.annotation import Annotation, SubjectKind
from briefing_app.model.article import Document
from briefing_app.model.change import ChangeKind
from briefing_app.model.ids import ArticleId
from briefing_app.model.version import Presence, identity, kin, stated_at


def same_again(connection: sqlite3.Connection, document: Document, original: str) -> tuple[ArticleId, Presence] | None:
    """The article of the same name whose text is the same to the letter, in another original."""
    if not (name := identity(document)):
        return None
    row = connection.execute(
        "SELECT id, trashed FROM article WHERE identity = ? AND text_sha256 = ? AND original <> ?", (name, document.text_sha256, original)
    ).fetchone()
    return (ArticleId(int(row[0])), Presence(row[1])) if row else None


def stack(connection: sqlite3.Connection, article: ArticleId, document: Document, original: str) -> ArticleId | None:
    """Put a new article above or below the one that it is a version of; that one's number, None when there is none."""
    name = identity(document)
    connection.execute("UPDATE article SET identity = ? WHERE id = ?", (name, article))
    if not name:
        return None
    rows = connection.execute(
        "SELECT a.id, c.document, c.text FROM article a JOIN content c ON c.article = a.id"
        " WHERE a.identity = ? AND a.id <> ? AND a.original <> ? AND a.trashed = 0 ORDER BY a.id DESC",
        (name, article, original),
    ).fetchall()
    for number, body, text in rows:
        if kin(document.text, text):
            other = ArticleId(int(number))
            older = _is_older(document, records.decode_document(body, text))
            put_behind(connection, article if older else other, other if older else article)
            return other
    return None


def put_behind(connection: sqlite3.Connection, older: ArticleId, newer: ArticleId) -> None:
    """Let ``newer`` stand in lists in the place of ``older``, with its tags, star, cases, and notes as far as their words are there."""
    stand_behind(connection, older, newer)
    connection.execute("UPDATE article SET starred = starred OR (SELECT starred FROM article WHERE id = ?) WHERE id = ?", (older, newer))
    connection.execute("INSERT OR IGNORE INTO article_tag (tag, article) SELECT tag, ? FROM article_tag WHERE article = ?", (newer, older))
    connection.execute(
        "INSERT OR IGNORE INTO filing (casefile, noun, number) SELECT casefile, noun, ? FROM filing WHERE noun = 'a' AND number = ?",
        (newer, older),
    )
    _move_notes(connection, older, newer)


def stand_behind(connection: sqlite3.Connection, older: ArticleId, newer: ArticleId) -> None:
    """Let ``newer`` stand in lists in the place of ``older`` and of what stood behind that; nothing else of them changes."""
    connection.execute("UPDATE article SET newer = ? WHERE newer = ?", (newer, older))
    connection.execute("UPDATE article SET trashed = ?, newer = ? WHERE id = ?", (Presence.OLDER, newer, older))
    connection.execute("DELETE FROM comparison WHERE event = (SELECT event FROM article WHERE id = ?)", (older,))
    feed.append(connection, ChangeKind.ARTICLE_TRASHED, older)


def stand_alone(connection: sqlite3.Connection, article: ArticleId) -> None:
    """Let an older version be an article of its own again; its notes stay where they are now."""
    connection.execute("UPDATE article SET trashed = ?, newer = NULL WHERE id = ?", (Presence.PRESENT, article))
    feed.append(connection, ChangeKind.ARTICLE_TRASHED, article)


class Versions:
    """The versions of the articles of one library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, article: ArticleId) -> tuple[ArticleId, ...]:
        """All versions of an article, that which stands in lists first, then the one added last; empty when there is no such article."""
        row = self._database.row("SELECT coalesce(newer, id) FROM article WHERE id = ?", (article,))
        if row is None:
            return ()
        rows = self._database.rows("SELECT id FROM article WHERE id = ? OR newer = ? ORDER BY newer IS NOT NULL, id DESC", (row[0], row[0]))
        return tuple(ArticleId(int(each[0])) for each in rows)


def _is_older(document: Document, other: Document) -> bool:
    """Whether the new one says that it was made before the other; else what came in last is the newer one."""
    mine, theirs = stated_at(document), stated_at(other)
    return mine is not None and theirs is not None and mine < theirs


def _move_notes(connection: sqlite3.Connection, older: ArticleId, newer: ArticleId) -> None:
    """Annotations whose words are all found in the newer text go there; the others stay with the older one."""
    (text,) = connection.execute("SELECT text FROM content WHERE article = ?", (newer,)).fetchone()
    for (data,) in connection.execute("SELECT data FROM annotation WHERE article = ?", (older,)).fetchall():
        note = records.decode_annotation(data)
        places = [located.span for located in locate_all(note.anchors, text)]
        if None in places:
            continue
        start = places[0].start if places and places[0] else 0
        connection.execute(
            "UPDATE annotation SET article = ?, start = ?, data = ? WHERE id = ?", (newer, start, records.encode(_of(note, newer)), note.id)
        )
        feed.append(connection, ChangeKind.ANNOTATION, note.id)


def _of(note: Annotation, article: ArticleId) -> Annotation:
    """The annotation as one of another article."""
    subject = note.subject
    if subject is not None and subject.kind is SubjectKind.ARTICLE:
        subject = replace(subject, number=int(article))
    return replace(note, article=article, subject=subject)
