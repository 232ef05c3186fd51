"""The compute worker: what somebody waits for now and nobody keeps. It writes exported files, never the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing_app import briefing as briefings
from briefing_app import comparison, export, language
from briefing_app.library import Library
from briefing_app.model.analysis_versions import comparison_version
from briefing_app.model.article import Article
from briefing_app.model.briefing import Briefing, ChangedPages, Preview
from briefing_app.model.change import ChangeKind
from briefing_app.model.comparison import Comparison
from briefing_app.model.findings import Findings
from briefing_app.model.going_on import GoOn, always
from briefing_app.model.ids import ArticleId
from briefing_app.pipeline.material import event_articles, material_of
from briefing_app.pipeline.reading import Reader, comparison_of, findings_of
from briefing_app.pipeline.requests import (
    CompareLoose,
    CompareStored,
    ExportBriefing,
    GetReady,
    PreviewBriefing,
    PreviewChange,
    Request,
    Setting,
)
from briefing_app.pipeline.roles import Tell
from briefing_app.pipeline.steps import Steps

_LEAST_SETTING = 4
"""What setting the pages counts for at least, in steps; it is done in one piece and grows with the articles."""

_WRITINGS = frozenset({ChangeKind.BRIEFING, ChangeKind.TEMPLATE, ChangeKind.SEARCH, ChangeKind.CASE})
"""Changes after which a briefing is still made from the same."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """The material of a briefing as it was when the feed stood at ``change``; ``asked`` is what it was gathered for."""

    change: int
    asked: tuple[object, ...]
    material: briefings.Material


class ComputeWorker:
    """Answers comparisons, exports and previews; opens the library, for reading, at the first request that needs it."""

    def __init__(self, setting: Setting, go_on: GoOn = always) -> None:
        self._folder, self._file = setting.library, setting.file
        self._go_on = go_on
        self._opened: Library | None = None
        self._kept: _Kept | None = None
        self._reader = Reader(go_on)
        self._pages = export.PageSetter()

    def answer(self, request: Request[Any], tell: Tell) -> Comparison | Preview | ChangedPages | None:
        """Do what is asked."""
        if isinstance(request, CompareStored):
            return self._compare(request.articles, Steps(_steps_of(request.articles), tell))
        if isinstance(request, GetReady):
            self._reader.compare(self._library(), request.articles)
            return None
        if isinstance(request, CompareLoose):
            return self._compare_loose(request.articles, Steps(len(request.articles) + comparison.STEPS, tell))
        if isinstance(request, ExportBriefing):
            self._export(request, tell)
            return None
        assert isinstance(request, PreviewBriefing | PreviewChange)
        tree = briefings.compose(request.briefing, self._material(request.briefing))
        work = self._pages.changed if isinstance(request, PreviewChange) else self._pages.whole
        return work(tree, request.width_px)

    def _library(self) -> Library:
        assert self._folder is not None
        if self._opened is None:
            self._opened = Library.open(self._folder, read_only=True, file=self._file)
        return self._opened

    def _export(self, request: ExportBriefing, tell: Tell) -> None:
        """Reading what the articles say, comparing them, putting the blocks together, setting the pages."""
        ids = event_articles(self._library(), request.briefing)
        compared = len(ids) + _steps_of(ids)
        steps = Steps(compared + 1 + max(_LEAST_SETTING, len(ids)), tell)
        material = self._material(request.briefing, steps)
        steps.reach(compared)
        document = briefings.compose(request.briefing, material)
        steps()
        self._go_on()
        for warning in export.write(document, request.path).warnings:
            tell(warning)

    def _compare(self, ids: tuple[ArticleId, ...], step: Callable[[], None]) -> Comparison:
        library = self._library()
        event = library.rows(ids[:1])[0].event if ids else None
        if event is not None and library.event(event).group.articles == ids:
            stored = library.comparison(event, comparison_version())
            if stored is not None:
                return stored
        return self._reader.compare(library, ids, step)

    def _material(self, briefing: Briefing, step: Callable[[], None] = lambda: None) -> briefings.Material:
        """What the briefing is made from; that of the last one again, while only writings have changed."""
        library, asked = self._library(), (briefing.event, briefings.cited_in(briefing))
        last = library.last_change()
        if self._kept is not None and self._kept.asked == asked and _as_before(library, self._kept.change, last):
            self._kept = replace(self._kept, change=last)
        else:
            self._kept = _Kept(last, asked, self._gathered(briefing, step))
        return self._kept.material

    def _gathered(self, briefing: Briefing, step: Callable[[], None]) -> briefings.Material:
        library = self._library()
        ids = event_articles(library, briefing)
        findings = []
        for article in library.articles(ids):
            self._go_on()
            findings.append(findings_of(library, article))
            step()
        return material_of(library, briefing, tuple(findings), self._compare(ids, step) if ids else None)

    def _compare_loose(self, articles: tuple[Article, ...], step: Steps) -> Comparison:
        findings: list[Findings] = []
        for article in articles:
            self._go_on()
            findings.append(language.read(article.document, article.document.date.value))
            step()
        return comparison_of(articles, findings, self._go_on, step)


def _steps_of(ids: Sequence[ArticleId]) -> int:
    """In how many steps articles are compared: each is read, then come those of the comparison."""
    return len(ids) + comparison.STEPS


def _as_before(library: Library, then: int, now: int) -> bool:
    """Whether nothing that a briefing is made from has changed between two places of the feed."""
    changes = library.changes_after(then) if now != then else ()
    return now == then or (changes[-1].number >= now and all(change.kind in _WRITINGS for change in changes))
