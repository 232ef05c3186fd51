"""Characters as a file can hold them, and the language and direction that they run in; the same for every format."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from briefing_app.briefing.tree import Inlines, Text

MOST_MARKS_IN_PLACE, MOST_MARKS = 3, 8
"""Combining marks of one place (Unicode's combining class), and of all, that a letter is shown with: no spelling of a language has more."""

_RTL = frozenset({"ar", "he", "fa", "ur", "ps", "yi", "ckb", "sd", "ug", "dv"})
_CODE = re.compile(r"([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-([A-Z]{2}))?")
_ENDERS = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}
"""What ends each of Unicode's bidirectional embeddings, overrides and isolates (UAX 9)."""


def one_line(words: str) -> str:
    """The words on one line as characters that a file can hold: control characters and lone surrogates become U+FFFD."""
    out = []
    for character in words:
        if character in "\n\t\v\f\r\u2028\u2029\x85":
            out.append(" ")
        elif character == "\ufeff":
            out.append("\u2060")  # the same invisible joiner; PDF/UA forbids the byte order mark
        elif unicodedata.category(character) in {"Cc", "Cs"} or ord(character) & 0xFFFE == 0xFFFE:
            out.append("\ufffd")
        else:
            out.append(character)
    return _closed("".join(out))


def clipped(words: str) -> str:
    """The words with no more marks on a letter than a line has room for: what is piled up higher is painted over the lines around it."""
    if words.isascii():
        return words
    out: list[str] = []
    piled: Counter[int] = Counter()
    for character in words:
        place = unicodedata.combining(character)
        if not place:
            piled.clear()
        elif piled[place] == MOST_MARKS_IN_PLACE or piled.total() == MOST_MARKS:
            continue
        else:
            piled[place] += 1
        out.append(character)
    return "".join(out)


def language_of(code: str) -> tuple[str, str]:
    """Language and region of a BCP 47 code, each empty when it names none that a file could state."""
    found = _CODE.fullmatch(code)
    return (found[1], found[2] or "") if found and found[1] != "und" else ("", "")


def runs_right_to_left(code: str, lines: Iterable[Inlines]) -> bool:
    """Whether a block runs from right to left: its language says so, or without one its first letter that has a direction."""
    if code.split("-")[0] in _RTL:
        return True
    if language_of(code)[0]:
        return False
    first = next((kind for line in lines for run in line if isinstance(run, Text) for kind in directions(run.words)), "L")
    return first in {"R", "AL"}


def directions(words: str) -> Iterator[str]:
    """The bidirectional classes of the letters that have a direction: L, R or AL."""
    return (kind for kind in map(unicodedata.bidirectional, words) if kind in {"L", "R", "AL"})


def has_right_to_left(words: str) -> bool:
    """Whether any letter runs from right to left, so that the words must be kept apart from what stands beside them."""
    return any(kind != "L" for kind in directions(words))


def _closed(words: str) -> str:
    """The words with every bidirectional embedding ended, so that one article's controls do not turn its neighbours round."""
    waiting: list[str] = []
    for character in words:
        if character in _ENDERS:
            waiting.append(_ENDERS[character])
        elif waiting and character == waiting[-1]:
            waiting.pop()
    return words + "".join(reversed(waiting))
