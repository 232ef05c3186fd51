"""Findings and comparisons of stored articles: taken from the library when they are current, else worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing_app import comparison, language
from briefing_app.library import Library
from briefing_app.model.article import Article
from briefing_app.model.comparison import Comparison
from briefing_app.model.findings import Findings
from briefing_app.model.ids import ArticleId
from briefing_app.model.ruling import Ruling
from briefing_app.model.source import Source
from briefing_app.pipeline.versions import comparison_version, findings_version


def findings_of(library: Library, article: Article) -> Findings:
    """The article's findings, current; not stored when they had to be worked out."""
    return library.findings(article.id, findings_version()) or language.read(article.document, article.document.date.value)


def stored_comparison_of(library: Library, ids: Sequence[ArticleId]) -> Comparison:
    """The comparison of articles of a library, as the analyst has ruled it and knows the sources."""
    articles = library.articles(ids)
    findings = [findings_of(library, article) for article in articles]
    return comparison_of(articles, findings, library.rulings(ids), library.sources())


def comparison_of(
    articles: Sequence[Article], findings: Sequence[Findings], rulings: Sequence[Ruling] = (), sources: Sequence[Source] = ()
) -> Comparison:
    """The comparison as it is ruled, marked with the version of everything that it rests on."""
    return replace(comparison.compare(articles, findings, rulings, sources), version=comparison_version())
