"""Words of a passage cut to what a cell has room for: around those that matter, without turning their sense. Without Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.model.span import Span

NEAR = 28
"""Code points kept on either side of the words that matter when a cell is shortened."""
AFTER = 110
"""The same behind the last of them where sources stand against each other: there it says what about."""
_BESIDE = 14
"""The same around words that sources differ on, so that these stand in a cell's first lines."""
_SHORT = 110
_FIRST_LINES = 84
"""Code points that the first two lines of a cell hold."""
_POINT = re.compile(r"[,;:–—](?=\s)")
_TURNS = re.compile(
    r"(?i)\b(no|not|never|none|nobody|nothing|nor|neither|without|unless|hardly|den(y|ies|ied|ying)|refus\w+|unlikely)\b|n[’']t\b"
)
"""Words that turn the sense: a stretch between two key words that holds one is never cut out."""


def pieces_of(
    text: str, span: Span, keys: Sequence[Span], after: int = NEAR, *, long: bool | None = None, close: Sequence[Span] = ()
) -> list[tuple[str, bool]]:
    """The span's words with the key words strong; a ``long`` one is cut around them, ``after`` code points behind the last.

    Before those that hold some of ``close`` it is cut closest.
    """
    if not keys:
        return [(flat(_cut_end(span.of(text))), False)] if span else []
    long = len(span) > _SHORT if long is None else long
    found: list[tuple[str, bool]] = []
    at = span.start
    for number, key in enumerate(keys):
        if key.start < at:
            continue
        near = _BESIDE if any(key.holds(one) for one in close) else NEAR
        found += _between(text, Span(at, key.start), first=number == 0, last=False, long=long, near=near)
        found.append((flat(key.of(text)), True))
        at = key.end
    return found + _between(text, Span(at, span.end), first=False, last=True, long=long, near=after)


def disputed_pieces(text: str, span: Span, keys: Sequence[Span], disputed: Sequence[Span]) -> list[tuple[str, bool]]:
    """The passage cut around its key words and those that sources differ on, closely where these would stand far down in a cell.

    Up to such words beside it nothing is left out.
    """
    inside = [one for one in disputed if span.holds(one)]
    if inside:
        together = _merged([*keys, *inside])
        pieces = pieces_of(text, span, together, AFTER)
        return pieces if _reach(pieces) <= _FIRST_LINES else pieces_of(text, span, together, AFTER, close=inside)
    first, last = disputed[0], disputed[-1]
    whole = Span(min(span.start, first.start), max(span.end, last.end))
    pieces = pieces_of(text, span, _merged(keys), _BESIDE, long=len(whole) > _SHORT)
    before = _uncut(text, Span(whole.start, span.start), [one for one in disputed if one.end <= span.start])
    after = _uncut(text, Span(span.end, whole.end), [one for one in disputed if one.start >= span.end])
    return [*before, *pieces, *after]


def _reach(pieces: Sequence[tuple[str, bool]]) -> int:
    """How many code points the pieces take up to the end of the last strong one."""
    last = max((number for number, (_, strong) in enumerate(pieces) if strong), default=-1)
    return sum(len(words) for words, _ in pieces[: last + 1])


def _uncut(text: str, span: Span, keys: Sequence[Span]) -> list[tuple[str, bool]]:
    return pieces_of(text, span, keys, len(span), long=False) if span else []


def flat(words: str) -> str:
    """White space of any kind as one blank; blanks at the ends stay."""
    inner = " ".join(words.split())
    if not inner:
        return " " if words else ""
    return (" " if words[0].isspace() else "") + inner + (" " if words[-1].isspace() else "")


def _merged(spans: Sequence[Span]) -> list[Span]:
    """In order, those that overlap as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and merged[-1].overlap(span):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _between(text: str, gap: Span, *, first: bool, last: bool, long: bool, near: int = NEAR) -> list[tuple[str, bool]]:
    words = gap.of(text)
    if not long or len(words) <= 2 * near or (not (first or last) and _TURNS.search(words)):
        return [(flat(words), False)] if words else []
    head, tail = flat(_whole_words(words[:near], cut_start=False)), flat(_whole_words(_clause_end(words, near), cut_start=True))
    if first:
        return [(f"…{tail}", False)]
    return [(f"{head}…", False)] if last else [(f"{head} …{tail}", False)]


def _clause_end(words: str, near: int) -> str:
    """The last ``near`` code points of a stretch; from the last point or comma on where that lies before them, lest what stands before
    the gap is read with what stands behind it."""
    point = max((hit.start() for hit in _POINT.finditer(words, near, len(words) - near + 1)), default=-1)
    return words[point + 1 :] if point >= 0 else words[-near:]


def _whole_words(words: str, *, cut_start: bool) -> str:
    if " " not in words:
        return words
    return words[words.index(" ") :] if cut_start else words[: words.rindex(" ")]


def _cut_end(words: str) -> str:
    return words if len(words) <= 2 * _SHORT else words[: 2 * _SHORT].rsplit(" ", 1)[0] + " …"
