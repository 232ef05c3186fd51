"""Hides which parts of a query narrow it to a value, and what the query is without one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from briefing_app.library.index.lexemes import VALUED, Kind, Lexeme, cut
from briefing_app.library.index.mistakes import Mistakes

_NARROWING: Final = VALUED | {"source", "by", "byline", "author", "agency"}
_VALUES: Final = frozenset({Kind.WORD, Kind.BEGUN, Kind.PHRASE})


@dataclass(frozen=True, slots=True)
class Narrower:
    """A part of the query that narrows it, as typed, and the query without it."""

    words: str
    without: str


def narrowers(query: str) -> tuple[Narrower, ...]:
    """What narrows a query, in its order: filters, and what it forbids. What is one of two choices narrows nothing."""
    lexemes = cut(query, Mistakes(strict=False), unfinished=True)
    found = []
    for at, lexeme in enumerate(lexemes):
        last = _last(lexemes, at)
        if last is None or (at and lexemes[at - 1].kind is Kind.NOT):
            continue
        start = lexeme.at
        end = min(len(query), last.at + len(last.text) + (last.kind is Kind.PHRASE))
        left, right = query[:start].rstrip(), query[end:].lstrip()
        if left.endswith(" OR") or right.startswith("OR "):
            continue
        if not right or right.startswith("AND "):
            left = re.sub(r"(?:^|\s+)AND$", "", left)
        if not left:
            right = re.sub(r"^AND\s+", "", right)
        without = f"{left} {right}".strip()
        if without:
            found.append(Narrower(query[start:end], without))
    return tuple(found)


def _last(lexemes: list[Lexeme], at: int) -> Lexeme | None:
    """The last lexeme of what narrows the query from there on; None when nothing begins there that does."""
    lexeme, *after = lexemes[at:]
    if lexeme.kind is Kind.NOT:
        return _last_forbidden(after)
    if lexeme.kind is Kind.FIELD and lexeme.text in _NARROWING and after[0].kind in _VALUES:
        return after[0]
    return None


def _last_forbidden(after: list[Lexeme]) -> Lexeme | None:
    """The last lexeme of the word, phrase, field or bracket that stands behind a NOT."""
    if after[0].kind is Kind.FIELD:
        after = after[1:]
    if after[0].kind in _VALUES:
        return after[0]
    opened = 0
    for lexeme in after if after[0].kind is Kind.OPEN else ():
        opened += (lexeme.kind is Kind.OPEN) - (lexeme.kind is Kind.CLOSE)
        if not opened:
            return lexeme
    return None
