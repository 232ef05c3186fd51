"""What one window compares: the event or the chosen articles, worked out or read back off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from briefing_app.model.comparison import Comparison
from briefing_app.model.event import Event
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.pipeline import Job
from briefing_app.ui.comparison.passages import Compared, houses_of
from briefing_app.ui.jobs import Lane
from briefing_app.ui.reader.model import Reading
from briefing_app.ui.session.library_jobs import JobKind
from briefing_app.ui.words import digits

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session


class Comparing(QObject):
    """Holds the open comparison; while another is worked out, the last one stays."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._library = session.workbench.library
        self._lane: Lane[Any] = Lane("comparison", session.relay, newest_only=True)
        self._job: Job[Comparison] | None = None
        self.compared: Compared | None = None
        self.busy = False

    def close(self) -> None:
        """Call off what is worked out."""
        self._call_off()
        self._lane.close()

    def show_event(self, number: EventId | None) -> None:
        """Show the event's matrix; it is worked out when it is not there yet."""
        event = self._session.events.get(number)
        if event is not None:
            ids = event.group.articles
            self._read(lambda: self._stored(event), lambda known: self._take(known) if known else self._work_out(ids))

    def show_articles(self, articles: Sequence[ArticleId]) -> None:
        """Compare the chosen articles, at least two."""
        event = self._event_of(articles)
        if event is not None:
            self.show_event(event.id)
        else:
            self._work_out(tuple(articles))

    def refresh(self) -> None:
        """Take the event's newer comparison when the library has one."""
        before = self.compared
        event = self._session.events.get(before.event.id) if before and before.event else None
        if before is not None and before.event is None:
            self._again(before)
        if before is None or event is None or self.busy:
            return

        def take(known: Compared | None) -> None:
            if known is not None and known != self.compared and not self.busy:
                self._take(known)

        self._lane.ask(lambda: self._stored(event), take, self._fail)

    def _again(self, before: Compared) -> None:
        """Compare chosen articles anew when something else is ruled of them or known of their sources: no follower does."""

        def take(current: bool) -> None:
            if self.compared is before and not current:
                self._work_out(before.comparison.articles)

        self._lane.ask(lambda: self._library.current(before.comparison), take, self._fail)

    def holds(self, reading: Reading | None) -> bool:
        """Whether the open comparison compares what is read; with nothing read, whether there is one."""
        if self.compared is None or reading is None:
            return self.compared is not None
        return reading.article.id in self.compared.comparison.articles

    def _read(self, work: Callable[[], Compared | None], take: Callable[[Compared | None], None]) -> None:
        self._call_off()
        self.busy = True
        self.changed.emit()
        self._lane.ask(work, take, self._fail)

    def _stored(self, event: Event) -> Compared | None:
        known = self._library.comparison(event.id)
        return self._joined(known, event) if known is not None else None

    def _joined(self, comparison: Comparison, event: Event | None) -> Compared:
        """The comparison with its articles and their sentences, off the window's thread."""
        found = (self._library.findings(number) for number in comparison.articles)
        sentences = tuple(tuple(one.span for one in read.sentences) if read else () for read in found)
        rulings = self._library.rulings(comparison.articles)
        articles = self._library.articles(comparison.articles)
        return Compared(comparison, articles, event, sentences, rulings, houses_of(articles, self._library.sources()))

    def _work_out(self, articles: tuple[ArticleId, ...]) -> None:
        self._call_off()
        self.busy = True
        self.changed.emit()
        job = self._job = self._session.workbench.compare(list(articles))
        about = digits(len(articles))
        self._session.long_jobs.follow(JobKind.COMPARE, job, self._join, self._fail, lambda: self._called_off(job), about)

    def _join(self, comparison: Comparison) -> None:
        event = self._event_of(comparison.articles)
        self._job = None
        self._lane.ask(lambda: self._joined(comparison, event), self._take, self._fail)

    def _take(self, compared: Compared) -> None:
        self.compared, self.busy = compared, False
        self.changed.emit()

    def _event_of(self, articles: Sequence[ArticleId]) -> Event | None:
        event = self._session.events.of(articles[0]) if articles else None
        return event if event is not None and set(event.group.articles) == set(articles) else None

    def _call_off(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _called_off(self, job: Job[Comparison]) -> None:
        """Somebody else ended the work; what was there stays. One that a newer one has overtaken ends nothing."""
        if self._job is job:
            self._job, self.busy = None, False
            self.changed.emit()

    def _fail(self, error: BaseException) -> None:
        self._job, self.busy = None, False
        self.changed.emit()
        self._session.fail(error)
