"""Lets the followers catch up with the library, in short requests to the writer worker that make room for imports."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError

from briefing_app import __version__
from briefing_app.library import Library
from briefing_app.model.analysis_versions import comparison_version, findings_version, profile_version
from briefing_app.model.change import FOLLOWED
from briefing_app.model.errors import WorkerDied
from briefing_app.pipeline.followers.feed import called_off
from briefing_app.pipeline.host import Host, WorkerNotStarted
from briefing_app.pipeline.job import Job
from briefing_app.pipeline.progress import FOLLOWING, Meter, Progress, Stage
from briefing_app.pipeline.requests import FollowStep, Stand

STEP_S = 0.5
"""How long the writer works before it answers; an import that begins waits no longer."""
STEP_PATIENCE_S = 45.0
"""How long the writer may be silent over one article or one event; it is passed by after two deaths (``followers.feed.Trials``)."""
_TRIES = 4
_ALL = f"all of {__version__}: {findings_version()}, {profile_version()}, {comparison_version()}"
"""The place in the feed up to which every follower of today is done."""


class Following:
    """The followers' lane: one thread at a time, however many ask.

    Every job that was asked for before a pass over the followers began is done when that pass is.
    """

    def __init__(self, writer: Host, library: Library) -> None:
        self._writer = writer
        self._library = library
        self._lock = threading.Lock()
        self._waiting: list[tuple[Job[None], Callable[[Progress], None]]] = []
        self._running = False
        self._free = threading.Event()
        self._free.set()
        self._paused = threading.Event()

    def catch_up(self, on_progress: Callable[[Progress], None]) -> Job[None]:
        """Bring all followers to the end of the feed; no writer starts when they are there. Progress comes on the lane's thread."""
        job: Job[None] = Job()
        with self._lock:
            self._waiting.append((job, on_progress))
            if not self._running:
                self._running = True
                threading.Thread(target=self._run, name="followers", daemon=True).start()
        return job

    def caught_up(self) -> bool:
        """Whether every article, as it is now, has been through all followers of this version and can be found by searching.

        What has damaged the index since is not in the feed, so the index is asked too.
        """
        if self._library.behind() or self._library.notes_behind():
            return False
        after = self._library.position(_ALL)
        while batch := self._library.changes_after(after):
            if any(change.kind in FOLLOWED for change in batch):
                return False
            after = batch[-1].number
        return after > 0 or not self._library.article_ids()

    def pause(self) -> None:
        """Let an import go first; returns at once. A short step under way ends by itself; a comparison is called off and made again."""
        self._free.clear()
        self._paused.set()

    def resume(self) -> None:
        """Go on after ``pause``."""
        self._paused.clear()
        self._free.set()

    def _run(self) -> None:
        while True:
            with self._lock:
                served, self._waiting = self._waiting, []
                if not served:
                    self._running = False
                    return
            wanted = _Wanted(served)
            try:
                if not self.caught_up():
                    self._follow_all(wanted)
            except BaseException as problem:
                wanted.fail(problem)
            else:
                wanted.done()

    def _follow_all(self, wanted: _Wanted) -> None:
        end = self._library.last_change()
        for stage in FOLLOWING:
            self._follow(stage, wanted)
        if not wanted.given_up():
            self._library.set_position(_ALL, end)

    def _follow(self, stage: Stage, wanted: _Wanted) -> None:
        meter = Meter(stage, wanted.tell)
        whole = failures = 0
        left: int | None = None

        def stand_at(stand: Stand) -> None:
            nonlocal whole, left
            left_now = stand.total - stand.done
            if left is None or left_now < left:
                left = left_now
            whole = max(whole, stand.total)
            meter.at(whole - left_now, whole)

        while not wanted.given_up():
            self._free.wait()
            before = left
            try:
                stand = self._writer.ask(
                    FollowStep(stage.value, STEP_S),
                    on_note=stand_at,
                    patience_s=STEP_PATIENCE_S,
                    cancelled=self._paused if stage is Stage.COMPARISONS else None,
                )
            except CancelledError:
                self._library.set_position(called_off(stage), 1)
                continue
            except WorkerNotStarted:
                raise
            except WorkerDied:
                # A writer that was killed begins again where the library says; one that dies again and again at the same place ends this.
                failures = failures + 1 if left == before else 1
                if failures >= _TRIES:
                    raise
                continue
            failures = 0
            stand_at(stand)
            if not stand.more:
                return


class _Wanted:
    """The jobs that one pass serves."""

    def __init__(self, served: list[tuple[Job[None], Callable[[Progress], None]]]) -> None:
        self._served = served

    def tell(self, progress: Progress) -> None:
        for job, on_progress in self._served:
            if not job.cancelled.is_set():
                on_progress(progress)

    def given_up(self) -> bool:
        return all(job.cancelled.is_set() for job, _ in self._served)

    def done(self) -> None:
        for job, _ in self._served:
            job.run(lambda: None)

    def fail(self, problem: BaseException) -> None:
        def failed() -> None:
            raise problem

        for job, _ in self._served:
            job.run(failed)
