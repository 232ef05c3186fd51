"""Hides how a query that is being typed may go on: words of the articles, operators, names of sources, tags, cases, events, searches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, Protocol

from briefing_app.library.index.query import OPERATORS, STATES, ZONES
from briefing_app.model.naming import folded
from briefing_app.model.search import Completion, CompletionKind

_BEGUN = re.compile(r'(?:(?P<field>[\w-]+):(?:["“](?P<quoted>[^"“”]*)|(?P<value>[^\s()"“”]*))|(?P<word>[^\s()"“”:]*))$')
_FROM: Final = 2
"""Letters from which a word is completed; a value is, once its field stands there."""
_MOST: Final = 8
_MOST_WORDS: Final = 4
_MOST_NAMES: Final = 2
_JOINING = frozenset({"AND", "OR", "NOT", "w/", "near", "adj", "same", "atleast"})


Name = tuple[str, str, int | None]
"""Words that show a name, the value that is put in, and how many articles have it."""


class Stock(Protocol):
    """What a library can complete with, each kind the likeliest first."""

    def words(self, begun: str) -> Iterable[tuple[str, int]]:
        """Words of the articles that begin so, folded, with how many hold each."""

    def writers(self, begun: str) -> Iterable[tuple[str, int]]:
        """The same of bylines and agencies."""

    def names(self, kind: CompletionKind) -> Sequence[Name]:
        """Every name of a kind."""


_FIELDS: Final = {
    "source": CompletionKind.SOURCE,
    "tag": CompletionKind.TAG,
    "case": CompletionKind.CASE,
    "event": CompletionKind.EVENT,
    "lang": CompletionKind.LANGUAGE,
    "date": CompletionKind.DATE,
    "only-in": CompletionKind.SOURCE,
    "said-by": CompletionKind.PERSON,
    "via": CompletionKind.PERSON,
}
"""Fields whose values are names that the library knows."""
_FIXED: Final = {"in": tuple(ZONES), **{str(kind): values for kind, values in STATES.items()}}
"""Fields that have a few values, the same in every library."""


def completions(query: str, at: int, stock: Stock) -> tuple[Completion, ...]:
    """How the query may go on where the cursor stands, ``at`` (code points), the likeliest first."""
    before, after = query[:at], query[at:]
    begun = _BEGUN.search(before)
    if begun is None or (after and not after[0].isspace() and after[0] != ")"):
        return ()
    offer = _values if begun["word"] is None else _words
    found = offer(before, after, begun, stock)
    return tuple(dict.fromkeys(one for one in found if one.query != query))[:_MOST]


def _words(before: str, after: str, begun: re.Match[str], stock: Stock) -> Iterator[Completion]:
    word, start = begun["word"], begun.start("word")
    negated = word.startswith("-")
    word, start = word[negated:], start + negated
    if len(word) < _FROM:
        return
    typed = folded(word)

    def put(kind: CompletionKind, words: str, value: str, count: int | None = None) -> Completion:
        space = "" if value.endswith(":") or after else " "
        return Completion(kind, words, f"{before[:start]}{value}{space}{after}", start + len(value) + len(space), count)

    if not before[:start].strip() and not after.strip():
        for words, value, count in _named(stock.names(CompletionKind.SEARCH), typed, _MOST_NAMES):
            yield Completion(CompletionKind.SEARCH, words, value, len(value), count)
    for operator in OPERATORS:
        if operator.lower().startswith(word.lower()) and (operator not in _JOINING or before[:start].strip()):
            yield put(CompletionKind.OPERATOR, operator, operator)
    for form, count in islice(stock.words(typed), _MOST_WORDS):
        yield put(CompletionKind.WORD, form, form, count)
    for field, kind in (("source", CompletionKind.SOURCE), ("tag", CompletionKind.TAG), ("said-by", CompletionKind.PERSON)):
        for words, value, count in _named(stock.names(kind), typed, _MOST_NAMES):
            yield put(kind, words, f"{field}:{_quoted(value)}", count)
    for words, value, count in _named(stock.names(CompletionKind.EVENT), typed, _MOST_NAMES):
        yield put(CompletionKind.EVENT, words, f"event:{value}", count)


def _values(before: str, after: str, begun: re.Match[str], stock: Stock) -> Iterator[Completion]:
    field, typed = begun["field"].lower(), folded((begun["quoted"] or begun["value"] or "").strip())
    start = begun.end("field") + 1

    def put(kind: CompletionKind, words: str, value: str, count: int | None = None) -> Completion:
        space = "" if after else " "
        return Completion(kind, words, f"{before[:start]}{value}{space}{after}", start + len(value) + len(space), count)

    if field in _FIXED:
        for value in _FIXED[field]:
            if value.startswith(typed):
                yield put(CompletionKind.OPERATOR, f"{field}:{value}", value)
    elif field in _FIELDS:
        for words, value, count in _named(stock.names(_FIELDS[field]), typed, _MOST):
            yield put(_FIELDS[field], words, _quoted(value), count)
    elif len(typed) >= _FROM:
        for form, count in stock.writers(typed) if field in ("by", "byline", "author", "agency") else stock.words(typed):
            yield put(CompletionKind.WORD, form, form, count)


def _named(names: Iterable[Name], typed: str, most: int) -> list[Name]:
    """Those that begin with what is typed, then those of which a word does."""
    fitting = []
    for words, value, count in names:
        plain = folded(words)
        if plain.startswith(typed):
            fitting.append((0, words, value, count))
        elif f" {typed}" in plain:
            fitting.append((1, words, value, count))
    return [(words, value, count) for _, words, value, count in sorted(fitting, key=lambda one: one[0])[:most]]


def _quoted(value: str) -> str:
    return value if re.fullmatch(r"[\w.-]+", value) else '"{}"'.format(value.replace('"', " "))
