"""Hides how two stretches of text are compared word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from briefing_app.model.span import Span

# A run of word characters with inner apostrophes and number marks; else one character of a script without spaces, or one sign.
_PIECE = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f]|[^\W_]+(?:['’.,][^\W_]+)*|\s+|.", re.DOTALL)

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")


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


def text_diff(a: str, b: str) -> list[Step]:
    """``word_diff`` for whole articles: lines that are alike are found first, and only the stretches between them gone through by words.

    Changed words that stand side by side are one step.
    """
    lines_a, lines_b = _lines(a), _lines(b)
    steps: list[Step] = []
    for tag, i, j, k, m in SequenceMatcher(None, [s.of(a) for s in lines_a], [s.of(b) for s in lines_b], autojunk=False).get_opcodes():
        left, right = _covered(lines_a, i, j, len(a)), _covered(lines_b, k, m, len(b))
        if tag == "equal":
            steps.append(Step(StepKind.EQUAL, left, right))
            continue
        for step in word_diff(left.of(a), right.of(b)):
            moved_a = Span(step.a.start + left.start, step.a.end + left.start)
            steps.append(Step(step.kind, moved_a, Span(step.b.start + right.start, step.b.end + right.start)))
    return _gathered(steps, a)


def _gathered(steps: list[Step], a: str) -> list[Step]:
    """Words that go and come one after the other, with nothing but a space between them, as one stretch that goes and one that comes."""
    gathered: list[Step] = []
    run: list[Step] = []
    for step in steps:
        if step.kind is not StepKind.EQUAL or (run and len(step.a) == 1 and step.a.of(a) == " "):
            run.append(step)
            continue
        gathered += [*_both(run), step]
        run = []
    return [*gathered, *_both(run)]


def _both(run: list[Step]) -> list[Step]:
    """A run of changes as at most two; a space at its end stays outside."""
    if not run:
        return []
    tail = [run.pop()] if run[-1].kind is StepKind.EQUAL else []
    left, right = Span(run[0].a.start, run[-1].a.end), Span(run[0].b.start, run[-1].b.end)
    both = (Step(StepKind.DELETED, left, Span(right.start, right.start)), Step(StepKind.INSERTED, Span(left.end, left.end), right))
    return [*(step for step in both if step.a or step.b), *tail]


def _lines(text: str) -> list[Span]:
    """The lines with their ends."""
    return [Span(*found.span()) for found in _LINE.finditer(text)]


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
