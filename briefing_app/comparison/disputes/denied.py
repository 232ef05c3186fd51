"""Denials inside a row: one source denies what the row tells, another tells it, in words too different for deeds to meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing_app.comparison.keywords import main_verbs
from briefing_app.comparison.rows import Row
from briefing_app.comparison.sides import Side, shared_stems
from briefing_app.comparison.study import Study

_SHARED = 2  # stems that both must have in common
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
            if apart and _tells(told) and len(shared_stems(denial, told)) >= _SHARED:
                words = _words(told, denial)
                yield Denied(i, j, denial, told, f"“{cue}” against “{words}”", (cue, words))


def _main_denial(side: Side) -> str:
    """The words that deny, when the sentence's first verb does ("has denied that ..."), not a verb beside it ("despite denying ...")."""
    first = side.verbs[0] if side.verbs else None
    found = next((span for span in side.spans(side.cues.denial) if first and span.overlap(first)), None)
    return side.low[found.start - side.span.start : found.end - side.span.start] if found else ""


def _words(told: Side, denial: Side) -> str:
    """What is told, in a few words: the verbs, of a headline without verbs its beginning."""
    verbs = main_verbs(told, [denial])
    if verbs:
        return told.text[verbs.start - told.span.start : verbs.end - told.span.start]
    return " ".join(told.text.split()[:_FEW])


def _tells(side: Side) -> bool:
    """Whether it tells its claim as such: neither negated, denied nor left open."""
    return not side.turned and not side.met(side.cues.undecided)
