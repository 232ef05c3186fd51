"""Tokens, their word classes, and whether a verb or a clause stands somewhere; a shallow reading by word lists and order, no model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing_app.model.span import Span


class Tag(StrEnum):
    """The class of a token as far as a list and its neighbours tell."""

    NAME = "name"
    WORD = "word"
    NUMBER = "number"
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    PREPOSITION = "preposition"
    COORDINATOR = "coordinator"
    SUBORDINATOR = "subordinator"
    RELATIVE = "relative"
    AUXILIARY = "auxiliary"
    MODAL = "modal"
    FINITE = "finite"
    PARTICIPLE = "participle"
    ING = "ing"
    BASE = "base"
    ADVERB = "adverb"
    COMMA = "comma"
    COLON = "colon"
    SEMICOLON = "semicolon"
    DASH = "dash"
    QUOTE = "quote"
    BRACKET = "bracket"
    STOP = "stop"
    SYMBOL = "symbol"


@dataclass(slots=True)
class Token:
    """A token; ``low`` is its lower case with a straight apostrophe; ``verb`` the readings of a verb form, empty for none."""

    start: int
    end: int
    text: str
    low: str
    tag: Tag
    verb: str = ""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def possessive(self) -> bool:
        """Whether it ends in 's (or s')."""
        return self.low.endswith(("'s", "s'"))


NOMINAL = frozenset({Tag.NAME, Tag.WORD, Tag.NUMBER, Tag.PRONOUN})


VERBAL = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.FINITE})


_QUESTION_WORDS = frozenset(["whether", "how", "why", "what", "if"])


_THAT = frozenset(["that", "dass", "daß", "que"])


_CLAUSE_ENDS = frozenset({Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.DASH, Tag.STOP, Tag.COORDINATOR, Tag.SUBORDINATOR})


def finite_at(tokens: Sequence[Token], index: int) -> bool:
    """Whether a finite verb stands at ``index`` (a modal, a finite auxiliary or a finite full verb)."""
    token = tokens[index]
    if token.tag in (Tag.MODAL, Tag.FINITE) or contracted(token):
        return True
    if token.tag is not Tag.AUXILIARY or token.low in ("be", "been", "being", "having", "having"):
        return False
    previous = tokens[index - 1] if index else None
    return not (token.low in ("have", "do") and previous is not None and (previous.tag is Tag.MODAL or previous.low == "to"))


def has_finite(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a finite verb stands among ``tokens[start:end]``, a contracted one ("it's") included."""
    return any(finite_at(tokens, index) for index in range(start, end))


def contracted(token: Token) -> bool:
    """``it's``, ``she'll``: a subject and its verb in one token."""
    return token.tag is Tag.PRONOUN and "'" in token.low


def clausal(tokens: list[Token], start: int) -> bool:
    """Whether a clause or a quotation begins at code point ``start``: "that", a colon, a quotation mark, or a subject and its verb."""
    first = next((i for i, token in enumerate(tokens) if token.start >= start), len(tokens))
    if first >= len(tokens):
        return False
    lead = tokens[first - 1] if first else tokens[first]
    if tokens[first].tag is Tag.PREPOSITION and lead.low not in _THAT:
        return False
    opens = tokens[first].tag in (Tag.QUOTE, Tag.COLON) or tokens[first].low in _QUESTION_WORDS
    return opens or lead.low in _THAT or lead.tag is Tag.COLON or subject_follows(tokens, first)


def subject_follows(tokens: list[Token], index: int) -> bool:
    """Whether a noun phrase and then a finite verb follow, before any joint."""
    noun = False
    for i in range(index, min(len(tokens), index + 14)):
        token = tokens[i]
        if token.tag in _CLAUSE_ENDS:
            return False
        if finite_at(tokens, i):
            return noun or contracted(token)
        noun = noun or token.tag in NOMINAL
    return False
