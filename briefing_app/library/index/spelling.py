"""Hides which words of a query are likely slips: hardly any article holds them, and many hold one that is written like them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from briefing_app.library.index.codec import BOUNDARY
from briefing_app.library.index.expansion import FORMS, Expansion, terms_for
from briefing_app.library.index.lexemes import VALUED, Kind, cut
from briefing_app.library.index.mistakes import Mistakes
from briefing_app.library.index.opened import Opened
from briefing_app.library.index.spans import PLACES
from briefing_app.library.index.terms import tokens
from briefing_app.library.index.tree import Field, Fuzzy, Prefix
from briefing_app.library.patience import Patience
from briefing_app.model.errors import QueryMistake

_SHORTEST: Final = 3
"""Letters of a word of which a like one is looked for."""
_MOST_LOOKED_FOR: Final = 3
_RARE: Final = 2
_TIMES_AS_FREQUENT: Final = 20
"""A word that a few articles do hold is a slip only beside one that so many times as many hold."""
_LONG: Final = 6
"""Letters from which on a word may differ in two."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A word of the query from ``start`` to ``end`` (code points), and the word that was likely meant."""

    start: int
    end: int
    meant: str


@dataclass(frozen=True, slots=True)
class _Typed:
    start: int
    end: int
    form: str
    field: Field
    begun: bool


def slips(query: str, opened: Opened, languages: Iterable[str], patience: Patience) -> tuple[Slip, ...]:
    """The likely slips of a query, in its order; only the first few unknown words are looked at.

    Raises SearchStopped.
    """
    expansion = Expansion(sorted({*languages, "und"}), patience)
    found: list[Slip] = []
    looked = 0
    for word in _typed(query):
        held = _held(word, opened, expansion)
        if held > _RARE or looked == _MOST_LOOKED_FOR:
            continue
        looked += 1
        with suppress(QueryMistake):  # to look on would take too long
            meant = _meant(word, held, opened, expansion)
            if meant:
                found.append(Slip(word.start, word.end, meant))
    return tuple(found)


def _typed(query: str) -> Iterator[_Typed]:
    """The plain words of the query, those of phrases too; not what is ruled out, nor values of fields that the lexicon does not know."""
    lexemes = cut(query, Mistakes(strict=False), unfinished=True)
    for at, lexeme in enumerate(lexemes):
        before = lexemes[at - 1] if at else None
        if lexeme.kind not in (Kind.WORD, Kind.BEGUN, Kind.PHRASE) or set(lexeme.text) & set("*?~"):
            continue
        if before is not None and (before.kind is Kind.NOT or (before.kind is Kind.FIELD and before.text in VALUED)):
            continue
        name = before.text if before is not None and before.kind is Kind.FIELD else ""
        field = Field(name) if name in set(Field) else Field.STORY
        for token in tokens(lexeme.text, "und"):
            if len(token.form) >= _SHORTEST and token.form.isalpha():
                start = lexeme.at + token.span.start
                yield _Typed(start, lexeme.at + token.span.end, token.form, field, lexeme.kind is Kind.BEGUN)


def _held(word: _Typed, opened: Opened, expansion: Expansion) -> int:
    """How many articles hold the word, or begin a word like it while it is still being typed."""
    held = 0
    for name in PLACES[word.field]:
        held += max(len(opened.postings(name, term).documents) for term in terms_for(word.form, expansion.languages))
        if word.begun:
            held += sum(_likes(Prefix(word.form, word.form, word.field), name, opened, expansion).values())
    return held


def _meant(word: _Typed, held: int, opened: Opened, expansion: Expansion) -> str:
    """The most frequent of the words that differ least; empty when none is frequent enough."""
    for distance in (1, 2) if len(word.form) >= _LONG and not held else (1,):
        likes: Counter[str] = Counter()
        for name in PLACES[word.field]:
            likes += _likes(Fuzzy(word.form, word.form, distance, word.field), name, opened, expansion)
        likes.pop(word.form, None)
        better = {form: count for form, count in likes.items() if form.isalpha() and count > held * _TIMES_AS_FREQUENT}
        if better:
            return min(better, key=lambda form: (form[0] != word.form[0], -better[form], form))
    return ""


def _likes(node: Fuzzy | Prefix, name: str, opened: Opened, expansion: Expansion) -> Counter[str]:
    """The forms that a word stands for in a field, with how many documents hold each."""
    found: Counter[str] = Counter()
    for _, field in opened.fields(name + FORMS):
        for first, last in expansion.ranges(node, field.lexicon).tolist():
            for at in range(first, last):
                start, end = field.bounds(at, at + 1)
                found[field.lexicon.term(at).decode()] += end - start
    found.pop(BOUNDARY, None)
    return found
