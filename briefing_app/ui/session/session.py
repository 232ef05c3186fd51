"""Where the analyst is in one window: pane, open article, how its zones are shown; the parts of the session hang on it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from briefing_app.model.change import FOLLOWED, ChangeKind
from briefing_app.model.errors import BriefingError, LibraryGone
from briefing_app.model.ids import ArticleId, BriefingId, EventId
from briefing_app.pipeline import Workbench
from briefing_app.ui.error_text import Trouble, damage_trouble, trouble_of
from briefing_app.ui.jobs import Relay
from briefing_app.ui.reader.zone_view import ZoneView
from briefing_app.ui.session.editing import Editing
from briefing_app.ui.session.events import Events
from briefing_app.ui.session.following import Following
from briefing_app.ui.session.library_jobs import LibraryJobs
from briefing_app.ui.session.long_jobs import LongJobs
from briefing_app.ui.session.news import News
from briefing_app.ui.session.organizing import Organizing
from briefing_app.ui.session.searching import Searching

if TYPE_CHECKING:
    from briefing_app.model.span import Span
    from briefing_app.ui.reader.model import Reading, TextMark
    from briefing_app.ui.session.annotating import Annotating
    from briefing_app.ui.session.arranging import Arranging
    from briefing_app.ui.session.comparing import Comparing
    from briefing_app.ui.session.correcting import Correcting
    from briefing_app.ui.session.desk import BriefingDesk
    from briefing_app.ui.session.keeping import Keeping
    from briefing_app.ui.session.marking import Marking
    from briefing_app.ui.session.notebook import Notebook
    from briefing_app.ui.session.originals import Originals
    from briefing_app.ui.session.ruling import Rulings
    from briefing_app.ui.session.sending import Sending


class Pane(StrEnum):
    """The three places of the window."""

    LIBRARY = "library"
    COMPARE = "compare"
    BRIEFING = "briefing"


class Session(QObject):
    """One window's state. Every signal says what happened; the views ask the properties for the rest.

    A part is a QObject that takes the session, keeps what it knows, and reaches the other parts through it. A new part is a file
    beside this one and a line in ``__init__``; one that no list needs is a cached property, made and loaded when it is first asked for.
    """

    pane_changed = Signal()
    reading_changed = Signal(bool)  # whether it is still the same article
    place_wanted = Signal(object)  # Span of the open article
    zones_changed = Signal()
    said = Signal(str)  # a sentence for the status bar
    troubled = Signal(object)  # Trouble
    keeping_made = Signal(object)  # Keeping: who wants to hear of backups begins here, so that no window loads them at its start
    closing = Signal()  # whoever reads the library on a lane of its own ends that now

    def __init__(self, workbench: Workbench, jobs: LibraryJobs | None = None, parent: QObject | None = None) -> None:
        """``jobs`` are those of the library when it has several windows; without them the session has its own, which end with it."""
        super().__init__(parent)
        self.workbench = workbench
        self._own_jobs = None if jobs else LibraryJobs(workbench, self)
        self.relay = Relay(self)
        self.pane = Pane.LIBRARY
        self.came_from: Pane | None = None
        self.reading: Reading | None = None
        self.zone_view = ZoneView.HIDDEN
        self._closed = False
        self.going = False
        """Whether everything that a start sets going is under way or done."""
        self.long_jobs = LongJobs(self, jobs or self._own_jobs or LibraryJobs(workbench, self))
        self.following = Following(self)
        self.events = Events(self)
        self.editing = Editing(self)
        self.organizing = Organizing(self)
        self.searching = Searching(self)
        self._connect()

    def _connect(self) -> None:
        self.long_jobs.ended.connect(self.following.look)
        self.long_jobs.ended.connect(self._search_on)
        self.following.changed.connect(self._take_news)
        self.following.behind_changed.connect(self._index_moved)
        self.searching.changed.connect(self._refresh_reading)

    @cached_property
    def annotating(self) -> Annotating:
        """Highlights and notes on the open article."""
        from briefing_app.ui.session.annotating import Annotating

        return Annotating(self)

    @cached_property
    def correcting(self) -> Correcting:
        """Corrections of the open article."""
        from briefing_app.ui.session.correcting import Correcting

        return Correcting(self)

    @cached_property
    def originals(self) -> Originals:
        """The open article as it was received."""
        from briefing_app.ui.session.originals import Originals

        return Originals(self)

    @cached_property
    def marking(self) -> Marking:
        """Stars and read marks."""
        from briefing_app.ui.session.marking import Marking

        return Marking(self)

    @cached_property
    def comparing(self) -> Comparing:
        """What is compared."""
        from briefing_app.ui.session.comparing import Comparing

        return Comparing(self)

    @cached_property
    def keeping(self) -> Keeping:
        """Backups and checks of the library."""
        from briefing_app.ui.session.keeping import Keeping

        made = Keeping(self)
        self.keeping_made.emit(made)
        return made

    @cached_property
    def rulings(self) -> Rulings:
        """What is ruled of the comparison."""
        from briefing_app.ui.session.ruling import Rulings

        return Rulings(self)

    @cached_property
    def notebook(self) -> Notebook:
        """All notes."""
        from briefing_app.ui.session.notebook import Notebook

        return Notebook(self)

    @cached_property
    def arranging(self) -> Arranging:
        """What is done to events."""
        from briefing_app.ui.session.arranging import Arranging

        return Arranging(self)

    @cached_property
    def sending(self) -> Sending:
        """What goes from the comparison to a briefing."""
        from briefing_app.ui.session.sending import Sending

        return Sending(self)

    @cached_property
    def desk(self) -> BriefingDesk:
        """The briefing that is written."""
        from briefing_app.ui.session.desk import BriefingDesk

        return BriefingDesk(self)

    def _made(self, *names: str) -> list[Any]:
        """Those of these parts that were asked for before."""
        return [self.__dict__[name] for name in names if name in self.__dict__]

    def start(self) -> None:
        """Read the library, follow its feed and let the followers catch up."""
        self.following.start()
        self.following.begun.connect(self._begin_the_rest)

    def _begin_the_rest(self) -> None:
        """What takes long to load comes once the list is painted."""
        from briefing_app.pipeline import Job

        self.organizing.start()
        self.editing.start()
        loading: Job[None] = Job()
        self.relay.watch(loading.start(self._load, "loading").future, self._catch_up, self.fail)

    def _load(self) -> None:
        """What is read from the disk once, on a thread of its own."""
        from briefing_app.ui.ahead import read_ahead

        read_ahead()
        self.workbench.get_going()

    def _catch_up(self, _loaded: None) -> None:
        self.long_jobs.begin_watching()
        self.long_jobs.tell_of_unfinished()
        if not self.read_only and not self.long_jobs.busy:
            self.long_jobs.catch_up()
        self.going = True

    def close(self) -> None:
        """Stop following; let the edit under way end. A second call does nothing."""
        if self._closed:
            return
        self._closed = True
        self.relay.close()
        self.closing.emit()
        self.long_jobs.close()
        if self._own_jobs is not None:
            self._own_jobs.close()
        opened = self._made("comparing", "desk", "originals")
        for part in (*opened, self.searching, self.organizing, self.following, self.editing):
            part.close()

    @property
    def read_only(self) -> bool:
        """Whether another program holds the library."""
        return self.workbench.library.read_only

    def fail(self, error: BaseException, verb: str = "") -> None:
        """Word an error of the world, ``verb`` the id of the action that is the next step; a bug of ours goes on to the report."""
        if not self.tell(trouble_of(error, verb)) and not isinstance(error, BriefingError):
            raise error

    def tell(self, trouble: Trouble) -> bool:
        """Show what went wrong; when the library was moved away, that alone: everything else comes of it. Whether it was."""
        try:
            self.workbench.library.require_there()
        except LibraryGone as gone:
            self.troubled.emit(trouble_of(gone))
            return True
        self.troubled.emit(trouble)
        return False

    # Panes

    def go(self, pane: Pane) -> None:
        """Open a pane; compare and briefing show the event at hand. A closed session opens none: its thread would be ended by nobody."""
        if self._closed:
            return
        if pane is Pane.COMPARE and not self.comparing.busy and not self._compares_what_is_here():
            self.comparing.show_event(self._event_here())
        if pane is Pane.BRIEFING:
            compared = self.comparing.compared if self.pane is Pane.COMPARE else None
            from_matrix = compared.event if compared else None
            self.desk.open_event(from_matrix.id if from_matrix else self._event_here())
        self.came_from = None
        self._open(pane)

    def open_briefing(self, number: BriefingId) -> None:
        """Open a stored briefing, whatever event is at hand."""
        self.desk.open_stored(number)
        self.came_from = None
        self._open(Pane.BRIEFING)

    def return_from_sentence(self) -> bool:
        """Back to the pane that led to the open sentence; False when none did."""
        pane, self.came_from = self.came_from, None
        if pane is not None:
            self._open(pane)
        return pane is not None

    def compare_articles(self, articles: Sequence[ArticleId]) -> None:
        """Compare the chosen articles, at least two, and show the matrix."""
        if len(articles) < 2:
            self.said.emit(self.tr("Choose two articles or more to compare them."))
            return
        self.comparing.show_articles(articles)
        self._open(Pane.COMPARE)

    def _compares_what_is_here(self) -> bool:
        """Whether the open comparison holds what is read, and is that of the chosen event when one is chosen."""
        compared, chosen = self.comparing.compared, self.following.shelf.event
        if chosen is not None and (compared is None or compared.event is None or compared.event.id != chosen):
            return False
        return self.comparing.holds(self.reading)

    def _open(self, pane: Pane) -> None:
        if pane is not self.pane:
            self.pane = pane
            self.pane_changed.emit()

    def _event_here(self) -> EventId | None:
        """The event of the chosen shelf, else of the open article, else the first."""
        here = self.events.of(self.reading.article.id) if self.reading else None
        return self.following.shelf.event or (here.id if here else None) or self.events.newest()

    # The open article

    def open_article(self, number: ArticleId, at: Span | None = None) -> None:
        """Show an article in the reader, at a place of it when one is given."""
        if self.reading is None or self.reading.article.id != number:
            try:
                self.reading = self._read(number)
            except BriefingError as error:
                self.fail(error)
                return
            self.reading_changed.emit(False)
            self._look_for_damage(number)
        if at is not None:
            self.place_wanted.emit(at)

    def _look_for_damage(self, number: ArticleId) -> None:
        """What is read is shown all the same; that a bit of it has changed is said."""
        flaws = self.workbench.library.flaws_of(number)
        if flaws:
            self.tell(damage_trouble(flaws))

    def close_article(self) -> None:
        """Leave the reader empty."""
        self.reading = None
        self.reading_changed.emit(False)

    def show_in_text(self, number: ArticleId, span: Span | None = None) -> None:
        """From anywhere to an article or a sentence in it; ``return_from_sentence`` leads back."""
        pane = self.pane
        self.go(Pane.LIBRARY)
        self.came_from = pane if pane is not Pane.LIBRARY else None
        self.open_article(number, span)

    def next_zone_view(self) -> None:
        """Hidden, dimmed, shown, round and round."""
        self.zone_view = self.zone_view.following()
        self.zones_changed.emit()

    def marks(self) -> tuple[TextMark, ...]:
        """The marks of the open article in the order of the text."""
        return self.reading.marks if self.reading else ()

    def marks_to_walk(self) -> tuple[TextMark, ...]:
        """Where n and p go: hits while searching, else every mark but quotations."""
        from briefing_app.ui.reader.model import MarkKind, stops

        hits = tuple(mark for mark in self.marks() if mark.kind is MarkKind.HIT)
        return hits or stops(mark for mark in self.marks() if mark.kind is not MarkKind.QUOTATION)

    def _read(self, number: ArticleId) -> Reading:
        from briefing_app.ui.session.reading import reading_of  # here: finding notes again in a text takes more than a list needs

        found = self.searching.found
        row = self.workbench.library.rows([number])[0]
        return reading_of(self.workbench.library, row, self.events.comparison(row.event), found.marks(number) if found else ())

    def _take_news(self, news: News) -> None:
        """Read again what the feed's news may concern; articles that came in concern nothing that is open."""
        self.events.take(news)
        self.organizing.take(news)
        self.editing.take(news)
        if news.kinds & (FOLLOWED - {ChangeKind.ARTICLE_ADDED}) and not self.read_only:
            self.long_jobs.catch_up_with_edits()
        if ChangeKind.ARTICLE_TRASHED in news.kinds:
            self.searching.again()
        told = news.kinds - {ChangeKind.ARTICLE_ADDED, ChangeKind.CASE, ChangeKind.SEARCH}
        if told - {ChangeKind.ARTICLE_MARKED, ChangeKind.BRIEFING}:
            for comparing in self._made("comparing"):
                comparing.refresh()
        if told - {ChangeKind.ARTICLE_MARKED}:
            for desk in self._made("desk"):
                desk.library_changed()
        here = self.reading.article.id if self.reading is not None else 0
        if told - {ChangeKind.ARTICLE_MARKED, ChangeKind.BRIEFING} or here in news.subjects(ChangeKind.ARTICLE_MARKED):
            self._refresh_reading()

    def _index_moved(self) -> None:
        """Once every article can be found, what was searched for may find more."""
        if self.following.behind == 0:
            self.searching.again()
            self.organizing.count_hits()

    def _search_on(self) -> None:
        """What was not indexed when it was searched for may be now."""
        found = self.searching.found
        if found is not None and (found.result.behind or found.writings.behind):
            self.searching.again()

    def _refresh_reading(self) -> None:
        if self.reading is None:
            return
        try:
            reading = self._read(self.reading.article.id)
        except BriefingError:
            self.close_article()
            return
        if reading != self.reading:
            self._tell_of_trash(self.reading.trashed, reading.trashed)
            self.reading = reading
            self.reading_changed.emit(True)

    def _tell_of_trash(self, before: bool, now: bool) -> None:
        """Another window moved the open article into the trash or out of it, or a drag did; the keys of this one leave what they move."""
        if now and not before:
            self.said.emit(self.tr("The open article is in the trash now; it can be brought back from there."))
        elif before and not now:
            self.said.emit(self.tr("The open article is back from the trash."))
