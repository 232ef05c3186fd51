"""Chooses the stretch of a row's sentences that reads best as its claim; hides what makes a stretch read well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing_app.comparison.cues import Wording, cues_for
from briefing_app.comparison.sentences.units import ASKING, Unit, asks
from briefing_app.comparison.sentences.wording import (
    finite,
    framed,
    has_subject,
    subject_is_pronoun,
    tells,
    tokens_in,
    whole,
    worded,
)
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.language.syntax import NOMINAL, Tag, Token
from briefing_app.model.span import Span

Member = tuple[int, Side]
"""Unit index and the side it has in a row."""

_LONG, _SHORT = 24, 5  # words beyond or below which a statement reads badly
_MOST_CLAUSES = 6
_SHARED_WORDS, _ALL_WORDS = 0.6, 1.2  # what it is worth to hold all words that sources share; all words of the only source
_PAIRED = {"“": "”", "‘": "’", "«": "»", "„": "“", '"': '"', "(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Statement:
    """A verbatim stretch of the member ``unit``, and how well it reads (more is better)."""

    unit: int
    span: Span
    score: float


@lru_cache(maxsize=4096)
def own_statement(unit: Unit) -> Span:
    """The best stretch of a sentence that stands alone."""
    return _best([(0, Side.of(unit))], {}, [0.0]).span


def statement_of(study: Study, members: Sequence[Member], clauses: dict[int, tuple[int, ...]]) -> Statement:
    """The best stretch over all members; ``clauses`` are the row's clauses of each unit (all of them when empty)."""
    return _best(members, clauses, [_likeness(study, unit, members) for unit, _ in members])


def _best(members: Sequence[Member], clauses: dict[int, tuple[int, ...]], likenesses: Sequence[float]) -> Statement:
    stems = [side.telling for _, side in members]
    common = {stem for k, own in enumerate(stems) for stem in own if any(stem in other for m, other in enumerate(stems) if m != k)}
    weight = _SHARED_WORDS if common else _ALL_WORDS
    common = common or _told_stems(members[0][1])
    best: Statement | None = None
    for (unit, side), likeness in zip(members, likenesses, strict=True):
        for span in _stretches(side.unit, clauses.get(unit, ())):
            score = likeness + _readable(side, span) + weight * _coverage(side.unit, span, common)
            if best is None or score > best.score + 1e-9:
                best = Statement(unit, span, score)
    if best is None:
        return Statement(members[0][0], members[0][1].span, 0.0)
    return best


def _told_stems(side: Side) -> set[str]:
    """The telling stems without teller and say-verb."""
    frames = [span for told in side.unit.attributions if tells(side.unit, told) for span in (told.mention, told.cue) if span]
    return {word.stem for word in side.words if not word.stop and not any(frame.holds(word.span) for frame in frames)}


def _likeness(study: Study, unit: int, members: Sequence[Member]) -> float:
    matrix = study.alignment.matrix
    return sum(float(matrix[unit, other]) for other, _ in members) / max(1, len(members) - 1)


def _coverage(unit: Unit, span: Span, common: set[str]) -> float:
    there = {word.stem for word in unit.words if span.holds(word.span)}
    return len(there & common) / max(1, len(common))


def _stretches(unit: Unit, chosen: Sequence[int]) -> Iterator[Span]:
    """Runs of clauses around the chosen ones that no frame interrupts, each cleaned at both ends; halves at a comma too."""
    every = unit.sentence.clauses or (unit.span,)
    wanted = tuple(chosen) or tuple(range(len(every)))
    told = [k for k, clause in enumerate(every) if not framed(unit, clause)] or list(wanted)
    seen: set[Span] = set()
    for first in range(len(every)):
        for last in range(first, min(len(every), first + _MOST_CLAUSES)):
            inside = range(first, last + 1)
            if not any(k in inside for k in wanted) or not all(k in told for k in inside):
                continue
            if whole(unit, first, last) != (first, last) and whole(unit, first, last)[0] in told:
                continue
            span = Span(every[first].start, every[last].end)
            for stretch in (span, *_halves(unit, span)):
                clean = cleaned(unit, stretch)
                if clean not in seen:
                    seen.add(clean)
                    yield clean
    yield cleaned(unit, unit.span)


def _halves(unit: Unit, span: Span) -> Iterator[Span]:
    tokens, cues = tokens_in(unit, span), cues_for(unit.language).wording
    for k, token in enumerate(tokens):
        if (
            token.tag is Tag.COMMA
            and has_subject(tokens[:k], cues)
            and has_subject(tokens[k + 1 :], cues)
            and tokens[k + 1].low not in cues.joining
        ):
            yield Span(span.start, token.start)
            yield Span(tokens[k + 1].start, span.end)


