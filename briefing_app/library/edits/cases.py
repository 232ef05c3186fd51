"""Cases, and what is filed in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from briefing_app.library import records
from briefing_app.library.edits.performed import AnyVerb, Performed, Verb, data_of, next_number, nothing, told
from briefing_app.model.case import FILED, Case, Thing
from briefing_app.model.change import ChangeKind
from briefing_app.model.edit import Edit, FileInCase, PutCase, RemoveCase, Together
from briefing_app.model.errors import EditRefused
from briefing_app.model.ids import CaseId, Noun
from briefing_app.model.naming import folded, proper_name

_HELD = "SELECT 1 FROM filing WHERE casefile = ? AND noun = ? AND number = ?"


def _put(connection: sqlite3.Connection, edit: PutCase) -> Performed | None:
    case = replace(edit.case, name=proper_name(edit.case.name))
    old = _case(connection, case.id) if case.id else None
    if not case.id:
        case = replace(case, id=CaseId(next_number(connection, "casefile")))
    if connection.execute("SELECT 1 FROM casefile WHERE folded = ? AND id <> ?", (folded(case.name), case.id)).fetchone():
        raise EditRefused(f"There is a case “{case.name}” already.", "Give it another name.")
    connection.execute(
        "INSERT INTO casefile (id, folded, data) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET folded = excluded.folded, data = excluded.data",
        (case.id, folded(case.name), records.encode(case)),
    )
    things = _filed(connection, case.id, edit.things, True)
    if old == case and not things:
        return None
    inverse: Edit = PutCase(old) if old else RemoveCase(case.id)
    if old and things:
        inverse = Together((FileInCase(case.id, things, False), inverse))
    return Performed(PutCase(case, things), inverse, told(ChangeKind.CASE, [case.id]))


def _remove(connection: sqlite3.Connection, edit: RemoveCase) -> Performed:
    old = _required(connection, edit.case)
    rows = connection.execute("SELECT noun, number FROM filing WHERE casefile = ? ORDER BY noun, number", (edit.case,))
    things = tuple(Thing(Noun(noun), int(number)) for noun, number in rows)
    connection.execute("DELETE FROM casefile WHERE id = ?", (edit.case,))
    return Performed(edit, PutCase(old, things), told(ChangeKind.CASE, [edit.case]))


def _file(connection: sqlite3.Connection, edit: FileInCase) -> Performed | None:
    _required(connection, edit.case)
    changed = _filed(connection, edit.case, edit.things, edit.filed)
    done, inverse = FileInCase(edit.case, changed, edit.filed), FileInCase(edit.case, changed, not edit.filed)
    return Performed(done, inverse, told(ChangeKind.CASE, [edit.case])) if changed else None


def _filed(connection: sqlite3.Connection, case: CaseId, things: Sequence[Thing], filed: bool) -> tuple[Thing, ...]:
    """Put the things into the case, or take them out; those with which that changed something."""
    changed = tuple(thing for thing in dict.fromkeys(things) if _is_filed(connection, case, thing) is not filed)
    rows = [(case, thing.noun.value, thing.number) for thing in changed]
    if filed:
        for thing in changed:
            _require_thing(connection, thing)
        connection.executemany("INSERT INTO filing (casefile, noun, number) VALUES (?, ?, ?)", rows)
    else:
        connection.executemany("DELETE FROM filing WHERE casefile = ? AND noun = ? AND number = ?", rows)
    return changed


def _put_stands(connection: sqlite3.Connection, edit: PutCase) -> bool:
    return _case(connection, edit.case.id) == edit.case and all(_is_filed(connection, edit.case.id, thing) for thing in edit.things)


def _filing_stands(connection: sqlite3.Connection, edit: FileInCase) -> bool:
    return all(_is_filed(connection, edit.case, thing) is edit.filed for thing in edit.things)


def _is_filed(connection: sqlite3.Connection, case: CaseId, thing: Thing) -> bool:
    return connection.execute(_HELD, (case, thing.noun.value, thing.number)).fetchone() is not None


def _require_thing(connection: sqlite3.Connection, thing: Thing) -> None:
    if thing.noun not in FILED:
        raise ValueError(f"a {thing.noun.name.lower()} cannot lie in a case")
    # Events come and go with their articles and find their numbers again; what else lies in a case is there until an edit takes it away.
    if thing.noun is Noun.EVENT:
        return
    if connection.execute(f"SELECT 1 FROM {thing.noun.name.lower()} WHERE id = ?", (thing.number,)).fetchone() is None:
        raise nothing(thing.noun, thing.number)


def _required(connection: sqlite3.Connection, number: CaseId) -> Case:
    case = _case(connection, number)
    if case is None:
        raise nothing(Noun.CASE, number)
    return case


def _case(connection: sqlite3.Connection, number: CaseId) -> Case | None:
    data = data_of(connection, "casefile", number)
    return records.decode_case(data) if data else None


VERBS: tuple[AnyVerb, ...] = (
    Verb(PutCase, _put, _put_stands),
    Verb(RemoveCase, _remove, lambda connection, edit: _case(connection, edit.case) is None),
    Verb(FileInCase, _file, _filing_stands),
)
