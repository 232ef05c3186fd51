"""Finds words in one text: case, accents and the sort of quotation marks do not matter, any white space is like any other; no Qt here."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate, islice

from briefing_app.model.span import Span

MOST = 5000
"""So many places are found at most."""

_SAME = {
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u0640\u200e\u200f", ""),  # seen by nobody, or only a stretch of the letter before
    "…": "...",
}


class Folded:
    """A text without the differences that a finger does not make, and the way back to its code points."""

    def __init__(self, text: str) -> None:
        table = {ord(letter): _fold(letter) for letter in set(text) if not letter.isascii() or letter.isupper()}
        self.text = text.translate(table)
        self._whole = text
        odd = "".join(re.escape(chr(code)) for code, folded in table.items() if len(folded) != 1)
        places = [found.start() for found in re.finditer(f"[{odd}]", text)] if odd else []
        grown = list(accumulate(len(table[ord(text[place])]) - 1 for place in places))
        self._before = places
        self._moved = [place + 1 + more for place, more in zip(places, grown, strict=True)]  # where the letter after each stands
        self._grown = grown

    def back(self, folded: int) -> int:
        """The code point of the text that stands at a place of the folded text; inside of an unfolded letter: that letter."""
        at = bisect_right(self._moved, folded)
        place = folded - (self._grown[at - 1] if at else 0)
        return min(place, self._before[at]) if at < len(self._before) else min(place, len(self._whole))

    def find(self, words: str) -> tuple[Span, ...]:
        """Every place of the words in order, at most MOST; none for blank words. Places do not overlap."""
        parts = [re.escape(part) for part in Folded.of(words).split()]
        if not parts:
            return ()
        found: list[Span] = []
        for hit in islice(re.finditer(r"\s+".join(parts), self.text), MOST):
            start, end = self.back(hit.start()), self.back(hit.end() - 1) + 1
            while end < len(self._whole) and unicodedata.combining(self._whole[end]):
                end += 1
            if not found or found[-1].end <= start:
                found.append(Span(start, end))
        return tuple(found)

    @staticmethod
    def of(words: str) -> str:
        """The words alone, folded."""
        return "".join(map(_fold, words))


def _fold(letter: str) -> str:
    if letter in _SAME:
        return _SAME[letter]
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(sign))
    return bare.casefold() if bare or unicodedata.combining(letter) else letter
