"""What differs between two aligned spans: one function a kind, one table; each says why in one line.

The kinds that bring proof of their own (contradictions, counts, stages) have files of their own; here they stand in the table too.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from itertools import product

from briefing_app.comparison.deeds import Nearness
from briefing_app.comparison.disputes.contradictions.deeds import contradictions
from briefing_app.comparison.disputes.numbers.counts import number
from briefing_app.comparison.disputes.stages.deeds import stages_apart
from briefing_app.comparison.disputes.times.days import days_apart
from briefing_app.comparison.stretches.scopes import bounded, one_deed, part_of_whole
from briefing_app.comparison.stretches.sides import Side, shared_stems
from briefing_app.comparison.stretches.turns import met_in, turns_of
from briefing_app.model.comparison import Difference, DifferenceKind
from briefing_app.model.span import Span

Finder = Callable[[Side, Side], str]
"""Why the two differ in this way, in one line; empty when they do not."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table."""

    kind: DifferenceKind
    find: Finder


def contradiction(a: Side, b: Side) -> str:
    """One side says it, the other says it is not so, or denies it."""
    return next((found.why for found in contradictions(a, b, Nearness.NEAR)), "")


def stage(a: Side, b: Side) -> str:
    """The same deed at an earlier and at a later stage."""
    return next((found.why for found in stages_apart(a, b, Nearness.NEAR)), "")


def negation(a: Side, b: Side) -> str:
    """Negated on one side only, about a deed that both tell, with too little in common for a contradiction: to be checked."""
    if bool(a.negations) == bool(b.negations) or contradiction(a, b):
        return ""
    denies, plain = (a, b) if a.negations else (b, a)
    if plain.met(plain.cues.undecided):
        return ""
    turn = next((turn for turn in turns_of(denies) if met_in(turn.deed, plain) and not _aside(denies, turn.span)), None)
    return f"“{turn.words}” on one side only" if turn else ""


def _aside(side: Side, turn: Span) -> bool:
    """Whether a negation only sets off a word ("a pair of glasses, not a visor") or stands under a condition ("unless he does not")."""
    before = side.low[: turn.start - side.span.start].rstrip()
    after = side.low[turn.end - side.span.start :].split()
    words = side.cues.wording
    set_off = before.endswith((",", "–", "—")) and side.low_of(turn) in words.negating and bool(after) and after[0] in words.determiners
    return set_off or any(cue in side.cues.manner.conditional and before.rfind(cue) >= 0 for cue in side.met(side.cues.condition))


def hedge(a: Side, b: Side) -> str:
    """Doubt or insistence on one side that the other does not share."""
    return _cue_apart(a.met(a.cues.doubt), b.met(b.cues.doubt))


def scope(a: Side, b: Side) -> str:
    """All, only, largely, altogether, said of a deed that the other side tells without it, with another, or of a part."""
    for (x, mine), (y, other) in product(a.once(bounded), b.once(bounded)):
        if (mine or other) and mine != other and bool(x.turned) == bool(y.turned) and one_deed(x, y):
            return part_of_whole(a, x, b, y) or _cue_apart(mine, other)
    return ""


def condition(a: Side, b: Side) -> str:
    """A condition that only one side names."""
    mine, other = a.met(a.cues.condition), b.met(b.cues.condition)
    return f"“{(mine or other)[0]}” on one side only" if bool(mine) != bool(other) else ""


def attribution(a: Side, b: Side) -> str:
    """Told by somebody on one side, as plain fact or by somebody else on the other."""
    mine, other = (tuple(dict.fromkeys(x.source for x in side.unit.attributions if x.span.overlap(side.span))) for side in (a, b))
    if not mine and not other:
        return ""
    named = [name for name in mine + other if name]
    if bool(mine) != bool(other):
        return f"attributed to {named[0]} on one side only" if named else "hearsay on one side only"
    if {name.split()[-1] for name in mine if name} & {name.split()[-1] for name in other if name} or not named:
        return ""
    return f"attributed to {mine[0] or 'nobody by name'} and to {other[0] or 'nobody by name'}"


def wording(a: Side, b: Side) -> str:
    """Different words of nearly the same meaning in the same place."""
    common = shared_stems(a, b) | shared_stems(b, a)
    mine = {word.stem: word.low for word in a.words if word.stem in common - b.telling}
    other = {word.stem: word.low for word in b.words if word.stem in common - a.telling}
    if not mine or not other:
        return ""
    return f"{', '.join(sorted(mine.values())[:3])} / {', '.join(sorted(other.values())[:3])}"


KINDS: tuple[Kind, ...] = (
    Kind(DifferenceKind.CONTRADICTION, contradiction),
    Kind(DifferenceKind.NUMBER, number),
    Kind(DifferenceKind.DATE, days_apart),
    Kind(DifferenceKind.STAGE, stage),
    Kind(DifferenceKind.NEGATION, negation),
    Kind(DifferenceKind.HEDGE, hedge),
    Kind(DifferenceKind.SCOPE, scope),
    Kind(DifferenceKind.CONDITION, condition),
    Kind(DifferenceKind.ATTRIBUTION, attribution),
    Kind(DifferenceKind.WORDING, wording),
)


def differences_between(a: Side, b: Side, kinds: Container[DifferenceKind] = frozenset(DifferenceKind)) -> list[Difference]:
    """Everything of these kinds that differs between two aligned sides, in the order of the table."""
    return [Difference(row.kind, a.place, b.place, why) for row in KINDS if row.kind in kinds and (why := row.find(a, b))]


def _cue_apart(mine: tuple[str, ...], other: tuple[str, ...]) -> str:
    only_a, only_b = [cue for cue in mine if cue not in other], [cue for cue in other if cue not in mine]
    if not only_a and not only_b:
        return ""
    if only_a and only_b:
        return f"“{only_a[0]}” against “{only_b[0]}”"
    return f"“{(only_a or only_b)[0]}” on one side only"
