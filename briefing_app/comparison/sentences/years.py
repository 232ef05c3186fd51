"""Which figures tell a year that the news tells of, and hardly a count."""

from __future__ import annotations

_FIRST, _LAST = 1900, 2100


def is_year(word: str) -> bool:
    """Whether a word is such a year in figures."""
    return word.isdecimal() and may_be_year(int(word))


def may_be_year(value: float) -> bool:
    """Whether a value lies among such years."""
    return _FIRST <= value <= _LAST
