"""From which side words run; no Qt here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_REACH = 400


def right_to_left(words: str, otherwise: bool = False) -> bool:
    """Whether most of the letters that have a direction run from the right; of as many on each side the first decides.

    ``otherwise`` is the answer for words without such letters. Only the first 400 code points are looked at. Unlike rule P2 of UAX 9, one
    foreign name at the head does not turn a sentence round.
    """
    right = left = 0
    first = otherwise
    if words.isascii():
        return otherwise and not any(map(str.isalpha, words[:_REACH]))
    for letter in words[:_REACH]:
        way = unicodedata.bidirectional(letter)
        if way in ("R", "AL", "L"):
            if not right + left:
                first = way != "L"
            right += way != "L"
            left += way == "L"
    return first if right == left else right > left


def mostly_right_to_left(passages: Iterable[str]) -> bool:
    """Whether more of the passages run from the right than from the left, by their length."""
    right = left = 0
    for words in passages:
        if right_to_left(words):
            right += len(words)
        else:
            left += len(words)
    return right > left
