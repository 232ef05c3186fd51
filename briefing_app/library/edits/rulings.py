"""What the analyst rules in comparisons."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from briefing_app.library import records
from briefing_app.library.edits.performed import AnyVerb, Performed, Verb, column_of, data_of, next_number, told
from briefing_app.model.change import ChangeKind
from briefing_app.model.edit import Edit, PutRuling, RemoveRuling
from briefing_app.model.errors import EditRefused, NothingThere
from briefing_app.model.ids import RulingId
from briefing_app.model.ruling import Ruling, articles_of


def _put(connection: sqlite3.Connection, edit: PutRuling) -> Performed | None:
    ruling = edit.ruling
    articles = articles_of(ruling.rule)
    if not articles:
        raise EditRefused("There are no words that this could be said of.", "Choose a passage first.")
    column_of(connection, "id", articles)
    old = _ruling(connection, ruling.id) if ruling.id else None
    if not ruling.id:
        ruling = replace(ruling, id=RulingId(next_number(connection, "ruling")))
    if old == ruling:
        return None
    if old is not None:
        connection.execute("DELETE FROM ruling WHERE id = ?", (ruling.id,))
    connection.execute("INSERT INTO ruling (id, data) VALUES (?, ?)", (ruling.id, records.encode(ruling)))
    connection.executemany("INSERT INTO ruling_article (article, ruling) VALUES (?, ?)", [(article, ruling.id) for article in articles])
    touched = sorted({*articles, *(articles_of(old.rule) if old else ())})
    inverse: Edit = PutRuling(old) if old else RemoveRuling(ruling.id)
    return Performed(PutRuling(ruling), inverse, told(ChangeKind.ARTICLE_RULED, touched))


def _remove(connection: sqlite3.Connection, edit: RemoveRuling) -> Performed:
    old = _ruling(connection, edit.ruling)
    if old is None:
        raise NothingThere("This correction has been taken back already.")
    connection.execute("DELETE FROM ruling WHERE id = ?", (edit.ruling,))
    return Performed(edit, PutRuling(old), told(ChangeKind.ARTICLE_RULED, articles_of(old.rule)))


def _ruling(connection: sqlite3.Connection, number: RulingId) -> Ruling | None:
    data = data_of(connection, "ruling", number)
    return records.decode_ruling(data) if data else None


VERBS: tuple[AnyVerb, ...] = (
    Verb(PutRuling, _put, lambda connection, edit: _ruling(connection, edit.ruling.id) == edit.ruling),
    Verb(RemoveRuling, _remove, lambda connection, edit: _ruling(connection, edit.ruling) is None),
)
