"""Which short texts answer what was typed, and how well: whole words first, then parts of words, then scattered letters; no Qt.

Every letter of a word that is typed must stand in the text in the same order. How the letters lie decides the class of the match, and a
better class always comes first, so that the order is the same on every machine and no weights need tuning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

_STOP_EVERY = 4096
"""Texts between two questions whether the answer is still wanted."""


class Fit(IntEnum):
    """How the letters lie, best first."""

    BEGINS = 0
    """The text begins with the first word, every other word begins a word of the text."""
    WORDS = 1
    """Every word begins a word of the text."""
    INSIDE = 2
    """Every word stands in the text."""
    PIECES = 3
    """A word is put together from beginnings of the text's words, in their order: ``harcra`` for *Harbour cranes*."""
    SCATTERED = 4
    """The letters stand somewhere in their order."""


@dataclass(frozen=True, slots=True)
class Match:
    """``score`` orders matches of one fit, more is better; ``places`` are the answering code points of the text."""

    fit: Fit
    score: int
    places: tuple[int, ...]


class _Folding(dict[int, str]):
    """Maps a code point to the one that stands for it: small, without accents, a blank for what is neither letter nor digit."""

    def __missing__(self, code: int) -> str:
        first = unicodedata.normalize("NFKD", chr(code).casefold())[:1] or " "
        first = first.casefold()[:1]
        self[code] = first if first.isalnum() else " "
        return self[code]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text as it is compared: as many code points, behind one blank more at its beginning."""
    return " " + text.translate(_FOLDING)


def words_of(query: str) -> tuple[str, ...]:
    """The words that are looked for."""
    return tuple(fold(query).split())


def match(words: Sequence[str], folded: str, *, scattered: bool = True) -> Match | None:
    """How a folded text answers the words; None when it does not. Without ``scattered`` nothing worse than pieces counts."""
    if not words:
        return Match(Fit.WORDS, 0, ())
    fits, score, places = [], 0, set[int]()
    for word in words:
        found = _one(word, folded, scattered=scattered)
        if found is None:
            return None
        fits.append(found.fit)
        score += found.score
        places.update(found.places)
    worst = max(fits)
    if worst is Fit.WORDS and folded.startswith(" " + words[0]):
        worst = Fit.BEGINS
    return Match(worst, score, tuple(sorted(places)))


def best(
    words: Sequence[str], texts: Sequence[str], most: int, stop: Callable[[], bool] = lambda: False, *, scattered: bool = False
) -> list[int]:
    """Where among many folded texts those stand that answer best, at most ``most``; equally good ones in the order of the texts.

    The same as sorting all texts by ``match``, but a worse fit is only looked for while the better ones are too few. Returns what it has
    when ``stop`` says so.
    """
    if not words:
        return list(range(min(most, len(texts))))
    starts = _having((" " + word for word in words), texts, range(len(texts)))
    opening = " " + words[0]
    found = [at for at in starts if texts[at].startswith(opening)][:most]
    found += [at for at in starts if not texts[at].startswith(opening)][: most - len(found)]
    if len(found) >= most or stop():
        return found
    taken = set(starts)
    inside = [at for at in _having(words, texts, range(len(texts))) if at not in taken]
    found += inside[: most - len(found)]
    if len(found) >= most or stop():
        return found
    taken.update(inside)
    rest: list[tuple[int, int, int]] = []
    for count, at in enumerate(_perhaps(words, texts, scattered=scattered)):
        if count % _STOP_EVERY == 0 and stop():
            break
        if at not in taken and (one := match(words, texts[at], scattered=scattered)) is not None:
            rest.append((one.fit, -one.score, at))
    return found + [at for _fit, _score, at in sorted(rest)[: most - len(found)]]


def _having(parts: Iterable[str], texts: Sequence[str], places: Iterable[int]) -> list[int]:
    """The places of the texts that hold every part."""
    kept: Iterable[int] = places
    for part in parts:
        kept = [at for at in kept if part in texts[at]]
    return list(kept)


def _perhaps(words: Sequence[str], texts: Sequence[str], *, scattered: bool) -> list[int]:
    """The places of the texts in which each word's letters stand in their order, for pieces from the beginning of a word on."""
    kept: Iterable[int] = range(len(texts))
    for word in words:
        # Possessive: whether the letters are there is settled by the first place of each, so nothing is tried twice.
        opening = "" if scattered else f"(?>.*? (?={word[0]}))"
        holds = re.compile(opening + "".join(f"[^{letter}]*+{letter}" for letter in word)).match
        kept = [at for at in kept if word in texts[at] or holds(texts[at])]
    return list(kept)


def _one(word: str, folded: str, *, scattered: bool) -> Match | None:
    at = folded.find(" " + word)
    if at >= 0:
        return Match(Fit.WORDS, 0, tuple(range(at, at + len(word))))
    at = folded.find(word)
    if at >= 0:
        return Match(Fit.INSIDE, 0, tuple(range(at - 1, at - 1 + len(word))))
    pieces = _pieces(word, folded)
    if pieces is not None:
        return pieces
    return _scattered(word, folded) if scattered else None


def _pieces(word: str, folded: str) -> Match | None:
    """The fewest beginnings of words, in their order, that make up ``word``; earlier words of the text are preferred."""
    reached: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    at = 0
    for piece in folded[1:].split(" "):
        if piece and piece[0] in word:
            for have, (count, places) in sorted(reached.items(), reverse=True):
                for length in range(1, _common(piece, word[have:]) + 1):
                    known = reached.get(have + length)
                    if known is None or known[0] > count + 1:
                        reached[have + length] = (count + 1, (*places, *range(at, at + length)))
        at += len(piece) + 1
    whole = reached.get(len(word))
    return Match(Fit.PIECES, -whole[0], whole[1]) if whole else None


def _common(one: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return length


_START, _NEXT = 8, 5
"""What a letter counts at the beginning of a word, and behind the letter before it; anywhere else 0."""


def _scattered(word: str, folded: str) -> Match | None:
    """The way through the text that takes most beginnings of words and neighbours; of equal ways the earliest."""
    ways: dict[int, tuple[int, tuple[int, ...]]] = {}
    for count, letter in enumerate(word):
        fresh: dict[int, tuple[int, tuple[int, ...]]] = {}
        lead: tuple[int, tuple[int, ...]] | None = None if count else (0, ())
        for at in range(1, len(folded)):
            if count and at - 1 in ways and (lead is None or ways[at - 1][0] > lead[0]):
                lead = ways[at - 1]
            if folded[at] != letter or lead is None:
                continue
            here = _START if folded[at - 1] == " " else 0
            score, places = lead
            near = ways.get(at - 1) if count else None
            if near is not None and near[0] + max(here, _NEXT) >= score + here:
                score, places, here = near[0], near[1], max(here, _NEXT)
            fresh[at] = (score + here, (*places, at - 1))
        ways = fresh
    if not ways:
        return None
    score, places = max(ways.values(), key=lambda way: (way[0], [-at for at in way[1]]))
    return Match(Fit.SCATTERED, score, places)
