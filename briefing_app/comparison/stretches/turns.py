"""Finds what turns a statement round (not, no, never, unlikely, denied), which words it reaches and which deed it takes back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.span import Span

_MARK = re.compile(r"[,;:—–()“”\"]")
_REACH = 5  # words after the turning word among which its deed is looked for


@dataclass(frozen=True, slots=True)
class Turn:
    """A turning word: as printed, the telling stems that it reaches (``after``: those behind it), and the stem of the deed it takes back.

    ``deed`` is empty when there is none.
    """

    words: str
    span: Span
    reached: frozenset[str]
    after: frozenset[str]
    deed: str


def turns_of(side: Side) -> tuple[Turn, ...]:
    """Negations and verbs of refusing, in the order of the text."""
    spans = sorted({*side.spans(side.cues.negation), *side.spans(side.cues.refusal)})
    return tuple(_turn(side, span) for span in spans)


def _turn(side: Side, span: Span) -> Turn:
    start, cues = side.span.start, side.cues.wording
    edges = [(start + found.start(), start + found.end()) for pattern in (_MARK, cues.parting) for found in pattern.finditer(side.low)]
    first = max((end for _, end in edges if end <= span.start), default=start)
    last = min((begin for begin, _ in edges if begin >= span.end), default=side.span.end)
    reached = [word for word in side.words if first <= word.span.start < last and not word.stop]
    after = [word for word in side.words if word.span.start >= span.end and word.span.start < last][:_REACH]
    deed = next((word.stem for word in after if not word.stop and not word.low.endswith(cues.adverbs) and not word.name), "")
    return Turn(
        span.of(" " * start + side.text),
        span,
        frozenset(w.stem for w in reached),
        frozenset(w.stem for w in reached if w.span.start >= span.end),
        deed,
    )


def met_in(stem: str, side: Side) -> bool:
    """Whether the side holds the stem or one of nearly the same meaning."""
    return stem in side.near


def overlap(turn: Turn, side: Side) -> tuple[int, float]:
    """How many of the reached stems are met in the side, and their share."""
    met = sum(met_in(stem, side) for stem in turn.reached)
    return met, met / max(1, len(turn.reached))
