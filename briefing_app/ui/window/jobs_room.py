"""Joins the long jobs and a window: how far they are, in the status line and in the list of them, and what an import did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.ui.window import status_text

if TYPE_CHECKING:
    from briefing_app.pipeline import ImportReport
    from briefing_app.ui.window.jobs_popover import JobsPopover
    from briefing_app.ui.window.window import Window


class JobsRoom(QObject):
    """Shows in one window the work that is under way on its library."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._jobs = window, window.session.long_jobs
        self._list: JobsPopover | None = None
        self._jobs.changed.connect(self._show)
        self._jobs.imported.connect(self._say)
        window.status.cancelled.connect(lambda: self._jobs.cancel())
        window.status.jobs_pressed.connect(self.open)

    def open(self) -> None:
        """Open the list of the work under way."""
        from briefing_app.ui.window.jobs_popover import JobsPopover

        if self._list is None:
            self._list = JobsPopover(self._window.look, self._window)
            self._list.stop_wanted.connect(self._jobs.cancel)
        self._list.open_with(self._jobs.running)

    def _show(self) -> None:
        self._window.status.show_progress(*status_text.jobs_words(self._jobs.running))
        if self._list is not None:
            self._list.show_jobs(self._jobs.running)
        self._window.show_state()

    def _say(self, report: ImportReport) -> None:
        self._window.status.say(status_text.import_words(report))
