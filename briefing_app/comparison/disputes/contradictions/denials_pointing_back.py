"""Finds denials that only point at what they deny ("has denied the allegation", "that is not true"): it stands in the sentence before.

What another article tells as that sentence does stands against the denial.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.comparison.disputes.contradictions.denials_in_rows import Denied
from briefing_app.comparison.stretches.sides import Side, shared_stems
from briefing_app.comparison.study import Study
from briefing_app.model.span import Span

_SHARED = 3  # stems that what is denied and its report must have in common
_ROOM = 14  # words of a sentence that does nothing but deny
_NEAR = 12  # code points before a verb of denying in which "not" takes it back


def denials_pointing_back(study: Study) -> Iterator[Denied]:
    """Every such denial against each report, in another article, of what the sentence before it tells."""
    for column in study.units_of:
        for i in column[1:]:
            denial = study.side(i)
            cue = denial.once(_pointing)
            if cue is None or study.units[i - 1].head or study.units[i].head or denial.met(denial.cues.undecided):
                continue
            before = study.side(i - 1)
            if before.turned or not _claims(before) or before.asks:
                continue
            for j, told in _reports(study, i, before):
                printed = denial.printed(cue)
                words = _few(told)
                yield Denied(i, j, denial, told, f"“{printed}” against “{words}”", (printed, words))


def _claims(side: Side) -> bool:
    """Whether the sentence gives its words to somebody, or charges somebody with something."""
    return bool(side.unit.attributions) or any(not deed.verbs.isdisjoint(side.cues.acts.accusing) for deed in side.deeds)


def _pointing(side: Side) -> Span | None:
    """The words that deny and point back; of a longer sentence only when they deny a charge."""
    back = next(iter(side.spans(side.cues.polar.pointing)), None)
    if back is not None and len(side.words) <= _ROOM and not side.met(side.cues.aimed) and not side.met(side.cues.polar.pretending):
        return back
    return _mere(side)


def _mere(side: Side) -> Span | None:
    """The words that deny what is only pointed at ("denied the charge")."""
    start = side.span.start
    for cue in side.spans(side.cues.denial):
        at = cue.start - start
        denying = side.low[at:].startswith(side.cues.acts.denying) and side.cues.mere.match(side.low, cue.end - start)
        if denying and not side.cues.negation.search(side.low, max(0, at - _NEAR), at):
            return cue
    return None


def _reports(study: Study, i: int, before: Side) -> Iterator[tuple[int, Side]]:
    threshold = study.alignment.threshold
    for j, unit in enumerate(study.units):
        pair = min(i - 1, j), max(i - 1, j)
        if unit.column == study.units[i].column or study.alignment.matrix[pair] < threshold:
            continue
        told = study.side(j)
        if not told.turned and not told.met(told.cues.undecided) and len(shared_stems(before, told)) >= _SHARED:
            yield j, told


def _few(side: Side) -> str:
    """The first words of what is told."""
    return " ".join(side.text.split()[:8])
