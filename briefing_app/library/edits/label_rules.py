"""Rules that label the lines of a source: carried out on every article that is here, and kept for those to come."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import replace

from briefing_app.library import records
from briefing_app.library.articles import store_corrections
from briefing_app.library.edits.performed import AnyVerb, Performed, Verb, data_of, next_number, told
from briefing_app.library.labelling import articles_of
from briefing_app.model.change import ChangeKind
from briefing_app.model.correction import Label
from briefing_app.model.edit import Edit, PutLabelRule, PutLabels, RemoveLabelRule, Together
from briefing_app.model.errors import EditRefused, NothingThere
from briefing_app.model.ids import ArticleId, RuleId
from briefing_app.model.label_rule import LabelRule, with_rules
from briefing_app.model.naming import folded


def _put(connection: sqlite3.Connection, edit: PutLabelRule) -> Performed | None:
    """What the rule labelled is taken back with it, article by article."""
    rule = edit.rule
    if not rule.source or not rule.lines:
        raise EditRefused("A rule needs a source and the words of a line.", "Set the source of the article first.")
    previous = _rule(connection, rule.id) if rule.id else None
    if previous == rule:
        return None
    if not rule.id:
        rule = replace(rule, id=RuleId(next_number(connection, "label_rule")))
    connection.execute(
        "INSERT INTO label_rule (id, source, data) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET source = excluded.source, data = excluded.data",
        (rule.id, folded(rule.source), records.encode(rule)),
    )
    before: dict[ArticleId, tuple[Label, ...]] = {}
    for article, document, old in list(articles_of(connection, rule.source)):
        new = with_rules(document, old, (rule,))
        if new != old:
            store_corrections(connection, article, new)
            before[article] = old.labels
    labels = tuple(PutLabels(article, was) for article, was in reversed(before.items()))
    inverse = _put_back(connection, previous, before) if previous else _as_one(*labels, RemoveLabelRule(rule.id))
    return Performed(PutLabelRule(rule), inverse, told(ChangeKind.ARTICLE_CHANGED, list(before)))


def _put_back(connection: sqlite3.Connection, rule: LabelRule, before: Mapping[ArticleId, tuple[Label, ...]]) -> Edit:
    """The edit that stores a rule again while the labels of every article come to be those of ``before``, or stay as they are now."""
    labels = dict(before)
    for article, document, now in articles_of(connection, rule.source):
        if article not in labels and with_rules(document, now, (rule,)) != now:
            labels[article] = now.labels
    return _as_one(PutLabelRule(rule), *(PutLabels(article, was) for article, was in labels.items()))


def _as_one(*edits: Edit) -> Edit:
    return Together(edits) if len(edits) > 1 else edits[0]


def _remove(connection: sqlite3.Connection, edit: RemoveLabelRule) -> Performed:
    """The labels that it gave stay; they are the analyst's."""
    old = _rule(connection, edit.rule)
    if old is None:
        raise NothingThere("The rule is gone already.")
    connection.execute("DELETE FROM label_rule WHERE id = ?", (edit.rule,))
    return Performed(edit, _put_back(connection, old, {}), ())


def _rule(connection: sqlite3.Connection, number: RuleId) -> LabelRule | None:
    data = data_of(connection, "label_rule", number)
    return records.decode_rule(data) if data else None


VERBS: tuple[AnyVerb, ...] = (
    Verb(PutLabelRule, _put, lambda connection, edit: _rule(connection, edit.rule.id) == edit.rule),
    Verb(RemoveLabelRule, _remove, lambda connection, edit: _rule(connection, edit.rule) is None),
)
