"""The typeset pages of the briefing that a desk holds: the one that was changed at once, all of them when the writing pauses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.model.briefing import Briefing, ChangedPages, Missing, Preview
from briefing_app.pipeline import Job

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session

_AFTER_MS = 80
"""A pause after which the pages are typeset when none stand yet, or others were asked for."""

_SETTLED_AFTER_MS = 350
"""A pause in writing after which all pages are typeset anew."""


class TypesetPages(QObject):
    """One request is under way at a time: what is asked meanwhile comes after it, so that the warm worker is never killed."""

    changed = Signal()
    page_changed = Signal(ChangedPages)

    def __init__(self, session: Session, briefing: Callable[[], Briefing | None], parent: QObject) -> None:
        """``briefing`` is asked for what is to be typeset, None for nothing."""
        super().__init__(parent)
        self._session = session
        self._briefing = briefing
        self.pages: tuple[bytes, ...] = ()
        self.begins: tuple[int, ...] = ()
        self.missing: tuple[Missing, ...] = ()
        self.under_way = False
        self._width = 0
        self._job: Job[Preview] | Job[ChangedPages] | None = None
        self._again = False
        self._changing = False
        self._change_again = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._ask_all)

    def ask(self, width_px: int) -> None:
        """Typeset the pages soon, ``width_px`` device pixels wide; when they stand already, first the one that was changed."""
        stand = bool(self.pages) and width_px == self._width
        self._width = width_px
        if width_px <= 0 or self._briefing() is None:
            return
        self._later.start(_SETTLED_AFTER_MS if stand else _AFTER_MS)
        if stand:
            self._ask_changed()

    def ask_again(self) -> None:
        """The same, as wide as before."""
        self.ask(self._width)

    def put_away(self) -> None:
        """Drop the pages and what is under way."""
        self._later.stop()
        if self._job is not None:
            self._job.cancel()
        self._job, self.under_way, self._again = None, False, False
        self._changing, self._change_again = False, False
        self.pages, self.missing = (), ()

    def _ask_all(self) -> None:
        briefing = self._briefing()
        if briefing is None:
            return
        if self.under_way or self._changing:
            self._again = True
            return
        self.under_way = True
        self.changed.emit()
        job = self._session.workbench.preview(briefing, self._width, id(self))
        self._job = job
        self._session.relay.watch(
            job.future,
            lambda preview: self._take_all(job, preview),
            lambda error: self._take_all(job, None, error),
            lambda: self._take_all(job, None),
        )

    def _take_all(self, job: Job[Preview], preview: Preview | None, error: BaseException | None = None) -> None:
        """The pages, or none when they could not be made or were called off; those of a briefing that was put away are nobody's."""
        if job is not self._job:
            return
        self.under_way = False
        if preview is not None:
            self.pages, self.begins, self.missing = preview.pages, preview.begins, preview.missing
        self.changed.emit()
        if error is not None:
            self._again = self._change_again = False
            self._session.fail(error)
        else:
            self._ask_what_waits()

    def _ask_changed(self) -> None:
        briefing = self._briefing()
        if briefing is None:
            return
        if self.under_way or self._changing:
            self._change_again = True
            return
        self._changing = True
        job = self._session.workbench.preview_change(briefing, self._width, id(self))
        self._job = job
        self._session.relay.watch(
            job.future,
            lambda changed: self._take_changed(job, changed),
            lambda _error: self._take_changed(job, ChangedPages()),  # all pages come next, and say what is wrong
            lambda: self._take_changed(job, ChangedPages()),
        )

    def _take_changed(self, job: Job[ChangedPages], changed: ChangedPages) -> None:
        if job is not self._job:
            return
        self._changing = False
        if changed.pages:
            self.page_changed.emit(changed)
        self._ask_what_waits()

    def _ask_what_waits(self) -> None:
        """What was asked while pages were under way: the changed one before all."""
        change, whole = self._change_again, self._again
        self._change_again = False
        if change:
            self._ask_changed()
        elif whole:
            self._again = False
            self._ask_all()
