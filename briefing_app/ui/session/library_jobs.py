"""The long jobs on one library, whichever of its windows began them: how far they are, and the way to stop each."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.pipeline import IN_STEPS, Progress, Workbench
from briefing_app.ui.jobs import Done, Failed, Relay

if TYPE_CHECKING:
    from briefing_app.pipeline import Job
    from briefing_app.pipeline.unfinished import UnfinishedImports
    from briefing_app.ui.session.long_jobs import LongJobs
    from briefing_app.ui.session.watching import Watching

    Begin = Callable[[Callable[[Progress], None]], Job[Any]]
    """Begins a job; takes who is told how far it is, on any thread."""

_SHOWN_AFTER_S = 0.4
"""A job that tells no numbers, or only of its steps, is not worth a word before."""


class JobKind(Enum):
    """What a long job does."""

    IMPORT = "import"
    CATCH_UP = "catch up"
    REINDEX = "reindex"
    COMPARE = "compare"
    DRAFT = "draft"
    EXPORT = "export"
    PRINT = "print"
    BACK_UP = "back up"
    RESTORE = "restore"
    CHECK = "check"
    TAKE_OUT = "take out"
    TAKE_IN = "take in"


CHANGING = frozenset({JobKind.IMPORT, JobKind.CATCH_UP, JobKind.REINDEX})
"""Kinds that change what stands in lists while they run."""


@dataclass(frozen=True, slots=True)
class Running:
    """A job under way. ``about`` names what it works on (a file, a number of articles), ``progress`` is None before the first word."""

    number: int
    kind: JobKind
    about: str
    progress: Progress | None
    began: float

    @property
    def seconds(self) -> float:
        """How long it has been under way."""
        return time.monotonic() - self.began


class LibraryJobs(QObject):
    """Starts long jobs, tells how far they have come, and ends with its library; signals arrive on the window's thread."""

    changed = Signal()
    ended = Signal(object)  # JobKind

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workbench = workbench
        self._relay = Relay(self)
        self._running: dict[int, Running] = {}
        self._jobs: dict[int, Job[Any]] = {}
        self._last = 0
        self._clock = QTimer(self)  # what tells no numbers tells how long it has taken
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self.changed)
        self._following_edits = self._edited_since = False
        self.hearers: list[LongJobs] = []
        """The windows that are open: the first is told how a job has ended whose own window is closed."""

    @cached_property
    def watching(self) -> Watching:
        """The folder whose files are imported by themselves."""
        from briefing_app.ui.session.watching import Watching

        return Watching(self.workbench.library, self.import_paths, self)

    @cached_property
    def unfinished(self) -> UnfinishedImports:
        """Which of the imports that the analyst began have not ended."""
        from briefing_app.pipeline.unfinished import UnfinishedImports

        return UnfinishedImports(self.workbench.library.folder)

    @property
    def running(self) -> tuple[Running, ...]:
        """The jobs that are worth a word, the newest first."""
        told = (job for job in self._running.values() if job.seconds >= _SHOWN_AFTER_S or _counts(job.progress))
        return tuple(sorted(told, key=lambda job: -job.number))

    @property
    def changing(self) -> bool:
        """Whether a job is under way that changes what stands in lists."""
        return any(job.kind in CHANGING for job in self._running.values())

    @property
    def importing(self) -> bool:
        """Whether files are being imported."""
        return any(job.kind is JobKind.IMPORT for job in self._running.values())

    def import_chosen(self, paths: Sequence[Path], done: Done, failed: Failed) -> None:
        """As ``import_paths``; when the program ends before the import has, the next start knows of it."""

        def ended(tell: Callable[[Any], None]) -> Callable[[Any], None]:
            def end(outcome: Any) -> None:
                self.unfinished.end(paths)
                tell(outcome)

            return end

        self.unfinished.begin(paths)
        self.import_paths(paths, ended(done), ended(failed))

    def import_paths(self, paths: Sequence[Path], done: Done, failed: Failed) -> None:
        """Import files and folders, then catch up. Raises LibraryError when the library is open for reading only."""

        def imported(report: Any) -> None:
            done(report)
            self.catch_up(failed)

        self.follow(JobKind.IMPORT, lambda tell: self.workbench.import_paths(list(paths), tell), imported, failed)

    def catch_up(self, failed: Failed) -> None:
        """Let index, findings, events and comparisons come up to the library."""
        self.follow(JobKind.CATCH_UP, self.workbench.catch_up, lambda _none: None, failed)

    def catch_up_with_edits(self, failed: Failed) -> None:
        """Catch up after an edit: one job at a time, however many edits and windows ask, and one more for those that came meanwhile."""
        self._edited_since = self._following_edits
        if self._edited_since:
            return
        self._following_edits = True

        def done(_none: object) -> None:
            self._following_edits = False
            if self._edited_since:
                self.catch_up_with_edits(failed)

        def fail(error: BaseException) -> None:
            self._following_edits = False
            failed(error)

        def dropped() -> None:
            self._following_edits = False

        self.follow(JobKind.CATCH_UP, self.workbench.catch_up, done, fail, dropped)

    def reindex(self, done: Done, failed: Failed) -> None:
        """Throw the full-text index away and make it again."""
        self.follow(JobKind.REINDEX, self.workbench.reindex, done, failed)

    def doing(self, kind: JobKind) -> bool:
        """Whether such a job is under way."""
        return any(job.kind is kind for job in self._running.values())

    def follow(
        self, kind: JobKind, begin: Begin, done: Done, failed: Failed, called_off: Callable[[], None] = lambda: None, about: str = ""
    ) -> Job[Any]:
        """Begin a job and show it until it ends. ``about`` names what it works on."""
        self._last += 1
        number = self._last
        job = begin(lambda progress: self._relay.call(lambda: self._take_progress(number, progress)))
        self._follow(number, Running(number, kind, about, None, time.monotonic()), job, done, failed, called_off)
        return job

    def cancel(self, number: int | None = None) -> None:
        """Stop a job (None: the newest); what is done stays."""
        if number is None:
            number = max(self._jobs, default=None)
        if number in self._jobs:
            self._jobs[number].cancel()

    def close(self) -> None:
        """Stop everything; nobody is told any more."""
        if "watching" in self.__dict__:
            self.watching.close()
        self._relay.close()
        self._clock.stop()
        for job in self._jobs.values():
            job.cancel()

    def _follow(self, number: int, running: Running, job: Job[Any], done: Done, failed: Failed, called_off: Callable[[], None]) -> None:
        self._running[number], self._jobs[number] = running, job
        self._clock.start()
        self.changed.emit()
        QTimer.singleShot(round(1100 * _SHOWN_AFTER_S), self, self.changed.emit)

        def end() -> None:
            del self._running[number], self._jobs[number]
            if not self._running:
                self._clock.stop()
            self.changed.emit()
            self.ended.emit(running.kind)

        def succeed(result: Any) -> None:
            end()
            done(result)

        def fail(error: BaseException) -> None:
            end()
            failed(error)

        def drop() -> None:
            end()
            called_off()

        self._relay.watch(job.future, succeed, fail, drop)

    def _take_progress(self, number: int, progress: Progress) -> None:
        running = self._running.get(number)
        if running is not None:
            self._running[number] = replace(running, progress=progress)
            self.changed.emit()


def _counts(progress: Progress | None) -> bool:
    """Whether it tells of work that is never done in a moment."""
    return progress is not None and progress.stage not in IN_STEPS
