"""Splits a sentence into propositions: attribution frames, coordinated and subordinate clauses, relative clauses, participial tails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from briefing_app.language.frames import Form, Frame
from briefing_app.language.lines import Line
from briefing_app.language.syntax import NOMINAL, Tag, Token, clausal, finite_at, has_finite, subject_follows
from briefing_app.language.words import listed
from briefing_app.model.span import Span

_JOINTS = frozenset({Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.DASH})
_TAIL_WORDS = 3
_RELATIVE_WORDS = 5
_SUBORDINATING = listed(
    """
    because although though while whereas when whenever if unless until since after before as once even weil obwohl während nachdem
    bevor wenn puisque lorsque quand
    """
)
_RELATIVE_SUBJECTS = frozenset(["who", "which", "whose"])


class _Joint(StrEnum):
    FRAME = "frame"
    CLAUSE = "clause"
    TAIL = "tail"


@dataclass(slots=True)
class _Cut:
    index: int
    joint: _Joint


def clauses_of(line: Line, frames: Sequence[Frame]) -> tuple[Span, ...]:
    """The clauses of one sentence, in order, inside it; together they hold all its words."""
    tokens = line.tokens
    if not any(token.text[0].isalnum() for token in tokens):
        return (line.span,)
    cuts = {cut.index: cut for cut in _clause_cuts(tokens)}
    for index in _frame_cuts(tokens, frames):
        cuts[index] = _Cut(index, _Joint.FRAME)
    kept = _keep(tokens, [cuts[index] for index in sorted(cuts) if 0 < index < len(tokens)])
    edges = [0, *kept, len(tokens)]
    spans = [_trimmed(tokens, start, end) for start, end in pairwise(edges)]
    return tuple(_widened([span for span in spans if span is not None], line)) or (line.span,)


def _frame_cuts(tokens: list[Token], frames: Sequence[Frame]) -> list[int]:
    """Where a frame begins behind its words, and where the words begin behind their frame."""
    cuts: list[int] = []
    for frame in frames:
        if frame.form is Form.HEARSAY or (frame.form is Form.QUOTED_AS and frame.before):
            continue
        start = min(frame.cue[0], frame.teller[0] if frame.teller else frame.cue[0])
        if frame.before:
            cuts.append(_after_words(tokens, frame, start))
            end = max(frame.cue[1], frame.teller[1] if frame.teller else 0)
            if end < len(tokens) and frame.content.end > tokens[end - 1].end:
                cuts.append(end)
        else:
            first = next((i for i, token in enumerate(tokens) if token.start >= frame.content.start), len(tokens))
            if clausal(tokens, frame.content.start):
                cuts.append(first)
            if start and (tokens[start - 1].tag in _JOINTS or tokens[start - 1].tag is Tag.COORDINATOR):
                cuts.append(start - (tokens[start - 1].tag is Tag.COORDINATOR))
    return cuts


def _after_words(tokens: list[Token], frame: Frame, start: int) -> int:
    """The first token behind the words told, when it stands before the frame ("the mayor" in ``", the mayor, Ada Okafor, said``)."""
    after = next((i for i, token in enumerate(tokens) if token.start >= frame.content.end and token.text[0].isalnum()), start)
    return min(after, start)


def _clause_cuts(tokens: list[Token]) -> list[_Cut]:
    cuts: list[_Cut] = []
    fronted = next((token for token in tokens if token.text[0].isalnum()), tokens[0]).low in _SUBORDINATING
    for index in range(1, len(tokens)):
        previous, token = tokens[index - 1], tokens[index]
        if previous.tag is Tag.SEMICOLON or (previous.tag in (Tag.COLON, Tag.DASH) and has_finite(tokens, index, len(tokens))):
            cuts.append(_Cut(index, _Joint.CLAUSE))
        elif previous.tag is Tag.COMMA:
            if cut := _after_comma(tokens, index, fronted):
                cuts.append(cut)
                fronted = False
        elif _opens_clause(tokens, index) or (
            token.tag is Tag.RELATIVE
            and token.low in _RELATIVE_SUBJECTS
            and previous.tag in NOMINAL
            and _clause_length(tokens, index) >= _RELATIVE_WORDS
        ):
            cuts.append(_Cut(index, _Joint.CLAUSE))
    return cuts


def _after_comma(tokens: list[Token], index: int, fronted: bool) -> _Cut | None:
    token = tokens[index]
    if token.tag in (Tag.ING, Tag.PARTICIPLE):
        return _Cut(index, _Joint.TAIL) if _run(tokens, index) >= _TAIL_WORDS else None
    if token.tag is Tag.ADVERB and index + 1 < len(tokens) and tokens[index + 1].tag is Tag.ING:
        return _Cut(index, _Joint.TAIL)
    if token.tag in (Tag.COORDINATOR, Tag.RELATIVE) or token.low in _SUBORDINATING:
        return _Cut(index, _Joint.CLAUSE)
    if token.tag is Tag.PREPOSITION and index + 1 < len(tokens) and tokens[index + 1].tag is Tag.RELATIVE:
        return _Cut(index, _Joint.CLAUSE)
    if token.low in ("with", "mit") and any(t.tag is Tag.ING for t in tokens[index : index + 8]):
        return _Cut(index, _Joint.TAIL)
    return _Cut(index, _Joint.CLAUSE) if fronted and subject_follows(tokens, index) else None


def _opens_clause(tokens: list[Token], index: int) -> bool:
    """A conjunction without a comma that a clause of its own follows."""
    token = tokens[index]
    if token.tag is Tag.COORDINATOR and token.low in ("and", "but", "or", "und", "aber", "et", "mais"):
        following = index + 1
        while following < len(tokens) and tokens[following].tag is Tag.ADVERB:
            following += 1
        if following < len(tokens) and finite_at(tokens, following):
            return True
        that = following < len(tokens) and tokens[following].low == "that" and token.low != "or"
        return that or (subject_follows(tokens, index + 1) and not _waits_for_verb(tokens, index))
    return token.low in _SUBORDINATING and subject_follows(tokens, index + 1)


def _waits_for_verb(tokens: list[Token], index: int) -> bool:
    """Whether a "whether" or "that" before ``index`` still has no verb: then "and" joins its subjects."""
    for i in range(index - 1, -1, -1):
        if finite_at(tokens, i):
            return False
        if tokens[i].tag in (Tag.SUBORDINATOR, Tag.RELATIVE):
            return True
    return True


def _run(tokens: list[Token], index: int) -> int:
    """Words from ``index`` to the next joint."""
    count = 0
    for token in tokens[index:]:
        if token.tag in _JOINTS:
            break
        count += token.text[0].isalnum()
    return count


def _clause_length(tokens: list[Token], index: int) -> int:
    return _run(tokens, index) if has_finite(tokens, index + 1, min(len(tokens), index + 5)) else 0


def _keep(tokens: list[Token], cuts: list[_Cut]) -> list[int]:
    """The cuts that leave a proposition on both sides."""
    kept: list[int] = []
    last = 0
    for number, cut in enumerate(cuts):
        following = next((later.index for later in cuts[number + 1 :] if later.joint is not _Joint.TAIL), len(tokens))
        words = _words(tokens, last, cut.index)
        if cut.joint is _Joint.FRAME:
            if words and _words(tokens, cut.index, len(tokens)):
                kept.append(cut.index)
                last = cut.index
            continue
        left = has_finite(tokens, last, cut.index) or (kept and last == kept[-1] and words >= 2)
        right = cut.joint is _Joint.TAIL or has_finite(tokens, cut.index, following)
        if words >= 2 and left and right:
            kept.append(cut.index)
            last = cut.index
    return kept


def _words(tokens: list[Token], start: int, end: int) -> int:
    return sum(token.text[0].isalnum() for token in tokens[start:end])


def _trimmed(tokens: list[Token], start: int, end: int) -> Span | None:
    """The span of the tokens without joints at its edges; None when no word is left."""
    while start < end and (tokens[start].tag in _JOINTS or (tokens[start].tag is Tag.STOP and tokens[start].text != "$")):
        start += 1
    while end > start and tokens[end - 1].tag in _JOINTS:
        end -= 1
    if not _words(tokens, start, end):
        return None
    return Span(tokens[start].start, tokens[end - 1].end)


def _widened(spans: list[Span], line: Line) -> list[Span]:
    """The first and last clause reach to the ends of the sentence, so that marks and stops are not lost."""
    if spans:
        spans[0] = Span(line.span.start, spans[0].end)
        spans[-1] = Span(spans[-1].start, line.span.end)
    return spans
