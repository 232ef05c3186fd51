"""Hides how a query is said in words, so that the analyst sees what was understood."""

from __future__ import annotations

from typing import Final

from briefing_app.library.index.terms import is_character
from briefing_app.library.index.tree import (
    Alike,
    Among,
    And,
    AtLeast,
    Dated,
    Field,
    Fuzzy,
    InLanguage,
    InZone,
    Near,
    Node,
    Not,
    OneOf,
    Or,
    Pattern,
    Phrase,
    Placed,
    Prefix,
    Same,
    Undated,
    Wild,
    Word,
    parts_of,
)
from briefing_app.model.ids import Noun, name_of

_WHERE: Final = {
    Field.STORY: "in title, standfirst and body",
    Field.TITLE: "in the title",
    Field.BODY: "in standfirst and body",
    Field.SOURCE: "in the source",
    Field.BY: "in byline or agency",
    Field.AGENCY: "in the agency",
    Field.COMMENTS: "in comments",
    Field.BOILERPLATE: "in page furniture",
    Field.ANYWHERE: "anywhere on the page",
    Field.NOTES: "in notes",
    Field.BRIEFINGS: "in briefings",
}
_AMONG: Final = {
    Among.TAG: "tagged “{}”",
    Among.NOTE: "with “{}” in a note",
    Among.CASE: "filed in the case “{}”",
    Among.EVENT: "of the event “{}”",
    Among.SAID_BY: "with words of “{}”",
    Among.VIA: "resting on “{}”",
    Among.QUOTE: "quoting “{}”",
    Among.ONLY_IN: "with a claim that only “{}” makes",
}
_STATES: Final = {
    (Among.HAS, "note"): "with a note",
    (Among.HAS, "conflict"): "of an event with a conflict",
    (Among.HAS, "copy"): "of which there is a copy",
    (Among.IS, "unread"): "unread",
    (Among.IS, "read"): "read",
    (Among.IS, "starred"): "starred",
}


def in_words(node: Node) -> str:
    """The query in words: ``the word “Huawei” (any case), in title, standfirst and body``."""
    fields = set(_fields(node))
    if len(fields) == 1:
        return f"{_said(node, None)}, {_WHERE[fields.pop()]}"
    return _said(node, Field.STORY)


def _fields(node: Node) -> list[Field]:
    if isinstance(node, Placed):
        return [node.field]
    return [field for part in parts_of(node) for field in _fields(part)]


def _said(node: Node, scoped: Field | None) -> str:
    """``scoped`` is None when the place is said once for the whole query."""
    match node:
        case Dated():
            return _said_date(node)
        case Undated():
            return "of unknown date"
        case InLanguage(code):
            return f"in the language {code}"
        case InZone(field):
            return f"with {_WHERE[field].removeprefix('in ')}"
        case OneOf(kind, value):
            return _STATES.get((kind, value)) or _AMONG[kind].format(value)
        case Alike():
            return _said_alike(node)
        case Not(part):
            return f"not {_bracketed(part, scoped)}"
        case Or((Word(text, _, field), _)) if _is_begun(node):
            return f"what begins with “{text}”" + ("" if scoped is None else f" {_WHERE[field]}")
        case And(parts):
            return " and ".join(_bracketed(part, scoped) for part in parts)
        case Or(parts):
            return " or ".join(_bracketed(part, scoped) for part in parts)
        case Near(left, right, distance, ordered):
            how = "followed by" if ordered else "near"
            words = "1 word" if distance == 1 else f"{distance} words"
            return f"{_bracketed(left, scoped)} {how} {_bracketed(right, scoped)} (at most {words} on)"
        case Same(left, right):
            return f"{_bracketed(left, scoped)} in one paragraph with {_bracketed(right, scoped)}"
        case AtLeast(count, part):
            return f"{_bracketed(part, scoped)} at least {count} times"
        case _:
            return _said_words(node) + ("" if scoped is None else f" {_WHERE[node.field]}")


def _said_words(node: Placed) -> str:
    match node:
        case Word(text, form, _):
            cased = "" if text == text.lower() else " (any case)"
            return f"the {'character' if is_character(form) else 'word'} “{text}”{cased}"
        case Prefix(text, _, _):
            return f"words that begin with “{text}”"
        case Wild(text, _, _):
            return f"words of the shape “{text}”"
        case Fuzzy(text, _, distance, _):
            return f"words like “{text}” (at most {distance} {'letter' if distance == 1 else 'letters'} other)"
        case Pattern(text, _):
            return f"words that match /{text}/"
        case Phrase(text, _, _):
            return f"the phrase “{text}”"


def _said_alike(node: Alike) -> str:
    named = f"like {name_of(Noun.ARTICLE, node.number)}"
    return f"{named}, with several of {', '.join(f'“{word.text}”' for word in node.words)}" if node.words else named


def _bracketed(node: Node, scoped: Field | None) -> str:
    said = _said(node, scoped)
    return f"({said})" if isinstance(node, And | Or | Near | Same) and not _is_begun(node) else said


def _is_begun(node: Node) -> bool:
    """Whether it is a word that is still being typed: itself, or what begins like it."""
    match node:
        case Or((Word(_, form, _), Prefix(_, same, _))):
            return form == same
    return False


def _said_date(node: Dated) -> str:
    if node.first is None:
        return f"dated {node.last} or before"
    if node.last is None:
        return f"dated {node.first} or after"
    return f"dated {node.first}" if node.first == node.last else f"dated {node.first} to {node.last}"
