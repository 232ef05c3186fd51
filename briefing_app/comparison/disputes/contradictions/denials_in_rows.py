"""Denials inside a row: one source denies what the row tells, another tells it, in words too different for deeds to meet.

A denial stands only against what it denies: the other source must tell the denied deed, or most of the words that are denied. "Denied the
allegations" stands against whoever accuses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing_app.comparison.deeds import Deed, common
from briefing_app.comparison.deeds.verbs import same_act
from briefing_app.comparison.disputes.contradictions.denials import denied_deed, denied_words, of_knowing
from briefing_app.comparison.rows import Row
from briefing_app.comparison.stretches.keywords import main_verbs
from briefing_app.comparison.stretches.sides import Side, shared_stems
from briefing_app.comparison.study import Study
from briefing_app.model.span import Span

_SHARED = 2  # stems that both must have in common
_COVERED = 0.5  # share of the denied words that must be told where the denied deed is not
_FEW = 6  # words of a headline that are shown


@dataclass(frozen=True, slots=True)
class Denied:
    """Two sentences (units) of a row, and why in one line; the first half of ``why`` is about ``denying``."""

    denying: int
    telling: int
    denial: Side
    told: Side
    why: str
    words: tuple[str, str]


def denied_in_rows(study: Study) -> Iterator[Denied]:
    """Every denial in a small row against what another article tells there."""
    for row in study.rows:
        if study.is_small(row):
            yield from _denied(study, row)


def _denied(study: Study, row: Row) -> Iterator[Denied]:
    sides = study.members_of(row)
    for i, denial in sides:
        cue = _main_denial(denial)
        for j, told in sides if cue else ():
            apart = study.units[i].column != study.units[j].column
            if (
                apart
                and cue
                and _tells(told)
                and len(shared_stems(denial, told)) >= _SHARED
                and (words := _what_is_denied(denial, cue, told))
            ):
                printed = denial.low_of(cue)
                yield Denied(i, j, denial, told, f"“{printed}” against “{words}”", (printed, words))


def _main_denial(side: Side) -> Span | None:
    """The words that deny, when the sentence's first verb does ("has denied that ..."), not a verb beside it ("despite denying ...")."""
    first = side.verbs[0] if side.verbs else None
    return next((span for span in side.spans(side.cues.denial) if first and span.overlap(first)), None)


def _what_is_denied(denial: Side, cue: Span, told: Side) -> str:
    """The words by which the other side tells what is denied; empty when it tells something else.

    Without deeds (in another language) the words in common are all that there is.
    """
    if not told.deeds:
        return _words(told, denial)
    deed = denied_deed(denial, cue)
    behind = next((word.stem for word in denial.words if word.span.start >= cue.end and not word.stop), "")
    denied = (deed.verbs if deed else frozenset()) | {behind}  # "denies drinking on the job"
    if same := next((one for one in told.deeds if not one.turned and not one.frame and _same(one, denied - denial.cues.verbs.empty)), None):
        return same.words
    if of_knowing(denial, cue):
        return ""
    days = [mention.span for mention in denial.dates]
    kept = (word for word in denial.words if word.low not in denial.cues.acts.charges and not any(day.overlap(word.span) for day in days))
    content = frozenset(word.stem for word in kept) & denied_words(denial, cue, deed)
    accused = next((one.words for one in told.deeds if not one.verbs.isdisjoint(told.cues.acts.accusing)), "")
    if len(content) < _SHARED and any(word.low in denial.cues.acts.charges for word in denial.words if word.span.start >= cue.end):
        return accused
    shared = common(content, told.telling)
    charged = accused or any(word.low in told.cues.acts.charges for word in told.words)
    enough = len(shared) >= _SHARED and (charged or len(shared) >= _COVERED * len(content))
    return _words(told, denial) if enough else ""


def _same(told: Deed, denied: frozenset[str]) -> bool:
    return any(same_act(one, other) for one in denied for other in told.acts)


def _words(told: Side, denial: Side) -> str:
    """What is told, in a few words: the verbs, of a headline without verbs its beginning."""
    verbs = main_verbs(told, [denial])
    if verbs:
        return told.unit.text_of(verbs)
    return " ".join(told.text.split()[:_FEW])


def _tells(side: Side) -> bool:
    """Whether it tells its claim as such: neither negated, denied nor left open."""
    return not side.turned and not side.met(side.cues.undecided)
