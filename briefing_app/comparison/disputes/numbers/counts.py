"""Finds two counts of one thing that cannot both be right, also where the sentences around them are otherwise unlike.

Two counts are of one thing when they count the same (``counted``) and the words around them meet (``one_thing``); the dead and the hurt of
an event are counted once for the whole event. They stand against each other when nothing reconciles them: no other number of the two
articles that agrees, no rounding, no "at least". A toll that grows from an earlier article to a later one is a progression.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from briefing_app.comparison.disputes.numbers.bounds import bound_kept, bound_of, bounds_apart
from briefing_app.comparison.disputes.numbers.counted import Count, counts_of, none_of, vague_of
from briefing_app.comparison.disputes.numbers.explained import explained
from briefing_app.comparison.disputes.numbers.one_thing import LARGE, MAGNITUDES, NEAR, of_one_thing, told_once
from briefing_app.comparison.disputes.numbers.outcomes import OUTCOMES
from briefing_app.comparison.disputes.numbers.values import comparable, counts_agree, values_agree
from briefing_app.comparison.disputes.related import related
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.span import Span

_MOST_COUNTS = 150  # of one article that are held against those of another: a table must not stall the work
_MOST_OF_A_KIND = 20  # of those that count the same, so that the work grows with the text and not with its square
_TOLLS = frozenset({"dead", "hurt", "missing"})


@dataclass(frozen=True, slots=True)
class CountsApart:
    """Two counts that do not agree; ``grown`` when the one of the later article is the greater; ``weight``: how surely of one thing."""

    a: Count
    b: Count
    grown: bool
    weight: float

    @property
    def why(self) -> str:
        """Both counts in the words of their articles."""
        return f"{self.a.clause.printed(self.a.mention.span)} against {self.b.clause.printed(self.b.mention.span)}"


def counts_apart(study: Study) -> list[CountsApart]:
    """For every two articles and everything that both count, the two counts that are most surely of one thing."""
    tallied, same_event = _tallied(study), related(study)
    found: dict[tuple[int, int, str], CountsApart] = {}
    for p, q in combinations(sorted(tallied), 2):
        if (p, q) not in same_event:
            continue
        study.go_on()
        for one in _between(study, tallied[p], tallied[q]):
            key = (p, q, one.a.kind)
            if key not in found or one.weight > found[key].weight:
                found[key] = one
    return list(found.values())


def _tallied(study: Study) -> dict[int, Tallies]:
    """The counts of each article that has any sentence, by its column."""
    tallied: dict[int, Tallies] = {}
    for number, unit in enumerate(study.units):
        tallies = tallied.setdefault(unit.column, Tallies())
        if unit.numbers:
            tallies.add(counts_of(number, study.side(number)))
        tallies.add(none_of(number, study.side(number)))
        tallies.add(vague_of(number, study.side(number)))
    return tallied


def _between(study: Study, some: Tallies, others: Tallies) -> Iterator[CountsApart]:
    """The counts of two articles that are of one thing and that nothing reconciles."""
    for a, b in pairs_to_weigh(some, others):
        grown, agreed = _grown(study, a, b), agree(a, b)
        if a.part or b.part or (agreed and not grown) or any(explained(*pair) for pair in ((a, b), (b, a))):
            continue
        weight = of_one_thing(study, a, b, grown=grown)
        if not weight and a.kind == b.kind and some.sole(a) and others.sole(b):
            weight = told_once(study, a, b)
        exact = grown and agreed  # "at least nine" keeps to any later toll
        if weight and not others.reconciles(a, exact=exact) and not some.reconciles(b, exact=exact):
            yield CountsApart(a, b, grown, weight)


class Tallies:
    """The counts of one article by kind; of a table full of one kind only the first are held against another article's."""

    def __init__(self) -> None:
        self._by_kind: dict[str, list[Count]] = {}
        self._values: dict[str, dict[tuple[float, float, bool, str, bool], Count]] = {}
        self._reconciled: dict[tuple[int, Span, str, bool], bool] = {}
        self._held = 0

    def add(self, counts: Iterable[Count]) -> None:
        """Counts in the order of the text, as long as there is room."""
        for one in counts:
            if self._held < _MOST_COUNTS:
                self._held += 1
                self._by_kind.setdefault(one.kind, []).append(one)
                if one.vague or one.at_first:
                    continue  # "dozens" settles nothing between 40 and 60, and what was said at first does not hold
                told = (one.mention.low, one.mention.high, one.mention.approximate, bound_of(one.clause, one.mention), one.part)
                self._values.setdefault(one.kind, {}).setdefault(told, one)

    def weighed(self) -> Iterator[Count]:
        """Those that are held against another article's."""
        return (one for counts in self._by_kind.values() for one in counts[:_MOST_OF_A_KIND])

    def of_kind(self, kind: str) -> Sequence[Count]:
        """Those of one kind that are."""
        return self._by_kind.get(kind, [])[:_MOST_OF_A_KIND]

    def sole(self, count: Count) -> bool:
        """Whether this article gives only one value for what the count counts."""
        return all(_same_value(count, other) for other in self._values.get(count.kind, {}).values())

    def reconciles(self, count: Count, *, exact: bool) -> bool:
        """Whether this article gives the same value, or unless ``exact`` one it keeps to, for the same thing somewhere; asked once."""
        key = (count.unit, count.mention.span, count.kind, exact)
        if key not in self._reconciled:
            alike = _same_value if exact else agree
            told = self._values.get(count.kind, {})
            self._reconciled[key] = any(not other.part and alike(count, other) for other in told.values())  # "two more" are no two
        return self._reconciled[key]


