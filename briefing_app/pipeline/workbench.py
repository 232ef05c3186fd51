"""One open library with the workers around it: what the window and the command line both work on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing_app.library import Library
from briefing_app.model.briefing import Briefing
from briefing_app.model.comparison import Comparison
from briefing_app.model.errors import LibraryError
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.pipeline.following import Following
from briefing_app.pipeline.host import Host
from briefing_app.pipeline.import_report import ImportReport
from briefing_app.pipeline.intake import Intake
from briefing_app.pipeline.job import Job
from briefing_app.pipeline.latest import Latest
from briefing_app.pipeline.progress import Meter, Progress, Stage
from briefing_app.pipeline.requests import CompareStored, ExportBriefing, PreviewBriefing, RebuildIndex, Role, Setting


def _unheard(told: object) -> None:
    del told


class Workbench:
    """Reads and Edits go straight to ``library``, in this process; everything long is a Job in a worker process.

    The workers start when they are first needed. Callbacks and futures' callbacks arrive on other threads.
    """

    def __init__(self, library: Library) -> None:
        """Use ``Workbench.open``."""
        self.library = library
        self._hosts = {role: Host(Setting(role, None if role is Role.PARSER else library.folder, library.read_only)) for role in Role}
        self._following = Following(self._hosts[Role.WRITER], library)
        self._latest = Latest(self._hosts[Role.COMPUTE])
        self._importing = threading.Lock()

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> Workbench:
        """Open the library in ``folder``; make it when there is none, unless ``read_only``.

        Raises LibraryHeld when another program writes to it (it can then be opened ``read_only``), LibraryTooNew, LibraryCorrupt,
        StorageFailed.
        """
        return cls(Library.open(folder, read_only=read_only))

    def import_paths(
        self, paths: Sequence[Path], on_progress: Callable[[Progress], None], on_stopped: Callable[[ImportReport], None] = _unheard
    ) -> Job[ImportReport]:
        """Import files and folders; one import at a time, others wait.

        The followers catch up afterwards by themselves and tell their progress too, after the job is done. Called off, the job ends with
        the report of what was done; when something stops it (a full disk), ``on_stopped`` takes that report before the job ends with the
        error. Raises LibraryError at once when the library is open for reading only.
        """
        self._need_writing()
        job: Job[ImportReport] = Job(keeps_result=True)

        def work() -> ImportReport:
            with self._importing:
                self._following.pause()
                intake = Intake(self._hosts[Role.PARSER], self._hosts[Role.WRITER], on_progress, job.cancelled)
                try:
                    return intake.run(paths)
                except BaseException:
                    on_stopped(intake.so_far(cancelled=True))
                    raise
                finally:
                    self._following.resume()
                    self._following.catch_up(on_progress)

        return job.start(work, "import")

    def catch_up(self, on_progress: Callable[[Progress], None]) -> Job[None]:
        """Bring index, findings, events and comparisons to the feed's end. Raises LibraryError when open for reading only."""
        self._need_writing()
        return self._following.catch_up(on_progress)

    def caught_up(self) -> bool:
        """Whether index, findings, events and comparisons know every article."""
        return self._following.caught_up()

    def reindex(self, on_progress: Callable[[Progress], None]) -> Job[None]:
        """Throw the full-text index away and make it again. Raises LibraryError when open for reading only."""
        self._need_writing()
        job: Job[None] = Job()

        def work() -> None:
            meter = Meter(Stage.INDEX, on_progress)
            self._hosts[Role.WRITER].ask(RebuildIndex(), on_note=lambda stand: meter.at(stand.done, stand.total))
            self._following.catch_up(on_progress).future.result()

        return job.start(work, "reindex")

    def compare(self, articles: Sequence[ArticleId]) -> Job[Comparison]:
        """Compare articles in this order; the stored comparison when there is a current one. A newer call cancels this one's job."""
        return self._latest.ask(CompareStored(tuple(articles)), "compare")

    def draft(self, event: EventId) -> Briefing:
        """A briefing of the event with number 0: not stored yet. Waits for the comparison. Raises NothingThere."""
        from briefing_app import briefing as briefings

        found = self.library.event(event)
        ids = found.group.articles
        comparison = self._latest.ask(CompareStored(ids), None).future.result()
        material = briefings.Material(
            articles=self.library.articles(ids),
            comparison=comparison,
            annotations=tuple(note for number in ids for note in self.library.annotations(number)),
        )
        return briefings.draft(found, material)

    def export(self, briefing: Briefing, path: Path, on_warning: Callable[[str], None] = _unheard) -> Job[Path]:
        """Write the briefing, in the format of the path's suffix; the old file stays until the new one is whole. Raises ExportFailed.

        ``on_warning`` takes what the reader of the file should know (for example signs that no font has), one sentence each.
        """
        job: Job[Path] = Job()

        def work() -> Path:
            self._hosts[Role.COMPUTE].ask(ExportBriefing(briefing, path), on_note=on_warning, cancelled=job.cancelled)
            return path

        return job.start(work, "export")

    def preview(self, briefing: Briefing, width_px: int) -> Job[tuple[bytes, ...]]:
        """The briefing's pages as PNG pictures. A newer call cancels this one's job."""
        return self._latest.ask(PreviewBriefing(briefing, width_px), "preview")

    def close(self) -> None:
        """End the workers and close the library. Work under way ends where it is; what it finished is kept."""
        for host in self._hosts.values():
            host.close()
        self.library.close()

    def _need_writing(self) -> None:
        if self.library.read_only:
            raise LibraryError("The library is open for reading only.", "Close the other program that holds it, then open it again.")
