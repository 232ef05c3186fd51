"""Runs every analysis over the articles of one event and puts the results into one Comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

import numpy as np

from briefing_app.comparison.chains import without_own_outlet
from briefing_app.comparison.claims import claims_of
from briefing_app.comparison.cues import cues_for
from briefing_app.comparison.differences import differences_between
from briefing_app.comparison.disputes import Dispute, disputes_of, told_by_both
from briefing_app.comparison.labels import labels_of
from briefing_app.comparison.omissions import omissions_of, replies_left_out
from briefing_app.comparison.origins import origins_of
from briefing_app.comparison.rulings.outcome import on_omissions
from briefing_app.comparison.rulings.settling import Settled, lost, settled
from briefing_app.comparison.rulings.shaping import on_differences, on_disputes, on_pairs
from briefing_app.comparison.rulings.speakers import on_findings
from briefing_app.comparison.study import Study
from briefing_app.comparison.timeline import timeline_of
from briefing_app.model.analysis_versions import COMPARISON
from briefing_app.model.article import Article
from briefing_app.model.comparison import Comparison, Difference, DifferenceKind, Pair, Said, Told
from briefing_app.model.findings import Findings
from briefing_app.model.going_on import GoOn, always
from briefing_app.model.ids import ArticleId
from briefing_app.model.ruling import Ruling, rulings_digest
from briefing_app.model.source import Register, Source

_T = TypeVar("_T")

MOST_CANDIDATES = 400
_LEAST_CANDIDATE = 0.03
_MOST_REASONS = 6
_SOFT = frozenset(DifferenceKind) - {
    DifferenceKind.CONTRADICTION,
    DifferenceKind.NUMBER,
    DifferenceKind.STAGE,
    DifferenceKind.PROGRESSION,
    DifferenceKind.NEGATION,
}
"""The kinds that bring no proof of their own, looked for in aligned pairs only; a negation without proof is only a mark in its cell."""


def _untold() -> None:
    """Nobody wants to know how far it is."""


def compare(
    articles: Sequence[Article], findings: Sequence[Findings], rulings: Sequence[Ruling] = (), sources: Sequence[Source] = ()
) -> Comparison:
    """Compare articles, one Findings each, in column order, as the analyst has ruled and as the register knows the sources.

    Pure; works for one article and for empty ones.
    """
    return Comparer(articles, findings, sources).compare(rulings)


class Comparer:
    """Compares the same articles again and again as rulings come and go; what these do not touch is worked out once.

    What ``go_on`` raises ends a comparison under way; the next one goes on from what was worked out.
    """

    def __init__(
        self, articles: Sequence[Article], findings: Sequence[Findings], sources: Sequence[Source] = (), go_on: GoOn = always
    ) -> None:
        self.material = (tuple(articles), tuple(findings), tuple(sources))
        self._register, self._go_on = Register(sources), go_on
        self._unruled = self._unruled_as(without_own_outlet(articles, findings))

    def compare(self, rulings: Sequence[Ruling] = (), step: Callable[[], None] = _untold) -> Comparison:
        """As ``compare``; ``step`` is called ``STEPS`` times, each time something is done."""
        articles, findings, _ = self.material
        ruled = settled(articles, rulings)
        read = without_own_outlet(articles, on_findings(articles, findings, ruled))
        if read != self._unruled.study.findings:
            self._unruled = self._unruled_as(read)
        comparison = self._unruled.ruled(ruled, step)
        pending = sorted({*lost(articles, rulings), *comparison.pending})
        named = {*comparison.tellers(), *(one.document.source.value or "" for one in articles)}
        registered = self._register.digest(named)
        return replace(comparison, ruled=rulings_digest(tuple(rulings)), registered=registered, pending=tuple(pending))

    def _unruled_as(self, findings: tuple[Findings, ...]) -> Unruled:
        return Unruled(Study(self.material[0], findings, register=self._register, go_on=self._go_on))


def examine(study: Study) -> Comparison:
    """As ``compare`` for a study that is set up already (with other weights, to measure)."""
    return Unruled(study).ruled(study.rulings)


@dataclass(frozen=True)
class Unruled:
    """A study with what is read from it before any ruling of rows, marks and relations."""

    study: Study

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """Every hard disagreement."""
        return disputes_of(self.study)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """What else differs between passages that tell the same."""
        return _soft_differences(self.study)

    @cached_property
    def analyses(self) -> dict[str, Any]:
        """The fields of the comparison that no ruling touches."""
        return {name: analysis(self.study) for name, analysis in UNRULED_ANALYSES}

    def ruled(self, rulings: tuple[Settled, ...], step: Callable[[], None] = _untold) -> Comparison:
        """The comparison under these rulings; ``step`` as in ``Comparer.compare``."""

        def done(result: _T) -> _T:
            step()
            self.study.go_on()
            return result

        done(self.study.alignment)
        study = self.study.under(rulings)
        disputes = done(on_disputes(study, self.disputes))
        claims, homeless = done(claims_of(study, disputes))
        return Comparison(
            version=COMPARISON,
            articles=tuple(article.id for article in study.articles),
            digests=tuple(article.digest for article in study.articles),
            claims=claims,
            omissions=done(on_omissions(omissions_of(study, claims) + replies_left_out(study, claims), claims, rulings)),
            origins=origins_of(study.units, claims, study.register, *_credits(study)),
            differences=done(on_differences(study, _in_order((*(one.difference for one in disputes), *self.differences)))),
            pending=homeless,
            letters=study.letters,
            unweighed=study.alignment.weighing.unweighed,
            **{name: done(analysis(study)) for name, analysis in ANALYSES},
            **done(self.analyses),
        )


def _credits(study: Study) -> tuple[dict[ArticleId, str], dict[ArticleId, str]]:
    """The agency of each article that credits one, and the outlet of each that is known."""
    agencies = {article.id: agency for article in study.articles if (agency := article.document.agency.value)}
    return agencies, {article.id: source for article in study.articles if (source := article.document.source.value)}


def _pairs(study: Study) -> tuple[Pair, ...]:
    found = tuple(_pair(study, i, j, score) for (i, j), score in sorted(study.alignment.accepted.items()))
    return on_pairs(study, found) if study.rulings else found


def _candidates(study: Study) -> tuple[Pair, ...]:
    rows, scores = study.alignment.rows, study.alignment.scores.astype(np.float64)
    below = np.flatnonzero((scores >= _LEAST_CANDIDATE) & (scores < study.alignment.threshold))
    best = below[np.argsort(-scores[below], kind="stable")][:MOST_CANDIDATES]  # of equal scores the first in the text
    return tuple(_pair(study, *rows[k]) for k in best.tolist())


def _pair(study: Study, i: int, j: int, score: float) -> Pair:
    a, b = study.units[i], study.units[j]
    there, negates = study.stems[j], cues_for(a.language).negates  # "not" is in both sentences of quite different things
    shared = (text for stem, text in study.weightiest[i] if stem in there and not negates(text))
    reasons = tuple(islice(shared, _MOST_REASONS))  # the weightiest words that both sentences hold
    return Pair(a.place, b.place, round(score, 4), reasons)


def _soft_differences(study: Study) -> tuple[Difference, ...]:
    """What differs, beside the disputes, between the clauses by which accepted pairs meet."""
    found: list[Difference] = []
    bounded: set[tuple[int, int, str]] = set()
    for i, j, score in sorted(study.alignment.rows, key=lambda row: -row[2]):
        if score < study.alignment.threshold:
            break
        study.go_on()
        if told_by_both(study, i, j):
            continue
        for one in differences_between(*study.meeting(i, j), _SOFT):
            if one.kind is DifferenceKind.SCOPE:  # said once of a sentence and each other article, against the sentence most like it
                ends = {(i, study.units[j].column, one.why), (j, study.units[i].column, one.why)}
                if ends & bounded:
                    continue
                bounded |= ends
            found.append(one)
    return tuple(found)


def _in_order(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Each once, article by article."""
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.a.article, one.a.span, one.b.article, one.b.span, one.kind)))


def _quotations(study: Study) -> tuple[Said, ...]:
    return tuple(Said(a.id, quotation) for a, found in zip(study.articles, study.findings, strict=True) for quotation in found.quotations)


def _attributions(study: Study) -> tuple[Told, ...]:
    return tuple(Told(a.id, told) for a, found in zip(study.articles, study.findings, strict=True) for told in found.attributions)


ANALYSES: tuple[tuple[str, Callable[[Study], Any]], ...] = (
    ("pairs", _pairs),
    ("labels", labels_of),
)
"""Field of ``Comparison`` and the analysis that fills it; claims and what is read from them come first."""

UNRULED_ANALYSES: tuple[tuple[str, Callable[[Study], Any]], ...] = (
    ("candidates", _candidates),
    ("copies", lambda study: study.copies),
    ("timeline", lambda study: timeline_of(study.units)),
    ("quotations", _quotations),
    ("attributions", _attributions),
)
"""The same of analyses that read neither rows nor rulings."""

STEPS = 6 + len(ANALYSES)
"""How many steps ``Comparer.compare`` tells of."""
