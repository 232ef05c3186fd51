"""Hides how words become search terms: case, accents and widths folded, stemmed by language, bigrams where no spaces stand."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from briefing_app.language import pack_for
from briefing_app.language.words import is_unspaced
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
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "‐": "-",
        "‑": "-",
    }
)
_CUTTER = pack_for("und")
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
    found = []
    # Cut alike whatever the language, so that a query, whose language nobody knows, is cut as the texts are.
    for word in _CUTTER.words(text, span):
        form = form_of(word.text)
        if form:
            found.append(Token(word.span, form, term_of(form, code)))
    return found


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


def ends_run(found: list[Token], index: int) -> bool:
    """Whether the token is the last bigram of a run without spaces, whose last character no other bigram starts with."""
    token = found[index]
    if len(token.form) != 2 or not is_unspaced(token.form):
        return False
    return index + 1 == len(found) or found[index + 1].span.start != token.span.start + 1


def _is_accent(character: str) -> bool:
    # Unicode Standard, chapter 4.3: 10-36 are Hebrew and Arabic points, 200 and more stand around Latin, Greek and Cyrillic letters.
    combining = unicodedata.combining(character)
    return 10 <= combining <= 36 or combining >= 200
