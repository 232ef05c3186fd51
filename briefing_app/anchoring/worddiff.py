"""Hides how two stretches of text are compared word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from briefing_app.model.span import Span

# A run of word characters with inner apostrophes and number marks; else one character of a script without spaces, or one sign.
_PIECE = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f]|[^\W_]+(?:['’.,][^\W_]+)*|\s+|.", re.DOTALL)


class StepKind(StrEnum):
    """What happened to a stretch between the first text and the second."""

    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of both texts: ``a`` in code points of the first, ``b`` of the second; one of them is empty unless EQUAL."""

    kind: StepKind
    a: Span
    b: Span


def word_diff(a: str, b: str) -> list[Step]:
    """The steps from ``a`` to ``b``, in order; together they cover both texts whole. Deleted stands before inserted.

    Words are equal only when they are written alike; straight and curly apostrophes and any white space count as alike.
    """
    pieces_a, pieces_b = _pieces(a), _pieces(b)
    keys_a, keys_b = [_key(span.of(a)) for span in pieces_a], [_key(span.of(b)) for span in pieces_b]
    steps: list[Step] = []
    for tag, i, j, k, m in SequenceMatcher(None, keys_a, keys_b, autojunk=False).get_opcodes():
        left, right = _covered(pieces_a, i, j, len(a)), _covered(pieces_b, k, m, len(b))
        if tag == "equal":
            steps.append(Step(StepKind.EQUAL, left, right))
            continue
        if left:
            steps.append(Step(StepKind.DELETED, left, Span(right.start, right.start)))
        if right:
            steps.append(Step(StepKind.INSERTED, Span(left.end, left.end), right))
    return steps


def _pieces(text: str) -> list[Span]:
    return [Span(*found.span()) for found in _PIECE.finditer(text)]


def _key(piece: str) -> str:
    return " " if piece.isspace() else piece.replace("’", "'")


def _covered(pieces: list[Span], first: int, end: int, length: int) -> Span:
    """The span of pieces ``first`` to ``end``; an empty one where there are none."""
    if first == end:
        at = pieces[first].start if first < len(pieces) else length
        return Span(at, at)
    return Span(pieces[first].start, pieces[end - 1].end)
