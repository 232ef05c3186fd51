"""Backups, checks and the way back from a backup, as jobs of the keeper process. A library that does not open can be restored too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from briefing_app.library.backup import BackupFacts, Staged, clear_staging, put_in_place
from briefing_app.library.checking import CheckReport, Flaw
from briefing_app.library.partial import clear_away, new_mark
from briefing_app.library.takeout import Taken
from briefing_app.library.whereabouts import FileNumber
from briefing_app.pipeline.host import Host
from briefing_app.pipeline.job import Job
from briefing_app.pipeline.progress import Meter, Progress, Stage
from briefing_app.pipeline.requests import (
    BackUp,
    CheckDatabase,
    CheckLibrary,
    ProveBackup,
    Request,
    Role,
    Setting,
    StageBackup,
    TakeIn,
    TakeOut,
)

T = TypeVar("T")
Tell = Callable[[Progress], None]


class Keeping:
    """What is done for the safety of the library in ``folder``, one thing at a time. Its process starts with the first."""

    def __init__(self, folder: Path, file: FileNumber | None = None) -> None:
        """``file`` is the database that the program has open there (None: none); no other is backed up or checked."""
        self._folder = folder
        self._host = Host(Setting(Role.KEEPER, folder, read_only=True, file=file))
        self._jobs: list[Job[Any]] = []

    def back_up(self, path: Path | None, on_progress: Tell) -> Job[BackupFacts]:
        """Write everything but the search index to ``path`` (None: an automatic backup), while the library is in use.

        Called off, nothing of it stays. The job ends with StorageFailed or LibraryCorrupt when it does not come about.
        """
        mark, place = new_mark(), path.parent if path else self._folder / "backups"
        return self._start(BackUp(path, mark), Stage.BACK_UP, on_progress, lambda: clear_away(place, mark))

    def prove(self, path: Path, on_progress: Tell) -> Job[BackupFacts]:
        """Check every byte of a backup; the job ends with LibraryCorrupt, naming what has changed, when it is damaged."""
        return self._start(ProveBackup(path), Stage.CHECK, on_progress)

    def stage(self, path: Path, on_progress: Tell) -> Job[Staged]:
        """Unpack a backup beside the library and prove everything in it; the library is not touched. Then ``put_in_place``."""
        mark = new_mark()
        return self._start(StageBackup(path, mark), Stage.RESTORE, on_progress, lambda: self.forget_staged(mark))

    def take_out(self, folder: Path, on_progress: Tell) -> Job[Taken]:
        """Write everything in open formats into a folder that is not there yet or empty, while the library is in use."""
        mark = new_mark()
        return self._start(TakeOut(folder, mark), Stage.TAKE_OUT, on_progress, lambda: clear_away(folder.parent, mark))

    def take_in(self, folder: Path, on_progress: Tell) -> Job[Taken]:
        """Make a library, beside this one's place, of what ``take_out`` has written, and check it. Then ``put_in_place``."""
        mark = new_mark()
        return self._start(TakeIn(folder, mark), Stage.TAKE_IN, on_progress, lambda: self.forget_staged(mark))

    def forget_staged(self, mark: str) -> None:
        """Delete what ``stage`` has unpacked under that mark."""
        clear_staging(self._folder, mark)

    def put_in_place(self, mark: str) -> Path | None:
        """Put what ``stage`` or ``take_in`` has proven in the library's place; where the one lies now that was there, if there was one.

        Raises LibraryHeld when somebody holds the library, StorageFailed, also when it is gone.
        """
        return put_in_place(self._folder, datetime.now(UTC), mark)

    def check(self, on_progress: Tell) -> Job[CheckReport]:
        """Look at every byte of the library; what is wrong is in the report."""
        return self._start(CheckLibrary(), Stage.CHECK, on_progress)

    def check_database(self, *, full: bool) -> Job[tuple[Flaw, ...]]:
        """Let SQLite look at the database, in the background; ``full`` compares every index with its table too."""
        return self._start(CheckDatabase(full), Stage.CHECK, lambda _progress: None)

    def close(self) -> None:
        """End the process, and clear away what it was in the middle of."""
        self._host.close()
        for job in self._jobs:
            job.ended.wait()

    def _start(self, request: Request[T], stage: Stage, on_progress: Tell, clear: Callable[[], None] = lambda: None) -> Job[T]:
        job: Job[T] = Job()

        def work() -> T:
            meter = Meter(stage, on_progress)
            try:
                return self._host.ask(request, on_note=lambda stand: meter.at(stand.done, stand.total), cancelled=job.cancelled)
            except BaseException:
                clear()  # the process may have been killed before it could
                raise

        self._jobs = [one for one in self._jobs if not one.ended.is_set()] + [job]
        return job.start(work, str(stage))
