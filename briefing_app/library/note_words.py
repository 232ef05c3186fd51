"""Hides how the words of annotations are kept ready for the search: folded and stemmed as the index does it with articles.

A row is written with its annotation; those that are missing, or of another version of the language, are filled in beside the index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from briefing_app.language import detect, pack_for
from briefing_app.library import records
from briefing_app.library.database import Database
from briefing_app.library.index.terms import forms_of, term_of
from briefing_app.model.analysis_versions import LANGUAGE
from briefing_app.model.annotation import Annotation

VERSION = f"1/{LANGUAGE}"
"""Changes whenever the same annotation may be kept otherwise."""

BETWEEN = " | "
"""Parts quote, note and answer, so that no phrase runs from one into the other."""

_AT_ONCE = 100


def keep(connection: sqlite3.Connection, annotation: Annotation) -> None:
    """Keep an annotation's words inside the caller's transaction."""
    row = connection.execute("SELECT json_extract(listing, '$.language') FROM article WHERE id = ?", (annotation.article,)).fetchone()
    forms = _forms(annotation)
    code = pack_for(row[0] if row else detect(annotation.note)[0]).code
    stems = [BETWEEN.strip() if form == BETWEEN else term_of(form, code) for form in forms]
    connection.execute(
        "INSERT OR REPLACE INTO note_words (annotation, version, forms, stems) VALUES (?, ?, ?, ?)",
        (annotation.id, VERSION, _line(forms), _line(stems)),
    )


def behind(database: Database) -> int:
    """How many annotations have no words kept yet."""
    return database.number("SELECT (SELECT count(*) FROM annotation) - (SELECT count(*) FROM note_words WHERE version = ?)", (VERSION,))


def catch_up(database: Database, told: Callable[[], None], should_stop: Callable[[], bool]) -> None:
    """Keep the words of annotations that have none of this version, some in each transaction; ``told`` after each. Raises StorageFailed."""
    missing = (
        "SELECT n.data FROM annotation n LEFT JOIN note_words w ON w.annotation = n.id AND w.version = ?"
        f" WHERE w.annotation IS NULL LIMIT {_AT_ONCE}"
    )
    while behind(database) and not should_stop():
        with database.writing() as connection:
            for (data,) in connection.execute(missing, (VERSION,)).fetchall():
                keep(connection, records.decode_annotation(data))
        told()


def _forms(annotation: Annotation) -> list[str]:
    said = [anchor.quote for anchor in annotation.anchors] or [annotation.words]
    forms: list[str] = []
    for text in (*said, annotation.note, annotation.answer):
        for _, _, form, ends_run in forms_of(text, 0, len(text)):
            forms.append(form)
            if ends_run:  # its last character, which no other bigram starts with
                forms.append(form[1])
        forms.append(BETWEEN)
    return forms


def _line(words: list[str]) -> str:
    return f" {' '.join(word.strip() for word in words)} "
