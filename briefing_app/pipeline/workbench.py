"""One open library with the workers around it: what the window and the command line both work on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.library import Library
from briefing_app.model.errors import LibraryError

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing, ChangedPages, Preview
    from briefing_app.model.comparison import Comparison
    from briefing_app.model.document import AsReceived
    from briefing_app.model.ids import ArticleId, EventId
    from briefing_app.pipeline.import_report import ImportReport
    from briefing_app.pipeline.job import Job
    from briefing_app.pipeline.keeping import Keeping
    from briefing_app.pipeline.progress import Progress
    from briefing_app.pipeline.workers import Workers


def _unheard(told: object) -> None:
    del told


class Workbench:
    """Reads and Edits go straight to ``library``, in this process; everything long is a Job in a worker process.

    The workers start when they are first needed. Callbacks and futures' callbacks arrive on other threads. ``asker`` is any number of the
    asker's own, such as its ``id``: where a newer call cancels an older one's job, that is so for the calls of one asker.
    """

    def __init__(self, library: Library) -> None:
        """Use ``Workbench.open``."""
        self.library = library
        self._closed = False

    @cached_property
    def _workers(self) -> Workers:
        if self._closed:
            raise LibraryError("The library is closed.")
        from briefing_app.pipeline.workers import Workers

        return Workers(self.library)

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
        return self._workers.import_paths(paths, on_progress, on_stopped)

    def get_going(self) -> None:
        """Load what the workers are made of, which takes a quarter of a second; on any thread, so that no other has to."""
        if not self._closed:
            _ = self._workers

    def catch_up(self, on_progress: Callable[[Progress], None]) -> Job[None]:
        """Bring index, findings, events and comparisons to the feed's end. Raises LibraryError when open for reading only."""
        self._need_writing()
        return self._workers.following.catch_up(on_progress)

    def caught_up(self) -> bool:
        """Whether index, findings, events and comparisons know every article."""
        return self._workers.following.caught_up()

    def reindex(self, on_progress: Callable[[Progress], None]) -> Job[None]:
        """Throw the full-text index away and make it again. Raises LibraryError when open for reading only."""
        self._need_writing()
        return self._workers.reindex(on_progress)

    @property
    def keeping(self) -> Keeping:
        """Backups and checks of this library."""
        return self._workers.keeping

    def compare(self, articles: Sequence[ArticleId], on_progress: Callable[[Progress], None] = _unheard, asker: int = 0) -> Job[Comparison]:
        """Compare articles in this order; the stored comparison when there is a current one. A newer call cancels this one's job."""
        return self._workers.compare(articles, on_progress, asker)

    def get_ready(self, articles: Sequence[ArticleId], asker: int = 0) -> Job[None]:
        """Read these articles ahead, so that ``compare`` needs a moment only after a correction. A newer call cancels this one's job."""
        return self._workers.get_ready(articles, asker)

    def draft(self, event: EventId, on_progress: Callable[[Progress], None] = _unheard) -> Job[Briefing]:
        """A briefing of the event with number 0: not stored yet. The job ends with NothingThere when there is no such event."""
        return self._workers.draft(event, on_progress)

    def export(
        self,
        briefing: Briefing,
        path: Path,
        on_warning: Callable[[str], None] = _unheard,
        on_progress: Callable[[Progress], None] = _unheard,
    ) -> Job[Path]:
        """Write the briefing, in the format of the path's suffix; the old file stays until the new one is whole. Raises ExportFailed.

        ``on_warning`` takes what the reader of the file should know (for example signs that no font has), one sentence each.
        """
        return self._workers.export(briefing, path, on_warning, on_progress)

    def preview(self, briefing: Briefing, width_px: int, asker: int = 0) -> Job[Preview]:
        """The briefing's pages as PNG pictures. A newer call cancels this one's job."""
        return self._workers.preview(briefing, width_px, asker)

    def preview_change(self, briefing: Briefing, width_px: int, asker: int = 0) -> Job[ChangedPages]:
        """Those pages of the last ``preview`` that a change is on, in a fraction of the time; none when that is not quickly told.

        A newer call of this or of ``preview`` cancels this one's job.
        """
        return self._workers.preview_change(briefing, width_px, asker)

    def sheets(self, briefing: Briefing, width_px: int, asker: int = 0) -> Job[Preview]:
        """The same pages for the printer: no preview takes their place, and they take that of none. A newer call cancels this one's job."""
        return self._workers.sheets(briefing, width_px, asker)

    def as_received(self, article: ArticleId, name: str) -> Job[AsReceived]:
        """The article's original to look at, made harmless in the parser process; ``name`` is its file name.

        The job ends with NothingThere, LibraryCorrupt or StorageFailed when the original cannot be had, and with WorkerDied when it
        kills its parser.
        """
        return self._workers.as_received(article, name)

    def close(self) -> None:
        """End the workers and close the library. Work under way ends where it is; what it finished is kept."""
        self._closed = True
        if "_workers" in self.__dict__:
            self._workers.close()
        self.library.close()

    def _need_writing(self) -> None:
        if self.library.read_only:
            raise LibraryError("The library is open for reading only.", "Close the other program that holds it, then open it again.")
