"""Hides which words of an article tell it from the others of its library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log
from typing import Final

from briefing_app.library.index.opened import Opened
from briefing_app.library.index.terms import Token
from briefing_app.library.index.tree import Field, Word

_MOST: Final = 20
_SHORTEST: Final = 3
_COMMON: Final = 0.2
"""The share of all articles from which on a word tells nothing; of few articles, all words but those of most."""
_FEW: Final = 50
_TITLE_AND_BODY: Final = ("title", "body")


def telling(words: Iterable[tuple[Token, str]], opened: Opened) -> tuple[Word, ...]:
    """Of an article's words, each with its text as written, the most telling: frequent here and rare elsewhere (tf-idf)."""
    often: Counter[str] = Counter()
    written: dict[str, tuple[str, str]] = {}
    for token, text in words:
        if len(token.form) >= _SHORTEST and token.form.isalpha():
            often[token.term] += 1
            written.setdefault(token.term, (text, token.form))
    common = opened.live_count * (_COMMON if opened.live_count >= _FEW else 0.5)
    weights: dict[str, float] = {}
    for term, count in often.items():
        held = sum(len(opened.postings(name, term).documents) for name in _TITLE_AND_BODY)
        if 1 < held <= max(2.0, common):  # its own article counts as one
            weights[term] = (1 + log(count)) * log((opened.live_count + 1) / held)
    best = sorted(weights, key=lambda term: (-weights[term], term))[:_MOST]
    return tuple(Word(*written[term], Field.STORY) for term in best)
