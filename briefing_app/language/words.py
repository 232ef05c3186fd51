"""Cuts text into words and stems them; hides the scripts without spaces, apostrophes and the stemmers' cost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import snowballstemmer

from briefing_app.model.span import Span

_CJK = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003134f"
"""Scripts whose words are cut into bigrams; Korean has spaces, but its particles hang on the words."""
_THAI = "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"
_UNSPACED = re.compile(f"[{_CJK}{_THAI}]+")
_MARK = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
_LETTER = f"[^\\W\\d_{_CJK}{_THAI}]"
_WORD = re.compile(
    f"(?P<dotted>(?:[A-Z]\\.){{2,}}(?![a-z]))"
    f"|(?P<number>\\d+(?:[.,:]\\d+)*[A-Za-z]{{0,3}}(?![^\\W_]))"
    f"|(?P<word>(?:{_LETTER}|\\d)(?:{_LETTER}|[\\d{_MARK}])*(?:['’](?:{_LETTER}|[{_MARK}])+)*)"
    f"|(?P<unspaced>[{_CJK}{_THAI}]+)"
)
_POSSESSIVE = re.compile(r"['’][sS]$")
_POSSESSIVES = frozenset({"'s", "’s", "'S", "’S"})
_LONGEST_STEMMED = 64


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands; ``stem`` is what it is compared by (lower case, without its ending)."""

    span: Span
    text: str
    stem: str


@cache
def _stemmer(name: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(name)


@lru_cache(maxsize=200_000)
def stem(word: str, stemmer: str = "") -> str:
    """The stem of one word: initialisms without dots ("US" is "U.S.", not "us"), the rest by Snowball (Porter 2 and kin)."""
    if word == "US" or word == "U.S.":
        return "u.s"
    if "." in word and not word[0].isdigit():
        return word.replace(".", "").lower()
    if word[0].isdigit():
        return word.replace(",", "").lower()
    low = _POSSESSIVE.sub("", word.lower()).replace("’", "'")
    if not stemmer or len(low) > _LONGEST_STEMMED:
        return low
    return str(_stemmer(stemmer).stemWord(low)) or low


def listed(words: str) -> frozenset[str]:
    """The set of the words in a string that parts them by white space: how the language files write their lists."""
    return frozenset(words.split())


def cut_words(text: str, span: Span | None, stemmer: str) -> list[Word]:
    """The words of ``text`` inside ``span`` (None: all of it) in order; each run of an unspaced script gives its overlapping bigrams."""
    start, end = (span.start, span.end) if span else (0, len(text))
    return [
        Word(Span(begin, stop), piece, stem(piece, stemmer) if is_spaced else piece)
        for begin, stop, piece, is_spaced in pieces_of_text(text, start, end)
    ]


def pieces_of_text(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, bool]]:
    """Where the words from ``start`` to ``end`` begin and end, as written; False for the bigrams of scripts without spaces."""
    for found in _WORD.finditer(text, start, end):
        a, b = found.span()
        if found.lastgroup == "unspaced":
            for at in range(a, max(a + 1, b - 1)):
                yield at, min(at + 2, b), text[at : min(at + 2, b)], False
            continue
        piece = found[0]
        if piece[-2:] in _POSSESSIVES and len(piece) > 2:
            piece, b = piece[:-2], b - 2
        yield a, b, piece, True


def is_unspaced(text: str) -> bool:
    """Whether the text is mostly written in a script without spaces between words."""
    return 3 * sum(len(run) for run in _UNSPACED.findall(text)) > len(text)
