"""Hides the rules that label lines of a source: how they are kept, and which articles one would change."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing_app.library import records, sources
from briefing_app.library.database import Database
from briefing_app.model.article import Document
from briefing_app.model.correction import Corrections, corrected
from briefing_app.model.ids import ArticleId
from briefing_app.model.label_rule import LabelRule, RuleMatch, with_rules
from briefing_app.model.naming import folded
from briefing_app.model.source import under_one_name

if TYPE_CHECKING:
    from briefing_app.library.articles import Articles

_BODY = "SELECT c.document, c.text, k.data FROM content c LEFT JOIN correction k ON k.article = c.article WHERE c.article = ?"


class LabelRules:
    """The rules of one library."""

    def __init__(self, database: Database, articles: Articles) -> None:
        self._database = database
        self._articles = articles

    def all(self) -> tuple[LabelRule, ...]:
        """Every rule by number."""
        return tuple(records.decode_rule(row[0]) for row in self._database.rows("SELECT data FROM label_rule ORDER BY id"))

    def preview(self, rule: LabelRule) -> tuple[RuleMatch, ...]:
        """Every line that the rule would label anew, the article added last at the end. Nothing is changed."""
        rows = self._database.rows("SELECT id FROM article WHERE trashed = 0 AND source = ? ORDER BY id", (rule.source,))
        found: list[RuleMatch] = []
        for (number,) in rows:
            (article,) = self._articles.get([ArticleId(int(number))])
            labels = self._articles.corrections(article.id).labels
            document = article.document
            spans = [span for span in rule.spans_in(document) if not any(label.span.overlap(span) for label in labels)]
            found += [RuleMatch(article.id, document.headline(), span.of(document.text)) for span in spans]
        return tuple(found)


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
