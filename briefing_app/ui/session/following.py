"""Follows the library's change feed: how many articles are in it, what stands on the chosen shelf, how far the index is behind.

Nothing is read twice: lists know the numbers of their articles and ask for the words of those in sight (``read``); after a change only what
the feed tells of is asked for anew, the order of the list at most once in a while when an import goes on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.library import ShelfCounts
from briefing_app.model.change import FOLLOWED, Change
from briefing_app.model.errors import LibraryGone
from briefing_app.model.shelf import Arrangement, Shelf, ShelfKind
from briefing_app.ui.error_text import trouble_of
from briefing_app.ui.jobs import Lane
from briefing_app.ui.library.listing import Entry, Listing, lines_of, read_entries
from briefing_app.ui.library.model import PAGE, Page
from briefing_app.ui.session.news import News
from briefing_app.ui.shelves.entries import MOST_EVENTS

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session

_POLL_MS = 400
_POLL_AFTER_TROUBLE_MS = 4_000
_PAINTED_MS = 100
"""By then the first list is painted; the index and the workers take a quarter of a second to load."""
_BUSY_S = 1.5
"""Between two readings of the order and the counts while a long job changes them all the time."""
_COUNTED_MS = 150
"""What an edit changes in the sidebar's numbers is counted once its row is painted, and once for several edits."""
_BEHIND_S = 1.0
"""Between two looks at how far the index is behind."""
_MOST_CHANGES = 2_000
_STEADY = frozenset({ShelfKind.ALL, ShelfKind.EVENT, ShelfKind.SOURCE, ShelfKind.TRASH})
"""Shelves that no mark and no note moves an article to or from."""


