"""What one window begins of long jobs, and what it hears of all those on its library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from briefing_app.model.errors import LibraryGone
from briefing_app.ui.error_text import Trouble, read_only_trouble, skipped_trouble
from briefing_app.ui.jobs import Done, Failed
from briefing_app.ui.session.library_jobs import JobKind, LibraryJobs, Running

if TYPE_CHECKING:
    from briefing_app.pipeline import ImportReport, Job
    from briefing_app.ui.session.library_jobs import Begin
    from briefing_app.ui.session.session import Session


class LongJobs(QObject):
    """The window that began a job is told how it ended; every window of the library shows how far it is."""

    changed = Signal()
    imported = Signal(object)  # ImportReport
    ended = Signal()
    over = Signal(object)  # a Trouble that was told and is no more

    def __init__(self, session: Session, shared: LibraryJobs) -> None:
        super().__init__(session)
        self._session = session
        self._shared = shared
        self._closed = False
        self.failed_import: tuple[Path, ...] = ()
        """What the last import was asked for when something stopped it; empty when it went through."""
        shared.hearers.append(self)
        shared.changed.connect(self.changed)
        shared.ended.connect(self.ended)

    @property
    def watched(self) -> Path | None:
        """The folder whose files are imported by themselves, None when there is none."""
        return self._shared.watching.folder

    def begin_watching(self) -> None:
        """Go on watching the folder that the library watches."""
        watching = self._shared.watching
        watching.took.connect(self._take_report)
        watching.lost.connect(self._tell_of_lost)
        watching.back.connect(self._tell_of_return)
        if not self._session.read_only:
            watching.start()

    def tell_of_unfinished(self) -> None:
        """Offer to go on with an import that ended with the program; once for all windows of the library."""
        left = self._shared.unfinished.take_left() if not self._session.read_only else ()
        if left:
            self.failed_import = left
            sentence = self.tr("An import had not ended when the program did. What had come in until then is here.")
            step = self.tr("Import again to take in the rest; nothing is taken twice.")
            self._session.tell(Trouble(sentence, step, tuple(map(str, left)), verb="import_again"))

    def watch(self, folder: Path | None) -> None:
        """Import by itself what comes into a folder, or (None) no longer."""
        try:
            self._shared.watching.watch(folder)
        except LibraryGone as error:
            self._session.fail(error)
            return
        if folder is None:
            self._session.said.emit(QCoreApplication.translate("Watching", "No folder is watched any more."))
        else:
            self._tell_of_watching(folder)

    def _tell_of_watching(self, folder: Path) -> None:
        said = QCoreApplication.translate("Watching", "What comes into %1 is imported by itself now.")
        self._session.said.emit(said.replace("%1", str(folder)))

    def _tell_of_lost(self, folder: Path) -> None:
        """The watched folder was moved, deleted, or its stick was pulled out."""
        self._session.tell(_lost(folder))

    def _tell_of_return(self, folder: Path) -> None:
        self.over.emit(_lost(folder))
        self._tell_of_watching(folder)

    @property
    def running(self) -> tuple[Running, ...]:
        """The jobs on the library, the newest first."""
        return self._shared.running

    @property
    def busy(self) -> bool:
        """Whether a job is under way that changes what stands in lists."""
        return self._shared.changing

    @property
    def importing(self) -> bool:
        """Whether files are being imported."""
        return self._shared.importing

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files and folders, then catch up."""
        if self._session.read_only:
            self._session.tell(read_only_trouble())
        elif paths:
            self.failed_import = tuple(paths)
            self._shared.import_chosen(paths, self._take_report, lambda error: self._fail(error, "import_again"))

    def import_again(self) -> None:
        """Begin the import anew that something stopped; what came in is not taken twice."""
        self.import_paths(self.failed_import)

    def catch_up(self) -> None:
        """Let index, findings, events and comparisons come up to the library."""
        self._shared.catch_up(lambda error: self._fail(error, "catch_up"))

    def catch_up_with_edits(self) -> None:
        """As ``catch_up`` after an edit; the edits that come meanwhile need one more."""
        self._shared.catch_up_with_edits(lambda error: self._fail(error, "catch_up"))

    def reindex(self) -> None:
        """Throw the full-text index away and make it again."""
        said = self.tr("The search index is made anew.")
        self._shared.reindex(self._told(lambda _none: self._session.said.emit(said)), lambda error: self._fail(error, "reindex"))

    def follow(
        self, kind: JobKind, begin: Begin, done: Done, failed: Failed, called_off: Callable[[], None] = lambda: None, about: str = ""
    ) -> Job[Any]:
        """Begin a job of this window and show it until it ends; once the window is closed, another one is told when it fails."""

        def fail(error: BaseException) -> None:
            failed(error) if not self._closed else self._fail(error, "")

        return self._shared.follow(kind, begin, self._told(done), fail, self._told(called_off), about)

    def doing(self, kind: JobKind) -> bool:
        """Whether such a job is under way on the library, whoever began it."""
        return self._shared.doing(kind)

    def _told(self, what: Callable[..., None]) -> Callable[..., None]:
        return lambda *values: None if self._closed else what(*values)

    def cancel(self, number: int | None = None) -> None:
        """Stop a job (None: the newest); what is done stays."""
        self._shared.cancel(number)

    def close(self) -> None:
        """Hear and tell nothing any more, while the library's jobs go on for other windows, which are told how they end."""
        self._closed = True
        if self in self._shared.hearers:
            self._shared.hearers.remove(self)
        self.blockSignals(True)

    def _take_report(self, report: ImportReport) -> None:
        if self._closed:
            if self._heir is not None:
                self._heir._take_report(report)
            return
        self.failed_import = ()
        self.imported.emit(report)
        trouble = skipped_trouble([(skipped.path, skipped.reason, str(skipped.code)) for skipped in report.skipped])
        if trouble is not None:
            self._session.tell(trouble)

    def _fail(self, error: BaseException, verb: str) -> None:
        if not self._closed:
            self._session.fail(error, verb)
        elif self._heir is not None:
            self._heir.failed_import = self.failed_import or self._heir.failed_import
            self._heir._fail(error, verb)

    @property
    def _heir(self) -> LongJobs | None:
        """Who is told what this window would have been, now that it is closed: another one of the library, if any is open."""
        return next(iter(self._shared.hearers), None)


def _lost(folder: Path) -> Trouble:
    sentence = QCoreApplication.translate("Watching", "The watched folder %1 is not there any more.").replace("%1", str(folder))
    step = QCoreApplication.translate("Watching", "It is watched again as soon as it is back; or choose where it is now.")
    return Trouble(sentence, step, verb="watch_folder")
