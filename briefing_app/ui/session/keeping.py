"""What the window does for the safety of its library: backups, checks, and the way back from a backup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing_app.model.errors import BriefingError
from briefing_app.pipeline.keeping import Keeping as KeepingJobs
from briefing_app.ui.error_text import check_trouble, lost_trouble
from briefing_app.ui.session.library_jobs import JobKind

if TYPE_CHECKING:
    from briefing_app.library.backup import BackupFacts, KeptBackup, Staged
    from briefing_app.library.checking import CheckReport
    from briefing_app.library.takeout import Taken
    from briefing_app.ui.session.session import Session


class Keeping(QObject):
    """Begins each as a long job; the signals arrive on the window's thread."""

    backed_up = Signal(object)  # BackupFacts
    checked = Signal(object)  # CheckReport
    taken_out = Signal(object)  # Taken
    taken_in = Signal(object)  # Path of the new library
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
            if facts.lost:
                self._session.tell(lost_trouble(facts.lost))
            where = path.name if path else self.tr("the folder of backups")
            self._session.said.emit(self.tr("Everything is backed up in %1.").replace("%1", where))
            self.backed_up.emit(facts)

        verb = "back_up" if path else "back_up_now"
        jobs = self._session.long_jobs
        jobs.follow(JobKind.BACK_UP, lambda tell: keeping.back_up(path, tell), done, lambda error: self._session.fail(error, verb))

    def check(self) -> None:
        """Look at every byte of the library."""

        def done(report: CheckReport) -> None:
            trouble = check_trouble(report)
            if trouble is not None:
                self._session.tell(trouble)
            else:
                self._session.said.emit(
                    self.tr("Every byte is as it was written: %Ln article(s) with their originals.", "", report.articles)
                )
            self.checked.emit(report)

        keeping = self._session.workbench.keeping
        self._session.long_jobs.follow(JobKind.CHECK, keeping.check, done, lambda error: self._session.fail(error, "verify"))

    def take_out(self, folder: Path) -> None:
        """Write everything in open formats into a folder."""
        keeping = self._session.workbench.keeping

        def done(taken: Taken) -> None:
            if taken.lost:
                self._session.tell(lost_trouble(taken.lost))
            said = self.tr("%Ln article(s) with everything about them are in %1.", "", taken.articles)
            self._session.said.emit(said.replace("%1", folder.name))
            self.taken_out.emit(taken)

        jobs = self._session.long_jobs
        jobs.follow(
            JobKind.TAKE_OUT, lambda tell: keeping.take_out(folder, tell), done, lambda error: self._session.fail(error, "export_all")
        )

    def take_in(self, folder: Path, library: Path) -> None:
        """Make a library in a new folder of what ``take_out`` has written."""
        keeping = KeepingJobs(library)

        def done(taken: Taken) -> None:
            try:
                keeping.put_in_place(taken.mark)
            except BriefingError as error:
                self._session.fail(error, "import_all")
                return
            finally:
                keeping.close()
            self.taken_in.emit(library)

        def fail(error: BaseException) -> None:
            keeping.close()
            self._session.fail(error, "import_all")

        self._session.long_jobs.follow(JobKind.TAKE_IN, lambda tell: keeping.take_in(folder, tell), done, fail)

    def stage(self, path: Path) -> None:
        """Unpack and prove a backup; nothing of the library is touched: whoever hears ``staged`` does."""

        def done(staged: Staged) -> None:
            self.staged.emit(staged)

        def failed(error: BaseException) -> None:
            self._session.fail(error, "restore_backup")

        keeping = self._session.workbench.keeping
        jobs = self._session.long_jobs
        jobs.follow(JobKind.RESTORE, lambda tell: keeping.stage(path, tell), done, failed)
