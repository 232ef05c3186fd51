"""Hides where a text may be cut without splitting what the reader sees as one character."""

from __future__ import annotations

import unicodedata

from briefing_app.model.span import Span

_JOINER = "\u200d"
_FARTHEST = 64
"""Code points that are looked at on each side; no written character is longer."""


def is_boundary(text: str, at: int) -> bool:
    """Whether a cut before code point ``at`` splits no character. A close, sufficient part of Unicode's UAX 29, rules GB3 to GB13."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before == "\r" and after == "\n":
        return False
    if after == _JOINER or _extends(after):
        return before in "\r\n"
    if before == _JOINER and unicodedata.category(after) == "So":
        return False
    if _is_flag(before) and _is_flag(after):
        return _flags_before(text, at) % 2 == 0
    return not _is_hangul_tail(before, after)


def whole_characters(text: str, span: Span) -> Span:
    """The span with every character that it holds a part of."""
    return Span(snapped_back(text, span.start), snapped_on(text, span.end))


def snapped_back(text: str, at: int) -> int:
    """The nearest boundary at or before ``at``."""
    return next((i for i in range(at, max(0, at - _FARTHEST), -1) if is_boundary(text, i)), max(0, at - _FARTHEST))


def snapped_on(text: str, at: int) -> int:
    """The nearest boundary at or after ``at``."""
    end = min(len(text), at + _FARTHEST)
    return next((i for i in range(at, end) if is_boundary(text, i)), end)


def _extends(character: str) -> bool:
    # Marks, variation selectors, and the skin tones that colour the emoji before them.
    return unicodedata.category(character) in ("Mn", "Me", "Mc") or "\U0001f3fb" <= character <= "\U0001f3ff"


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _flags_before(text: str, at: int) -> int:
    count = 0
    while count < at and _is_flag(text[at - count - 1]):
        count += 1
    return count


def _is_hangul_tail(before: str, after: str) -> bool:
    # Conjoining jamo: a vowel or a final goes with what stands before it.
    return "\u1160" <= after <= "\u11ff" and ("\u1100" <= before <= "\u11ff" or "\uac00" <= before <= "\ud7a3")
