"""Gathers every hard disagreement between the articles, wherever it stands: contradictions, counts, stages, silences; the surest of each.

A dispute has two sentences that may never have been aligned. Of many that tell the same thing (one plan against every sentence that tells
the deed) only the surest is kept for each sentence and each other article.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from briefing_app.comparison.deeds import Nearness
from briefing_app.comparison.disputes.against import Against
from briefing_app.comparison.disputes.contradictions.claims_disputed import claims_disputed
from briefing_app.comparison.disputes.contradictions.claims_of_somebody import claims_of_somebody
from briefing_app.comparison.disputes.contradictions.deeds import contradictions
from briefing_app.comparison.disputes.contradictions.denials import denies
from briefing_app.comparison.disputes.contradictions.denials_in_rows import denied_in_rows
from briefing_app.comparison.disputes.contradictions.denials_pointing_back import denials_pointing_back
from briefing_app.comparison.disputes.filled import FilledApart
from briefing_app.comparison.disputes.numbers.bounds import bounded_both_ways, bounds_apart
from briefing_app.comparison.disputes.numbers.counts import counts_apart
from briefing_app.comparison.disputes.pairing import asked
from briefing_app.comparison.disputes.people.offices import once_and_still
from briefing_app.comparison.disputes.related import related, told_elsewhere
from briefing_app.comparison.disputes.rules import Find
from briefing_app.comparison.disputes.stages.hindsight import told_in_hindsight
from briefing_app.comparison.disputes.stages.silences import silences
from briefing_app.comparison.disputes.table import COARSE_SLOTS, RULES, SLOTS
from briefing_app.comparison.disputes.times.days import days_apart
from briefing_app.comparison.sentences.units import Unit
from briefing_app.comparison.stretches.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import ClaimStatus, Difference, DifferenceKind
from briefing_app.model.span import Span

_LEAST_SCORE = 0.02  # of a pair that is looked at at all
_FAINT = 0.05  # score below which who is silent, or was something once, is hardly told of in the other sentence
_DOUBTFUL = 0.1  # score below which two sentences must have much in common
_MUCH, _SURE = 4, 3  # words in common that such sentences need, and two sentences of one article
_MOST = 40  # sentences of one article whose taking back is held against its other tellers
_NEARLY = 0.7  # share of the acceptance threshold from which sentences are near enough to have less in common


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two sentences (by their unit) that do not agree, the stretch of each that says so, and why in one line.

    ``why`` parts at " against "; its first half is about ``a``, or about ``b`` when ``swapped``. ``weight`` orders those of a kind.
    ``words`` are the few of each sentence that matter.
    """

    status: ClaimStatus
    kind: DifferenceKind
    a: int
    b: int
    side_a: Side
    side_b: Side
    why: str
    weight: float
    swapped: bool = False
    words: tuple[str, str] = ("", "")

    @property
    def difference(self) -> Difference:
        """As the comparison lists it."""
        return Difference(self.kind, self.side_a.place, self.side_b.place, self.why)


def disputes_of(study: Study) -> tuple[Dispute, ...]:
    """All disputes, in the order of the sentences."""
    apart = frozenset((a, b) for a, b in related(study) if study.same_sentences[a] != study.same_sentences[b])
    found = _across(study, apart) + _surest(_within(study))
    told = {(one.kind, one.a, one.b): one for one in found if not told_by_both(study, one.a, one.b)}
    return tuple(one for one in sorted(told.values(), key=lambda one: (one.a, one.b, one.kind)) if _stands(study, one, told))


def _across(study: Study, apart: AbstractSet[tuple[int, int]]) -> list[Dispute]:
    """Those between articles (pairs of columns) that report one event in words that are not the same throughout."""
    if not apart:
        return []
    found = _surest(_slots(study, COARSE_SLOTS))  # a later one of a pair takes its place
    found += [*_surest(_of_pairs(study, apart)), *_counts(study), *_surest(_slots(study, SLOTS)), *_silences(study)]
    found += [*_surest(_offices(study)), *_surest(_denials(study))]
    return [one for one in found if (one.side_a.unit.column, one.side_b.unit.column) in apart]


