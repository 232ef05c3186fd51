"""What an open library gets without being asked for: a look at its database in the background, and a backup a day."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.model.errors import BriefingError
from briefing_app.ui.error_text import Trouble, flaws_trouble, trouble_of
from briefing_app.ui.jobs import Relay
from briefing_app.ui.session.library_jobs import JobKind, LibraryJobs

if TYPE_CHECKING:
    from briefing_app.library.checking import Flaw

_LOOK_AFTER_MS = 10_000
"""The window stands and the list is read before the database is looked at."""
_BACKUP_AFTER_MS = 90_000
_BACKUP_EVERY_MS = 1_800_000
"""How often it is asked whether a backup is due."""


class LookingAfter(QObject):
    """One for each open library. SQLite's quick check, in full after a program was killed; automatic backups while nothing else runs."""

    troubled = Signal(object)  # Trouble

    def __init__(self, jobs: LibraryJobs) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self._relay = Relay(self)
        self._timers: list[QTimer] = []
        self._after(_LOOK_AFTER_MS, self.look)
        if not jobs.workbench.library.read_only:
            self._after(_BACKUP_AFTER_MS, self.back_up_when_due)
            self._after(_BACKUP_EVERY_MS, self.back_up_when_due, again=True)

    def _after(self, wait_ms: int, what: Callable[[], None], *, again: bool = False) -> None:
        timer = QTimer(self)
        timer.setSingleShot(not again)
        timer.timeout.connect(what)
        timer.start(wait_ms)
        self._timers.append(timer)

    def look(self) -> None:
        """Let SQLite look at the database; what it finds is told."""
        workbench = self._jobs.workbench
        job = workbench.keeping.check_database(full=workbench.library.unclean)
        self._relay.watch(job.future, self._take_flaws, lambda _error: None)

    def back_up_when_due(self) -> None:
        """Make a backup when a day has passed and no other work is under way; else the next time will do."""
        workbench = self._jobs.workbench
        try:
            if self._jobs.changing or self._jobs.doing(JobKind.BACK_UP) or not workbench.library.backup_due():
                return
        except BriefingError:
            return  # a damaged library: the look at it has told so
        self._jobs.follow(JobKind.BACK_UP, lambda tell: workbench.keeping.back_up(None, tell), lambda _facts: None, self._fail)

    def close(self) -> None:
        """Begin nothing and tell nobody any more."""
        for timer in self._timers:
            timer.stop()
        self._relay.close()

    def _take_flaws(self, flaws: tuple[Flaw, ...]) -> None:
        if flaws:
            self.troubled.emit(flaws_trouble(flaws))

    def _fail(self, error: BaseException) -> None:
        trouble = trouble_of(error)
        sentence = self.tr("The daily backup was not made: %1").replace("%1", trouble.sentence)
        self.troubled.emit(Trouble(sentence, trouble.next_step, verb=trouble.verb or "backups"))
