"""Aligns the sentences of different articles: weighed pairs with the chance that an expert pairs them, and the clauses that meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from briefing_app.comparison.alignment.candidates import choose
from briefing_app.comparison.alignment.features import Weighing
from briefing_app.comparison.alignment.likeness import Likeness
from briefing_app.comparison.alignment.pair_scores import PairScores
from briefing_app.comparison.alignment.scoring import Weights, bar, score, shipped
from briefing_app.comparison.matrices.sparse import Floats
from briefing_app.comparison.sentences.units import Unit, units_of
from briefing_app.language import idf
from briefing_app.model.article import Article
from briefing_app.model.findings import Findings
from briefing_app.model.going_on import GoOn, always

_SURE, _SUREST = 2.0, 0.75


def sure(threshold: float) -> float:
    """The mean score that sentences of one row must have: twice the bar, but never more than .75."""
    return min(_SUREST, _SURE * threshold)


def weigh(articles: Sequence[Article], findings: Sequence[Findings], go_on: GoOn = always) -> Weighing:
    """The units of all articles and the pairs of them that are worth weighing."""
    units: list[Unit] = []
    for column, (article, found) in enumerate(zip(articles, findings, strict=True)):
        units += units_of(column, article, found)
        go_on()
    likeness = Likeness(units, idf, go_on)
    return Weighing(likeness, choose(likeness, go_on), go_on)


@dataclass(frozen=True)
class Alignment:
    """The weighed pairs with their scores (0 to 1) and the score from which one is accepted."""

    weighing: Weighing
    scores: Floats
    threshold: float

    @property
    def units(self) -> Sequence[Unit]:
        """The sentences, article by article."""
        return self.weighing.units

    @property
    def twin_of(self) -> Sequence[int]:
        """For each sentence the first that is the same (see ``twins_of``)."""
        return self.weighing.likeness.twin_of

    @cached_property
    def accepted(self) -> dict[tuple[int, int], float]:
        """Unit pairs (i < j) at or above the threshold, with their score."""
        return {(i, j): s for i, j, s in self.rows if s >= self.threshold}

    @cached_property
    def rows(self) -> list[tuple[int, int, float]]:
        """All weighed pairs (i < j) with their score."""
        w = self.weighing
        return list(zip(w.i.tolist(), w.j.tolist(), self.scores.tolist(), strict=True))

    @cached_property
    def matrix(self) -> PairScores:
        """Units x units: the scores, 0 where a pair was not weighed."""
        return PairScores(len(self.units), self.weighing.i, self.weighing.j, self.scores)

    def with_sure(self, pairs: frozenset[tuple[int, int]]) -> Alignment:
        """The same with these unit pairs (i < j), of those weighed, scored as high as a row asks."""
        if not pairs:
            return self
        scores = self.scores.copy()
        for k, pair in enumerate(zip(self.weighing.i.tolist(), self.weighing.j.tolist(), strict=True)):
            if pair in pairs:
                scores[k] = max(scores[k], sure(self.threshold))
        return replace(self, scores=scores)


def align(articles: Sequence[Article], findings: Sequence[Findings], weights: Weights | None = None, go_on: GoOn = always) -> Alignment:
    """Weigh and score; ``weights`` other than the shipped ones serve the measuring of events left out."""
    used = weights or shipped()
    weighing = weigh(articles, findings, go_on)
    scores = score(weighing, used)
    return Alignment(weighing, scores, bar(weighing, scores, used.share))
