"""Hides which words and names of a library are taken for the examples of the guide to its queries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from briefing_app.library.completing import Stock
from briefing_app.library.index.terms import tokens
from briefing_app.model.search import CompletionKind, Specimens

_SHORTEST: Final = 5
"""Letters of a word that is worth showing, and that is long enough to have letters left out."""


def specimens(titles: Sequence[str], stock: Stock) -> Specimens:
    """Of some titles the word that most articles hold, with one beside it; of each kind of name the most frequent."""
    found = Specimens()
    frequent = dict(_frequent(titles, stock))
    pairs = [pair for title in titles for pair in _pairs(title) if set(pair) <= frequent.keys()]
    if pairs:
        first, second = max(pairs, key=lambda pair: (min(frequent[pair[0]], frequent[pair[1]]), pair))
        found = replace(found, word=first, other=second, phrase=f"{first} {second}")
    names = {
        "source": CompletionKind.SOURCE,
        "tag": CompletionKind.TAG,
        "case": CompletionKind.CASE,
        "event": CompletionKind.EVENT,
        "person": CompletionKind.PERSON,
        "language": CompletionKind.LANGUAGE,
        "month": CompletionKind.DATE,
    }
    named = {field: held[0][1] for field, kind in names.items() if (held := stock.names(kind))}
    return replace(found, **named)


def _frequent(titles: Sequence[str], stock: Stock) -> Iterator[tuple[str, int]]:
    for form in {form for title in titles for pair in _pairs(title) for form in pair}:
        yield form, dict(stock.words(form)).get(form, 0)


def _pairs(title: str) -> Iterator[tuple[str, str]]:
    """Long words that stand side by side in a title."""
    for first, second in pairwise(tokens(title, "und")):
        if all(len(token.form) >= _SHORTEST and token.form.isalpha() for token in (first, second)):
            yield first.form, second.form
