"""What differs between two aligned spans: one function a kind, one table; each says why in one line.

The kinds that bring proof of their own (contradictions, counts, stages) have files of their own; here they stand in the table too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from briefing_app.comparison.deeds import Deed, Nearness, matched
from briefing_app.comparison.disputes.contradictions import contradictions
from briefing_app.comparison.disputes.counts import number
from briefing_app.comparison.disputes.stages import stages_apart
from briefing_app.comparison.scopes import bounds, one_deed, part_of_whole
from briefing_app.comparison.sides import Side, shared_stems
from briefing_app.comparison.turns import met_in, turns_of
from briefing_app.language import pack_for
from briefing_app.language.words import listed
from briefing_app.model.comparison import Difference, DifferenceKind
from briefing_app.model.findings import DateMention
from briefing_app.model.span import Span

Finder = Callable[[Side, Side], str]
"""Why the two differ in this way, in one line; empty when they do not."""

_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her"})
_YEARS = (1900, 2100)
_JOINING = listed("the of on in at")
_ORDINALS = ("st", "nd", "rd", "th")


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
    set_off = before.endswith((",", "–", "—")) and _words(side, turn) == "not" and bool(after) and after[0] in _DETERMINERS
    return set_off or any(cue in ("if", "unless") and before.rfind(cue) >= 0 for cue in side.met(side.cues.condition))


def date(a: Side, b: Side) -> str:
    """The same deed on days that cannot be the same."""
    if not a.dates or not b.dates:
        return ""
    for x, y in product(a.deeds, b.deeds):
        mine, other = _days_of(a, x), _days_of(b, y)
        if mine and other and not x.turned and not y.turned and all(apart(a, one, b, two) for one in mine for two in other):
            found = matched(x, y, Nearness.NEAR)
            if found and (found.doers or len(found.shared) > 1):
                return f"{_of(a, mine[0])} against {_of(b, other[0])}"
    return ""


def _days_of(side: Side, deed: Deed) -> list[DateMention]:
    """The dates that stand beside the verb, before the next one."""
    later = [other.span.start for other in side.deeds if other.span.start > deed.span.end]
    end = min(later, default=deed.reach.end)
    return [mention for mention in side.dates if deed.reach.start <= mention.span.start < min(end, deed.reach.end)]


def apart(a: Side, x: DateMention, b: Side, y: DateMention) -> bool:
    """Whether two dates cannot be the same: their intervals lie apart, or both are told alike (two weekdays, two days) and differ."""
    if x.interval and y.interval:
        return x.interval.gap_days(y.interval) > 0 and not _same_but_year(a, x, b, y)
    if x.interval or y.interval:
        return False
    one, other = _written(a, x), _written(b, y)
    weekdays = pack_for(a.unit.language).counting.weekdays
    alike = (len(one) == len(other) == 1 and one <= weekdays.keys() and other <= weekdays.keys()) or (len(one) > 1 and len(other) > 1)
    return alike and not (one <= other or other <= one)


def _written(side: Side, mention: DateMention) -> frozenset[str]:
    """The words of a date in lower case: "13th of July" as "13" and the seventh month."""
    months = pack_for(side.unit.language).counting.months
    words = _of(side, mention).lower().replace(",", " ").replace(".", " ").split()
    plain = (next((word[:-2] for end in _ORDINALS if word.endswith(end) and word[0].isdigit()), word) for word in words)
    return frozenset(f"month {months[word]}" if word in months else word for word in plain if word not in _JOINING)


def _same_but_year(a: Side, x: DateMention, b: Side, y: DateMention) -> bool:
    """Whether the same month and day are told without a year, so that only what was guessed for the year parts them."""
    if all(any(word.isdigit() and _YEARS[0] <= int(word) <= _YEARS[1] for word in _written(*one)) for one in ((a, x), (b, y))):
        return False
    ends = [interval and (interval.first, interval.last) for interval in (x.interval, y.interval)]
    days = [{(first.month, first.day), (last.month, last.day)} if first and last else set() for first, last in (end for end in ends if end)]
    months = [{month for month, _ in one} for one in days]
    whole = any(len(one) > 1 for one in days)
    return months[0] == months[1] and (whole or days[0] == days[1])


def _words(side: Side, span: Span) -> str:
    return side.low[span.start - side.span.start : span.end - side.span.start]


def hedge(a: Side, b: Side) -> str:
    """Doubt or insistence on one side that the other does not share."""
    return _cue_apart(a.met(a.cues.doubt), b.met(b.cues.doubt))


def scope(a: Side, b: Side) -> str:
    """All, only, largely, altogether, said of a deed that the other side tells without it, with another, or of a part."""
    for x, y in product(a.deeds, b.deeds):
        mine, other = bounds(a, x), bounds(b, y)
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


def _of(side: Side, mention: DateMention) -> str:
    start = side.unit.span.start
    return side.unit.text[mention.span.start - start : mention.span.end - start]
