"""The box above the status bar that lists the work under way, each with its progress and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefing_app.ui.painting import begin, paint_share
from briefing_app.ui.popover import Popover
from briefing_app.ui.session.library_jobs import Running
from briefing_app.ui.theme import STATUS_BAR, Look, Type
from briefing_app.ui.window.status_text import job_words

_BAR = 4


class ShareBar(QWidget):
    """A line of which a share is done; nothing is drawn while nobody knows how much there is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share: float | None = None
        self.setFixedHeight(look.px(_BAR))

    def show_share(self, share: float | None) -> None:
        """How much is done, 0 to 1."""
        if share != self._share:
            self._share = share
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        if self._share is None:
            return
        painter, area = begin(self, self._look)
        paint_share(painter, self._look.plain, QRectF(0, 0, area.width(), _BAR), self._share)


class JobLine(QWidget):
    """One job: words, the share done, a button that stops it."""

    def __init__(self, look: Look, stop: Callable[[], None]) -> None:
        super().__init__()
        px = look.px
        self.words, self.bar, self.stop = QLabel(), ShareBar(look), QPushButton(self.tr("Stop"))
        self.words.setFont(look.font(Type.SMALL))
        self.words.setWordWrap(True)
        self.stop.setFont(look.font(Type.SMALL))
        self.stop.clicked.connect(lambda: stop())
        left = QVBoxLayout()
        left.setSpacing(px(6))
        left.addWidget(self.words)
        left.addWidget(self.bar)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(12))
        line.addLayout(left, 1)
        line.addWidget(self.stop)

    def show_job(self, job: Running) -> None:
        """Take the newest stand of the job."""
        words, share = job_words(job)
        self.words.setText(words)
        self.bar.show_share(share)
        self.stop.setAccessibleName(self.tr("Stop: %1").replace("%1", words))


class JobsPopover(Popover):
    """All jobs on the library, the newest first; it closes when the last has ended."""

    stop_wanted = Signal(int)  # the job's number

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, window)
        self._lines: dict[int, JobLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        self._column.setSpacing(look.px(12))
        self.setAccessibleName(self.tr("Work under way"))

    def open_with(self, jobs: Sequence[Running]) -> None:
        """Show it above the status bar with the first button in focus."""
        self.show_jobs(jobs)
        self._place()
        if self._lines:
            next(iter(self._lines.values())).stop.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_jobs(self, jobs: Sequence[Running]) -> None:
        """Take the newest stand of all jobs."""
        numbers = [job.number for job in jobs]
        if numbers != list(self._lines):
            self._rebuild(numbers)
        for job in jobs:
            self._lines[job.number].show_job(job)
        if not jobs:
            self.dismiss()
        elif self.isVisible():
            self._place()

    def _rebuild(self, numbers: Sequence[int]) -> None:
        for line in self._lines.values():
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = {number: JobLine(self._look, partial(self.stop_wanted.emit, number)) for number in numbers}
        for line in self._lines.values():
            self._column.addWidget(line)

    def _place(self) -> None:
        px = self._look.px
        self.open_at(QPoint(px(16), self._room.height() - self.height() - px(STATUS_BAR + 8)))
        self.move(self.x(), self._room.height() - self.height() - px(STATUS_BAR + 8))
