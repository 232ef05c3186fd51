"""The rules that label lines of a source: which there are, and which lines one would change."""

from __future__ import annotations

from briefing_app.library import records
from briefing_app.library.articles import Articles
from briefing_app.library.database import Database
from briefing_app.model.ids import ArticleId
from briefing_app.model.label_rule import LabelRule, RuleMatch


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
