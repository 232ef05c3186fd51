"""Runs every analysis over the articles of one event and puts the results into one Comparison."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from briefing_app.comparison.claims import claims_of
from briefing_app.comparison.differences import differences_between
from briefing_app.comparison.disputes import Dispute, disputes_of, told_by_both
from briefing_app.comparison.labels import labels_of
from briefing_app.comparison.omissions import omissions_of, replies_left_out
from briefing_app.comparison.origins import origins_of
from briefing_app.comparison.rulings.outcome import on_omissions
from briefing_app.comparison.rulings.settling import lost, settled
from briefing_app.comparison.rulings.shaping import on_differences, on_disputes, on_pairs
from briefing_app.comparison.rulings.speakers import on_findings
from briefing_app.comparison.study import Study
from briefing_app.comparison.timeline import timeline_of
from briefing_app.model.article import Article
from briefing_app.model.comparison import Comparison, Difference, DifferenceKind, Pair, Said, Told
from briefing_app.model.findings import Findings
from briefing_app.model.ruling import Ruling, rulings_digest
from briefing_app.model.source import Register, Source

VERSION = "14"
"""Changes whenever the comparison of the same articles may change; stored comparisons of another version are made again."""

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


def compare(
    articles: Sequence[Article], findings: Sequence[Findings], rulings: Sequence[Ruling] = (), sources: Sequence[Source] = ()
) -> Comparison:
    """Compare articles, one Findings each, in column order, as the analyst has ruled and as the register knows the sources.

    Pure; works for one article and for empty ones.
    """
    ruled, register = settled(articles, rulings), Register(sources)
    comparison = examine(Study(tuple(articles), on_findings(articles, findings, ruled), rulings=ruled, register=register))
    pending = sorted({*lost(articles, rulings), *comparison.pending})
    named = {*comparison.tellers(), *(one.document.source.value or "" for one in articles)}
    return replace(comparison, ruled=rulings_digest(tuple(rulings)), registered=register.digest(named), pending=tuple(pending))


def examine(study: Study) -> Comparison:
    """As ``compare`` for a study that is set up already (with other weights, to measure)."""
    disputes = on_disputes(study, disputes_of(study))
    claims, homeless = claims_of(study, disputes)
    return Comparison(
        version=VERSION,
        articles=tuple(article.id for article in study.articles),
        digests=tuple(article.digest for article in study.articles),
        claims=claims,
        omissions=on_omissions(omissions_of(study, claims) + replies_left_out(study, claims), claims, study.rulings),
        origins=origins_of(study.units, claims, study.register),
        differences=on_differences(study, _differences(study, disputes)),
        pending=homeless,
        **{name: analysis(study) for name, analysis in ANALYSES},
    )


def _pairs(study: Study) -> tuple[Pair, ...]:
    found = tuple(_pair(study, i, j, score) for (i, j), score in sorted(study.alignment.accepted.items()))
    return on_pairs(study, found) if study.rulings else found


def _candidates(study: Study) -> tuple[Pair, ...]:
    below = [(s, i, j) for i, j, s in study.alignment.rows if _LEAST_CANDIDATE <= s < study.alignment.threshold]
    best = sorted(below, key=lambda one: (-one[0], one[1], one[2]))[:MOST_CANDIDATES]
    return tuple(_pair(study, i, j, score) for score, i, j in best)


def _pair(study: Study, i: int, j: int, score: float) -> Pair:
    a, b = study.units[i], study.units[j]
    there = study.stems[j]  # the weightiest words that both sentences hold
    reasons = tuple(islice((text for stem, text in study.weightiest[i] if stem in there), _MOST_REASONS))
    return Pair(a.place, b.place, round(score, 4), reasons)


def _differences(study: Study, disputes: Sequence[Dispute]) -> tuple[Difference, ...]:
    """The disputes, and what else differs between the clauses by which accepted pairs meet."""
    found = dict.fromkeys(one.difference for one in disputes)
    bounded: set[tuple[int, int, str]] = set()
    for i, j, score in sorted(study.alignment.rows, key=lambda row: -row[2]):
        if score < study.alignment.threshold:
            break
        for one in differences_between(*study.meeting(i, j)):
            if one.kind not in _SOFT or told_by_both(study, i, j):
                continue
            if one.kind is DifferenceKind.SCOPE:  # said once of a sentence and each other article, against the sentence most like it
                ends = {(i, study.units[j].column, one.why), (j, study.units[i].column, one.why)}
                if ends & bounded:
                    continue
                bounded |= ends
            found[one] = None
    return tuple(sorted(found, key=lambda one: (one.a.article, one.a.span, one.b.article, one.b.span, one.kind)))


def _quotations(study: Study) -> tuple[Said, ...]:
    return tuple(Said(a.id, quotation) for a, found in zip(study.articles, study.findings, strict=True) for quotation in found.quotations)


def _attributions(study: Study) -> tuple[Told, ...]:
    return tuple(Told(a.id, told) for a, found in zip(study.articles, study.findings, strict=True) for told in found.attributions)


ANALYSES: tuple[tuple[str, Callable[[Study], Any]], ...] = (
    ("pairs", _pairs),
    ("candidates", _candidates),
    ("copies", lambda study: study.copies),
    ("labels", labels_of),
    ("timeline", lambda study: timeline_of(study.units)),
    ("quotations", _quotations),
    ("attributions", _attributions),
)
"""Field of ``Comparison`` and the analysis that fills it; claims and what is read from them come first."""
