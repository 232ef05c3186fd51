"""Follows the library's change feed: what is in it, what stands on the chosen shelf, how far the index is behind."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.model.errors import BriefingError
from briefing_app.ui.error_text import trouble_of
from briefing_app.ui.jobs import Lane
from briefing_app.ui.library.listing import Holdings, Listing, Shelf, listing_of
from briefing_app.ui.session.holdings import HoldingsReader

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session

_POLL_MS = 400
_BUSY_POLL_S = 1.5


class Following(QObject):
    """Looks at the feed now and then and reads on a lane of its own; the last state stays until the newer one is there."""

    changed = Signal()  # the holdings
    listed = Signal()  # the list of the chosen shelf
    behind_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._library = session.workbench.library
        self._lane: Lane[tuple[int, Holdings, Listing]] = Lane("reads", session.relay)
        self._listings: Lane[Listing] = Lane("listings", session.relay, newest_only=True)
        self.reader = HoldingsReader(self._library)
        self.holdings = Holdings()
        self.shelf = Shelf()
        self.listing = Listing()
        self.behind = 0
        self._seen = -1
        self._read_at = 0.0
        self._reading = self._closed = False
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self.look)

    def start(self) -> None:
        """Read the library and go on looking."""
        self.look()
        self._poll.start()

    def close(self) -> None:
        """Stop looking; let the reading under way end."""
        self._closed = True
        self._poll.stop()
        self._lane.close()
        self._listings.close()

    def look(self) -> None:
        """Take in what the feed tells since the last look; cheap when there is nothing."""
        if self._reading or self._closed:
            return
        if self._session.long_jobs.busy is not None and time.monotonic() - self._read_at < _BUSY_POLL_S:
            return
        try:
            last = self._library.last_change()
            behind = self._library.behind()
        except BriefingError as error:
            self._poll.stop()
            self._session.troubled.emit(trouble_of(error))
            return
        if last != self._seen:
            self._reading = True
            self._read_at = time.monotonic()
            shelf = self.shelf
            self._lane.ask(lambda: self._read(last, shelf), self._take, self._lose)
        if behind != self.behind:
            self.behind = behind
            self.behind_changed.emit()

    def choose(self, shelf: Shelf) -> None:
        """Narrow the list to a shelf."""
        if shelf != self.shelf:
            self.shelf = shelf
            self._list_shelf()

    def _read(self, last: int, shelf: Shelf) -> tuple[int, Holdings, Listing]:
        holdings = self.reader.read()
        return last, holdings, listing_of(holdings, shelf)

    def _take(self, read: tuple[int, Holdings, Listing]) -> None:
        self._seen, self.holdings, listing = read
        self._reading = False
        if listing.shelf == self.shelf:
            self._take_listing(listing)
        else:
            self._list_shelf()
        self.changed.emit()

    def _lose(self, error: BaseException) -> None:
        self._reading = False
        self._poll.stop()
        self._session.fail(error)

    def _list_shelf(self) -> None:
        holdings, shelf = self.holdings, self.shelf
        self._listings.ask(lambda: listing_of(holdings, shelf), self._take_listing, self._session.fail)

    def _take_listing(self, listing: Listing) -> None:
        if listing.shelf == self.shelf:
            self.listing = listing
            self.listed.emit()
