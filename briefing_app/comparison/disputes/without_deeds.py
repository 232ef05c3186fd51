"""Finds contradictions and stages in a language whose deeds are not read.

One side denies or negates what the other, aligned with it, tells; or it plans what the other tells as decided or done.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.comparison.cues import Cues, Stage
from briefing_app.comparison.deeds import Nearness
from briefing_app.comparison.disputes.against import Against
from briefing_app.comparison.stretches.sides import Side
from briefing_app.language import pack_for

_TO_COME = frozenset({Stage.RUMOURED, Stage.PLANNED, Stage.ANNOUNCED})
_STEM = 4  # letters that forms of one verb begin with
_MET, _COVERED = 2, 0.5  # telling words in common, and their share of the longer side, which a denial must exceed


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
    if len(shared) < _MET or len(shared) <= _COVERED * max(len(mine), len(other)) or _names(against) ^ _names(plain):
        return
    cue = min((*against.spans(against.cues.denial), *against.spans(against.cues.negation)))
    words, told = against.printed(cue), ", ".join(dict.fromkeys(word.text for word in plain.words if word.stem in shared))
    found = Against(cue, plain.span, f"“{words}” against a report of it ({told})", len(shared), words=(words, told))
    yield found.exchanged() if swapped else found


def may_be_planned(side: Side) -> bool:
    """Whether it tells of something to come, in a language without deeds."""
    return side.stage in _TO_COME and not pack_for(side.unit.language).grammar.verb_bases()


def staged_plainly(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """What one of two aligned sentences tells as to come, the other, in much the same words, as decided or done."""
    if near is not Nearness.ALIGNED or a.unit.language != b.unit.language:
        return
    for early, late, swapped in ((a, b, False), (b, a, True)):
        if not may_be_planned(early) or late.stage in _TO_COME or any(map(_open, (early, late))) or early.turned or late.turned:
            continue
        done = next(iter(late.spans(late.cues.done)), None)
        cue = next((span for stage, pattern in early.cues.stages if stage is early.stage for span in early.spans(pattern)), None)
        mine, other = _told(early), _told(late)
        shared = mine & other
        if cue is None or done is None or len(shared) < _MET or len(shared) < _COVERED * min(len(mine), len(other)):
            continue
        act = _act(late.printed(done), early)
        named, others = early.named, late.named
        if act and not (named - others and others - named):
            told = (early.printed(cue), late.printed(done))
            found = Against(cue, done, f"to come (“{told[0]}”) against done (“{told[1]}”)", len(shared), words=told)
            yield found.exchanged() if swapped else found


def _act(done: str, early: Side) -> str:
    """The participle at the end of what is told as done, when the early side holds another form of its verb ("verkauft", "verkaufen")."""
    last = next((word for word in reversed(done.lower().split()) if word not in early.cues.helping), "")
    bare = _bare(last, early.cues)
    forms = (_bare(word.low, early.cues) for word in early.words)
    met = any(form[:_STEM] == bare[:_STEM] and abs(len(form) - len(bare)) <= _STEM for form in forms)
    return last if met and len(bare) >= _STEM else ""


def _bare(word: str, cues: Cues) -> str:
    """A verb form without what only some forms of the verb have ("abgeschaltet", "abzuschalten"); any other word as it is."""
    return cues.inside.sub(lambda found: found[1], word)


def _open(side: Side) -> bool:
    return bool(side.met(side.cues.undecided) or side.met(side.cues.silence)) or side.asks


def _told(side: Side) -> frozenset[str]:
    """Telling stems, those that only say who tells it or deny it left out."""
    frames = [span for told in side.unit.attributions for span in (told.mention, told.cue) if span]
    turning = (*frames, *side.spans(side.cues.denial), *side.spans(side.cues.negation))
    return frozenset(word.stem for word in side.words if not word.stop and not any(span.overlap(word.span) for span in turning))


def _names(side: Side) -> frozenset[str]:
    """Stems of the names in it, tellers left out."""
    return side.named & _told(side)
