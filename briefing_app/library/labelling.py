"""What the rules of a source say of its articles, inside the transaction that stores an article or a rule."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from briefing_app.library import records, sources
from briefing_app.model.article import Document
from briefing_app.model.correction import Corrections, corrected
from briefing_app.model.ids import ArticleId
from briefing_app.model.label_rule import LabelRule, with_rules
from briefing_app.model.naming import folded
from briefing_app.model.source import under_one_name

_BODY = "SELECT c.document, c.text, k.data FROM content c LEFT JOIN correction k ON k.article = c.article WHERE c.article = ?"


def rules_for(connection: sqlite3.Connection, source: str | None) -> tuple[LabelRule, ...]:
    """The rules of a source, inside the caller's transaction."""
    if not source:
        return ()
    rows = connection.execute("SELECT data FROM label_rule WHERE source = ? ORDER BY id", (folded(source),))
    return tuple(records.decode_rule(row[0]) for row in rows)


def ruled(connection: sqlite3.Connection, document: Document) -> Corrections:
    """What the rules of its source say of a document that has just come in under its source's name."""
    return with_rules(document, Corrections(), rules_for(connection, document.source.value))


def articles_of(connection: sqlite3.Connection, source: str) -> Iterator[tuple[ArticleId, Document, Corrections]]:
    """The articles that lists show under a source, whole, with their corrections; inside the caller's transaction."""
    names = sources.names(connection)
    for article in sources.articles_under(connection, (source,)):
        body, text, data = connection.execute(_BODY, (article,)).fetchone()
        corrections = records.decode_corrections(data) if data else Corrections()
        yield article, under_one_name(corrected(records.decode_document(body, text), corrections), names), corrections
