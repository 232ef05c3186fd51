"""Rules that label the lines of a source: carried out on every article that is here, and kept for those to come."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from briefing_app.library import records
from briefing_app.library.articles import store_corrections
from briefing_app.library.edits.performed import AnyVerb, Performed, Verb, data_of, next_number, told
from briefing_app.library.labelling import articles_of
from briefing_app.model.change import ChangeKind
from briefing_app.model.edit import Edit, PutLabelRule, PutLabels, RemoveLabelRule, Together
from briefing_app.model.errors import EditRefused, NothingThere
from briefing_app.model.ids import RuleId
from briefing_app.model.label_rule import LabelRule, with_rules
from briefing_app.model.naming import folded


def _put(connection: sqlite3.Connection, edit: PutLabelRule) -> Performed | None:
    """What the rule labelled is taken back with it, article by article."""
    rule = edit.rule
    if not rule.source or not rule.lines:
        raise EditRefused("A rule needs a source and the words of a line.", "Set the source of the article first.")
    if rule.id and _rule(connection, rule.id) == rule:
        return None
    if not rule.id:
        rule = replace(rule, id=RuleId(next_number(connection, "label_rule")))
    connection.execute(
        "INSERT INTO label_rule (id, source, data) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET source = excluded.source, data = excluded.data",
        (rule.id, folded(rule.source), records.encode(rule)),
    )
    back: list[Edit] = [RemoveLabelRule(rule.id)]
    for article, document, old in list(articles_of(connection, rule.source)):
        new = with_rules(document, old, (rule,))
        if new != old:
            store_corrections(connection, article, new)
            back.append(PutLabels(article, old.labels))
    changed = [one.article for one in back if isinstance(one, PutLabels)]
    inverse = Together(tuple(reversed(back))) if len(back) > 1 else back[0]
    return Performed(PutLabelRule(rule), inverse, told(ChangeKind.ARTICLE_CHANGED, changed))


def _remove(connection: sqlite3.Connection, edit: RemoveLabelRule) -> Performed:
    """The labels that it gave stay; they are the analyst's."""
    old = _rule(connection, edit.rule)
    if old is None:
        raise NothingThere("The rule is gone already.")
    connection.execute("DELETE FROM label_rule WHERE id = ?", (edit.rule,))
    return Performed(edit, PutLabelRule(old), ())


def _rule(connection: sqlite3.Connection, number: RuleId) -> LabelRule | None:
    data = data_of(connection, "label_rule", number)
    return records.decode_rule(data) if data else None


VERBS: tuple[AnyVerb, ...] = (
    Verb(PutLabelRule, _put, lambda connection, edit: _rule(connection, edit.rule.id) == edit.rule),
    Verb(RemoveLabelRule, _remove, lambda connection, edit: _rule(connection, edit.rule) is None),
)
