"""Hides what each edit does to the database, what takes it back, and whether it still stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing_app.library import records
from briefing_app.model.annotation import Annotation
from briefing_app.model.briefing import Briefing
from briefing_app.model.edit import ChangeKind, Edit, MarkRead, MarkStarred, PutAnnotation, PutBriefing, RemoveAnnotation, RemoveBriefing
from briefing_app.model.errors import NothingThere
from briefing_app.model.ids import AnnotationId, ArticleId, BriefingId, Noun, name_of


@dataclass(frozen=True, slots=True)
class Performed:
    """An edit as it was carried out (with its number, on what it truly changed), what takes it back, and what it touched."""

    edit: Edit
    inverse: Edit
    kind: ChangeKind
    subjects: tuple[int, ...]


def perform(connection: sqlite3.Connection, edit: Edit) -> Performed | None:
    """Carry the edit out inside the caller's transaction; None when everything is so already. Raises NothingThere."""
    match edit:
        case PutAnnotation(annotation):
            return _put_annotation(connection, annotation)
        case RemoveAnnotation(number):
            old = _annotation(connection, number)
            if old is None:
                raise _nothing(Noun.ANNOTATION, number)
            connection.execute("DELETE FROM annotation WHERE id = ?", (number,))
            return Performed(edit, PutAnnotation(old), ChangeKind.ANNOTATION, (number,))
        case MarkRead(articles, read):
            changed = _mark(connection, "read", articles, read)
            return Performed(MarkRead(changed, read), MarkRead(changed, not read), ChangeKind.ARTICLE_MARKED, changed) if changed else None
        case MarkStarred(articles, starred):
            changed = _mark(connection, "starred", articles, starred)
            inverse = MarkStarred(changed, not starred)
            return Performed(MarkStarred(changed, starred), inverse, ChangeKind.ARTICLE_MARKED, changed) if changed else None
        case PutBriefing(briefing):
            return _put_briefing(connection, briefing)
        case RemoveBriefing(number):
            gone = _briefing(connection, number)
            if gone is None:
                raise _nothing(Noun.BRIEFING, number)
            connection.execute("DELETE FROM briefing WHERE id = ?", (number,))
            return Performed(edit, PutBriefing(gone), ChangeKind.BRIEFING, (number,))


def stands(connection: sqlite3.Connection, edit: Edit) -> bool:
    """Whether the database still is as ``edit`` (one that ``perform`` returned) left it."""
    match edit:
        case PutAnnotation(annotation):
            return _annotation(connection, annotation.id) == annotation
        case RemoveAnnotation(number):
            return _annotation(connection, number) is None
        case MarkRead(articles, read):
            return all(_marked(connection, "read", article) is read for article in articles)
        case MarkStarred(articles, starred):
            return all(_marked(connection, "starred", article) is starred for article in articles)
        case PutBriefing(briefing):
            return _briefing(connection, briefing.id) == briefing
        case RemoveBriefing(number):
            return _briefing(connection, number) is None


def _put_annotation(connection: sqlite3.Connection, annotation: Annotation) -> Performed | None:
    if _marked(connection, "read", annotation.article) is None:
        raise _nothing(Noun.ARTICLE, annotation.article)
    old = _annotation(connection, annotation.id) if annotation.id else None
    if not annotation.id:
        annotation = replace(annotation, id=AnnotationId(_next(connection, "annotation")))
    if old == annotation:
        return None
    connection.execute(
        "INSERT INTO annotation (id, article, start, data) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET article = excluded.article, start = excluded.start, data = excluded.data",
        (annotation.id, annotation.article, annotation.anchor.span.start, records.encode(annotation)),
    )
    inverse: Edit = PutAnnotation(old) if old else RemoveAnnotation(annotation.id)
    return Performed(PutAnnotation(annotation), inverse, ChangeKind.ANNOTATION, (annotation.id,))


def _put_briefing(connection: sqlite3.Connection, briefing: Briefing) -> Performed | None:
    old = _briefing(connection, briefing.id) if briefing.id else None
    if not briefing.id:
        briefing = replace(briefing, id=BriefingId(_next(connection, "briefing")))
    if old == briefing:
        return None
    connection.execute(
        "INSERT INTO briefing (id, event, data) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET event = excluded.event, data = excluded.data",
        (briefing.id, briefing.event, records.encode(briefing)),
    )
    inverse: Edit = PutBriefing(old) if old else RemoveBriefing(briefing.id)
    return Performed(PutBriefing(briefing), inverse, ChangeKind.BRIEFING, (briefing.id,))


def _mark(connection: sqlite3.Connection, column: str, articles: Sequence[ArticleId], value: bool) -> tuple[ArticleId, ...]:
    changed = []
    for article in dict.fromkeys(articles):
        old = _marked(connection, column, article)
        if old is None:
            raise _nothing(Noun.ARTICLE, article)
        if old is not value:
            changed.append(article)
    connection.executemany(f"UPDATE article SET {column} = ? WHERE id = ?", [(value, article) for article in changed])
    return tuple(changed)


def _marked(connection: sqlite3.Connection, column: str, article: ArticleId) -> bool | None:
    row = connection.execute(f"SELECT {column} FROM article WHERE id = ?", (article,)).fetchone()
    return bool(row[0]) if row else None


def _annotation(connection: sqlite3.Connection, number: AnnotationId) -> Annotation | None:
    row = connection.execute("SELECT data FROM annotation WHERE id = ?", (number,)).fetchone()
    return records.decode_annotation(row[0]) if row else None


def _briefing(connection: sqlite3.Connection, number: BriefingId) -> Briefing | None:
    row = connection.execute("SELECT data FROM briefing WHERE id = ?", (number,)).fetchone()
    return records.decode_briefing(row[0]) if row else None


def _next(connection: sqlite3.Connection, table: str) -> int:
    # AUTOINCREMENT keeps the highest number ever given, so that a number taken back is not given to something else.
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(row[0]) + 1 if row else 1


def _nothing(noun: Noun, number: int) -> NothingThere:
    return NothingThere(f"There is no {noun.name.lower()} {name_of(noun, number)} in this library.")
