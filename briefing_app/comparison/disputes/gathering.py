"""Gathers every hard disagreement between the articles, wherever it stands: contradictions, counts, stages, silences; the surest of each.

A dispute has two sentences that may never have been aligned. Of many that tell the same thing (one plan against every sentence that tells
the deed) only the surest is kept for each sentence and each other article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefing_app.comparison.deeds import Nearness
from briefing_app.comparison.disputes.against import Against
from briefing_app.comparison.disputes.ages import ages_apart
from briefing_app.comparison.disputes.attributes import may_exclude, states_apart
from briefing_app.comparison.disputes.bounds import bounded_both_ways, bounds_apart
from briefing_app.comparison.disputes.contradictions import contradictions, may_contradict
from briefing_app.comparison.disputes.counts import counts_apart
from briefing_app.comparison.disputes.courses import courses_apart
from briefing_app.comparison.disputes.days import days_apart
from briefing_app.comparison.disputes.denied import denied_in_rows
from briefing_app.comparison.disputes.filled import FilledApart
from briefing_app.comparison.disputes.injuries import hurt_otherwise, may_be_hurt
from briefing_app.comparison.disputes.nameless import nameless_ages_apart
from briefing_app.comparison.disputes.offices import once_and_still
from briefing_app.comparison.disputes.once import doers_apart, may_be_done_once, places_apart
from briefing_app.comparison.disputes.outlooks import is_provisional_or_outlook, settled_since
from briefing_app.comparison.disputes.plainly import denied_plainly, may_be_planned, may_deny, staged_plainly
from briefing_app.comparison.disputes.ranks import may_rank, ranks_apart
from briefing_app.comparison.disputes.related import related, told_elsewhere
from briefing_app.comparison.disputes.resolve import is_resolved, resolved_apart
from briefing_app.comparison.disputes.roles import roles_apart
from briefing_app.comparison.disputes.silences import silences
from briefing_app.comparison.disputes.stages import may_be_early, stages_apart
from briefing_app.comparison.disputes.states import lasts, states_ended
from briefing_app.comparison.disputes.turnabouts import may_swap, roles_swapped
from briefing_app.comparison.disputes.unknowns import leaves_open, made_known
from briefing_app.comparison.sides import Side
from briefing_app.comparison.study import Study
from briefing_app.comparison.units import Unit
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
    across = [*_surest(_of_pairs(study)), *_counts(study), *_surest(_slots(study)), *_silences(study)]
    across += [*_surest(_offices(study)), *_surest(_denials(study))]
    same_event = related(study)
    found = [one for one in across if (one.side_a.unit.column, one.side_b.unit.column) in same_event] + _surest(_within(study))
    told = {(one.kind, one.a, one.b): one for one in found if not told_by_both(study, one.a, one.b)}
    return tuple(sorted(told.values(), key=lambda one: (one.a, one.b, one.kind)))


def _of_pairs(study: Study) -> Iterator[Dispute]:
    threshold = study.alignment.threshold
    worth = {(finder, k) for k in range(len(study.units)) for _, _, finder, may in _FINDERS if may(study.side(k))}
    for i, j, score in study.alignment.rows:
        if score < _LEAST_SCORE:
            continue
        a, b, near = study.side(i), study.side(j), _nearness(score, threshold)
        for kind, status, finder, _ in _FINDERS:
            if (finder, i) not in worth and (finder, j) not in worth:
                continue
            for against in finder(a, b, near):
                if score >= _DOUBTFUL or against.shared >= _MUCH:
                    yield _dispute(study, status, kind, i, j, against, score)
        if score >= threshold and (why := bounds_apart(*study.meeting(i, j))) and not bounded_both_ways(study, *study.meeting(i, j)):
            yield Dispute(ClaimStatus.CONFLICT, DifferenceKind.NUMBER, i, j, *study.meeting(i, j), why, score)
        if score >= threshold and (why := days_apart(*study.meeting(i, j)) or days_apart(study.side(i), study.side(j), as_wide=True)):
            yield Dispute(ClaimStatus.CONFLICT, DifferenceKind.DATE, i, j, *study.meeting(i, j), why, score)


def _nearness(score: float, threshold: float) -> Nearness:
    return Nearness((score >= _NEARLY * threshold) + (score >= threshold))


def _within(study: Study) -> Iterator[Dispute]:
    """Contradictions between two tellers of one article, when another article tells of the same thing."""
    elsewhere = told_elsewhere(study)
    for column in study.of_column:
        told = {k: names for k in column if (names := tellers(study.units[k]))}
        against = [k for k in told if _denies(study.side(k)) or any(deed.turned for deed in study.side(k).deeds)][:_MOST]
        for i, j in sorted({(min(k, other), max(k, other)) for k in against for other in told if k != other}):
            if told[i] & told[j] or not {i, j} & elsewhere:
                continue
            for found in contradictions(study.side(i), study.side(j), Nearness.FAR):
                if found.shared >= _SURE:
                    yield _dispute(study, ClaimStatus.CONFLICT, DifferenceKind.CONTRADICTION, i, j, found, 0.0)


def _denies(side: Side) -> bool:
    return bool(side.met(side.cues.denial))


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


def _slots(study: Study) -> Iterator[Dispute]:
    for one in (found for finder in _SLOTS for found in finder(study)):
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
    for one in denied_in_rows(study):
        (i, a), (j, b) = sorted(((one.denying, one.denial), (one.telling, one.told)), key=lambda end: end[0])
        swapped = one.denying == j
        words = one.words[::-1] if swapped else one.words
        score = float(study.alignment.matrix[i, j])
        yield Dispute(ClaimStatus.CONFLICT, DifferenceKind.CONTRADICTION, i, j, a, b, one.why, score, swapped, words)


def _offices(study: Study) -> Iterator[Dispute]:
    for one in once_and_still(study):
        i, j = sorted((one.past, one.lasting))
        past = _around(study, one.past, one.past_span)
        sides = (past, study.side(j)) if one.past == i else (study.side(i), past)
        why = f"“{one.over}” against “{one.on}”"
        score = float(study.alignment.matrix[i, j])
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
    a, b = study.units[i], study.units[j]
    return a.column != b.column and a.text in study.sentences[b.column] and b.text in study.sentences[a.column]


_FINDERS: tuple[tuple[DifferenceKind, ClaimStatus, Callable[[Side, Side, Nearness], Iterator[Against]], Callable[[Side], bool]], ...] = (
    (DifferenceKind.CONTRADICTION, ClaimStatus.CONFLICT, contradictions, may_contradict),
    (DifferenceKind.CONTRADICTION, ClaimStatus.CONFLICT, roles_swapped, may_swap),
    (DifferenceKind.CONTRADICTION, ClaimStatus.CONFLICT, denied_plainly, may_deny),
    (DifferenceKind.CONTRADICTION, ClaimStatus.CONFLICT, states_apart, may_exclude),
    (DifferenceKind.CONTRADICTION, ClaimStatus.CONFLICT, hurt_otherwise, may_be_hurt),
    (DifferenceKind.CONTRADICTION, ClaimStatus.CONFLICT, doers_apart, may_be_done_once),
    (DifferenceKind.NUMBER, ClaimStatus.CONFLICT, ranks_apart, may_rank),
    (DifferenceKind.STAGE, ClaimStatus.PROGRESSION, stages_apart, may_be_early),
    (DifferenceKind.STAGE, ClaimStatus.PROGRESSION, states_ended, lasts),
    (DifferenceKind.PROGRESSION, ClaimStatus.PROGRESSION, settled_since, is_provisional_or_outlook),
    (DifferenceKind.STAGE, ClaimStatus.PROGRESSION, staged_plainly, may_be_planned),
    (DifferenceKind.STAGE, ClaimStatus.PROGRESSION, made_known, leaves_open),
    (DifferenceKind.STAGE, ClaimStatus.PROGRESSION, resolved_apart, is_resolved),
)
"""Kind, status, what finds it between two sentences, and whether one of them has what it takes at all."""

_SLOTS: tuple[Callable[[Study], Iterator[FilledApart]], ...] = (
    ages_apart,
    nameless_ages_apart,
    roles_apart,
    places_apart,
    courses_apart,
)
"""What finds two values for one slot, wherever the articles give them."""
