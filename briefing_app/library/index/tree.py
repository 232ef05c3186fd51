"""A query as a tree: what ``query`` parses, ``echo`` says in words, ``executor`` runs and ``passages`` marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Field(StrEnum):
    """Where a word is looked for. ``STORY`` is title, standfirst and body, what an unmarked word means."""

    STORY = "story"
    TITLE = "title"
    BODY = "body"
    SOURCE = "source"
    BY = "by"
    AGENCY = "agency"
    COMMENTS = "comments"
    BOILERPLATE = "boilerplate"
    ANYWHERE = "anywhere"
    NOTES = "notes"
    """The analyst's notes, which the index does not hold."""
    BRIEFINGS = "briefings"
    """The analyst's briefings, which the index does not hold."""


class Among(StrEnum):
    """What the database knows of articles: each gives a set of them."""

    TAG = "tag"
    NOTE = "note"
    CASE = "case"
    EVENT = "event"
    SAID_BY = "said-by"
    VIA = "via"
    QUOTE = "quote"
    ONLY_IN = "only-in"
    HAS = "has"
    IS = "is"


@dataclass(frozen=True, slots=True)
class Word:
    """One word: ``text`` as typed, ``form`` folded."""

    text: str
    form: str
    field: Field


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin like this; ``text`` without the asterisk."""

    text: str
    form: str
    field: Field


@dataclass(frozen=True, slots=True)
class Wild:
    """Words of this shape: ``*`` stands for any letters, ``?`` for one. ``form`` is the folded shape."""

    text: str
    form: str
    field: Field


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words that differ from ``form`` in at most ``distance`` letters left out, put in, changed or swapped."""

    text: str
    form: str
    distance: int
    field: Field


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that a regular expression matches as a whole, folded as they are."""

    text: str
    field: Field


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side, at least two."""

    text: str
    forms: tuple[str, ...]
    field: Field


@dataclass(frozen=True, slots=True)
class Near:
    """What stands at most ``distance`` words away from the other; in this order when ``ordered``."""

    left: Node
    right: Node
    distance: int
    ordered: bool


@dataclass(frozen=True, slots=True)
class Same:
    """What stands in one paragraph with the other."""

    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class AtLeast:
    """What stands at least ``count`` times in the article."""

    count: int
    part: Node


@dataclass(frozen=True, slots=True)
class Dated:
    """Articles of these days, both ends included; None is open."""

    text: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Undated:
    """Articles of which no date is known."""


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Articles in a language, by the first part of its BCP 47 code."""

    code: str


@dataclass(frozen=True, slots=True)
class InZone:
    """Articles that have such a zone at all."""

    field: Field


@dataclass(frozen=True, slots=True)
class OneOf:
    """Articles of a set that the database knows: ``kind`` says which, ``value`` as typed."""

    kind: Among
    value: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Articles that share telling words with one: ``words`` are these, the most telling first; none before the index was asked."""

    number: int
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class And:
    """All parts, at least two."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any part, of at least two."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but the part."""

    part: Node


Single = Word | Prefix | Wild | Fuzzy | Pattern
"""What one word of a text can answer."""
Placed = Word | Prefix | Wild | Fuzzy | Pattern | Phrase
"""What stands in a field, at places."""
Filter = Dated | Undated | InLanguage | InZone | OneOf
"""What is true of an article, wherever its words stand."""
Leaf = Placed | Filter
Node = Leaf | Near | Same | AtLeast | Alike | And | Or | Not


def parts_of(node: Node) -> tuple[Node, ...]:
    """The nodes right below."""
    match node:
        case And(parts) | Or(parts):
            return parts
        case Near(left, right) | Same(left, right):
            return left, right
        case Not(part) | AtLeast(_, part):
            return (part,)
        case Alike(_, words):
            return words
    return ()


def changed(node: Node, change: Callable[[Leaf | Alike], Node]) -> Node:
    """The node with ``change`` made to everything that holds no other node."""
    match node:
        case And(parts):
            return And(tuple(changed(part, change) for part in parts))
        case Or(parts):
            return Or(tuple(changed(part, change) for part in parts))
        case Near(left, right, distance, ordered):
            return Near(changed(left, change), changed(right, change), distance, ordered)
        case Same(left, right):
            return Same(changed(left, change), changed(right, change))
        case Not(part):
            return Not(changed(part, change))
        case AtLeast(count, part):
            return AtLeast(count, changed(part, change))
    return change(node)
