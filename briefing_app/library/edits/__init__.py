"""Hides what each edit does to the database, what takes it back, and whether it still stands: one file a noun, one table."""

from __future__ import annotations

import sqlite3

from briefing_app.library.edits import (
    briefings,
    cases,
    codes,
    corrections,
    events,
    label_rules,
    marks,
    notes,
    rulings,
    searches,
    sources,
    tags,
    templates,
)
from briefing_app.library.edits.performed import AnyVerb, Performed
from briefing_app.model.edit import Edit, Together

__all__ = ["Performed", "perform", "stands"]

_NOUNS = (briefings, cases, codes, corrections, events, label_rules, marks, notes, rulings, searches, sources, tags, templates)
_VERBS: dict[type[Edit], AnyVerb] = {verb.kind: verb for noun in _NOUNS for verb in noun.VERBS}


def perform(connection: sqlite3.Connection, edit: Edit) -> Performed | None:
    """Carry the edit out inside the caller's transaction; None when everything is so already. Raises NothingThere, EditRefused."""
    if isinstance(edit, Together):
        return _together([done for part in edit.edits if (done := perform(connection, part)) is not None])
    return _VERBS[type(edit)].perform(connection, edit)


def stands(connection: sqlite3.Connection, edit: Edit) -> bool:
    """Whether the database still is as ``edit`` (one that ``perform`` returned) left it."""
    if isinstance(edit, Together):
        return all(stands(connection, part) for part in edit.edits)
    return _VERBS[type(edit)].stands(connection, edit)


def _together(done: list[Performed]) -> Performed | None:
    if len(done) < 2:
        return done[0] if done else None
    return Performed(
        Together(tuple(part.edit for part in done)),
        Together(tuple(part.inverse for part in reversed(done))),
        tuple(change for part in done for change in part.changes),
    )
