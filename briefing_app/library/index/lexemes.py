"""Hides how a query is cut: words, phrases, patterns, fields, brackets and operators, each where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from briefing_app.library.index.mistakes import Mistakes
from briefing_app.library.index.terms import form_of, is_character

_QUOTES: Final = '"“”„‟«»＂'
_FIELD = re.compile(r"(\w+(?:-\w+)*)[:：](?!//)")
_BARE = re.compile(rf"[^\s(){_QUOTES}]+")
_PATTERN = re.compile(r"/((?:[^/\s\\]|\\\S)+)/(?=[\s)]|$)")
_NEAR = re.compile(r"(?:w/|near/?|adj/?)(\d{1,4})$", re.IGNORECASE)
_SAME = re.compile(r"(?:same|w/p)$", re.IGNORECASE)
_AT_LEAST = re.compile(r"atleast/?(\d{1,4})(?=[\s(]|$)", re.IGNORECASE)

VALUED: Final = frozenset({"date", "lang", "in", "tag", "note", "case", "event", "said-by", "via", "quote", "only-in", "like", "has", "is"})
"""Fields behind which stands one value, not words to search for."""


class Kind(StrEnum):
    """What a lexeme is."""

    WORD = "word"
    BEGUN = "begun"
    PHRASE = "phrase"
    PATTERN = "pattern"
    FIELD = "field"
    NEAR = "near"
    SAME = "same"
    AT_LEAST = "atleast"
    OPEN = "("
    CLOSE = ")"
    AND = "AND"
    OR = "OR"
    NOT = "NOT"
    END = "end"


JOINING: Final = frozenset({Kind.AND, Kind.OR, Kind.NEAR, Kind.SAME})
"""What stands between two parts."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of the query; ``at`` is the code point where its text begins, behind a quotation mark or slash."""

    kind: Kind
    text: str
    at: int


def cut(query: str, mistakes: Mistakes, *, unfinished: bool) -> list[Lexeme]:
    """The lexemes, an END behind the last. An ``unfinished`` query is cut as if it were whole."""
    found: list[Lexeme] = []
    at = 0
    while at < len(query):
        character = query[at]
        if character.isspace():
            at += 1
        elif character in "()":
            found.append(Lexeme(Kind(character), character, at))
            at += 1
        elif character in _QUOTES:
            end = next((i for i in range(at + 1, len(query)) if query[i] in _QUOTES), None)
            if end is None:
                if not unfinished:
                    mistakes.tell("The quotation mark is not closed.", at, len(query), "Close the phrase with a second quotation mark.")
                end = len(query)
            found.append(Lexeme(Kind.PHRASE, query[at + 1 : end], at + 1))
            at = end + 1
        else:
            at = _bare(query, at, found)
    found = [_as_word(found, index) for index in range(len(found))]
    found.append(Lexeme(Kind.END, "", len(query)))
    return _finished(found, len(query)) if unfinished else found


def _bare(query: str, at: int, found: list[Lexeme]) -> int:
    """Read what begins with neither space, bracket nor quotation mark; the place after it."""
    if query[at] == "-" and at + 1 < len(query) and not query[at + 1].isspace() and (at == 0 or query[at - 1] in " \t\n("):
        found.append(Lexeme(Kind.NOT, "-", at))
        return at + 1
    if pattern := _PATTERN.match(query, at):
        found.append(Lexeme(Kind.PATTERN, pattern[1], at + 1))
        return pattern.end()
    if often := _AT_LEAST.match(query, at):
        found.append(Lexeme(Kind.AT_LEAST, often[0], at))
        return often.end()
    field = _FIELD.match(query, at)
    if field and not field[1].isdigit():
        found.append(Lexeme(Kind.FIELD, field[1].lower(), at))
        return field.end()
    word = _BARE.match(query, at)
    assert word is not None
    found.append(Lexeme(_kind_of(word[0]), word[0], at))
    return word.end()


def _kind_of(word: str) -> Kind:
    if word in ("AND", "OR", "NOT"):
        return Kind(word)
    if _NEAR.match(word):
        return Kind.NEAR
    return Kind.SAME if _SAME.match(word) else Kind.WORD


def _as_word(found: list[Lexeme], index: int) -> Lexeme:
    """The plain word "same" joins only what stands on both sides of it."""
    lexeme = found[index]
    if lexeme.kind is not Kind.SAME or "/" in lexeme.text:
        return lexeme
    begun = index > 0 and found[index - 1].kind not in {*JOINING, Kind.NOT, Kind.OPEN, Kind.FIELD, Kind.AT_LEAST}
    goes_on = index + 1 < len(found) and found[index + 1].kind not in {*JOINING, Kind.CLOSE}
    return lexeme if begun and goes_on else replace(lexeme, kind=Kind.WORD)


def distance_of(lexeme: Lexeme) -> int:
    """The number in an operator: how near, or how often."""
    return int("".join(filter(str.isdecimal, lexeme.text)))


def _without_waiting(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Without what waits at the end for something to follow."""
    last = len(lexemes)
    while last and lexemes[last - 1].kind in {*JOINING, Kind.NOT, Kind.FIELD, Kind.OPEN, Kind.AT_LEAST}:
        last -= 1
    return lexemes[:last]


def _is_letter(text: str) -> bool:
    """Whether this is one letter of a script whose words have several."""
    form = form_of(text)
    return len(form) == 1 and form.isalnum() and not is_character(form)


def _finished(lexemes: list[Lexeme], length: int) -> list[Lexeme]:
    """The lexemes of a query that is still being typed, as if it were whole."""
    *found, end = lexemes
    found = _without_waiting(found)
    is_value = len(found) > 1 and found[-2].kind is Kind.FIELD and found[-2].text in VALUED
    if found and found[-1].kind is Kind.WORD and found[-1].at + len(found[-1].text) == length and not is_value:
        before = _without_waiting(found[:-1])
        if not _is_letter(found[-1].text):
            found[-1] = replace(found[-1], kind=Kind.BEGUN)
        elif before:  # with one letter, nobody can tell yet what is to be searched for
            found = before
    opened = 0
    for lexeme in found:
        opened += (lexeme.kind is Kind.OPEN) - (lexeme.kind is Kind.CLOSE)
    return [*found, *(Lexeme(Kind.CLOSE, ")", end.at) for _ in range(opened)), end]
