"""Runs every analysis over the articles of one event and puts the results into one Comparison."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from briefing_app.comparison.apart import denials, silences
from briefing_app.comparison.claims import claims_of
from briefing_app.comparison.differences import differences_between, disputes_between
from briefing_app.comparison.labels import labels_of
from briefing_app.comparison.omissions import omissions_of, replies_left_out
from briefing_app.comparison.origins import origins_of
from briefing_app.comparison.study import Study
from briefing_app.comparison.timeline import timeline_of
from briefing_app.comparison.units import Unit
from briefing_app.model.article import Article
from briefing_app.model.comparison import Comparison, Difference, Pair, Place, Said, Told
from briefing_app.model.findings import Findings

VERSION = "5"
"""Changes whenever the comparison of the same articles may change; stored comparisons of another version are made again."""

MOST_CANDIDATES = 400
_LEAST_CANDIDATE = 0.03
_MOST_REASONS = 6
_DOUBTFUL = 0.5  # share of the acceptance threshold from which a pair is searched for hard differences


def compare(articles: Sequence[Article], findings: Sequence[Findings]) -> Comparison:
    """Compare articles, one Findings each, in column order. Pure; works for one article and for empty ones."""
    return examine(Study(tuple(articles), tuple(findings)))


def examine(study: Study) -> Comparison:
    """As ``compare`` for a study that is set up already (with other weights, to measure)."""
    claims = claims_of(study)
    return Comparison(
        version=VERSION,
        articles=tuple(article.id for article in study.articles),
        digests=tuple(article.digest for article in study.articles),
        claims=claims,
        omissions=omissions_of(claims) + replies_left_out(study, claims),
        origins=origins_of(study.units, claims),
        **{name: analysis(study) for name, analysis in ANALYSES},
    )


def _pairs(study: Study) -> tuple[Pair, ...]:
    return tuple(_pair(study, i, j, score) for (i, j), score in sorted(study.alignment.accepted.items()))


def _candidates(study: Study) -> tuple[Pair, ...]:
    below = [(s, i, j) for i, j, s in study.alignment.rows if _LEAST_CANDIDATE <= s < study.alignment.threshold]
    best = sorted(below, key=lambda one: (-one[0], one[1], one[2]))[:MOST_CANDIDATES]
    return tuple(_pair(study, i, j, score) for score, i, j in best)


def _pair(study: Study, i: int, j: int, score: float) -> Pair:
    a, b = study.units[i], study.units[j]
    return Pair(a.place, b.place, round(score, 4), _reasons(study, i, j))


def _reasons(study: Study, i: int, j: int) -> tuple[str, ...]:
    """The weightiest words that both sentences hold."""
    like = study.alignment.weighing.likeness
    there = {word.stem for word in study.units[j].words}
    words = {word.stem: word.text for word in study.units[i].words if not word.stop and word.stem in there}
    return tuple(words[stem] for stem in sorted(words, key=lambda stem: (-like.weight[like.vocabulary[stem]], stem))[:_MOST_REASONS])


def _differences(study: Study) -> tuple[Difference, ...]:
    """Between the clauses by which accepted pairs meet; the hard kinds also between the whole sentences, and in pairs half as sure."""
    found: dict[Difference, None] = {}
    for i, j, score in study.alignment.rows:
        if score < _DOUBTFUL * study.alignment.threshold:
            continue
        accepted = score >= study.alignment.threshold
        met = differences_between(*study.meeting(i, j)) if accepted else disputes_between(*study.meeting(i, j))
        kinds = {difference.kind for difference in met}
        met += [x for x in disputes_between(study.side(i), study.side(j)) if x.kind not in kinds]
        found.update(dict.fromkeys(met))
    known = {(one.kind, one.a, one.b) for one in found}
    found.update({one: None for one in (*denials(study), *silences(study)) if (one.kind, one.a, one.b) not in known})
    told = [one for one in found if not _told_by_both(study, one)]
    return tuple(sorted(told, key=lambda one: (one.a.article, one.a.span, one.b.article, one.b.span, one.kind)))


def _told_by_both(study: Study, one: Difference) -> bool:
    """Whether both articles hold both sentences word for word: then each differs from itself, and not from the other."""
    a, b = _sentence(study, one.a), _sentence(study, one.b)
    if a is None or b is None:
        return False
    return a.text in study.sentences[b.column] and b.text in study.sentences[a.column]


def _sentence(study: Study, place: Place) -> Unit | None:
    """The sentence that holds a place, None when it reaches over several."""
    column = next(k for k, article in enumerate(study.articles) if article.id == place.article)
    return next((study.units[i] for i in study.of_column[column] if study.units[i].place.span.holds(place.span)), None)


def _quotations(study: Study) -> tuple[Said, ...]:
    return tuple(Said(a.id, quotation) for a, found in zip(study.articles, study.findings, strict=True) for quotation in found.quotations)


def _attributions(study: Study) -> tuple[Told, ...]:
    return tuple(Told(a.id, told) for a, found in zip(study.articles, study.findings, strict=True) for told in found.attributions)


ANALYSES: tuple[tuple[str, Callable[[Study], Any]], ...] = (
    ("pairs", _pairs),
    ("candidates", _candidates),
    ("differences", _differences),
    ("copies", lambda study: study.copies),
    ("labels", labels_of),
    ("timeline", lambda study: timeline_of(study.units)),
    ("quotations", _quotations),
    ("attributions", _attributions),
)
"""Field of ``Comparison`` and the analysis that fills it; claims and what is read from them come first."""
