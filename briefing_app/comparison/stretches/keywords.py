"""Picks the few words of a cell that matter: what is done, and what the other sources say otherwise."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing_app.comparison.sentences.units import UnitWord
from briefing_app.comparison.sentences.wording import framed_words, tokens_in
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.stretches.turns import turns_of
from briefing_app.language.syntax import Tag
from briefing_app.model.span import Span

_LOWER = frozenset({Tag.SUBORDINATOR, Tag.RELATIVE})
_MOST = 4
_NEXT = 2  # code points, a blank and a quotation mark, between "never" and its verb
_MOST_CUES = 2
_MOST_RUNS, _LONGEST_RUN = 2, 4
_WORTH = 0.5  # share of the weightiest run's weight that the second must have


@dataclass(frozen=True, slots=True)
class _Group:
    """A verb group: the stems of its telling words, whether it is turned round, and whether it stands in a main clause."""

    span: Span
    stems: frozenset[str]
    turned: bool
    main: bool


def key_spans_of(side: Side, others: Sequence[Side]) -> tuple[Span, ...]:
    """The verb group that the row is about, with what turns it; doubts, bounds and numbers of its own; at most four, in order."""
    verbs = main_verbs(side, others)
    spans = [verbs, *_turning(side, verbs)] if verbs else []
    spans += _apart(side, others)[:_MOST_CUES]
    values = {mention.low for other in others for mention in other.numbers}
    if others:
        spans += [mention.span for mention in side.numbers if side.span.holds(mention.span) and mention.low not in values]
    if not spans:
        near = {stem for other in others for stem in other.near}
        spans = [word.span for word in side.words if not word.stop and (word.stem in near or not others)][:2]
    return _merged(side, spans[:_MOST])


def new_words_of(side: Side, elsewhere: Container[str], weight: Mapping[str, float]) -> tuple[Span, ...]:
    """What only this article brings: the weightiest runs of words whose stems are not ``elsewhere``, at most two, in order.

    The key words of a row of no other source when all its words stand elsewhere too.
    """
    runs: list[list[UnitWord]] = [[]]
    for word in side.words:
        if word.stop or word.stem in elsewhere or len(runs[-1]) == _LONGEST_RUN:
            runs.append([])
        if not word.stop and word.stem not in elsewhere:
            runs[-1].append(word)

    def heavy(run: Sequence[UnitWord]) -> float:
        return sum(weight.get(word.stem, 0.0) for word in run)

    best = sorted(filter(None, runs), key=heavy, reverse=True)[:_MOST_RUNS]
    spans = [Span(run[0].span.start, run[-1].span.end) for run in best if heavy(run) >= _WORTH * heavy(best[0])]
    return _merged(side, spans) if spans else key_spans_of(side, ())


def main_verbs(side: Side, others: Sequence[Side]) -> Span | None:
    """The verb group that another source words alike or turns round; the first one that is not the frame's when none is."""

    def weight(group: _Group) -> tuple[bool, bool, bool, int]:
        return group.turned, group.main, any(not group.stems.isdisjoint(other.near) for other in others), -group.span.start

    groups = side.once(_groups)
    return max(groups, key=weight).span if groups else None


def _turning(side: Side, verbs: Span) -> list[Span]:
    """What turns the deed of a verb group round from outside of it: ``No`` of "No arrests were made"."""
    deed = next((deed for deed in side.turned_deeds if deed.span.overlap(verbs)), None)
    turns = side.spans(side.cues.negation) if deed else ()
    if deed is None or any(span.overlap(verbs) for span in turns):
        return []
    return [span for span in turns if deed.reach.holds(span) or 0 < verbs.start - span.end <= _NEXT]


def _groups(side: Side) -> tuple[_Group, ...]:
    """The verb groups of a side that are not the frame's."""
    frames = framed_words(side.unit)
    denials = list(side.spans(side.cues.denial))
    own = [s for s in side.verbs if any(s.overlap(one) for one in denials) or not any(s.overlap(frame) for frame in frames)]
    turned = [turn.span for turn in turns_of(side)] + denials if own else []
    lower = subordinate(side, own)
    return tuple(
        _Group(
            span,
            frozenset(word.stem for word in side.words if span.holds(word.span) and not word.stop),
            any(span.overlap(turn) for turn in turned),
            span not in lower,
        )
        for span in own
    )


def subordinate(side: Side, groups: Sequence[Span]) -> list[Span]:
    """The verb groups behind "which", "when", "if" and their like; the first group is none."""
    tokens = tokens_in(side.unit, side.span)
    return [
        after
        for before, after in pairwise(groups)
        if any(token.tag in _LOWER and before.end <= token.start < after.start for token in tokens)
    ]


def _apart(side: Side, others: Sequence[Side]) -> list[Span]:
    """Doubts, bounds and conditions that no other source has."""
    found: list[Span] = []
    for pattern in (side.cues.undecided, side.cues.doubt, side.cues.scope):
        known = {cue for other in others for cue in other.met(pattern)}
        found += [span for span in side.spans(pattern) if side.low_of(span) not in known]
    return sorted(set(found), key=lambda span: span.start) if others else []


def _merged(side: Side, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Overlapping ones and neighbours as one."""
    merged: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span.start, -span.end)):
        between = side.low_of(Span(merged[-1].end, max(merged[-1].end, span.start))) if merged else "x"
        if merged and not between.strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
