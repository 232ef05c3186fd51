"""Hides what a text's words are for anchors: what stays the same when spaces, quotation marks and capitals change."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

_PIECE = re.compile(
    # A character of a script without spaces; else a run of letters, digits and marks, with soft hyphens inside.
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f\U00020000-\U0003ffff]"
    r"|[^\W_](?:[^\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]|[\u00ad\u0300-\u036f\u0610-\u065f\u093c-\u094d])*"
)
_PLAIN_PIECE = re.compile(r"[a-z0-9]+")
"""What ``_PIECE`` finds in a text of ASCII letters, once it is in lower case."""
_SOFT_HYPHEN = "\u00ad"


def words_of(text: str) -> list[str]:
    """The words of a text in order, folded."""
    if text.isascii():
        return _PLAIN_PIECE.findall(text.lower())
    return [word.lower() if word.isascii() else _folded(word) for word in _PIECE.findall(text)]


class Tokens:
    """The words of a text in order, folded, with the code points at which each starts and ends."""

    def __init__(self, text: str) -> None:
        pattern, searched = (_PLAIN_PIECE, text.lower()) if text.isascii() else (_PIECE, text)
        places = [found.span() for found in pattern.finditer(searched)]
        self.starts = [start for start, _ in places]
        self.ends = [end for _, end in places]
        self.words = words_of(text)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """At which numbers each word stands, ascending."""
        places: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            places.setdefault(word, []).append(number)
        return places


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word.replace(_SOFT_HYPHEN, "")).casefold()
