"""Joins session and library pane: which lines, shelves, hits and text stand there, and what is chosen among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.model.ids import ArticleId
from briefing_app.model.shelf import Shelf
from briefing_app.ui.library.listing import row_of
from briefing_app.ui.session import Pane
from briefing_app.ui.shelves.entries import shelf_entries
from briefing_app.ui.window.first_paint import FirstPaint

if TYPE_CHECKING:
    from briefing_app.ui.window.window import Window


class LibraryRoom(QObject):
    """Shows in the library pane of one window what its session says."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._session, self._pane = window, window.session, window.library_pane
        self._to_choose: ArticleId | None = None
        self._shelf: Shelf | None = None
        self.first_paint = FirstPaint(self._pane.list.list)
        session, model = self._session, self._pane.list_model
        session.following.listed.connect(self.show_listing)
        session.following.counted.connect(self._show_shelves)
        session.organizing.changed.connect(self._show_shelves)
        session.reading_changed.connect(self._show_reading)
        session.zones_changed.connect(lambda: self._show_reading(True))
        session.searching.changed.connect(self._show_hits)
        session.searching.counted.connect(self._show_mending)
        session.searching.busy_changed.connect(self._show_busy)
        session.long_jobs.changed.connect(self._show_mending)
        model.wanted.connect(session.following.read)
        session.following.entries_read.connect(model.take)
        session.following.changed.connect(lambda news: model.refresh(news.lines))
        session.editing.edited.connect(model.update)

    def show_article(self, number: ArticleId) -> None:
        """Open the article on which the list stands; while the window comes into being the list is seen before."""
        if self.first_paint.done:
            self._session.open_article(number)  # a press of the mouse moves to a line before it chooses it
        else:
            self.first_paint.then(lambda: self._open_listed(number))

    def _open_listed(self, number: ArticleId) -> None:
        """The list may have come to stand elsewhere meanwhile: the text never belongs to another line."""
        chosen = self._pane.list.list.chosen()
        if not chosen or number in chosen:
            self._session.open_article(number)

    def choose(self, number: ArticleId) -> None:
        """Choose an article in the list, now or once the shelf that is being listed stands there."""
        self._to_choose = None if self._pane.list_model.index_of(number).isValid() else number
        if self._to_choose is None:
            self._pane.list.list.choose([number])

    def show_listing(self) -> None:
        """The list of the chosen shelf; what is read stays chosen where it stands there, else the first article is opened."""
        session, view = self._session, self._pane.list
        self._show_shelves()
        view.show_listing(session.following.listing, read=session.following.read_once)
        self._leave_what_stands_elsewhere()
        if self._to_choose is not None:
            view.list.choose([self._to_choose])
            self._to_choose = None
        if session.reading is not None and not view.list.chosen():  # the focus alone makes the first row current, not chosen
            view.list.choose([session.reading.article.id])
        if session.reading is None and session.following.listing.outline.total and not view.list.chosen():
            self.first_paint.then(self._open_first)

    def _leave_what_stands_elsewhere(self) -> None:
        """Another shelf opens its first article, so that the text never belongs to an event or a case that is not listed."""
        listing, reading = self._session.following.listing, self._session.reading
        before, self._shelf = self._shelf, listing.shelf
        if before in (None, listing.shelf) or reading is None or row_of(listing.outline, reading.article.id) >= 0:
            return
        first = next((ArticleId(key) for key in listing.outline.keys if key > 0), None)
        if first is not None:
            self._pane.list.list.choose([first])
            self.show_article(first)

    def _open_first(self) -> None:
        """Open the list's first article while none is open."""
        session, view = self._session, self._pane.list.list
        if session.reading is None and not view.chosen():
            view.step(1)
            if view.chosen_event() is not None:
                view.step(1)
        elif session.reading is not None and not view.chosen():
            view.choose([session.reading.article.id])

    def _show_shelves(self) -> None:
        known, shelf = self._session.organizing.known, self._session.following.shelf
        self._pane.shelf_model.show(shelf_entries(known))
        case = known.case(shelf.case)
        self._pane.list.show_name(self._shelf_name(), case.case.note if case else "")
        self._mark_chosen()

    def _mark_chosen(self) -> None:
        """The sidebar marks the saved search whose hits are shown, else the shelf."""
        session, pane = self._session, self._pane
        query = session.searching.query.strip() if pane.searching else ""
        found = next((search.id for search in session.organizing.searches if query and search.query == query), None)
        pane.sidebar.show_chosen(found or session.following.shelf)
        if pane.searched:
            pane.hits.show_saved(found is not None)

    def _shelf_name(self) -> str:
        entry = self._pane.shelf_model.entry_of(self._session.following.shelf)
        return entry.name if entry is not None else self.tr("All")

    def _show_reading(self, same: bool) -> None:
        if self._session.reading is None and not self._pane.reads:
            return
        self._pane.reader.show_reading(self._session.reading, self._session.zone_view, same=same)

    def _show_hits(self) -> None:
        session, search, pane = self._session, self._session.searching, self._pane
        searching = bool(search.found or search.mistake or search.busy)
        if not searching and not pane.searched:
            return
        if searching and session.pane is not Pane.LIBRARY:
            session.go(Pane.LIBRARY)
            self._window.top.field.setFocus()
        if not search.mistake:
            pane.hit_model.show(search.found)
        pane.hits.show_order(search.order, search.lines, grouped=search.grouped)
        pane.hits.show_found(search.found, search.mistake)
        pane.hits.show_facets(search.found, self._window.keymap.shown("advice"))
        self._window.top.field.show_mistakes(search.wrong)
        self._show_mending()
        left = pane.searching and not searching
        pane.show_searching(searching)
        self._window.show_hints()
        if left and session.reading is not None and session.reading.article.id not in pane.list.list.chosen():
            self.choose(session.reading.article.id)  # the text never belongs to another line
        pane.sides.widen(searching and search.lines is not None)
        self._mark_chosen()

    def _show_busy(self) -> None:
        """A search that takes long says so, where there are no hits yet too."""
        searching = self._session.searching
        if not searching.busy and not self._pane.searched:
            return
        self._pane.hits.show_busy(searching.busy, self._window.keymap.shown("stop"))
        if searching.busy and searching.found is None and not searching.mistake:
            self._show_hits()

    def _show_mending(self) -> None:
        """What cannot be found yet is indexed by a key."""
        session, found = self._session, self._session.searching.found
        if not self._pane.searched:
            return
        behind = found is not None and bool(found.result.behind or found.writings.behind)
        key = self._window.keymap.shown("catch_up") if behind and not session.read_only else None
        self._pane.hits.show_mending(key, busy=session.long_jobs.busy)
