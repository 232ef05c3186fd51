"""The compute worker: what somebody waits for now and nobody keeps. It writes exported files, never the library."""

from __future__ import annotations

from typing import Any

from briefing_app import briefing as briefings
from briefing_app import export, language
from briefing_app.library import Library
from briefing_app.model.article import Article
from briefing_app.model.briefing import Briefing, Preview
from briefing_app.model.comparison import Comparison
from briefing_app.model.findings import Findings
from briefing_app.model.ids import ArticleId
from briefing_app.pipeline.material import event_articles, material_of
from briefing_app.pipeline.reading import Reader, comparison_of, findings_of
from briefing_app.pipeline.requests import CompareLoose, CompareStored, ExportBriefing, GetReady, PreviewBriefing, Request, Setting
from briefing_app.pipeline.roles import Tell
from briefing_app.pipeline.versions import comparison_version


class ComputeWorker:
    """Answers comparisons, exports and previews; opens the library, for reading, at the first request that needs it."""

    def __init__(self, setting: Setting) -> None:
        self._folder = setting.library
        self._opened: Library | None = None
        self._reader = Reader()

    def answer(self, request: Request[Any], tell: Tell) -> Comparison | Preview | None:
        """Do what is asked."""
        if isinstance(request, CompareStored):
            return self._compare(request.articles)
        if isinstance(request, GetReady):
            self._reader.compare(self._library(), request.articles)
            return None
        if isinstance(request, CompareLoose):
            return comparison_of(request.articles, [_read(article) for article in request.articles])
        if isinstance(request, ExportBriefing):
            written = export.write(briefings.compose(request.briefing, self._material(request.briefing)), request.path)
            for warning in written.warnings:
                tell(warning)
            return None
        assert isinstance(request, PreviewBriefing)
        return export.preview(briefings.compose(request.briefing, self._material(request.briefing)), request.width_px)

    def _library(self) -> Library:
        assert self._folder is not None
        if self._opened is None:
            self._opened = Library.open(self._folder, read_only=True)
        return self._opened

    def _compare(self, ids: tuple[ArticleId, ...]) -> Comparison:
        library = self._library()
        event = library.rows(ids[:1])[0].event if ids else None
        if event is not None and library.event(event).group.articles == ids:
            stored = library.comparison(event, comparison_version())
            if stored is not None:
                return stored
        return self._reader.compare(library, ids)

    def _material(self, briefing: Briefing) -> briefings.Material:
        library = self._library()
        ids = event_articles(library, briefing)
        findings = tuple(findings_of(library, article) for article in library.articles(ids))
        return material_of(library, briefing, findings, self._compare(ids) if ids else None)


def _read(article: Article) -> Findings:
    return language.read(article.document, article.document.date.value)