def _stands(study: Study, one: Dispute, told: Container[tuple[DifferenceKind, int, int]]) -> bool:
    """Whether a dispute is worth telling beside all that are told: the graver one of a pair is enough; a later plan may be known done."""
    if one.kind is not DifferenceKind.STAGE:
        return True
    if (DifferenceKind.CONTRADICTION, one.a, one.b) in told:
        return False  # "no arrests were made", "police arrested a man"
    early, late, words = (one.b, one.a, one.words[0]) if one.swapped else (one.a, one.b, one.words[1])
    return not told_in_hindsight(study, early, late, words)


def _of_pairs(study: Study, apart: AbstractSet[tuple[int, int]]) -> Iterator[Dispute]:
    alignment, sides = study.alignment, [study.side(k) for k in range(len(study.units))]
    i, j, scores = alignment.weighing.i, alignment.weighing.j, alignment.scores.astype(np.float64)
    between = np.zeros((len(study.articles), len(study.articles)), dtype=bool)
    between[tuple(np.array(sorted(apart)).T)] = True
    columns = alignment.weighing.likeness.columns
    worth = between[columns[i], columns[j]] & (scores >= _LEAST_SCORE)
    worth &= ~(study.told_in[i, columns[j]] & study.told_in[j, columns[i]])  # as ``told_by_both``, for all at once
    i, j, scores = i[worth], j[worth], scores[worth]
    near = Nearness.FAR + (scores >= _NEARLY * alignment.threshold) + (scores >= alignment.threshold)
    twin = np.array(study.twin_of, dtype=np.intp)
    told = [np.flatnonzero(asked(rule, sides, twin[i], twin[j], study.go_on) & (near >= rule.least)) for rule in RULES]
    own = np.flatnonzero(near == Nearness.ALIGNED)  # the rules of single values come last
    pairs, rules = np.concatenate([*told, own]), np.repeat(np.arange(len(RULES) + 1), [len(some) for some in (*told, own)])
    order = np.lexsort((rules, pairs))
    asking = _Asking(study)
    for k, number in zip(pairs[order].tolist(), rules[order].tolist(), strict=True):
        study.go_on()
        x, y, score = int(i[k]), int(j[k]), float(scores[k])
        if number == len(RULES):
            yield from _of_values(study, x, y, score)
            continue
        rule = RULES[number]
        for against in asking.found(rule.find, x, y, Nearness(int(near[k]))):
            if score >= _DOUBTFUL or against.shared >= _MUCH:
                yield _dispute(study, rule.status, rule.kind, x, y, against, score)


def _of_values(study: Study, i: int, j: int, score: float) -> Iterator[Dispute]:
    """Bounds and days of two aligned sentences, by the clauses in which they meet."""
    a, b = study.meeting(i, j)
    if (why := bounds_apart(a, b)) and not bounded_both_ways(study, a, b):
        yield Dispute(ClaimStatus.CONFLICT, DifferenceKind.NUMBER, i, j, a, b, why, score)
    if why := days_apart(a, b) or days_apart(study.side(i), study.side(j), as_wide=True):
        yield Dispute(ClaimStatus.CONFLICT, DifferenceKind.DATE, i, j, a, b, why, score)


def _within(study: Study) -> Iterator[Dispute]:
    """Contradictions between two tellers of one article, when another article tells of the same thing."""
    elsewhere, asking = told_elsewhere(study), _Asking(study)
    for column in study.units_of:
        told = {} if elsewhere.isdisjoint(column) else {k: names for k in column if (names := tellers(study.units[k]))}
        against = [k for k in told if denies(study.side(k)) or any(deed.turned for deed in study.side(k).deeds)][:_MOST]
        for i, j in sorted({(min(k, other), max(k, other)) for k in against for other in told if k != other}):
            if told[i] & told[j] or not {i, j} & elsewhere:
                continue
            for found in asking.found(contradictions, i, j, Nearness.FAR):
                if found.shared >= _SURE:
                    yield _dispute(study, ClaimStatus.CONFLICT, DifferenceKind.CONTRADICTION, i, j, found, 0.0)


class _Asking:
    """Asks of two sentences, by their units, what stands between them; not again of twins between which nothing was found."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._agreed: set[tuple[Find, int, int, Nearness]] = set()

    def found(self, find: Find, i: int, j: int, near: Nearness) -> Sequence[Against]:
        """Everything that is found."""
        study = self._study
        case = find, study.twin_of[i], study.twin_of[j], near
        found = () if case in self._agreed else tuple(find(study.side(i), study.side(j), near))
        if not found:
            self._agreed.add(case)
        return found


def tellers(unit: Unit) -> frozenset[str]:
    """Last names of those to whom the sentence's words are given, in lower case."""
    return frozenset(told.source.split()[-1].lower() for told in unit.attributions if told.source)


