"""From the signs of a PDF page to its lines in the order of reading, columns one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

_GAP = 2.2
"""White space within a line that parts columns, in heights of its letters."""

_ROWWISE = 0.25
"""Share of broken lines from which a page counts as written across its columns."""

_MOST_CUTS = 400
_SPACE = re.compile(r"[ \t\xa0]+")


class Sign(NamedTuple):
    """One sign of a page; lengths in points, counted from the top left. ``made``: the page shows white space, or a line end, there."""

    letter: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    made: bool


@dataclass(frozen=True, slots=True)
class PdfLine:
    """Words that stand side by side. Lengths in points from the page's top left; ``size`` is that of most letters.

    ``hyphened``: the last word goes on in the next line, and its hyphen is not among the words.
    """

    words: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    hyphened: bool = False


def lines_of(signs: Sequence[Sign], page: int) -> list[PdfLine]:
    """The lines of one page. The order of the page's content is kept, except where it runs across columns."""
    pieces: list[PdfLine] = []
    broken = 0
    rows = _rows(signs)
    for row in rows:
        parts = _parted(row)
        broken += len(parts) > 1
        pieces.extend(line for part in parts if (line := _line(part, page)) is not None)
    if broken >= 4 and broken >= _ROWWISE * len(rows):
        return _in_columns(pieces)
    return pieces


def _rows(signs: Sequence[Sign]) -> list[list[Sign]]:
    """The signs between line ends; a soft hyphen ends its line."""
    rows: list[list[Sign]] = [[]]
    for sign in signs:
        if sign.letter in "\r\n":
            if rows[-1]:
                rows.append([])
        elif sign.letter in "\ufffe\x02":
            rows[-1].append(sign._replace(letter="\xad"))
            rows.append([])
        else:
            rows[-1].append(sign)
    return [row for row in rows if row]


def _parted(row: Sequence[Sign]) -> list[list[Sign]]:
    """A row cut where white space is too wide for a space between words."""
    parts: list[list[Sign]] = [[]]
    last: Sign | None = None
    for sign in row:
        if not sign.made and not sign.letter.isspace():
            if last is not None and sign.left - last.right > _GAP * max(4.0, last.bottom - last.top, last.size * 0.7):
                parts.append([])
            last = sign
        parts[-1].append(sign)
    return parts


def _line(signs: Sequence[Sign], page: int) -> PdfLine | None:
    seen = [sign for sign in signs if not sign.made and not sign.letter.isspace() and sign.letter != "\xad"]
    words = _SPACE.sub(" ", "".join(sign.letter for sign in signs)).strip()
    if not seen:
        return None
    hyphened = words.endswith("\xad")
    tall = median(sign.size or (sign.bottom - sign.top) for sign in seen)
    return PdfLine(
        words.rstrip("\xad") if hyphened else words,
        page,
        min(sign.left for sign in seen),
        max(sign.right for sign in seen),
        min(sign.top for sign in seen),
        max(sign.bottom for sign in seen),
        round(tall, 1),
        hyphened,
    )


def _in_columns(lines: list[PdfLine]) -> list[PdfLine]:
    """By recursive cuts (XY-cut, Nagy and Seth 1984): along a white strip from top to bottom if there is one, else across the widest
    gap.
    """
    done: list[PdfLine] = []
    waiting = [lines]
    for _ in range(_MOST_CUTS):
        if not waiting:
            return done
        here = waiting.pop()
        parts = _upright(here) or _across(here)
        if parts is None:
            done.extend(sorted(here, key=lambda line: (line.top, line.left)))
        else:
            waiting.extend(reversed(parts))
    return [*done, *(line for part in reversed(waiting) for line in part)]


def _upright(lines: list[PdfLine]) -> tuple[list[PdfLine], list[PdfLine]] | None:
    """Left and right of the widest white strip that no line crosses; both sides hold two lines at least."""
    widest, at = 0.0, 0.0
    reach = float("-inf")
    for line in sorted(lines, key=lambda line: line.left):
        if reach > float("-inf") and line.left - reach > widest:
            widest, at = line.left - reach, line.left
        reach = max(reach, line.right)
    left = [line for line in lines if line.left < at]
    right = [line for line in lines if line.left >= at]
    needed = 0.8 * median(line.size for line in lines)
    return (left, right) if widest >= needed and len(left) >= 2 and len(right) >= 2 else None


def _across(lines: list[PdfLine]) -> tuple[list[PdfLine], list[PdfLine]] | None:
    """Above and below the widest gap that no line stands in."""
    widest, at = 0.0, 0.0
    reach = float("-inf")
    for line in sorted(lines, key=lambda line: line.top):
        if reach > float("-inf") and line.top - reach > widest:
            widest, at = line.top - reach, line.top
        reach = max(reach, line.bottom)
    if widest <= 0:
        return None
    return [line for line in lines if line.top < at], [line for line in lines if line.top >= at]
