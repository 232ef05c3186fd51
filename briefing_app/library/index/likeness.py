"""Hides which words of an article tell it from the others of its library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log
from typing import Final

from briefing_app.language import idf
from briefing_app.library.index.opened import Opened
from briefing_app.library.index.terms import Token
from briefing_app.library.index.tree import Field, Word

_MOST: Final = 20
_SHORTEST: Final = 3
_COMMON: Final = 0.2
"""The share of all articles from which on a word tells nothing; of few articles, all words but those of most."""
_ORDINARY: Final = 3.6
"""As ``idf`` says it: one word in four thousand."""
_FEW: Final = 50
_TITLE_AND_BODY: Final = ("title", "body")


def telling(words: Iterable[tuple[Token, str]], language: str, opened: Opened) -> tuple[Word, ...]:
    """Of an article's words, each with its text as written, the most telling: frequent here, rare in the library and in the language.

    The weight is tf-idf, times how rare the word is in general, so that in a library of few articles no ordinary word tells anything.
    """
    often: Counter[str] = Counter()
    written: dict[str, tuple[str, str]] = {}
    for token, text in words:
        if len(token.form) >= _SHORTEST and token.form.isalpha():
            often[token.term] += 1
            written.setdefault(token.term, (text, token.form))
    common = opened.live_count * (_COMMON if opened.live_count >= _FEW else 0.5)
    weights: dict[str, float] = {}
    for term, count in often.items():
        held = sum(opened.live_document_count(name, term) for name in _TITLE_AND_BODY)
        if 1 < held <= max(2.0, common):  # its own article counts as one
            general = max(0.0, idf(term, language) - _ORDINARY)
            weights[term] = general * (1 + log(count)) * log((opened.live_count + 1) / held)
    weights = {term: weight for term, weight in weights.items() if weight > 0}
    best = sorted(weights, key=lambda term: (-weights[term], term))[:_MOST]
    return tuple(Word(*written[term], Field.STORY) for term in best)