def _dispute(study: Study, status: ClaimStatus, kind: DifferenceKind, i: int, j: int, against: Against, score: float) -> Dispute:
    return Dispute(
        status,
        kind,
        i,
        j,
        _around(study, i, against.a),
        _around(study, j, against.b),
        against.why,
        against.shared + score,
        against.swapped,
        against.words,
    )


def _around(study: Study, unit: int, span: Span) -> Side:
    """The clauses of the sentence that hold the span."""
    clauses = study.units[unit].sentence.clauses
    return study.side(unit, tuple(k for k, clause in enumerate(clauses) if clause.overlap(span)))


def _counts(study: Study) -> Iterator[Dispute]:
    for one in counts_apart(study):
        status = ClaimStatus.PROGRESSION if one.grown else ClaimStatus.CONFLICT
        kind = DifferenceKind.PROGRESSION if one.grown else DifferenceKind.NUMBER
        a, b = (_around(study, count.unit, count.mention.span) for count in (one.a, one.b))
        yield Dispute(status, kind, one.a.unit, one.b.unit, a, b, one.why, one.weight)


def _slots(study: Study, finders: Iterable[Callable[[Study], Iterator[FilledApart]]]) -> Iterator[Dispute]:
    for one in (found for finder in finders for found in finder(study)):
        a, b = (_around(study, filled.unit, filled.span) for filled in (one.a, one.b))
        words = one.a.value, one.b.value
        status = ClaimStatus.PROGRESSION if one.kind is DifferenceKind.STAGE else ClaimStatus.CONFLICT
        yield Dispute(status, one.kind, one.a.unit, one.b.unit, a, b, one.why, 1.0, words=words)


def _silences(study: Study) -> Iterator[Dispute]:
    for one in silences(study):
        i, j = sorted((one.silent, one.spoken))
        if study.alignment.matrix[i, j] < _FAINT:
            continue  # words about something else
        why, swapped = f"“{one.words}” against words given", one.silent == j
        yield Dispute(ClaimStatus.PROGRESSION, DifferenceKind.PROGRESSION, i, j, study.side(i), study.side(j), why, 1.0, swapped)


def _denials(study: Study) -> Iterator[Dispute]:
    for one in (*denied_in_rows(study), *denials_pointing_back(study), *claims_disputed(study), *claims_of_somebody(study)):
        (i, a), (j, b) = sorted(((one.denying, one.denial), (one.telling, one.told)), key=lambda end: end[0])
        swapped = one.denying == j
        words = one.words[::-1] if swapped else one.words
        score = study.alignment.matrix[i, j]
        yield Dispute(ClaimStatus.CONFLICT, DifferenceKind.CONTRADICTION, i, j, a, b, one.why, score, swapped, words)


def _offices(study: Study) -> Iterator[Dispute]:
    for one in once_and_still(study):
        i, j = sorted((one.past, one.lasting))
        past = _around(study, one.past, one.past_span)
        sides = (past, study.side(j)) if one.past == i else (study.side(i), past)
        why = f"“{one.over}” against “{one.on}”"
        score = study.alignment.matrix[i, j]
        if score < _FAINT:
            continue
        words = (one.over, one.on) if one.past == i else (one.on, one.over)
        yield Dispute(ClaimStatus.CONFLICT, DifferenceKind.CONTRADICTION, i, j, *sides, why, score, one.past == j, words)


def _surest(found: Iterable[Dispute]) -> list[Dispute]:
    """Those that are, for both of their sentences, the surest of their kind towards the other's article."""
    taken: set[tuple[DifferenceKind, int, int]] = set()
    kept = []
    for one in sorted(found, key=lambda one: -one.weight):
        parties = {(one.kind, one.a, one.side_b.unit.column), (one.kind, one.b, one.side_a.unit.column)}
        if not parties & taken:
            kept.append(one)
        taken |= parties
    return kept


def told_by_both(study: Study, i: int, j: int) -> bool:
    """Whether both articles hold both sentences word for word: then each differs from itself, and not from the other."""
    a, b = study.units[i].column, study.units[j].column
    return a != b and bool(study.told_in[i, b] and study.told_in[j, a])