def pairs_to_weigh(some: Tallies, others: Tallies) -> Iterator[tuple[Count, Count]]:
    """The counts of two articles that may be of one thing: of one kind, or both large and near each other."""
    large = sorted((one for one in others.weighed() if one.mention.low >= LARGE), key=lambda one: one.mention.low)
    values = [one.mention.low for one in large]
    for a in some.weighed():
        yield from ((a, b) for b in others.of_kind(a.kind))
        if a.mention.low >= LARGE:
            near = large[bisect_left(values, a.mention.low / NEAR) : bisect_right(values, a.mention.low * NEAR)]
            yield from ((a, b) for b in near if b.kind != a.kind)


def _grown(study: Study, a: Count, b: Count) -> bool:
    """Whether the greater count of people is told as risen to, or by the article that is surely the later one.

    So is a toll above one that was only a least ("at least nine dead", "42 dead"), unless the greater stands in the earlier article.
    """
    if a.kind not in OUTCOMES or a.kind != b.kind or _same_value(a, b):
        return False
    less, greater = sorted((a, b), key=lambda one: one.mention.low)
    if greater.risen:
        return True
    mine, other = (study.dated(one.side.unit.column) for one in (a, b))
    if mine is None or other is None or not mine.gap_days(other):
        return _least_so_far(less, greater)
    before = bool(mine.last and other.first and mine.last < other.first)
    early, late = (a, b) if before else (b, a)
    return late.mention.low > early.mention.low and (not agree(early, late) or _least_so_far(early, late))


def _least_so_far(less: Count, greater: Count) -> bool:
    """Whether a toll was only the least that was known, and the other is above it."""
    so_far = bound_of(less.clause, less.mention) in less.words.so_far and less.kind in _TOLLS
    return so_far and less.mention.low < greater.mention.low <= MAGNITUDES * less.mention.low


def _same_value(a: Count, b: Count) -> bool:
    return (values_agree if a.gauged or b.gauged else counts_agree)(a.mention, b.mention)


def agree(a: Count, b: Count) -> bool:
    """Whether two counts can be the same: by value, or because one is only a least or a most that the other keeps to."""
    return _same_value(a, b) or bound_kept(a.clause, a.mention, b.clause, b.mention)


def number(a: Side, b: Side) -> str:
    """Numbers of one unit in aligned sides, none told by both, which no rounding, bound or period explains; or one of them is a bound."""
    if bool(a.met(a.cues.counts.period)) != bool(b.met(b.cues.counts.period)):
        return ""  # "799 deaths in 24 hours", "10,342 deaths"
    for x, y in product(a.numbers, b.numbers):
        met = any(z.low == x.low for z in b.numbers) or any(z.low == y.low for z in a.numbers)
        if comparable(x, y) and not met and not values_agree(x, y) and not bound_kept(a, x, b, y):
            return f"{a.printed(x.span)} against {b.printed(y.span)}"
    return bounds_apart(a, b)
