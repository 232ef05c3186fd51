"""Templates of briefings."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from briefing_app.library import records
from briefing_app.library.edits.performed import AnyVerb, Performed, Verb, data_of, next_number, told
from briefing_app.model.change import ChangeKind
from briefing_app.model.edit import Edit, PutTemplate, RemoveTemplate
from briefing_app.model.errors import EditRefused, NothingThere
from briefing_app.model.ids import TemplateId
from briefing_app.model.naming import folded, proper_name
from briefing_app.model.template import Template


def _put(connection: sqlite3.Connection, edit: PutTemplate) -> Performed | None:
    template = replace(edit.template, name=proper_name(edit.template.name))
    old = _template(connection, template.id) if template.id else None
    if not template.id:
        template = replace(template, id=TemplateId(next_number(connection, "template")))
    if old == template:
        return None
    if connection.execute("SELECT 1 FROM template WHERE folded = ? AND id <> ?", (folded(template.name), template.id)).fetchone():
        raise EditRefused(f"There is a template “{template.name}” already.", "Give it another name, or delete the other one first.")
    connection.execute(
        "INSERT INTO template (id, folded, data) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET folded = excluded.folded, data = excluded.data",
        (template.id, folded(template.name), records.encode(template)),
    )
    inverse: Edit = PutTemplate(old) if old else RemoveTemplate(template.id)
    return Performed(PutTemplate(template), inverse, told(ChangeKind.TEMPLATE, [template.id]))


def _remove(connection: sqlite3.Connection, edit: RemoveTemplate) -> Performed:
    old = _template(connection, edit.template)
    if old is None:
        raise NothingThere("The template is gone already.")
    connection.execute("DELETE FROM template WHERE id = ?", (edit.template,))
    return Performed(edit, PutTemplate(old), told(ChangeKind.TEMPLATE, [edit.template]))


def _template(connection: sqlite3.Connection, number: TemplateId) -> Template | None:
    data = data_of(connection, "template", number)
    return records.decode_template(data) if data else None


VERBS: tuple[AnyVerb, ...] = (
    Verb(PutTemplate, _put, lambda connection, edit: _template(connection, edit.template.id) == edit.template),
    Verb(RemoveTemplate, _remove, lambda connection, edit: _template(connection, edit.template) is None),
)
