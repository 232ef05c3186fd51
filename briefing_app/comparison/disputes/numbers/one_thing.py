"""How surely two counts are of one thing: by what is counted, whose it is, when and where, and by the words around the numbers."""

from __future__ import annotations

import numpy as np

from briefing_app.comparison.deeds import common, parted
from briefing_app.comparison.deeds.verbs import tell_same
from briefing_app.comparison.disputes.against import on_other_days
from briefing_app.comparison.disputes.numbers.bounds import bound_of, is_most
from briefing_app.comparison.disputes.numbers.counted import Count
from briefing_app.comparison.disputes.numbers.kinds import PERCENT
from briefing_app.comparison.disputes.numbers.measures import DIMENSIONS
from briefing_app.comparison.disputes.numbers.outcomes import OUTCOMES
from briefing_app.comparison.study import Study
from briefing_app.model.dates import DateInterval

_SMALL = 20  # counts below are met by chance, though both articles tell but one
_DOUBTFUL = 0.1  # score below which sentences are hardly about one thing, however near their numbers
LARGE, NEAR = 1000.0, 1.6
"""Counts from which two values so near (as a ratio) hardly meet by chance."""
MAGNITUDES = 10.0
"""Ratio of two counts that are hardly of one thing, unless their sentences are aligned."""
_CONTEXT, _ALIGNED, _COVERED = 1.8, 0.35, 0.5  # weight of shared words; score of the sentences or share of the words that prove one thing
_TOLD = 0.6  # weight of what is told alike of two large counts that are near each other
_COMPOUND = 2  # words in common of what is counted ("asylum seekers") with which half the context suffices
_WHOLE = 2  # words by which shares are surely of one whole
_MEASURES = DIMENSIONS | {"degree"}
_RECENT = 31  # days from the article within which what it tells is its news
_FAR_OFF = 3.0  # ratio of two measures that are hardly of one thing


def of_one_thing(study: Study, a: Count, b: Count, *, grown: bool) -> float:
    """How surely two counts are of one thing; 0 when nothing says so. ``grown``: the one may be what the other has become."""
    score = study.alignment.matrix[a.unit, b.unit]
    aligned = score >= study.alignment.threshold
    if (a.vague or b.vague) and max(a.mention.low, b.mention.low) > MAGNITUDES * min(a.mention.high, b.mention.high):
        return 0.0
    if _put_otherwise(a, b) or (_exceeds(a, b) and not aligned and not grown):
        return 0.0
    if a.kind in OUTCOMES or b.kind in OUTCOMES:
        same = a.kind == b.kind and a.of_whom == b.of_whom and not (a.elsewhen or b.elsewhen or parted(a.places, b.places))
        return 1.0 + score if same else 0.0
    if max(a.mention.low, b.mention.low) > MAGNITUDES * min(a.mention.low, b.mention.low) and not aligned:
        return 0.0
    return 0.0 if _of_others(study, a, b) else _by_context(study, a, b, score)


def told_once(study: Study, a: Count, b: Count) -> float:
    """How surely two counts of a kind are of one thing when either article counts it but once; 0 when nothing says so."""
    score = study.alignment.matrix[a.unit, b.unit]
    aligned = score >= study.alignment.threshold
    less, more = sorted((a.mention, b.mention), key=lambda one: one.low)
    if a.kind in OUTCOMES or _common(a) or (a.vague and b.vague) or less.low < _SMALL:
        return 0.0
    if _put_otherwise(a, b) or _planned(a) != _planned(b) or a.attributive != b.attributive or (_exceeds(a, b) and not aligned):
        return 0.0
    if parted(a.beside, b.beside) or parted(a.owner, b.owner) or parted(a.places, b.places):
        return 0.0
    if _elsewhen(study, a) or _elsewhen(study, b) or (more.low > MAGNITUDES * less.high and not aligned):
        return 0.0
    return 0.5 + score


def _common(count: Count) -> bool:
    """Whether an article may well tell several things of that kind."""
    kind = count.kind.split()[0]
    return _is_share(count) or kind in _MEASURES or kind in count.words.common or kind in _times(count)


def _times(count: Count) -> frozenset[str]:
    """Kinds that tell how long, when or how often something is."""
    return count.words.times | count.words.repeated


def _put_otherwise(a: Count, b: Count) -> bool:
    """Whether only one counts all over the country or the world, how much something changes, what it came down to, or what may be."""
    if a.kind not in OUTCOMES and (a.sunk != b.sunk or a.ahead != b.ahead):
        return True
    return a.everywhere != b.everywhere or a.change != b.change or _only_possible(a) != _only_possible(b)


def _of_others(study: Study, a: Count, b: Count) -> bool:
    """Whether what is counted, whose it is, or when it was counted parts two counts."""
    if parted(a.beside, b.beside) or (parted(a.owner, b.owner) and not _dealt_in(a, b)) or _planned(a) != _planned(b):
        return True
    if not (a.attributive and b.attributive) and _elsewhen(study, a) != _elsewhen(study, b):
        return True
    if not a.words.reversing.isdisjoint(a.heads ^ b.heads):
        return True  # "two non-member states", "six member states"
    if not (a.act and b.act):
        return False
    if _is_share(a):
        mine, other = a.act.thing - a.heads, b.act.thing - b.heads
        if parted(mine, other) or (a.change and not common(mine, other)):
            return True  # "won the north by 11 points", "won the south by 4"; "which he won by 20"
    return on_other_days(a.side, a.act, b.side, b.act)


def _dealt_in(a: Count, b: Count) -> bool:
    """Whether whose a sum is in one clause takes part in the other: "Delmar pays 7 billion for Tessco", "values Tessco at 6 billion"."""
    return a.kind == b.kind and a.kind.startswith("money") and bool(common(a.owner, b.around) or common(b.owner, a.around))


