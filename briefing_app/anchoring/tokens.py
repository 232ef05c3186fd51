"""Hides what a text's words are for anchors: what stays the same when spaces, quotation marks and capitals change."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from briefing_app.model.span import Span

_PIECE = re.compile(
    # A character of a script without spaces; else a run of letters, digits and marks, with soft hyphens inside.
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f\U00020000-\U0003ffff]"
    r"|[^\W_](?:[^\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]|[\u00ad\u0300-\u036f\u0610-\u065f\u093c-\u094d])*"
)
_SOFT_HYPHEN = "\u00ad"


class Tokens:
    """The words of a text in order, folded, each with its span in code points."""

    def __init__(self, text: str) -> None:
        self.spans: list[Span] = []
        self.words: list[str] = []
        for found in _PIECE.finditer(text):
            self.spans.append(Span(found.start(), found.end()))
            self.words.append(_folded(found[0]))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """At which numbers each word stands, ascending."""
        places: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            places.setdefault(word, []).append(number)
        return places

    @cached_property
    def starts(self) -> list[int]:
        """Where each word starts, in code points, ascending."""
        return [span.start for span in self.spans]


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word.replace(_SOFT_HYPHEN, "")).casefold()
