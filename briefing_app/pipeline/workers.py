"""The worker processes around one library, and the work that is asked of them. Loaded with the first work, not with the library."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from briefing_app import briefing as briefings
from briefing_app.library import Library
from briefing_app.model.briefing import Briefing, ChangedPages, Preview
from briefing_app.model.comparison import Comparison
from briefing_app.model.document import AsReceived
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.pipeline.following import Following
from briefing_app.pipeline.host import Host
from briefing_app.pipeline.import_report import ImportReport
from briefing_app.pipeline.intake import Intake
from briefing_app.pipeline.job import Job
from briefing_app.pipeline.keeping import Keeping
from briefing_app.pipeline.latest import Latest
from briefing_app.pipeline.parsing import FILE_PATIENCE_S
from briefing_app.pipeline.progress import Meter, Progress, Stage
from briefing_app.pipeline.requests import (
    CompareStored,
    ExportBriefing,
    GetReady,
    PreviewBriefing,
    PreviewChange,
    RebuildIndex,
    Role,
    Setting,
    ShowOriginal,
    Stand,
)


class Workers:
    """What ``Workbench`` promises is done here; a process starts when it is first needed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        if not library.read_only:
            library.clear_up()  # here, because whoever writes originals is started below
        places = {Role.PARSER: None, Role.WRITER: library.folder, Role.COMPUTE: library.folder}
        self.hosts = {role: Host(Setting(role, folder, library.read_only, library.file)) for role, folder in places.items()}
        self.keeping = Keeping(library.folder, library.file)
        self.following = Following(self.hosts[Role.WRITER], library)
        self._latest = Latest(self.hosts[Role.COMPUTE])
        self._importing = threading.Lock()

    def import_paths(
        self, paths: Sequence[Path], on_progress: Callable[[Progress], None], on_stopped: Callable[[ImportReport], None]
    ) -> Job[ImportReport]:
        """``Workbench.import_paths``."""
        job: Job[ImportReport] = Job(keeps_result=True)

        def work() -> ImportReport:
            self._library.require_there()
            with self._importing:
                self.following.pause()
                intake = Intake(self.hosts[Role.PARSER], self.hosts[Role.WRITER], on_progress, job.cancelled)
                try:
                    return intake.run(paths)
                except BaseException:
                    on_stopped(intake.so_far(cancelled=True))
                    raise
                finally:
                    self.following.resume()
                    self.following.catch_up(on_progress)

        return job.start(work, "import")

    def reindex(self, on_progress: Callable[[Progress], None]) -> Job[None]:
        """``Workbench.reindex``."""
        job: Job[None] = Job()

        def work() -> None:
            meter = Meter(Stage.INDEX, on_progress)
            self.hosts[Role.WRITER].ask(RebuildIndex(), on_note=lambda stand: meter.at(stand.done, stand.total))
            self.following.catch_up(on_progress).future.result()

        return job.start(work, "reindex")

    def compare(self, articles: Sequence[ArticleId], on_progress: Callable[[Progress], None], asker: int) -> Job[Comparison]:
        """``Workbench.compare``."""
        return self._latest.ask(CompareStored(tuple(articles)), "compare", asker, _metered(Stage.COMPARE, on_progress))

    def get_ready(self, articles: Sequence[ArticleId], asker: int) -> Job[None]:
        """``Workbench.get_ready``."""
        return self._latest.ask(GetReady(tuple(articles)), "get ready", asker)

    def draft(self, event: EventId, on_progress: Callable[[Progress], None]) -> Job[Briefing]:
        """``Workbench.draft``."""
        job: Job[Briefing] = Job()
        return job.start(lambda: self._draft(event, _metered(Stage.DRAFT, on_progress), job.cancelled), "draft")

    def _draft(self, event: EventId, tell: Callable[[Any], None], cancelled: threading.Event) -> Briefing:
        found = self._library.event(event)
        ids = found.group.articles
        comparison = self.hosts[Role.COMPUTE].ask(CompareStored(ids), on_note=tell, cancelled=cancelled)
        material = briefings.Material(
            articles=self._library.articles(ids),
            comparison=comparison,
            sources=self._library.sources(),
            annotations=tuple(note for number in ids for note in self._library.annotations(number)),
        )
        return briefings.draft(found, material)

    def export(
        self, briefing: Briefing, path: Path, on_warning: Callable[[str], None], on_progress: Callable[[Progress], None]
    ) -> Job[Path]:
        """``Workbench.export``."""
        job: Job[Path] = Job()
        metered = _metered(Stage.EXPORT, on_progress)

        def hear(note: Stand | str) -> None:
            on_warning(note) if isinstance(note, str) else metered(note)

        def work() -> Path:
            self.hosts[Role.COMPUTE].ask(ExportBriefing(briefing, path), on_note=hear, cancelled=job.cancelled)
            return path

        return job.start(work, "export")

    def preview(self, briefing: Briefing, width_px: int, asker: int) -> Job[Preview]:
        """``Workbench.preview``."""
        return self._latest.ask(PreviewBriefing(briefing, width_px), "preview", asker)

    def preview_change(self, briefing: Briefing, width_px: int, asker: int) -> Job[ChangedPages]:
        """``Workbench.preview_change``."""
        return self._latest.ask(PreviewChange(briefing, width_px), "preview", asker)

    def sheets(self, briefing: Briefing, width_px: int, asker: int) -> Job[Preview]:
        """``Workbench.sheets``."""
        return self._latest.ask(PreviewBriefing(briefing, width_px), "sheets", asker)

    def as_received(self, article: ArticleId, name: str) -> Job[AsReceived]:
        """``Workbench.as_received``."""
        job: Job[AsReceived] = Job()

        def work() -> AsReceived:
            request = ShowOriginal(self._library.original(article), name)
            return self.hosts[Role.PARSER].ask(request, patience_s=FILE_PATIENCE_S, cancelled=job.cancelled)

        return job.start(work, "original")

    def close(self) -> None:
        """End every process."""
        for host in self.hosts.values():
            host.close()
        self.keeping.close()


def _metered(stage: Stage, on_progress: Callable[[Progress], None]) -> Callable[[Stand], None]:
    """Takes what a worker tells of its steps and hands it on as progress."""
    meter = Meter(stage, on_progress)
    return lambda stand: meter.at(stand.done, stand.total)
