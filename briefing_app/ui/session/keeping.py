"""What the window does for the safety of its library: backups, checks, and the way back from a backup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing_app.ui.error_text import check_trouble, lost_trouble
from briefing_app.ui.session.library_jobs import JobKind

if TYPE_CHECKING:
    from briefing_app.library.backup import BackupFacts, KeptBackup, Staged
    from briefing_app.library.checking import CheckReport
    from briefing_app.ui.session.session import Session


class Keeping(QObject):
    """Begins each as a long job; the signals arrive on the window's thread."""

    backed_up = Signal(object)  # BackupFacts
    checked = Signal(object)  # CheckReport
    staged = Signal(object)  # Staged: proven, and waiting beside the library

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    @property
    def backups(self) -> tuple[KeptBackup, ...]:
        """The automatic backups, newest first."""
        return self._session.workbench.library.backups()

    @property
    def folder(self) -> Path:
        """Where they lie."""
        return self._session.workbench.library.backups_folder

    def back_up(self, path: Path | None) -> None:
        """Write everything into one file; None: beside the automatic ones."""
        keeping = self._session.workbench.keeping

        def done(facts: BackupFacts) -> None:
            trouble = lost_trouble(facts)
            if trouble is not None:
                self._session.troubled.emit(trouble)
            where = path.name if path else self.tr("the folder of backups")
            self._session.said.emit(self.tr("Everything is backed up in %1.").replace("%1", where))
            self.backed_up.emit(facts)

        verb = "back_up" if path else "back_up_now"
        jobs = self._session.long_jobs
        jobs.keep(JobKind.BACK_UP, lambda tell: keeping.back_up(path, tell), done, lambda error: self._session.fail(error, verb))

    def check(self) -> None:
        """Look at every byte of the library."""

        def done(report: CheckReport) -> None:
            trouble = check_trouble(report)
            if trouble is not None:
                self._session.troubled.emit(trouble)
            else:
                self._session.said.emit(
                    self.tr("Every byte is as it was written: %Ln article(s) with their originals.", "", report.articles)
                )
            self.checked.emit(report)

        keeping = self._session.workbench.keeping
        self._session.long_jobs.keep(JobKind.CHECK, keeping.check, done, lambda error: self._session.fail(error, "verify"))

    def stage(self, path: Path) -> None:
        """Unpack and prove a backup; nothing of the library is touched: whoever hears ``staged`` does."""

        def done(staged: Staged) -> None:
            self.staged.emit(staged)

        keeping = self._session.workbench.keeping
        jobs = self._session.long_jobs
        jobs.keep(JobKind.RESTORE, lambda tell: keeping.stage(path, tell), done, lambda error: self._session.fail(error, "restore_backup"))

    def forget_staged(self) -> None:
        """Delete what was unpacked and is not wanted."""
        self._session.workbench.keeping.forget_staged()
