"""A query as a tree: what ``query`` parses, ``echo`` says in words, ``matching`` runs and ``passages`` marks."""

from __future__ import annotations

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
    ANYWHERE = "anywhere"


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
class Phrase:
    """Words side by side, at least two."""

    text: str
    forms: tuple[str, ...]
    field: Field


@dataclass(frozen=True, slots=True)
class Dated:
    """Articles of these days, both ends included; None is open."""

    text: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Articles in a language, by the first part of its BCP 47 code."""

    code: str


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


Leaf = Word | Prefix | Phrase | Dated | InLanguage
Node = Leaf | And | Or | Not
