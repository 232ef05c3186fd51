"""Finds two counts of one thing that cannot both be right, also where the sentences around them are otherwise unlike.

Two counts are of one thing when they count the same (``counted``) and nothing reconciles them: no other number of the two articles that
agrees, no rounding, no "at least". The dead and the hurt of an event are counted once for the whole event; of anything else the words
around the numbers must meet. A toll that grows from an earlier article to a later one is a progression.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from briefing_app.comparison.deeds import common, parted
from briefing_app.comparison.deeds.verbs import tell_same
from briefing_app.comparison.disputes.against import on_other_days
from briefing_app.comparison.disputes.numbers.bounds import bound_of, bounds_apart
from briefing_app.comparison.disputes.numbers.counted import Count, counts_of, none_of, vague_of
from briefing_app.comparison.disputes.numbers.measures import DIMENSIONS
from briefing_app.comparison.disputes.numbers.outcomes import OUTCOMES
from briefing_app.comparison.disputes.numbers.values import comparable, values_agree
from briefing_app.comparison.disputes.related import related
from briefing_app.comparison.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.language.words import listed, stem
from briefing_app.model.dates import DateInterval
from briefing_app.model.findings import NumberMention
from briefing_app.model.span import Span

_SMALL = 20
_MOST_COUNTS = 150  # of one article that are held against those of another: a table must not stall the work
_MOST_OF_A_KIND = 20  # of those that count the same, so that the work grows with the text and not with its square
_DOUBTFUL = 0.1  # score below which sentences are hardly about one thing, however near their numbers
_LARGE, _NEAR = 1000.0, 1.6  # counts from which two values so near (as a ratio) hardly meet by chance
_CONTEXT, _ALIGNED, _COVERED = 1.8, 0.35, 0.5  # weight of shared words; score of the sentences or share of the words that prove one thing
_COMPOUND = 2  # words in common of what is counted ("asylum seekers") with which half the context suffices
_TIMES = listed("year day hour week month minute second night year-old decade pm p.m a.m edt time")
_SHARES, _WHOLE = listed("percent percentage point"), 2  # shares, and the words by which they are surely of one whole
_MEASURES = DIMENSIONS | {"degree"}
_THE_DOER = re.compile(
    r"(?:includ\w+|counting|plus|and|as well as) (?:the |an? |one )?(?:\w+ ){0,2}"
    r"(?:gunm[ae]n|shooter|attacker|assailant|bomber|hijacker|killer|suspect|perpetrator|himself|herself)"
)
_COMMON = (
    _TIMES | _SHARES | _MEASURES | listed("money bare vote point thing place part case seat member person man woman child state country")
)
_PEOPLE = listed("person customer consumer user client subscriber patient account resident citizen victim american briton")
_TOLLS = listed("dead hurt missing")
_RECENT = 31  # days from the article within which what it tells is its news
_SO_FAR = frozenset({"at least", "no fewer than", "no less than"})
_ADDED = 0.01  # relative difference up to which numbers add up to another
_MAGNITUDES = 10.0  # ratio of two counts that are hardly of one thing, unless their sentences are aligned
_EXCEEDED = 1.1  # how far (as a ratio) a value may exceed an exact least: "more than 1.5 million" is not 1.7 million
_FAR_OFF = 3.0  # ratio of two measures that are hardly of one thing
_MOST = frozenset({"at most", "up to", "as many as", "as much as", "no more than", "fewer than", "less than", "under"})


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
    by_column: dict[int, Tallies] = {}
    for number, unit in enumerate(study.units):
        tallies = by_column.setdefault(unit.column, Tallies())
        if unit.numbers:
            tallies.add(counts_of(number, study.side(number)))
        if unit.language.startswith("en"):
            tallies.add(none_of(number, study.side(number)))
            tallies.add(vague_of(number, study.side(number)))
    same_event = related(study)
    found: dict[tuple[int, int, str], CountsApart] = {}
    for p, q in combinations(sorted(by_column), 2):
        if (p, q) not in same_event:
            continue
        study.go_on()
        for a, b in pairs_to_weigh(by_column[p], by_column[q]):
            grown = _grown(study, a, b)
            if a.part or b.part or (agree(a, b) and not grown) or _whole_of(a, b) or _whole_of(b, a) or _adds_up(a, b) or _adds_up(b, a):
                continue
            if (
                _but_for_the_doer(a, b)
                or _but_for_the_doer(b, a)
                or not (weight := _one_thing(study, a, b) or _sole(study, by_column[p], by_column[q], a, b))
            ):
                continue
            exact = grown and agree(a, b)  # "at least nine" keeps to any later toll
            if by_column[q].reconciles(a, exact=exact) or by_column[p].reconciles(b, exact=exact):
                continue
            key = (p, q, a.kind)
            if key not in found or weight > found[key].weight:
                found[key] = CountsApart(a, b, grown, weight)
    return list(found.values())


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
        return all(values_agree(count.mention, other.mention) for other in self._values.get(count.kind, {}).values())

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
    large = sorted((one for one in others.weighed() if one.mention.low >= _LARGE), key=lambda one: one.mention.low)
    values = [one.mention.low for one in large]
    for a in some.weighed():
        yield from ((a, b) for b in others.of_kind(a.kind))
        if a.mention.low >= _LARGE:
            near = large[bisect_left(values, a.mention.low / _NEAR) : bisect_right(values, a.mention.low * _NEAR)]
            yield from ((a, b) for b in near if b.kind != a.kind)


def _whole_of(whole: Count, part: Count) -> bool:
    """Whether one counts all there are, and the other may count some of them: "four boys were saved", "to bring out all 12 boys"."""
    return whole.every and whole.mention.low > part.mention.low and whole.kind not in OUTCOMES


def _adds_up(whole: Count, part: Count) -> bool:
    """Whether the numbers beside the one in its sentence make up the other: "2.5 million doses and 1.5 million", "4 million doses"."""
    others = [one.low for one in part.side.numbers if one.span != part.mention.span and (not one.unit or comparable(one, part.mention))]
    low = whole.mention.low
    return any(abs(part.mention.low + one - low) <= _ADDED * low for one in (*others, sum(others)) if one)


def _but_for_the_doer(with_doer: Count, without: Count) -> bool:
    """Whether one counts one more because it says that it counts the doer too: "four dead, including the gunman", "three dead"."""
    if with_doer.mention.low != without.mention.low + 1:
        return False
    behind = with_doer.side.low[with_doer.mention.span.end - with_doer.side.span.start :]
    return bool(_THE_DOER.search(behind))


def _one_thing(study: Study, a: Count, b: Count) -> float:
    """How surely two counts are of one thing; 0 when nothing says so."""
    score = float(study.alignment.matrix[a.unit, b.unit])
    if (a.vague or b.vague) and max(a.mention.low, b.mention.low) > _MAGNITUDES * min(a.mention.high, b.mention.high):
        return 0.0
    measured = a.kind.split()[0] in _MEASURES
    if a.everywhere != b.everywhere or a.change != b.change or _only_possible(a) != _only_possible(b):
        return 0.0
    if a.kind in OUTCOMES or b.kind in OUTCOMES:
        if _exceeds(a, b) and score < study.alignment.threshold and not _grown(study, a, b):
            return 0.0
        same = a.kind == b.kind and a.of_whom == b.of_whom and not (a.elsewhen or b.elsewhen or parted(a.places, b.places))
        return 1.0 + score if same else 0.0
    other_time = not (a.attributive and b.attributive) and _elsewhen(study, a) != _elsewhen(study, b)
    if parted(a.beside, b.beside) or parted(a.owner, b.owner) or other_time:
        return 0.0
    if max(a.mention.low, b.mention.low) > _MAGNITUDES * min(a.mention.low, b.mention.low) and score < study.alignment.threshold:
        return 0.0
    if a.kind in _SHARES and a.act and b.act:
        mine, other = a.act.thing - a.heads, b.act.thing - b.heads
        if parted(mine, other) or (a.change and not common(mine, other)):
            return 0.0  # "won the north by 11 points", "won the south by 4"; "which he won by 20"
    shared = common(a.around - a.heads, b.around - b.heads)
    weight = _weight(study, shared)
    if _exceeds(a, b) and score < study.alignment.threshold:
        return 0.0
    if _planned(a) != _planned(b) or (a.act and b.act and on_other_days(a.side, a.act, b.side, b.act)):
        return 0.0
    if a.kind == b.kind and _of_one_noun(a, b):
        return weight + score + 1.0
    if a.kind == b.kind and measured:
        near = max(a.mention.low, b.mention.low) <= _FAR_OFF * max(1e-6, min(a.mention.low, b.mention.low))
        return weight + score if near and score >= study.alignment.threshold and weight >= _CONTEXT else 0.0
    if a.kind in _SHARES and any("there" in count.clause.low.split() for count in (a, b)):
        return 0.0  # "won there by 20 points": of which place is told elsewhere
    if a.kind == b.kind and a.kind in _SHARES and score < study.alignment.threshold and len(_of_what(a, b, shared)) < _WHOLE:
        return 0.0
    if a.kind == b.kind and a.kind not in _TIMES and _same_act(a, b):
        return weight + score + 1.0
    if a.kind == b.kind and a.kind in _TIMES:
        return weight + score if score >= study.alignment.threshold and weight >= _CONTEXT else 0.0
    if a.kind == b.kind:
        covered = weight / max(1e-6, min(_weight(study, a.around - a.heads), _weight(study, b.around - b.heads)))
        compound = len(a.heads & b.heads) >= _COMPOUND and (weight >= _CONTEXT / 2 or _alike_beside(study, a, b, shared) >= _CONTEXT)
        aligned = score >= study.alignment.threshold and weight >= _CONTEXT / 2
        if compound or aligned or (weight >= _CONTEXT and (score >= _ALIGNED or covered >= _COVERED)):
            return weight + score
    low, high = sorted((a.mention.low, b.mention.low))
    if (
        low >= _LARGE
        and high <= _NEAR * low
        and (_linked(a, b) or (a.kind == b.kind and score >= _DOUBTFUL))
        and (a.beside | a.around - a.heads) & (b.beside | b.around - b.heads)
    ):
        return weight + score + 0.1
    return 0.0


def _alike_beside(study: Study, a: Count, b: Count, shared: frozenset[str]) -> float:
    """Weight of what two counts share, the words of the counted phrase included: "11 Pacific Rim nations", "the 12-nation Pacific deal"."""
    return _weight(study, shared | common(a.beside, b.beside | b.around) | common(b.beside, a.around))


def _exceeds(a: Count, b: Count) -> bool:
    """Whether a least is told that the other value is far above: "more than 1.5 million loans", "1.7 million loans"."""
    return any(
        bound_of(one.clause, one.mention) not in {"", *_MOST} and one.mention.high < other.mention.low for one, other in ((a, b), (b, a))
    )


def _elsewhen(study: Study, count: Count) -> bool:
    """Whether it tells of another occasion than the news of its article: a day of the last weeks is none."""
    if not count.elsewhen:
        return False
    told = study.articles[study.units[count.unit].column].document.date.value
    days = [day.interval for day in count.clause.dates]
    return told is None or not days or any(day is None or day.gap_days(told) > _RECENT or _wide(day) for day in days)


def _wide(interval: DateInterval) -> bool:
    """Whether it is longer than a month, or has an open end."""
    return not interval.first or not interval.last or (interval.last - interval.first).days > _RECENT


def _sole(study: Study, some: Tallies, others: Tallies, a: Count, b: Count) -> float:
    """How surely two counts are of one thing because both articles count it but once; 0 when nothing says so."""
    if a.kind != b.kind or a.kind in OUTCOMES or a.kind.split()[0] in _COMMON or not (some.sole(a) and others.sole(b)):
        return 0.0
    if a.everywhere != b.everywhere or a.change != b.change or _only_possible(a) != _only_possible(b) or _planned(a) != _planned(b):
        return 0.0
    if parted(a.beside, b.beside) or parted(a.owner, b.owner) or _elsewhen(study, a) or _elsewhen(study, b):
        return 0.0
    if a.attributive != b.attributive:
        return 0.0
    less, more = sorted((a.mention, b.mention), key=lambda one: one.low)
    score = float(study.alignment.matrix[a.unit, b.unit])
    if _exceeds(a, b) and score < study.alignment.threshold:
        return 0.0
    if (a.vague and b.vague) or less.low < _SMALL or (more.low > _MAGNITUDES * less.high and score < study.alignment.threshold):
        return 0.0
    return 0.5 + score if not parted(a.places, b.places) else 0.0


def _of_one_noun(a: Count, b: Count) -> bool:
    """``the 450-pound gorilla`` and ``a 400-pound male gorilla``: both say of one noun how much it is."""
    if not (a.attributive and b.attributive):
        return False
    units = frozenset(stem(word, "english") for count in (a, b) for word in count.mention.unit.replace("-", " ").split())
    nouns = common(a.heads - units, b.heads - units)
    return bool(nouns)


def _only_possible(count: Count) -> bool:
    """Whether it tells what may be: "could rise to 9 metres"."""
    return count.act is not None and count.act.possible


def _planned(count: Count) -> bool:
    """Whether it is only what was once planned: "was planned to cost 150 million"."""
    return bool(count.clause.met(count.clause.cues.in_vain))


def _of_what(a: Count, b: Count, shared: frozenset[str]) -> frozenset[str]:
    """What two shares have in common besides names and points: "won the north by 11 points" is not "won the south by 20"."""
    named = (word.stem for count in (a, b) for word in count.clause.words if word.name)
    return shared - frozenset(named) - {"point"}


def _same_act(a: Count, b: Count) -> bool:
    """Whether the same doer does the same with both: "will cut 1,200 jobs", "plans to shed 2,000 posts"."""
    mine, other = a.act, b.act
    if mine is None or other is None or not tell_same(mine.verbs, other.verbs):
        return False
    if a.kind in _SHARES:
        return bool(common(mine.doer, other.doer))
    return bool(common(mine.doer, other.doer)) or not (mine.named and other.named)


def _linked(a: Count, b: Count) -> bool:
    """``412,000 households have a copper line`` and ``the number of lines is 380,000``; a bare sum and one with its currency."""
    kinds = {a.kind, b.kind}
    if "bare" in kinds:
        return any(kind.startswith("money") for kind in kinds)
    if kinds <= _PEOPLE:
        return True  # "143 million customers", "145.5 million people"
    return any(x.kind in {word.low.rstrip("s") for word in y.clause.words if not word.stop} for x, y in ((a, b), (b, a)))


def _weight(study: Study, stems: frozenset[str]) -> float:
    like = study.alignment.weighing.likeness
    return float(np.sum([like.weight[like.vocabulary[stem]] for stem in stems if stem in like.vocabulary], initial=0.0))


def _grown(study: Study, a: Count, b: Count) -> bool:
    """Whether the greater count of people is told as risen to, or by the article that is surely the later one.

    So is a toll above one that was only a least ("at least nine dead", "42 dead"), unless the greater stands in the earlier article.
    """
    if a.kind not in OUTCOMES or a.kind != b.kind or values_agree(a.mention, b.mention):
        return False
    less, greater = sorted((a, b), key=lambda one: one.mention.low)
    if greater.risen:
        return True
    mine, other = (study.articles[study.units[one.unit].column].document.date.value for one in (a, b))
    if mine is None or other is None or not mine.gap_days(other):
        return _least_so_far(less, greater)
    before = bool(mine.last and other.first and mine.last < other.first)
    early, late = (a, b) if before else (b, a)
    return late.mention.low > early.mention.low and (not agree(early, late) or _least_so_far(early, late))


def _least_so_far(less: Count, greater: Count) -> bool:
    """Whether a toll was only the least that was known, and the other is above it."""
    so_far = bound_of(less.clause, less.mention) in _SO_FAR and less.kind in _TOLLS
    return so_far and less.mention.low < greater.mention.low <= _MAGNITUDES * less.mention.low


def _same_value(a: Count, b: Count) -> bool:
    return values_agree(a.mention, b.mention)


def agree(a: Count, b: Count) -> bool:
    """Whether two counts can be the same: by value, or because one is only a least or a most that the other keeps to."""
    return values_agree(a.mention, b.mention) or _kept_to(a, b.mention) or _kept_to(b, a.mention)


def _kept_to(count: Count, other: NumberMention) -> bool:
    bound = bound_of(count.clause, count.mention)
    if not bound:
        return False
    if bound in _MOST:
        return other.high <= count.mention.high
    return other.low >= count.mention.low and not (_is_exact(count) and other.low > _EXCEEDED * count.mention.high)


def _is_exact(count: Count) -> bool:
    """Whether a least is told with more than one digit: "more than 1.5 million", not "more than 100" nor "two dozen"."""
    digits = f"{count.mention.low:.9e}".split("e")[0].replace(".", "").rstrip("0")
    return len(digits) > 1 and "dozen" not in count.clause.printed(count.mention.span)


def number(a: Side, b: Side) -> str:
    """Between aligned sides: the same unit with values that rounding does not explain, and no value in common; or only one is a bound."""
    for x in a.numbers:
        for y in b.numbers:
            met = any(z.low == x.low for z in b.numbers) or any(z.low == y.low for z in a.numbers)
            if comparable(x, y) and not values_agree(x, y) and not met:
                return f"{a.printed(x.span)} against {b.printed(y.span)}"
    return bounds_apart(a, b)
