"""Findings and comparisons of stored articles: taken from the library when they are current, else worked out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing_app import comparison, language
from briefing_app.library import Library
from briefing_app.model.analysis_versions import comparison_version, findings_version
from briefing_app.model.article import Article
from briefing_app.model.comparison import Comparison
from briefing_app.model.findings import Findings
from briefing_app.model.going_on import GoOn
from briefing_app.model.ids import ArticleId
from briefing_app.model.ruling import Ruling


def _untold() -> None:
    """Nobody wants to know how far it is."""


def findings_of(library: Library, article: Article) -> Findings:
    """The article's findings, current; not stored when they had to be worked out."""
    return library.findings(article.id, findings_version()) or language.read(article.document, article.document.date.value)


class Reader:
    """Compares articles of a library, as the analyst has ruled them and knows the sources.

    What ``go_on`` raises ends a comparison under way. What was compared last is kept in memory:
    while its texts, findings and sources are as they were, only what is ruled is worked out anew.
    """

    def __init__(self, go_on: GoOn) -> None:
        self._go_on = go_on
        self._last: comparison.Comparer | None = None

    def compare(self, library: Library, ids: Sequence[ArticleId], step: Callable[[], None] = _untold) -> Comparison:
        """The comparison of these articles, in this order. ``step`` is called for each article, and for each step of the comparison."""
        articles = library.articles(ids)
        findings = []
        for article in articles:
            self._go_on()
            findings.append(findings_of(library, article))
            step()
        material = (articles, tuple(findings), library.sources())
        if self._last is None or self._last.material != material:
            self._last = comparison.Comparer(*material, self._go_on)
        return _by(self._last, library.rulings(ids), step)


def stored_comparison_of(library: Library, ids: Sequence[ArticleId], go_on: GoOn) -> Comparison:
    """The comparison of articles of a library, as ``Reader``, once."""
    return Reader(go_on).compare(library, ids)


def comparison_of(articles: Sequence[Article], findings: Sequence[Findings], go_on: GoOn, step: Callable[[], None]) -> Comparison:
    """The comparison of articles of no library, marked with the version of everything that it rests on; ``step`` for each of its steps."""
    return _by(comparison.Comparer(articles, findings, go_on=go_on), (), step)


def _by(comparer: comparison.Comparer, rulings: Sequence[Ruling], step: Callable[[], None] = _untold) -> Comparison:
    return replace(comparer.compare(rulings, step), version=comparison_version())
