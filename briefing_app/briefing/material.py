"""What a briefing is made from, and the letters that its sources go by."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.briefing.tree import Badge
from briefing_app.model.annotation import Annotation
from briefing_app.model.article import Article
from briefing_app.model.comparison import Comparison
from briefing_app.model.findings import Findings
from briefing_app.model.ids import ArticleId
from briefing_app.model.letters import letters_of
from briefing_app.model.source import Register, Source
from briefing_app.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """An event's articles with what is known about them.

    ``findings`` run parallel to ``articles`` or are empty; ``comparison`` is None while there is none;
    ``annotations`` may hold more than the event's. ``cited`` are articles of other events that the analyst's text cites; they
    have letters behind the event's, and stand in the list of sources. ``earlier`` are other texts that cited articles have had: those
    of older versions, and what was found before corrections. ``sources`` is the register, by which the letters go.
    """

    articles: tuple[Article, ...]
    findings: tuple[Findings, ...] = ()
    comparison: Comparison | None = None
    annotations: tuple[Annotation, ...] = ()
    cited: tuple[Article, ...] = ()
    earlier: tuple[tuple[ArticleId, str], ...] = ()
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        if self.findings and len(self.findings) != len(self.articles):
            raise ValueError(f"{len(self.findings)} findings for {len(self.articles)} articles")

    def ordered(self) -> tuple[Article, ...]:
        """The articles in the comparison's column order, then the others that are cited. The letters follow it."""
        place = {article: index for index, article in enumerate(self.comparison.articles)} if self.comparison else {}
        return (*sorted(self.articles, key=lambda article: place.get(article.id, len(place))), *self.cited)

    def badges(self) -> dict[ArticleId, Badge]:
        """Each article's letter."""
        ordered = self.ordered()
        letters = letters_of((article.document.source.value for article in ordered), Register(self.sources))
        return {article.id: Badge(letter) for article, letter in zip(ordered, letters, strict=True)}

    def article(self, wanted: ArticleId) -> Article | None:
        """The article of that number, or None when the material does not hold it."""
        return next((article for article in (*self.articles, *self.cited) if article.id == wanted), None)

    def findings_of(self, wanted: ArticleId) -> Findings | None:
        """That article's findings, or None."""
        return next((found for article, found in zip(self.articles, self.findings, strict=False) if article.id == wanted), None)

    def paragraph(self, wanted: ArticleId, span: Span) -> int | None:
        """The told paragraph (from 1) in which ``span`` begins, or None when no sentence covers it."""
        found = self.findings_of(wanted)
        if found is None:
            return None
        return next((s.paragraph + 1 for s in found.sentences if s.span.start <= span.start < s.span.end), None)
