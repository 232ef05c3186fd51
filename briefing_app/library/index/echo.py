"""Hides how a query is said in words, so that the analyst sees what was understood."""

from __future__ import annotations

from briefing_app.library.index.terms import is_character
from briefing_app.library.index.tree import And, Dated, Field, InLanguage, Node, Not, Or, Phrase, Prefix, Word

_WHERE = {
    Field.STORY: "in title, standfirst and body",
    Field.TITLE: "in the title",
    Field.BODY: "in standfirst and body",
    Field.SOURCE: "in the source",
    Field.BY: "in byline or agency",
    Field.ANYWHERE: "anywhere on the page",
}


def in_words(node: Node) -> str:
    """The query in words: ``the word “Huawei”, any case, in title, standfirst and body``."""
    fields = set(_fields(node))
    if len(fields) == 1:
        return f"{_said(node, None)}, {_WHERE[fields.pop()]}"
    return _said(node, Field.STORY)


def _fields(node: Node) -> list[Field]:
    match node:
        case And(parts) | Or(parts):
            return [field for part in parts for field in _fields(part)]
        case Not(part):
            return _fields(part)
        case Word(_, _, field) | Prefix(_, _, field) | Phrase(_, _, field):
            return [field]
    return []


def _said(node: Node, scoped: Field | None) -> str:
    """``scoped`` is None when the place is said once for the whole query."""
    match node:
        case Word(text, form, field):
            return f"the {'character' if is_character(form) else 'word'} “{text}”, any case{_where(field, scoped)}"
        case Prefix(text, _, field):
            return f"words that begin with “{text}”{_where(field, scoped)}"
        case Phrase(text, _, field):
            return f"the phrase “{text}”{_where(field, scoped)}"
        case Dated():
            return _said_date(node)
        case InLanguage(code):
            return f"in the language {code}"
        case Not(part):
            return f"not {_bracketed(part, scoped)}"
        case And(parts):
            return " and ".join(_bracketed(part, scoped) for part in parts)
        case Or(parts):
            return " or ".join(_bracketed(part, scoped) for part in parts)


def _bracketed(node: Node, scoped: Field | None) -> str:
    said = _said(node, scoped)
    return f"({said})" if isinstance(node, And | Or) else said


def _where(field: Field, scoped: Field | None) -> str:
    return "" if scoped is None else f" {_WHERE[field]}"


def _said_date(node: Dated) -> str:
    if node.first is None:
        return f"dated {node.last} or before"
    if node.last is None:
        return f"dated {node.first} or after"
    return f"dated {node.first}" if node.first == node.last else f"dated {node.first} to {node.last}"
