"""Finds contradictions in a language whose deeds are not read: one side denies or negates what the other, aligned with it, tells."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.comparison.deeds import Nearness
from briefing_app.comparison.disputes.against import Against
from briefing_app.comparison.sides import Side
from briefing_app.language import pack_for
from briefing_app.model.span import Span

_MET, _COVERED = 2, 0.5  # telling words in common, and their share of the longer side


def may_deny(side: Side) -> bool:
    """Whether it negates or denies something, in a language without deeds."""
    return bool(side.negations) and not pack_for(side.unit.language).grammar.verb_bases()


def denied_plainly(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """The negation or denial of one of two aligned sentences that otherwise tell the same."""
    if near is not Nearness.ALIGNED or bool(a.negations) == bool(b.negations) or a.unit.language != b.unit.language:
        return
    against, plain, swapped = (a, b, False) if a.negations else (b, a, True)
    if not may_deny(against) or plain.turned or _open(against) or _open(plain):
        return
    mine, other = _told(against), _told(plain)
    shared = mine & other
    if len(shared) < _MET or len(shared) < _COVERED * max(len(mine), len(other)) or _names(against) ^ _names(plain):
        return
    cue = min((*against.spans(against.cues.denial), *against.spans(against.cues.negation)))
    words, told = _printed(against, cue), ", ".join(dict.fromkeys(word.text for word in plain.words if word.stem in shared))
    spans = (plain.span, cue) if swapped else (cue, plain.span)
    yield Against(*spans, f"“{words}” against a report of it ({told})", len(shared), swapped, (told, words) if swapped else (words, told))


def _open(side: Side) -> bool:
    return bool(side.met(side.cues.undecided) or side.met(side.cues.silence)) or side.text.rstrip("”»“\"' ").endswith("?")


def _told(side: Side) -> frozenset[str]:
    """Telling stems, those that only say who tells it or deny it left out."""
    frames = [span for told in side.unit.attributions for span in (told.mention, told.cue) if span]
    turning = (*frames, *side.spans(side.cues.denial), *side.spans(side.cues.negation))
    return frozenset(word.stem for word in side.words if not word.stop and not any(span.overlap(word.span) for span in turning))


def _names(side: Side) -> frozenset[str]:
    """Stems of the names in it, tellers left out."""
    return frozenset(word.stem for word in side.words if word.name) & _told(side)


def _printed(side: Side, span: Span) -> str:
    start = side.unit.span.start
    return " ".join(side.unit.text[span.start - start : span.end - start].split())
