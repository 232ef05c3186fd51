"""Hides how a query's tree becomes a Whoosh query: fields, and the stems of every language in the index."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import whoosh.query

from briefing_app.library.index.schema import LONGEST_START, start_of
from briefing_app.library.index.terms import is_character, term_of
from briefing_app.library.index.tree import And, Dated, Field, InLanguage, Node, Not, Or, Phrase, Prefix, Word

_TITLE_BOOST = 2.5
_FIELDS: dict[Field, tuple[str, ...]] = {
    Field.STORY: ("title", "body"),
    Field.TITLE: ("title",),
    Field.BODY: ("body",),
    Field.SOURCE: ("source",),
    Field.BY: ("by",),
    Field.ANYWHERE: ("title", "body", "rest"),
}

whoosh_query: Any = whoosh.query
"""Untyped: Whoosh does not say which names it exports."""

WhooshQuery = Any


def whoosh_tree(node: Node, languages: Iterable[str]) -> WhooshQuery:
    """The query for an index whose articles are in ``languages`` (BCP 47)."""
    codes = tuple(sorted(set(languages) | {"und"}))
    return _tree(node, codes)


def terms_for(form: str, languages: Iterable[str]) -> tuple[str, ...]:
    """The stems that a typed form can have in these languages, each once."""
    return tuple(dict.fromkeys(term_of(form, code) for code in languages))


def _tree(node: Node, codes: tuple[str, ...]) -> WhooshQuery:
    match node:
        case And(parts):
            return whoosh_query.And([_tree(part, codes) for part in parts])
        case Or(parts):
            return whoosh_query.Or([_tree(part, codes) for part in parts])
        case Not(part):
            return whoosh_query.And([whoosh_query.Every(), whoosh_query.Not(_tree(part, codes))])
        case Word(_, form, field) if is_character(form):
            return _begins(form, field)
        case Word(_, form, field):
            return _any(whoosh_query.Term(name, term, boost=_boost(name)) for name in _FIELDS[field] for term in terms_for(form, codes))
        case Prefix(_, form, field):
            return _begins(form, field)
        case Phrase(_, forms, field):
            variants = dict.fromkeys(tuple(term_of(form, code) for form in forms) for code in codes)
            return _any(whoosh_query.Phrase(name, list(terms), boost=_boost(name)) for name in _FIELDS[field] for terms in variants)
        case Dated():
            return _dated(node)
        case InLanguage(code):
            return whoosh_query.ConstantScoreQuery(whoosh_query.Term("lang", code), 1.0)


def _begins(form: str, field: Field) -> WhooshQuery:
    def query(name: str) -> WhooshQuery:
        if len(form) <= LONGEST_START:
            return whoosh_query.ConstantScoreQuery(whoosh_query.Term(f"{name}_forms", start_of(form)), _boost(name))
        return whoosh_query.Prefix(f"{name}_forms", form, boost=_boost(name))

    return _any(query(name) for name in _FIELDS[field])


def _dated(node: Dated) -> WhooshQuery:
    """Articles whose interval touches the asked one."""
    bounds = []
    if node.last is not None:
        bounds.append(whoosh_query.NumericRange("first_day", None, node.last.toordinal()))
    if node.first is not None:
        bounds.append(whoosh_query.NumericRange("last_day", node.first.toordinal(), None))
    return whoosh_query.ConstantScoreQuery(bounds[0] if len(bounds) == 1 else whoosh_query.And(bounds), 1.0)


def _any(queries: Iterable[WhooshQuery]) -> WhooshQuery:
    found = list(queries)
    return found[0] if len(found) == 1 else whoosh_query.Or(found)


def _boost(field: str) -> float:
    return _TITLE_BOOST if field == "title" else 1.0
