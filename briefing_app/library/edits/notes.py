"""Highlights, underlines and notes, on words or on something else."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from briefing_app.library import records
from briefing_app.library.edits.performed import AnyVerb, Performed, Verb, column_of, data_of, next_number, nothing, told
from briefing_app.model.annotation import Annotation
from briefing_app.model.change import ChangeKind
from briefing_app.model.edit import Edit, PutAnnotation, RemoveAnnotation
from briefing_app.model.errors import EditRefused
from briefing_app.model.ids import AnnotationId, Noun


def _put(connection: sqlite3.Connection, edit: PutAnnotation) -> Performed | None:
    annotation = edit.annotation
    if annotation.article:
        column_of(connection, "id", [annotation.article])
    if not annotation.anchors and annotation.subject is None:
        raise EditRefused("A note needs words or something else that it is about.", "Select words in a text, or open what it is about.")
    old = _annotation(connection, annotation.id) if annotation.id else None
    if not annotation.id:
        annotation = replace(annotation, id=AnnotationId(next_number(connection, "annotation")))
    if old == annotation:
        return None
    write(connection, annotation)
    inverse: Edit = PutAnnotation(old) if old else RemoveAnnotation(annotation.id)
    return Performed(PutAnnotation(annotation), inverse, told(ChangeKind.ANNOTATION, [annotation.id]))


def write(connection: sqlite3.Connection, annotation: Annotation) -> None:
    """Store an annotation under its number, with its words for the search."""
    from briefing_app.library import note_words  # here: the index's library costs a fifth of a second, which no start should wait for

    connection.execute(
        "INSERT INTO annotation (id, article, start, data) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET article = excluded.article, start = excluded.start, data = excluded.data",
        (annotation.id, annotation.article or None, annotation.anchor.span.start if annotation.anchor else 0, records.encode(annotation)),
    )
    note_words.keep(connection, annotation)


def _remove(connection: sqlite3.Connection, edit: RemoveAnnotation) -> Performed:
    old = _annotation(connection, edit.annotation)
    if old is None:
        raise nothing(Noun.ANNOTATION, edit.annotation)
    connection.execute("DELETE FROM annotation WHERE id = ?", (edit.annotation,))
    return Performed(edit, PutAnnotation(old), told(ChangeKind.ANNOTATION, [edit.annotation]))


def _annotation(connection: sqlite3.Connection, number: AnnotationId) -> Annotation | None:
    data = data_of(connection, "annotation", number)
    return records.decode_annotation(data) if data else None


VERBS: tuple[AnyVerb, ...] = (
    Verb(PutAnnotation, _put, lambda connection, edit: _annotation(connection, edit.annotation.id) == edit.annotation),
    Verb(RemoveAnnotation, _remove, lambda connection, edit: _annotation(connection, edit.annotation) is None),
)
