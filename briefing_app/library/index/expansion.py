"""Hides which terms of a lexicon a word of the query stands for: stems of every language, beginnings, shapes, likenesses, patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

import numpy as np

from briefing_app.library.index.arrays import Array
from briefing_app.library.index.codec import BOUNDARY
from briefing_app.library.index.opened import Lexicon, signature
from briefing_app.library.index.terms import is_character, term_of
from briefing_app.library.index.tree import Fuzzy, Pattern, Prefix, Single, Wild, Word
from briefing_app.library.patience import Patience

FORMS: Final = "_forms"
"""What the name of a field's twin ends in that holds the words as they were written, folded."""

_AT_ONCE: Final = 500
_MOST_KNOWN: Final = 64

_PLAIN = re.compile(r"[^\\.^$*+?{}\[\]|()]*")

Ranges = Array
"""Terms of a lexicon, a row from the first to before the last, ascending."""


def is_stemmed(node: Single) -> bool:
    """Whether the word stands for its stems, which have the field's own name; else for forms, which its twin has."""
    return isinstance(node, Word) and not is_character(node.form)


def terms_for(form: str, languages: Iterable[str]) -> tuple[str, ...]:
    """The stems that a typed form can have in these languages, each once."""
    return tuple(dict.fromkeys(term_of(form, code) for code in languages))


class Expansion:
    """The terms that the words of one query stand for, in an index whose articles are in ``languages``."""

    def __init__(self, languages: Iterable[str], patience: Patience) -> None:
        self.languages = tuple(languages)
        self.patience = patience

    def ranges(self, node: Single, lexicon: Lexicon) -> Ranges:
        """The terms that a word of the query stands for. Raises QueryMistake when a pattern takes too long, SearchStopped."""
        if isinstance(node, Word) and not is_character(node.form):
            found = (lexicon.find(term.encode()) for term in terms_for(node.form, self.languages))
            return _together(np.array(sorted(at for at in found if at is not None), np.int64))
        if node not in lexicon.known:
            if len(lexicon.known) >= _MOST_KNOWN:
                lexicon.known.clear()
            lexicon.known[node] = self._ranges(node, lexicon)
        return lexicon.known[node]

    def _ranges(self, node: Single, lexicon: Lexicon) -> Ranges:
        match node:
            case Word(_, form, _) | Prefix(_, form, _):
                first, last = lexicon.beginning(form.encode())
                return np.array([(first, last)] if first < last else [], np.int64).reshape(-1, 2)
            case Wild(_, form, _):
                return self._shaped(lexicon, form, node.text)
            case Pattern(text, _):
                return self._picked(lexicon, _begun(text), re.compile(text).fullmatch, text)
            case Fuzzy(_, form, distance, _):
                return self._like(lexicon, form, distance)

    def _shaped(self, lexicon: Lexicon, form: str, text: str) -> Ranges:
        """The terms of a shape; looked for among those that hold the longest run of its letters when it says not how they begin."""
        start, fixed = _fixed(form)
        if start:
            return self._picked(lexicon, start, _shape(form), text)
        held = lexicon.holding(fixed.encode(), last=form.endswith(fixed))
        if form.strip("*") == fixed:
            return _together(held)
        found: list[int] = []
        answers = _shape(form)
        for begin in range(0, len(held), _AT_ONCE):
            self.patience.go_on_with(text)
            found += [at for at in held[begin : begin + _AT_ONCE].tolist() if answers(lexicon.term(at).decode())]
        return _together(np.array(found, np.int64))

    def _picked(self, lexicon: Lexicon, start: str, answers: Callable[[str], object], text: str) -> Ranges:
        """The terms that answer, which all begin with ``start``."""
        first, last = lexicon.beginning(start.encode()) if start else (0, lexicon.count)
        found: list[int] = []
        for begin in range(first, last, _AT_ONCE):
            self.patience.go_on_with(text)
            terms = lexicon.terms(begin, min(last, begin + _AT_ONCE))
            found += [begin + at for at, term in enumerate(terms) if answers(term) and term != BOUNDARY]
        return _together(np.array(found, np.int64))

    def _like(self, lexicon: Lexicon, form: str, distance: int) -> Ranges:
        """Damerau-Levenshtein, in its restricted form, over all terms of about the form's length at once."""
        places, letters, lengths = _spelled(lexicon, form, distance)
        if not len(places):
            return _together(places)
        asked = np.array([ord(letter) for letter in form], np.uint32)
        width = letters.shape[1]
        before: Array | None = None
        row = np.broadcast_to(np.arange(width + 1, dtype=np.int16), (len(places), width + 1)).copy()
        for i, letter in enumerate(asked):
            self.patience.go_on()
            other = (letters != letter).astype(np.int16)
            current = np.empty_like(row)
            current[:, 0] = i + 1
            np.minimum(row[:, 1:] + 1, row[:, :-1] + other, out=current[:, 1:])
            if before is not None:
                swapped = (letters[:, :-1] == letter) & (letters[:, 1:] == asked[i - 1])
                current[:, 2:] = np.where(swapped, np.minimum(current[:, 2:], before[:, :-2] + 1), current[:, 2:])
            for j in range(1, width + 1):
                np.minimum(current[:, j], current[:, j - 1] + 1, out=current[:, j])
            before, row = row, current
        found = row[np.arange(len(places)), lengths] <= distance
        return _together(np.sort(places[found]))


