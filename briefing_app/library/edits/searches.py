"""Saved searches."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from briefing_app.library import records
from briefing_app.library.edits.performed import AnyVerb, Performed, Verb, data_of, next_number, nothing, told
from briefing_app.model.change import ChangeKind
from briefing_app.model.edit import Edit, PutSearch, RemoveSearch
from briefing_app.model.errors import EditRefused
from briefing_app.model.ids import Noun, SearchId
from briefing_app.model.naming import folded, proper_name
from briefing_app.model.search import SavedSearch


def _put(connection: sqlite3.Connection, edit: PutSearch) -> Performed | None:
    search = replace(edit.search, name=proper_name(edit.search.name), query=" ".join(edit.search.query.split()))
    if not search.query:
        raise EditRefused("There is nothing to search for.", "Type a query first.")
    old = _search(connection, search.id) if search.id else None
    if not search.id:
        search = replace(search, id=SearchId(next_number(connection, "saved_search")))
    if old == search:
        return None
    if connection.execute("SELECT 1 FROM saved_search WHERE folded = ? AND id <> ?", (folded(search.name), search.id)).fetchone():
        raise EditRefused(f"There is a search “{search.name}” already.", "Give it another name.")
    # What is in the library now has been found by the analyst; only what comes in later is new.
    connection.execute(
        "INSERT INTO saved_search (id, folded, looked, data) VALUES (?, ?, (SELECT coalesce(max(id), 0) FROM article), ?)"
        " ON CONFLICT (id) DO UPDATE SET folded = excluded.folded, data = excluded.data",
        (search.id, folded(search.name), records.encode(search)),
    )
    inverse: Edit = PutSearch(old) if old else RemoveSearch(search.id)
    return Performed(PutSearch(search), inverse, told(ChangeKind.SEARCH, [search.id]))


def _remove(connection: sqlite3.Connection, edit: RemoveSearch) -> Performed:
    old = _search(connection, edit.search)
    if old is None:
        raise nothing(Noun.SEARCH, edit.search)
    connection.execute("DELETE FROM saved_search WHERE id = ?", (edit.search,))
    return Performed(edit, PutSearch(old), told(ChangeKind.SEARCH, [edit.search]))


def _search(connection: sqlite3.Connection, number: SearchId) -> SavedSearch | None:
    data = data_of(connection, "saved_search", number)
    return records.decode_search(data) if data else None


VERBS: tuple[AnyVerb, ...] = (
    Verb(PutSearch, _put, lambda connection, edit: _search(connection, edit.search.id) == edit.search),
    Verb(RemoveSearch, _remove, lambda connection, edit: _search(connection, edit.search) is None),
)
