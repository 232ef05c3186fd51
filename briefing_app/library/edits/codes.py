"""The codebook: tags of annotations, with their definitions and their hierarchy."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing_app.library import records
from briefing_app.library.edits import notes
from briefing_app.library.edits.performed import AnyVerb, Performed, Verb, data_of, next_number, told
from briefing_app.model.change import ChangeKind
from briefing_app.model.codebook import Code, Codebook
from briefing_app.model.edit import Edit, MergeCodes, PutAnnotation, PutCode, RemoveCode, Together
from briefing_app.model.errors import EditRefused, NothingThere
from briefing_app.model.ids import CodeId
from briefing_app.model.naming import LONGEST_TAG, folded, proper_name


def _put(connection: sqlite3.Connection, edit: PutCode) -> Performed | None:
    code = replace(edit.code, name=proper_name(edit.code.name.replace("/", " "), LONGEST_TAG), definition=edit.code.definition.strip())
    old = _code(connection, code.id) if code.id else None
    if not code.id:
        code = replace(code, id=CodeId(next_number(connection, "code")))
    if old == code:
        return None
    _require_place(connection, code)
    connection.execute(
        "INSERT INTO code (id, parent, folded, data) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET parent = excluded.parent, folded = excluded.folded, data = excluded.data",
        (code.id, code.parent, folded(code.name), records.encode(code)),
    )
    inverse: Edit = PutCode(old) if old else RemoveCode(code.id)
    return Performed(PutCode(code), inverse, told(ChangeKind.CODE, [code.id]))


def _require_place(connection: sqlite3.Connection, code: Code) -> None:
    """Asks for the few tags that matter: a file can bring thousands, and the whole codebook read for each would take minutes."""
    if code.parent and _code(connection, code.parent) is None:
        raise NothingThere("The tag under which it was to stand is gone.")
    if code.id in _upwards(connection, code.parent):
        raise EditRefused(f"“{code.name}” cannot stand under itself.", "Choose another tag to put it under.")
    same = "SELECT 1 FROM code WHERE parent = ? AND folded = ? AND id <> ?"
    if connection.execute(same, (code.parent, folded(code.name), code.id)).fetchone():
        raise EditRefused(f"There is a tag “{code.name}” there already.", "Merge the two, or give it another name.")


def _upwards(connection: sqlite3.Connection, number: CodeId) -> list[CodeId]:
    """A tag, its parent, and so on to the top."""
    line: list[CodeId] = []
    while number not in line and (code := _code(connection, number)) is not None:
        line.append(number)
        number = code.parent
    return line


def _removing(connection: sqlite3.Connection) -> Callable[[sqlite3.Connection, RemoveCode], Performed]:
    """What removes one tag after another; which annotations have which is read once, since a removal changes it of no other tag."""
    having = _all_having(connection)

    def remove(connection: sqlite3.Connection, edit: RemoveCode) -> Performed:
        return _taken(connection, edit, edit.code, CodeId(0), having[edit.code])

    return remove


def _merge(connection: sqlite3.Connection, edit: MergeCodes) -> Performed:
    if edit.into in codebook(connection).under(edit.code):
        raise EditRefused("A tag cannot be merged into itself or one below it.", "Choose another tag.")
    _required(connection, edit.into)
    return _taken(connection, edit, edit.code, edit.into, _all_having(connection)[edit.code])


def _taken(connection: sqlite3.Connection, edit: Edit, number: CodeId, heir: CodeId, annotations: Sequence[int]) -> Performed:
    """Take a tag away; the ``annotations`` that have it go to the heir (0: to none), the tags below it to the heir or its parent."""
    code = _required(connection, number)
    below = connection.execute("SELECT data FROM code WHERE parent = ? ORDER BY id", (number,)).fetchall()
    moved = [records.decode_code(row[0]) for row in below]
    having = [records.decode_annotation(data) for one in annotations if (data := data_of(connection, "annotation", one))]
    connection.execute("DELETE FROM code WHERE id = ?", (number,))
    for child in moved:
        raised = replace(child, parent=heir or code.parent)
        _require_place(connection, raised)
        connection.execute("UPDATE code SET parent = ?, data = ? WHERE id = ?", (raised.parent, records.encode(raised), child.id))
    for annotation in having:
        codes = dict.fromkeys(heir if held == number else held for held in annotation.codes)
        notes.write(connection, replace(annotation, codes=tuple(held for held in codes if held)))
    back: tuple[Edit, ...] = (PutCode(code), *map(PutCode, moved), *map(PutAnnotation, having))
    changes = (*told(ChangeKind.CODE, [number]), *told(ChangeKind.ANNOTATION, [annotation.id for annotation in having]))
    return Performed(edit, Together(back) if len(back) > 1 else back[0], changes)


def codebook(connection: sqlite3.Connection) -> Codebook:
    """The codebook as it stands."""
    return Codebook(tuple(records.decode_code(row[0]) for row in connection.execute("SELECT data FROM code ORDER BY id")))


def _code(connection: sqlite3.Connection, number: CodeId) -> Code | None:
    data = data_of(connection, "code", number)
    return records.decode_code(data) if data else None


def _required(connection: sqlite3.Connection, number: CodeId) -> Code:
    code = _code(connection, number)
    if code is None:
        raise NothingThere("There is no such tag in the codebook.")
    return code


def _all_having(connection: sqlite3.Connection) -> defaultdict[CodeId, list[int]]:
    """The numbers of the annotations that have each tag, in their order."""
    rows = connection.execute(
        "SELECT held.value, annotation.id FROM annotation, json_each(CAST(data AS TEXT), '$.codes') held ORDER BY annotation.id"
    )
    found: defaultdict[CodeId, list[int]] = defaultdict(list)
    for code, annotation in rows:
        found[CodeId(code)].append(annotation)
    return found


def _gone(connection: sqlite3.Connection, number: CodeId) -> bool:
    """Whether the tag is not there, so that no annotation was given it since."""
    return _code(connection, number) is None


def _remove(connection: sqlite3.Connection, edit: RemoveCode) -> Performed:
    return _removing(connection)(connection, edit)


VERBS: tuple[AnyVerb, ...] = (
    Verb(PutCode, _put, lambda connection, edit: _code(connection, edit.code.id) == edit.code),
    Verb(RemoveCode, _remove, lambda connection, edit: _gone(connection, edit.code), _removing),
    Verb(MergeCodes, _merge, lambda connection, edit: _gone(connection, edit.code)),
)
