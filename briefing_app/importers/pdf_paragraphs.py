"""From the lines of a PDF to paragraphs and headings; heads and feet that run through the pages are set aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from briefing_app.importers.paragraphs import Paragraph
from briefing_app.importers.pdf_lines import PdfLine
from briefing_app.model.document import BlockKind

_EDGE = 0.09
"""The part of a page at its top and at its bottom where running heads stand."""

_LEADING = 1.45
_LARGER = 1.15
_SAME = 0.08
_SHORT = 0.82
_NUMBERS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page |seite )?\d{1,4}(?: ?(?:/|of|von|-) ?\d{1,4})?|[-–] ?\d{1,4} ?[-–]", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:…][\"”’»)\]]*$")
_HYPHENED = re.compile(r"[^\W\d_]-$")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_BULLET = re.compile(r"[•◦▪‣●–*]\s")
_WORD = re.compile(r"[^\W\d_]+")


def paragraphs_of(lines: Sequence[PdfLine]) -> tuple[list[Paragraph], list[str]]:
    """The paragraphs in the order of reading, and the words of the running heads, which stand among them too, where their page ends."""
    running = _running(lines)
    told = [line for number, line in enumerate(lines) if number not in running]
    aside = [lines[number] for number in sorted(running)]
    body = _body_size(told or aside)
    spelled = _spellings(told)
    found: list[Paragraph] = []
    put = 0
    for group in _groups(told, body):
        while put < len(aside) and aside[put].page < group[0].page:
            found.append(Paragraph(aside[put].words, path="footer"))
            put += 1
        found.append(_paragraph(group, body, spelled))
    found.extend(Paragraph(line.words, path="footer") for line in aside[put:])
    return found, [line.words for line in aside]


def _running(lines: Sequence[PdfLine]) -> set[int]:
    """The lines at the edges of pages that come again on other pages but for their numbers, and page numbers."""
    pages = {line.page for line in lines}
    top, bottom = min((line.top for line in lines), default=0.0), max((line.bottom for line in lines), default=0.0)
    reach = _EDGE * (bottom - top)
    at_edge: dict[int, str] = {}
    for number, line in enumerate(lines):
        if line.bottom <= top + reach or line.top >= bottom - reach:
            at_edge[number] = _NUMBERS.sub("0", line.words)
    seen = Counter(words for words, _ in {(words, lines[number].page) for number, words in at_edge.items()})
    needed = 2 if len(pages) < 6 else max(3, len(pages) // 3)
    return {
        number
        for number, words in at_edge.items()
        if len(pages) > 1 and (seen[words] >= needed or (_PAGE_NUMBER.fullmatch(lines[number].words) and len(pages) > 2))
    }


def _body_size(lines: Sequence[PdfLine]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.words)
    return max(sizes, key=lambda size: sizes[size], default=10.0)


def _spellings(lines: Sequence[PdfLine]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that stand within lines, in lower case: those without a hyphen, and compounds with one."""
    plain: set[str] = set()
    compounds: set[str] = set()
    for line in lines:
        plain.update(word.lower() for word in _WORD.findall(line.words))
        compounds.update(word.lower() for word in _COMPOUND.findall(line.words))
    return frozenset(plain), frozenset(compounds)


def _groups(lines: Sequence[PdfLine], body: float) -> Iterator[list[PdfLine]]:
    """The lines of each paragraph."""
    leading = _leading(lines)
    group: list[PdfLine] = []
    for line in lines:
        if group and not _goes_on(group, line, leading, body):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _leading(lines: Sequence[PdfLine]) -> float:
    """The usual distance from a line's top to the next one's, in heights of its letters."""
    steps = [
        (after.top - line.top) / line.size
        for line, after in pairwise(lines)
        if line.page == after.page and line.size and 0 < after.top - line.top < 3 * line.size
    ]
    return median(steps) if steps else 1.2


def _goes_on(group: Sequence[PdfLine], line: PdfLine, leading: float, body: float) -> bool:
    """Whether a line belongs to the paragraph of the lines before it."""
    last = group[-1]
    if last.hyphened:
        return True
    if abs(line.size - last.size) > _SAME * max(line.size, last.size):
        return False
    open_end = not _ENDS.search(last.words)
    if line.page != last.page or line.top < last.top - last.size:  # a new page or column
        return open_end and line.words[:1].islower() and abs(line.size - body) <= _SAME * body
    if line.top - last.top > _LEADING * leading * line.size:
        return False
    if abs(line.top - last.top) < 0.3 * line.size:  # beside each other
        return line.left - last.right < 2 * line.size
    if _BULLET.match(line.words):
        return False
    left, right = min(one.left for one in group), max(one.right for one in group)
    indented = line.left > left + 0.7 * line.size and len(group) > 1
    short = last.right < line.left + _SHORT * (max(right, line.right) - left)
    return not ((indented and not open_end) or (short and not open_end))


def _paragraph(group: Sequence[PdfLine], body: float, spelled: tuple[frozenset[str], frozenset[str]]) -> Paragraph:
    words = group[0].words
    for before, line in pairwise(group):
        words = _joined(words, line.words, hyphened=before.hyphened, spelled=spelled)
    larger = group[0].size / body if body else 1.0
    if larger >= _LARGER and len(words) <= 300 and not _PAGE_NUMBER.fullmatch(words):
        return Paragraph(words, BlockKind.HEADING, 1 if larger >= 1.6 else 2 if larger >= 1.3 else 3)
    if _BULLET.match(words):
        return Paragraph(words, BlockKind.LIST_ITEM, 1)
    return Paragraph(words)


def _joined(words: str, after: str, *, hyphened: bool, spelled: tuple[frozenset[str], frozenset[str]]) -> str:
    """Two lines as one; a hyphen at the end of the first goes when the word is one without it."""
    if not hyphened and not (_HYPHENED.search(words) and after[:1].islower()):
        return f"{words} {after}"
    stem = words if hyphened else words[:-1]
    first, second = _WORD.findall(stem)[-1:], _WORD.match(after)
    if not first or second is None:
        return stem + after
    plain, compounds = spelled
    whole, compound = f"{first[0]}{second[0]}".lower(), f"{first[0]}-{second[0]}".lower()
    keeps = whole not in plain and compound in compounds
    return f"{stem}-{after}" if keeps else stem + after
