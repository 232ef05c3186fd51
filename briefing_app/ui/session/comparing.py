"""What one window compares: the event or the chosen articles, worked out or read back off the window's thread.

A correction is compared anew at once, by the worker that has these articles in its memory; the followers store the same later.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.model.annotation import Translation
from briefing_app.model.article import Article
from briefing_app.model.comparison import Comparison
from briefing_app.model.errors import NothingThere
from briefing_app.model.event import Event
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.model.ruling import rulings_digest
from briefing_app.pipeline import Job
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.jobs import Lane
from briefing_app.ui.reader.model import Reading
from briefing_app.ui.session.library_jobs import JobKind
from briefing_app.ui.words import digits

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session


_READY_MS = 600
"""Who stays with a comparison for so long may correct it: then the worker reads its articles ahead."""


State = tuple[str, ...]
"""The digests of the articles and of what is ruled of them."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """How the library stands to the open comparison.

    ``state`` is None when an article is no more; ``current``: the comparison was made in this state. ``event`` is where its articles are
    now, ``stored`` what is stored of that, unless it is what is open.
    """

    state: State | None
    current: bool = False
    event: Event | None = None
    stored: Compared | None = None


class Comparing(QObject):
    """Holds the open comparison; while another is worked out, the last one stays."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._library = session.workbench.library
        self._lane: Lane[Any] = Lane("comparison", session.relay, newest_only=True)
        self._watch: Lane[_Ground] = Lane("comparison's ground", session.relay, newest_only=True)
        self._job: Job[Comparison] | None = None
        self._asked_for: State | None = None
        self.compared: Compared | None = None
        self.busy = False
        self._ready = QTimer(self)
        self._ready.setSingleShot(True)
        self._ready.setInterval(_READY_MS)
        self._ready.timeout.connect(self._get_ready)

    def close(self) -> None:
        """Call off what is worked out."""
        self._ready.stop()
        self._call_off()
        self._lane.close()
        self._watch.close()

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
        """Take the event's newer comparison when the library has one; work it out when something else is ruled; see where its event is."""
        before = self.compared
        if before is not None:
            self._watch.ask(lambda: self._ground(before), lambda ground: self._stand_on(ground, before), self._fail)

    def _ground(self, before: Compared) -> _Ground:
        numbers = before.comparison.articles
        try:
            digests = tuple(article.digest for article in self._library.articles(numbers))
        except NothingThere:
            return _Ground(None)
        event = self._event_now(before) if before.event is not None else None
        state = (*digests, rulings_digest(self._library.rulings(numbers)))
        current = digests == before.comparison.digests and self._library.current(before.comparison)
        stored = self._stored(event) if event is not None else None
        if stored is None and current:
            stored = self._joined(before.comparison, before.event, before)  # what is noted of its words may be new
        return _Ground(state, current, event, stored if stored != before else None)

    def _event_now(self, before: Compared) -> Event | None:
        """The event that was compared, else the one that holds the first of its articles that is in one."""
        assert before.event is not None
        rows = self._library.rows(before.comparison.articles, skip_missing=True)
        for number in dict.fromkeys((before.event.id, *(row.event for row in rows if row.event is not None and not row.trashed))):
            try:
                return self._library.event(number)
            except NothingThere:
                continue
        return None

    def _stand_on(self, ground: _Ground, before: Compared) -> None:
        if self.compared is not before:
            self.refresh()
            return
        articles, event = before.comparison.articles, ground.event
        if ground.state is None or (before.event is not None and event is None):
            if not before.gone:
                self._take(replace(before, gone=True))
        elif ground.stored is not None:
            self._job = None  # what is worked out is the same, and its worker keeps it for the next correction
            self._lane.forget()
            self._take(ground.stored)
        elif event is not None and set(event.group.articles) != set(articles):
            pass  # the followers compare what the event holds now; until then the old comparison stays
        elif not ground.current and ground.state != self._asked_for:
            self._work_out(articles, ground.state)

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

    def _joined(self, comparison: Comparison, event: Event | None, before: Compared | None = None) -> Compared:
        """The comparison with its articles and their sentences, off the window's thread; as ``before`` has them when they are the same."""
        rulings = self._library.rulings(comparison.articles)
        if before is not None and (before.comparison.articles, before.comparison.digests) == (comparison.articles, comparison.digests):
            articles, sentences = before.articles, before.sentences
        else:
            found = (self._library.findings(number) for number in comparison.articles)
            sentences = tuple(tuple(one.span for one in read.sentences) if read else () for read in found)
            articles = self._library.articles(comparison.articles)
        grouped = {row.id: row.event for row in self._library.rows(comparison.articles, skip_missing=True)}
        homes = tuple(grouped.get(number) for number in comparison.articles)
        return Compared(comparison, articles, event, sentences, rulings, self._translations(articles), homes=homes)

    def _translations(self, articles: Sequence[Article]) -> tuple[tuple[Translation, ...], ...]:
        from briefing_app.annotations import translations_of  # here: the formats beside it take longer to load than a start

        codebook = self._library.codebook()
        return tuple(translations_of(article.text, self._library.annotations(article.id), codebook) for article in articles)

    def _work_out(self, articles: tuple[ArticleId, ...], state: State | None = None) -> None:
        self._call_off()
        self.busy = True
        self._asked_for = state
        self.changed.emit()
        job = self._job = self._session.long_jobs.follow(
            JobKind.COMPARE,
            lambda tell: self._session.workbench.compare(list(articles), tell, id(self)),
            lambda found: self._join(found) if self._job is job else None,
            self._fail,
            lambda: self._called_off(job),
            digits(len(articles)),
        )

    def _join(self, comparison: Comparison) -> None:
        event, before = self._event_of(comparison.articles), self.compared
        self._job = None
        self._lane.ask(lambda: self._joined(comparison, event, before), self._take, self._fail)

    def _take(self, compared: Compared) -> None:
        self.compared, self.busy, self._asked_for = compared, False, None
        self.changed.emit()
        if not self._session.read_only:
            self._ready.start()
        if not compared.gone:
            self.refresh()  # something more may have been ruled meanwhile

    def _get_ready(self) -> None:
        if self.compared is not None and not self.busy:
            self._session.workbench.get_ready(self.compared.comparison.articles, id(self))

    def _event_of(self, articles: Sequence[ArticleId]) -> Event | None:
        event = self._session.events.of(articles[0]) if articles else None
        return event if event is not None and set(event.group.articles) == set(articles) else None

    def _call_off(self) -> None:
        job, self._job = self._job, None
        self._lane.forget()
        if job is not None:
            job.cancel()

    def _called_off(self, job: Job[Comparison]) -> None:
        """Somebody else ended the work; what was there stays. One that a newer one has overtaken ends nothing."""
        if self._job is job:
            self._job, self.busy, self._asked_for = None, False, None
            self.changed.emit()

    def _fail(self, error: BaseException) -> None:
        self._job, self.busy, self._asked_for = None, False, None
        self.changed.emit()
        self._session.fail(error)
