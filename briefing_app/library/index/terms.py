"""Hides how words become search terms: case, accents and widths folded, stemmed by language, bigrams where no spaces stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing_app.language import pack_for
from briefing_app.language.words import is_unspaced, pieces_of_text
from briefing_app.model.span import Span

_SAME_LETTERS = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
        "\u0640": None,
        "ى": "ي",
        "ی": "ي",
        "ة": "ه",
        "ٱ": "ا",
        "ک": "ك",
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "‐": "-",
        "‑": "-",
    }
)
_PLAIN = re.compile(r"[A-Za-z]{2,100}(?![\w'’\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670])")
"""Most words: they end where their letters do."""
_LONGEST_WORD = 120
"""Code points in which a word ends."""
_LONGEST_FORM = 80
"""Code points of a form that are kept; longer runs are no words that anybody types."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word where it stands. ``form`` is what was written, folded; ``term`` its stem."""

    span: Span
    form: str
    term: str


def tokens(text: str, language: str, span: Span | None = None) -> list[Token]:
    """The words of ``text`` (of ``span`` of it) as search terms of a BCP 47 language, in order."""
    code = pack_for(language).code
    start, end = (span.start, span.end) if span else (0, len(text))
    return [Token(Span(first, last), form, term_of(form, code)) for first, last, form, _ in forms_of(text, start, end)]


def forms_of(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, bool]]:
    """Where each word from ``start`` to ``end`` begins and ends, with its form; whether it ends a run of bigrams.

    Cut alike whatever the language, so that a query, whose language nobody knows, is cut as the texts are.
    """
    found = pieces_of_text(text, start, end)
    held = next(found, None)
    while held is not None:
        first, last, piece, is_spaced = held
        held = next(found, None)
        form = form_of(piece)
        if form:
            yield first, last, form, not is_spaced and len(form) == 2 and (held is None or held[0] != first + 1)


def word_end(text: str, start: int) -> int:
    """Where the word ends that begins at ``start``."""
    if plain := _PLAIN.match(text, start):
        return plain.end()
    return next((last for _, last, _, _ in forms_of(text, start, min(len(text), start + _LONGEST_WORD))), start + 1)


@lru_cache(maxsize=200_000)
def form_of(word: str) -> str:
    """The word without case, accents, width and the dots of initialisms: ``U.S.`` is ``us``, ``Élysée`` is ``elysee``.

    Marks that make another letter in Japanese or Indic scripts stay: only the combining classes of accents and vowel points go.
    """
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(c for c in decomposed if not _is_accent(c)).translate(_SAME_LETTERS)
    folded = unicodedata.normalize("NFC", bare)
    if "." in folded and not folded[0].isdigit():
        folded = folded.replace(".", "")
    return folded[:_LONGEST_FORM]


@lru_cache(maxsize=200_000)
def term_of(form: str, language: str) -> str:
    """The stem of a folded form in a language. Folding comes first, so that a word typed without its accents has the same stem."""
    words = pack_for(language).words(form)
    return words[0].stem if len(words) == 1 else form


def is_character(form: str) -> bool:
    """Whether the form is one character of a script without spaces, which stands in the index only as the start of bigrams."""
    return len(form) == 1 and is_unspaced(form)


def _is_accent(character: str) -> bool:
    # Unicode Standard, chapter 4.3: 10-36 are Hebrew and Arabic points, 200 and more stand around Latin, Greek and Cyrillic letters.
    combining = unicodedata.combining(character)
    return 10 <= combining <= 36 or combining >= 200
