"""Hides which parts of a query narrow it to a value, and what the query is without one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from briefing_app.library.index.lexemes import VALUED, Kind, cut
from briefing_app.library.index.mistakes import Mistakes

_NARROWING: Final = VALUED | {"source", "by", "byline", "author", "agency"}


@dataclass(frozen=True, slots=True)
class Narrower:
    """A part of the query that narrows it, as typed, and the query without it."""

    words: str
    without: str


def narrowers(query: str) -> tuple[Narrower, ...]:
    """What narrows a query, in its order. What is one of two choices narrows nothing."""
    lexemes = cut(query, Mistakes(strict=False), unfinished=True)
    found = []
    for at, field in enumerate(lexemes[:-1]):
        value = lexemes[at + 1]
        if field.kind is not Kind.FIELD or field.text not in _NARROWING or value.kind not in (Kind.WORD, Kind.BEGUN, Kind.PHRASE):
            continue
        start = lexemes[at - 1].at if at and lexemes[at - 1].kind is Kind.NOT else field.at
        end = min(len(query), value.at + len(value.text) + (value.kind is Kind.PHRASE))
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
