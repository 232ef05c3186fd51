"""Briefings."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from briefing_app.library import records
from briefing_app.library.edits.performed import AnyVerb, Performed, Verb, data_of, next_number, nothing, told
from briefing_app.model.briefing import Briefing
from briefing_app.model.change import ChangeKind
from briefing_app.model.edit import Edit, PutBriefing, RemoveBriefing
from briefing_app.model.ids import BriefingId, Noun


def _put(connection: sqlite3.Connection, edit: PutBriefing) -> Performed | None:
    briefing = edit.briefing
    old = _briefing(connection, briefing.id) if briefing.id else None
    if not briefing.id:
        briefing = replace(briefing, id=BriefingId(next_number(connection, "briefing")))
    if old == briefing:
        return None
    connection.execute(
        "INSERT INTO briefing (id, event, data) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET event = excluded.event, data = excluded.data",
        (briefing.id, briefing.event, records.encode(briefing)),
    )
    inverse: Edit = PutBriefing(old) if old else RemoveBriefing(briefing.id)
    return Performed(PutBriefing(briefing), inverse, told(ChangeKind.BRIEFING, [briefing.id]))


def _remove(connection: sqlite3.Connection, edit: RemoveBriefing) -> Performed:
    old = _briefing(connection, edit.briefing)
    if old is None:
        raise nothing(Noun.BRIEFING, edit.briefing)
    connection.execute("DELETE FROM briefing WHERE id = ?", (edit.briefing,))
    return Performed(edit, PutBriefing(old), told(ChangeKind.BRIEFING, [edit.briefing]))


def _briefing(connection: sqlite3.Connection, number: BriefingId) -> Briefing | None:
    data = data_of(connection, "briefing", number)
    return records.decode_briefing(data) if data else None


VERBS: tuple[AnyVerb, ...] = (
    Verb(PutBriefing, _put, lambda connection, edit: _briefing(connection, edit.briefing.id) == edit.briefing),
    Verb(RemoveBriefing, _remove, lambda connection, edit: _briefing(connection, edit.briefing) is None),
)
