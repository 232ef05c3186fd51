"""Looks for disagreement where no alignment leads: a denial of what others report, and silence in one article where another has words."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.comparison.differences import denial_of
from briefing_app.comparison.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import Difference, DifferenceKind

_LEAST_SCORE = 0.05  # of a pair in which one side denies
_LEAST_SHARED = 4  # telling words that denial and report must share when nothing else joins them


def denials(study: Study) -> Iterator[Difference]:
    """Denials against reports of other articles that share several telling words, in pairs too doubtful to be aligned."""
    denying = {k for k in range(len(study.units)) if (side := study.side(k)).met(side.cues.denial)}
    for i, j, score in study.alignment.rows:
        if score >= _LEAST_SCORE and (i in denying) != (j in denying):
            a, b = (study.side(i), study.side(j)) if i in denying else (study.side(j), study.side(i))
            if why := denial_of(a, b, _LEAST_SHARED):
                yield Difference(DifferenceKind.CONTRADICTION, study.units[i].place, study.units[j].place, why)


def silences(study: Study) -> Iterator[Difference]:
    """Somebody who gave no answer to one article and is given words in another: each silence with the best matching words."""
    sides = [study.side(k) for k in range(len(study.units))]
    speaking = [(k, names) for k, side in enumerate(sides) if not side.met(side.cues.silence) and (names := _speakers(side))]
    for i, side in enumerate(sides):
        if not side.met(side.cues.silence):
            continue
        here = {word.stem for word in side.words if word.name}
        found = [
            (float(study.alignment.matrix[i, j]), -j) for j, told in speaking if here & told and sides[j].unit.column != side.unit.column
        ]
        if found:
            other = sides[-max(found)[1]]
            first, second = sorted((side, other), key=lambda one: one.unit.column)
            why = f"“{side.met(side.cues.silence)[0]}” against words given"
            yield Difference(DifferenceKind.PROGRESSION, first.place, second.place, why)


def _speakers(side: Side) -> frozenset[str]:
    """Stems of the names to whom the sentence's words are given."""
    named = {word.span: word.stem for word in side.words if word.name}
    mentions = [told.mention for told in side.unit.attributions if told.mention]
    return frozenset(stem for span, stem in named.items() if any(mention.holds(span) for mention in mentions))