class Following(QObject):
    """Looks at the feed now and then and reads on lanes of its own; the last state stays until the newer one is there."""

    changed = Signal(object)  # News
    begun = Signal()  # the first list has been painted: whoever takes long to load may begin
    listed = Signal()  # the list of the chosen shelf
    counted = Signal()
    found_again = Signal(object)  # the Trouble of a library that was gone and is there again
    behind_changed = Signal()  # how many articles no search finds yet; None until it is known
    entries_read = Signal(object, object, float)  # Page, Mapping[int, Entry], when reading them began by time.perf_counter

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._library = session.workbench.library
        self._quick: Lane[Any] = Lane("feed and pages", session.relay)
        self._listings: Lane[tuple[int, Listing]] = Lane("listings", session.relay, newest_only=True)
        self._counts: Lane[ShelfCounts] = Lane("counts", session.relay, newest_only=True)
        self._index: Lane[int] = Lane("index", session.relay, newest_only=True)
        self.shelf = Shelf()
        self.arrangement = Arrangement()
        self.listing = Listing()
        self.counts = ShelfCounts()
        self.counted_once = False
        self.behind: int | None = None
        self.seen = self.arranged = -1
        self._looking = self._again = self._closed = False
        self._told: BaseException | None = None  # what the feed failed with last, until it reads again
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self.look)
        self._later, self._count_later = self._once(self._arrange), self._once(self._count)
        self._behind_later = self._once(self._ask_behind)
        self._arranged_at = self._asked_behind_at = 0.0

    def _once(self, what: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(what)
        return timer

    def start(self) -> None:
        """Read the list, then the rest, and go on looking."""
        self._list()

    def close(self) -> None:
        """Stop looking; let the reading under way end."""
        self._closed = True
        for timer in (self._poll, self._later, self._count_later, self._behind_later):
            timer.stop()
        for lane in (self._quick, self._listings, self._counts, self._index):
            lane.close()

    @property
    def read_once(self) -> bool:
        """Whether a list has been read: until then nobody knows whether there is anything."""
        return self.seen >= 0

    @property
    def total(self) -> int:
        """How many articles the library has."""
        return self.listing.articles

    def choose(self, shelf: Shelf) -> None:
        """Narrow the list to a shelf."""
        if shelf != self.shelf:
            self.shelf = shelf
            self._list()

    def arrange(self, arrangement: Arrangement) -> None:
        """Lay the list out otherwise."""
        if arrangement != self.arrangement:
            self.arrangement = arrangement
            self._list()

    def read(self, page: Page) -> None:
        """Read the words of some lines of the list; ``entries_read`` brings them."""

        def work() -> tuple[Mapping[int, Entry], float]:
            began = time.perf_counter()
            return read_entries(self._library, page.lines), began

        self._quick.ask(work, lambda read: self.entries_read.emit(page, *read), self._session.fail)

    # The feed

    def look(self) -> None:
        """Take in what the feed tells since the last look; cheap when there is nothing."""
        self._again = self._looking
        if not self._looking and not self._closed and self.seen >= 0:
            self._looking = True
            seen = self.seen
            self._quick.ask(lambda: self._changes(seen), self._take_changes, self._miss_changes)

    def hear(self, changes: Sequence[Change]) -> None:
        """Take in the feed's rows of an edit, without asking for them when nothing else has happened before them."""
        if changes and changes[0].number == self.seen + 1 and not self._looking and not self._closed:
            self._take_changes((changes[-1].number, News.of(changes)))
        else:
            self.look()

    def _begin(self, last: int) -> None:
        self.seen = self.arranged = last
        self._poll.start()

    def _changes(self, seen: int) -> tuple[int, News]:
        """All that the feed tells beyond ``seen``, and its last number; one edit can tell of a hundred thousand articles.

        Raises LibraryGone: a database that was deleted or moved away reads on as if nothing had happened.
        """
        self._library.require_there()
        found: list[Change] = []
        while batch := self._library.changes_after(seen, _MOST_CHANGES):
            found += batch
            seen = batch[-1].number
        return seen, News.of(found)

    def _take_changes(self, told: tuple[int, News]) -> None:
        self._looking = False
        self.seen, news = told
        if not self._closed and self._told is not None:
            self._poll.start(_POLL_MS)
            self._go_on_after(self._told)
        if self._again:
            self.look()
        if self.behind or news.kinds & FOLLOWED:
            self._ask_behind_soon()
        if not news.kinds:
            return
        if not news.quiet:
            self.arranged = self.seen
        self.changed.emit(news)
        self._arrange_soon(order=not news.quiet or self.shelf.kind not in _STEADY, at_once=news.by_analyst)

    def _miss_changes(self, error: BaseException) -> None:
        """Tell it once. A folder that was moved away may be put back, a disk that was busy may answer the next time."""
        self._looking = False
        self._poll.setInterval(_POLL_AFTER_TROUBLE_MS)
        before, self._told = self._told, error
        if str(error) != str(before):
            self._session.fail(error)

    def _go_on_after(self, trouble: BaseException) -> None:
        """What was told is over; that a library is gone would stand above everything for good."""
        self._told = None
        if isinstance(trouble, LibraryGone):
            self.found_again.emit(trouble_of(trouble))
            self._session.said.emit(self.tr("The library is there again."))

    # Order and counts

    def _arrange_soon(self, *, order: bool, at_once: bool) -> None:
        """Read order and counts: at once when the analyst waits or nothing goes on, else when the last reading is long enough ago."""
        calm = at_once or not self._session.long_jobs.busy
        if not order and calm:
            if not self._count_later.isActive():
                self._count_later.start(_COUNTED_MS)
        elif calm or not self._later.isActive():
            wait = 0.0 if calm else self._arranged_at + _BUSY_S - time.monotonic()
            self._later.start(max(0, round(1000 * wait)))

    def _arrange(self) -> None:
        self._arranged_at = time.monotonic()
        self._list()
        self._count()

    def _list(self) -> None:
        shelf, arrangement = self.shelf, self.arrangement
        self._listings.ask(lambda: self._listing(shelf, arrangement), self._take_listing, self._session.fail)

    def _listing(self, shelf: Shelf, arrangement: Arrangement) -> tuple[int, Listing]:
        """The list, and what the feed told last before it was read."""
        last, began = self._library.last_change(), time.perf_counter()
        outline = self._library.outline(shelf, arrangement)
        entries = read_entries(self._library, lines_of(outline, 0, PAGE))
        articles = outline.total if shelf.kind is ShelfKind.ALL else self._library.article_count()
        return last, Listing(shelf, outline, entries, articles, arrangement, began)

    def _take_listing(self, read: tuple[int, Listing]) -> None:
        first = not self._arranged_at
        last, self.listing = read
        if self.seen < 0:
            self._begin(last)
        self.listed.emit()
        if first:
            self._arranged_at = time.monotonic()
            QTimer.singleShot(_PAINTED_MS, self, self._begin_the_rest)

    def _begin_the_rest(self) -> None:
        if not self._closed:
            self._count()
            self._ask_behind()
            self.begun.emit()

    def _count(self) -> None:
        self._counts.ask(lambda: self._library.shelf_counts(MOST_EVENTS), self._take_counts, self._session.fail)

    def _take_counts(self, counts: ShelfCounts) -> None:
        self.counts, self.counted_once = counts, True
        self.counted.emit()

    def _ask_behind_soon(self) -> None:
        if not self._behind_later.isActive():
            wait = self._asked_behind_at + _BEHIND_S - time.monotonic()
            self._behind_later.start(max(0, round(1000 * wait)))

    def _ask_behind(self) -> None:
        self._asked_behind_at = time.monotonic()
        self._index.ask(self._library.behind, self._take_behind, self._session.fail)

    def _take_behind(self, behind: int) -> None:
        if behind != self.behind:
            self.behind = behind
            self.behind_changed.emit()
