"""Hides what each edit does to the database, what takes it back, and whether it still stands: one file a noun, one table."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

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

__all__ = ["Performed", "Performing", "perform", "stands"]

_NOUNS = (briefings, cases, codes, corrections, events, label_rules, marks, notes, rulings, searches, sources, tags, templates)
_VERBS: dict[type[Edit], AnyVerb] = {verb.kind: verb for noun in _NOUNS for verb in noun.VERBS}


class Performing:
    """Carries edits out, one after another, inside the caller's transaction, in which nothing else is written meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kind: type[Edit] | None = None
        self._carry_out: Callable[[sqlite3.Connection, Any], Performed | None] | None = None

    def perform(self, edit: Edit) -> Performed | None:
        """Carry one out; None when everything is so already. Raises NothingThere, EditRefused."""
        if isinstance(edit, Together):
            return _together([done for part in edit.edits if (done := self.perform(part)) is not None])
        if self._carry_out is None or type(edit) is not self._kind:
            self._kind, verb = type(edit), _VERBS[type(edit)]
            self._carry_out = verb.run(self._connection) if verb.run else verb.perform
        return self._carry_out(self._connection, edit)


def perform(connection: sqlite3.Connection, edit: Edit) -> Performed | None:
    """As ``Performing.perform``, of one edit."""
    return Performing(connection).perform(edit)


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
