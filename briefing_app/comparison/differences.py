"""What differs between two aligned spans: one function a kind, one table; each says why in one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing_app.comparison.cues import Stage
from briefing_app.comparison.sides import Side, shared_stems
from briefing_app.model.comparison import Difference, DifferenceKind
from briefing_app.model.findings import NumberMention

Finder = Callable[[Side, Side], str]
"""Why the two differ in this way, in one line; empty when they do not."""

_ROUNDING = 0.02  # relative difference up to which two values are the same, rounded
_LOOSE_ROUNDING = 0.05  # the same when one of them is said to be approximate


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table."""

    kind: DifferenceKind
    find: Finder


def contradiction(a: Side, b: Side) -> str:
    """One side says it, the other says it is not so, in words that meet."""
    if a.negated == b.negated or a.cues.silence.search(a.low) or b.cues.silence.search(b.low):
        return ""
    denies, affirms = (a, b) if a.negated else (b, a)
    if affirms.turned:
        return ""
    common = shared_stems(denies, affirms)
    if len(common) < 3 or len(common) < 0.3 * min(len(a.telling), len(b.telling)):
        return ""
    return f"“{denies.negations[0]}” against a plain statement of the same ({_listed(denies, common)})"


def negation(a: Side, b: Side) -> str:
    """Negated on one side only, with too little in common for a contradiction."""
    if a.negated == b.negated or contradiction(a, b):
        return ""
    denies = a if a.negated else b
    return f"“{denies.negations[0]}” on one side only"


def number(a: Side, b: Side) -> str:
    """The same unit with values that rounding does not explain, and no value in common."""
    for x in a.numbers:
        for y in b.numbers:
            if not comparable(x, y) or any(comparable(x, z) and agree(x, z) for z in b.numbers):
                continue
            if any(comparable(z, y) and agree(z, y) for z in a.numbers) or agree(x, y):
                continue
            return f"{_of(a, x)} against {_of(b, y)}"
    return ""


def comparable(x: NumberMention, y: NumberMention) -> bool:
    """Whether two numbers count the same unit."""
    return bool(x.unit) and x.unit == y.unit


def agree(x: NumberMention, y: NumberMention) -> bool:
    """Whether two values can be the same one, rounded or approximate."""
    if x.low <= y.high and y.low <= x.high:
        return x.approximate == y.approximate or x.low != x.high or y.low != y.high or x.low == y.low
    rounding = _LOOSE_ROUNDING if x.approximate or y.approximate else _ROUNDING
    return abs(x.low - y.low) <= rounding * max(abs(x.low), abs(y.low))


def date(a: Side, b: Side) -> str:
    """Dates on both sides, none of which can be the same."""
    known_a = [mention for mention in a.dates if mention.interval]
    known_b = [mention for mention in b.dates if mention.interval]
    if not known_a or not known_b:
        return ""
    if any(x.interval.gap_days(y.interval) == 0 for x in known_a for y in known_b if x.interval and y.interval):
        return ""
    return f"{known_a[0].span.of(_text(a))} against {known_b[0].span.of(_text(b))}"


def stage(a: Side, b: Side) -> str:
    """Planned or rumoured on one side, decided or done on the other."""
    early, late = (a, b) if a.stage <= b.stage else (b, a)
    if early.stage > Stage.PLANNED or late.stage < Stage.DECIDED or late.turned != early.turned or late.met(late.cues.doubt):
        return ""
    cue = next(pattern for stage, pattern in early.cues.stages if stage is early.stage)
    return f"{early.stage.name.lower()} (“{early.met(cue)[0]}”) against {late.stage.name.lower()}"


def hedge(a: Side, b: Side) -> str:
    """Doubt or insistence on one side that the other does not share."""
    return _cue_apart(a.met(a.cues.doubt), b.met(b.cues.doubt))


def scope(a: Side, b: Side) -> str:
    """All, only, largely, altogether: a quantity of the claim that the other side words otherwise."""
    return _cue_apart(a.met(a.cues.scope), b.met(b.cues.scope))


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
        return f"given to {named[0]} on one side only" if named else "hearsay on one side only"
    if {name.split()[-1] for name in mine if name} & {name.split()[-1] for name in other if name} or not named:
        return ""
    return f"given to {mine[0] or 'nobody by name'} and to {other[0] or 'nobody by name'}"


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
    Kind(DifferenceKind.DATE, date),
    Kind(DifferenceKind.STAGE, stage),
    Kind(DifferenceKind.NEGATION, negation),
    Kind(DifferenceKind.HEDGE, hedge),
    Kind(DifferenceKind.SCOPE, scope),
    Kind(DifferenceKind.CONDITION, condition),
    Kind(DifferenceKind.ATTRIBUTION, attribution),
    Kind(DifferenceKind.WORDING, wording),
)


def differences_between(a: Side, b: Side) -> list[Difference]:
    """Everything that differs between two aligned sides, in the order of the table."""
    return [Difference(row.kind, a.place, b.place, why) for row in KINDS if (why := row.find(a, b))]


def _cue_apart(mine: tuple[str, ...], other: tuple[str, ...]) -> str:
    only_a, only_b = [cue for cue in mine if cue not in other], [cue for cue in other if cue not in mine]
    if not only_a and not only_b:
        return ""
    if only_a and only_b:
        return f"“{only_a[0]}” against “{only_b[0]}”"
    return f"“{(only_a or only_b)[0]}” on one side only"


def _listed(side: Side, stems: frozenset[str]) -> str:
    return ", ".join(dict.fromkeys(word.text for word in side.words if word.stem in stems))


def _text(side: Side) -> str:
    """The article's text as far as the sentence, so that spans of the article can be read from it."""
    return " " * side.unit.span.start + side.unit.text


def _of(side: Side, mention: NumberMention) -> str:
    return mention.span.of(_text(side))