def cleaned(unit: Unit, span: Span) -> Span:
    """The span without joining words at its start, marks at its ends, and quotation marks that have lost or enclose everything.

    A question keeps its mark.
    """
    tokens, cues = tokens_in(unit, span), cues_for(unit.language).wording
    first, last = 0, len(tokens)
    while first < last - 1 and (_joins(tokens, first, cues) or (tokens[first].tag not in _WORDED and not _opens(tokens, first))):
        first += 1
    while last > first + 1 and tokens[last - 1].tag in _AT_END and tokens[last - 1].text not in ASKING:
        last -= 1
    if last - first > 2 and tokens[first].text in _PAIRED and tokens[last - 1].text == _PAIRED[tokens[first].text]:
        first, last = first + 1, last - 1
        while last > first + 1 and tokens[last - 1].tag in _AT_END and tokens[last - 1].text not in ASKING:
            last -= 1
    elif tokens and tokens[first].text in _PAIRED and _PAIRED[tokens[first].text] not in (t.text for t in tokens[first + 1 : last]):
        first = min(first + 1, last - 1)
    end = tokens[last - 1] if tokens else None
    if end is not None and last - first > 2 and end.text in '”»"' and not any(t.text in '“«„"' for t in tokens[first : last - 1]):
        last -= 1
        while last > first + 1 and tokens[last - 1].tag in _AT_END and tokens[last - 1].text not in ASKING:
            last -= 1
    return Span(tokens[first].start, tokens[last - 1].end) if tokens else span


_AT_END = frozenset({Tag.COMMA, Tag.DASH, Tag.COLON, Tag.SEMICOLON, Tag.STOP})
_WORDED = frozenset(Tag) - {Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.DASH, Tag.STOP, Tag.QUOTE, Tag.BRACKET}


def _opens(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text in _PAIRED and any(token.text == _PAIRED[tokens[at].text] for token in tokens[at + 1 :])


def _joins(tokens: Sequence[Token], at: int, cues: Wording) -> bool:
    """Whether the word only joins; "as" and "since" and "so" join only where a subject and its verb follow."""
    token = tokens[at]
    if token.tag is Tag.COORDINATOR:
        return True
    if token.low not in cues.joining or token.tag is Tag.NAME:
        return False
    return tokens[at + 1].tag is Tag.COMMA or has_subject(tokens[at + 1 :], cues)


def _is_subject(tokens: Sequence[Token]) -> bool:
    """Whether the verb follows upon the beginning without a mark between: "Stopping this is ...", but not "Stopping, he said ..."."""
    verb = finite(tokens)
    return verb is not None and not any(token.tag is Tag.COMMA or token.tag in NOMINAL - {Tag.WORD} for token in tokens[:verb])


def _readable(side: Side, span: Span) -> float:
    """Less for every flaw: a hanging start, no verb, no subject or a pronoun, hedges, length, halves of a quotation, asking."""
    unit, cues = side.unit, side.cues.wording
    tokens = tokens_in(unit, span)
    words = worded(tokens)
    if not words:
        return -9.0
    flaws = 0.03 * max(0, len(words) - _LONG) + 0.2 * max(0, _SHORT - len(words)) + 0.01 * len(words)
    flaws += 0.8 * (words[0].low in cues.joining or words[0].tag in (Tag.RELATIVE, Tag.COORDINATOR, Tag.PARTICIPLE))
    flaws += 0.8 * (words[0].tag is Tag.ING and not _is_subject(tokens))
    flaws += 0.8 * (words[0].tag is Tag.PREPOSITION and len(words) > 1 and words[1].tag is Tag.RELATIVE)
    flaws += 0.5 * (words[0].tag is Tag.SUBORDINATOR) + 0.15 * (words[0].tag is Tag.PREPOSITION)
    flaws += 0.6 * (finite(tokens) is None) + 0.6 * (not has_subject(tokens, cues)) + 0.35 * subject_is_pronoun(tokens, cues)
    text = unit.text_of(span)
    low = text.replace("’", "'").lower()
    flaws += 0.05 * sum(1 for _ in side.cues.doubt.finditer(low)) + 0.3 * asks(unit.text) + 0.2 * (text.count("“") != text.count("”"))
    flaws += 0.4 * (words[-1].tag in (Tag.COORDINATOR, Tag.PREPOSITION, Tag.DETERMINER, Tag.RELATIVE) or words[-1].low in cues.that)
    flaws += 0.3 * any(told.cue is not None and span.holds(told.cue) and told.span.overlap(span) for told in unit.attributions)
    return -flaws
