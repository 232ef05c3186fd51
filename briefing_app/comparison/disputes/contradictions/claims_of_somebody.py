"""Finds what one article waves away as somebody's claims ("disagrees with his allegations") and another article has him claim.

What is claimed is not told with such a denial; it stands against the sentence, most like it, in which the other article has that person
claim, allege or accuse.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.comparison.disputes.contradictions.denials_in_rows import Denied
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.findings import NameKind
from briefing_app.model.span import Span

_SHOWN = 12  # words of the claim that are shown


def claims_of_somebody(study: Study) -> Iterator[Denied]:
    """Every denial of a named person's claims against what each other article has that person claim, the sentence most like it."""
    for unit in range(len(study.units)):
        found = study.side(unit).once(_denied)
        if found is not None:
            yield from _tellings(study, unit, *found)


def _denied(side: Side) -> tuple[Span, frozenset[str]] | None:
    """The words that deny somebody's claims, and the stems of his name."""
    cue = next(iter(side.spans(side.cues.disputing.somebodys)), None)
    if cue is None or side.asks or side.met(side.cues.undecided):
        return None
    persons = [name.span for name in side.unit.names if name.kind is NameKind.PERSON]
    named = {frozenset(word.stem for word in side.words if span.holds(word.span)) for span in persons}
    denying = next((deed.doer for deed in side.deeds if deed.span.overlap(cue)), frozenset())
    doing = frozenset().union(*(deed.doer for deed in side.deeds))
    for others in (doing, denying):  # "Arden unloads on Brandt: her allegations do not hold water"
        meant = {stems for stems in named if not stems & others}
        if len(meant) == 1:
            return cue, next(iter(meant))
    return None


def _tellings(study: Study, unit: int, cue: Span, who: frozenset[str]) -> Iterator[Denied]:
    column, best = study.units[unit].column, dict[int, tuple[float, int]]()
    for number, other in enumerate(study.units):
        if other.column != column and who & study.stems[number] and _claims(study.side(number), who):
            score = study.alignment.matrix[number, unit]
            best[other.column] = max(best.get(other.column, (0.0, number)), (score, number))
    denial = study.side(unit)
    printed = denial.printed(cue)
    for _, number in best.values():
        told = study.side(number)
        words = " ".join(told.text.split()[:_SHOWN])
        yield Denied(unit, number, denial, told, f"“{printed}” against “{words}”", (printed, words))


def _claims(side: Side, who: frozenset[str]) -> bool:
    """Whether the sentence has that person claim something, and leaves it standing."""
    if side.met(side.cues.disputing.marked) or side.met(side.cues.undecided) or side.asks:
        return False
    return any(deed.doer & who and not deed.turned and not deed.verbs.isdisjoint(side.cues.acts.alleging) for deed in side.deeds)