def _by_context(study: Study, a: Count, b: Count, score: float) -> float:
    """How surely the words around two counts, which nothing parts, make them those of one thing."""
    alike, aligned = a.kind == b.kind, score >= study.alignment.threshold
    shared = common(a.around - a.heads, b.around - b.heads)
    weight = _weight(study, shared)
    if alike and _of_one_noun(a, b) and (weight or a.kind not in _times(a)):
        return weight + score + 1.0
    if alike and a.kind.split()[0] in _MEASURES:
        near = max(a.mention.low, b.mention.low) <= _FAR_OFF * max(1e-6, min(a.mention.low, b.mention.low))
        return weight + score if near and aligned and weight >= _CONTEXT else 0.0
    if _is_share(a) and any(not a.words.there.isdisjoint(count.clause.low.split()) for count in (a, b)):
        return 0.0  # "won there by 20 points": of which place is told elsewhere
    if alike and _is_share(a) and not aligned and len(_of_what(a, b, shared)) < _WHOLE:
        return 0.0
    if alike and a.kind in _times(a):
        return weight + score if aligned and weight >= _CONTEXT else 0.0
    if alike and _same_act(a, b):
        return weight + score + 1.0
    if alike and _enough(study, a, b, shared, score):
        return weight + score
    return weight + score + 0.1 if _large_and_near(study, a, b, score) else 0.0


def _enough(study: Study, a: Count, b: Count, shared: frozenset[str], score: float) -> bool:
    """Whether so much around two counts of a kind is the same that they are of one thing."""
    weight = _weight(study, shared)
    covered = weight / max(1e-6, min(_weight(study, a.around - a.heads), _weight(study, b.around - b.heads)))
    compound = len(a.heads & b.heads) >= _COMPOUND and (weight >= _CONTEXT / 2 or _alike_beside(study, a, b, shared) >= _CONTEXT)
    aligned = score >= study.alignment.threshold and weight >= _CONTEXT / 2
    return compound or aligned or (weight >= _CONTEXT and (score >= _ALIGNED or covered >= _COVERED))


def _large_and_near(study: Study, a: Count, b: Count, score: float) -> bool:
    """Whether two counts of things that may be one are too large and too near each other to be so by chance."""
    low, high = sorted((a.mention.low, b.mention.low))
    linked = _linked(a, b) or (a.kind == b.kind and score >= _DOUBTFUL)
    told = (a.beside | a.around - a.heads) & (b.beside | b.around - b.heads)
    return low >= LARGE and high <= NEAR * low and linked and _weight(study, told) >= _TOLD


def _alike_beside(study: Study, a: Count, b: Count, shared: frozenset[str]) -> float:
    """Weight of what two counts share, the words of the counted phrase included: "11 Pacific Rim nations", "the 12-nation Pacific deal"."""
    return _weight(study, shared | common(a.beside, b.beside | b.around) | common(b.beside, a.around))


def _exceeds(a: Count, b: Count) -> bool:
    """Whether a least is told that the other value is far above: "more than 1.5 million loans", "1.7 million loans"."""
    return any(
        bool(bound := bound_of(one.clause, one.mention)) and not is_most(one.clause, bound) and one.mention.high < other.mention.low
        for one, other in ((a, b), (b, a))
    )


def _elsewhen(study: Study, count: Count) -> bool:
    """Whether it tells of another occasion than the news of its article: a day of the last weeks is none."""
    if not count.elsewhen:
        return False
    told = study.dated(count.side.unit.column)
    days = [day.interval for day in count.clause.dates]
    if told is None:
        return not days or any(day is None or day.first != day.last for day in days)
    return not days or any(day is None or day.gap_days(told) > _RECENT or _wide(day) for day in days)


def _wide(interval: DateInterval) -> bool:
    """Whether it is longer than a month, or has an open end."""
    return not interval.first or not interval.last or (interval.last - interval.first).days > _RECENT


def _of_one_noun(a: Count, b: Count) -> bool:
    """``the 450-pound gorilla`` and ``a 400-pound male gorilla``: both say of one noun how much it is."""
    if not (a.attributive and b.attributive):
        return False
    units = a.unit_stems | b.unit_stems
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
    return shared - frozenset(named) - a.words.points


def _same_act(a: Count, b: Count) -> bool:
    """Whether the same doer does the same with both: "will cut 1,200 jobs", "plans to shed 2,000 posts"."""
    mine, other = a.act, b.act
    if mine is None or other is None or not tell_same(mine.verbs, other.verbs):
        return False
    if _common(a):
        return bool(common(mine.doer, other.doer))
    return bool(common(mine.doer, other.doer)) or not (mine.named and other.named)


def _linked(a: Count, b: Count) -> bool:
    """``412,000 households have a copper line`` and ``the number of lines is 380,000``; a bare sum and one with its currency."""
    kinds = {a.kind, b.kind}
    if "bare" in kinds:
        return any(kind.startswith("money") for kind in kinds)
    if kinds <= a.words.customers:
        return True  # "143 million customers", "145.5 million people"
    return any(x.kind in {word.low.rstrip("s") for word in y.clause.words if not word.stop} for x, y in ((a, b), (b, a)))


def _is_share(count: Count) -> bool:
    return count.kind == PERCENT or count.kind in count.words.points


def _weight(study: Study, stems: frozenset[str]) -> float:
    like = study.alignment.weighing.likeness
    return float(np.sum([like.weight[like.vocabulary[stem]] for stem in stems if stem in like.vocabulary], initial=0.0))
