"""Sentences, quotations, names, numbers and dates of every article, read once and kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from briefing_app import language
from briefing_app.library import Library
from briefing_app.model.analysis_versions import findings_version
from briefing_app.model.article import Article
from briefing_app.model.change import ChangeKind
from briefing_app.model.errors import NothingThere
from briefing_app.model.findings import Findings
from briefing_app.model.ids import ArticleId
from briefing_app.pipeline.faults import save_report
from briefing_app.pipeline.followers.feed import Place, Trials, changes
from briefing_app.pipeline.progress import Stage
from briefing_app.pipeline.requests import Stand


class FindingsReader:
    """Reads each article that is added or corrected. The article's own date, when known, resolves "on Friday"."""

    name = Stage.FINDINGS

    def __init__(self) -> None:
        self._trials = Trials(self.name, findings_version())

    def step(self, library: Library, out_of_time: Callable[[], bool], tell: Callable[[Any], None]) -> Stand:
        """Read what is new. ``done`` and ``total`` count the articles that this follower has not been past."""
        with self._trials.step(library):
            return self._step(library, out_of_time, tell)

    def _step(self, library: Library, out_of_time: Callable[[], bool], tell: Callable[[Any], None]) -> Stand:
        place = Place(f"findings {findings_version()}")
        end = library.last_change()
        pending = list(changes(library, place.number(library), ChangeKind.ARTICLE_ADDED, ChangeKind.ARTICLE_CHANGED))
        for done, change in enumerate(pending):
            if done and out_of_time():
                place.keep(library, change.number - 1)
                return Stand(done, len(pending), more=True)
            with suppress(NothingThere):  # deleted for good since
                self._read(library, library.article(ArticleId(change.subject)))
            tell(Stand(done + 1, len(pending), more=True))
        place.keep(library, end)
        return Stand(len(pending), len(pending), more=False)

    def _read(self, library: Library, article: Article) -> None:
        if library.findings(article.id, findings_version()) is not None:
            return
        nothing = Findings(article.document.language.value or "und", ())
        if not self._trials.begin(library, article.id):
            library.put_findings(article, findings_version(), nothing)
            return
        try:
            findings = language.read(article.document, article.document.date.value)
        except MemoryError:
            raise
        except Exception as bug:  # one article that we cannot read must not keep the others waiting for ever
            save_report(bug, f"reading article {article.id}")
            findings = nothing
        library.put_findings(article, findings_version(), findings)