def _fixed(form: str) -> tuple[str, str]:
    """With which letters the words of a shape begin, and the longest run of letters that they hold."""
    pieces = re.split(r"[*?]", form)
    return pieces[0], max(pieces, key=len)


def _together(found: Array) -> Ranges:
    """Terms at these places, those side by side in one row."""
    gaps = np.flatnonzero(np.diff(found) != 1) + 1
    edges = np.concatenate(([0], gaps, [len(found)])) if len(found) else np.zeros(1, np.int64)
    return np.stack((found[edges[:-1]], found[edges[1:] - 1] + 1), axis=1)


def _begun(pattern: str) -> str:
    """The letters with which everything begins that the pattern matches."""
    if "|" in pattern:
        return ""
    plain = _PLAIN.match(pattern)
    assert plain is not None
    start, following = plain[0], pattern[plain.end() : plain.end() + 1]
    return start[:-1] if following and following in "*?{+" else start


@lru_cache(maxsize=64)
def _shape(form: str) -> Callable[[str], object]:
    """Whether a term has the shape. Each piece is taken where it first stands and never tried again, so that the time stays linear."""
    first, *pieces = form.split("*")
    if not pieces:
        return re.compile(_letters(first)).fullmatch
    *middle, last = pieces
    walked = "".join(f"(?>.*?{_letters(piece)})" for piece in middle if piece)
    return re.compile(f"(?s:{_letters(first)}{walked}.*(?<={_letters(last)}))" if last else f"(?s:{_letters(first)}{walked}.*)").fullmatch


def _letters(piece: str) -> str:
    return "".join("." if letter == "?" else re.escape(letter) for letter in piece)


def _spelled(lexicon: Lexicon, form: str, distance: int) -> tuple[Array, Array, Array]:
    """The places, letters (a row a term) and lengths of the terms that may differ so little from a form.

    Each difference takes at most one letter away, brings at most one, and changes the length by at most one.
    """
    length, beyond, letters = len(form), sum(letter > "\x7f" for letter in form), np.uint32(signature(form))
    points, signatures = lexicon.points, lexicon.signatures
    near = np.flatnonzero(
        (points >= max(1, length - distance))
        & (points <= length + distance)
        & (np.bitwise_count(letters & ~signatures) <= distance)
        & (np.bitwise_count(signatures & ~letters) <= distance)
    )
    foreign = lexicon.beyond_ascii[near].astype(np.int64)
    plain, others = near[foreign == 0] if beyond <= distance else near[:0], near[(foreign > 0) & (abs(foreign - beyond) <= distance)]
    width = length + distance
    rows = lexicon.letters(plain, width).astype(np.uint32)
    spelled = np.array([lexicon.term(at).decode() for at in others.tolist()], dtype=f"U{width}").view(np.uint32).reshape(len(others), width)
    places = np.concatenate((plain, others))
    return places, np.concatenate((rows, spelled)), points[places].astype(np.int64)
