"""The one long job of a window: importing, then letting the followers catch up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from briefing_app.pipeline import ImportReport, Job, Progress
from briefing_app.ui.error_text import read_only_trouble, skipped_trouble

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session


@dataclass(frozen=True, slots=True)
class Busy:
    """A long job under way: its last progress, None before the first word."""

    progress: Progress | None
    cancellable: bool


class LongJobs(QObject):
    """Starts long jobs and tells how far they have come; signals arrive on the window's thread."""

    changed = Signal()
    imported = Signal(object)  # ImportReport
    ended = Signal()
    _progressed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.busy: Busy | None = None
        self._job: Job[Any] | None = None
        self._progressed.connect(self._take_progress)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files and folders, then catch up."""
        if self._session.read_only:
            self._session.troubled.emit(read_only_trouble())
        elif paths:
            self._run(self._session.workbench.import_paths(list(paths), self._progressed.emit), self._take_report)

    def catch_up(self) -> None:
        """Let index, findings, events and comparisons come up to the library."""
        self._run(self._session.workbench.catch_up(self._progressed.emit), lambda _none: None)

    def cancel(self) -> None:
        """Stop the job; what is done stays."""
        if self._job is not None:
            self._job.cancel()

    def _run(self, job: Job[Any], done: Callable[[Any], None]) -> None:
        """Follow a job; one that a newer one has overtaken no longer ends what is shown."""
        self._job = job
        self.busy = Busy(None, True)
        self.changed.emit()

        def end() -> None:
            if self._job is job:
                self._end()

        def succeed(result: Any) -> None:
            end()
            done(result)

        def fail(error: BaseException) -> None:
            end()
            self._session.fail(error)

        self._session.relay.watch(job.future, succeed, fail, end)

    def _take_progress(self, progress: Progress) -> None:
        if self._job is not None:
            self.busy = Busy(progress, True)
            self.changed.emit()

    def _take_report(self, report: ImportReport) -> None:
        self.imported.emit(report)
        trouble = skipped_trouble([(skipped.path, skipped.reason, str(skipped.code)) for skipped in report.skipped])
        if trouble is not None:
            self._session.troubled.emit(trouble)
        self.catch_up()

    def _end(self) -> None:
        self._job, self.busy = None, None
        self.changed.emit()
        self.ended.emit()
