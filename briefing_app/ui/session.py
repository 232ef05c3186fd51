"""What is being looked at in one window, and the verbs that change it; no widgets."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.edit import Applied, Edit, MarkRead, MarkStarred, PutAnnotation, RemoveAnnotation
from briefing_app.model.errors import BriefingError
from briefing_app.model.ids import AnnotationId, ArticleId, EventId
from briefing_app.model.span import Span
from briefing_app.pipeline import ImportReport, Workbench
from briefing_app.ui.comparing import Comparing
from briefing_app.ui.desk import BriefingDesk
from briefing_app.ui.edit_words import edit_words
from briefing_app.ui.error_text import Trouble, skipped_trouble, trouble_of
from briefing_app.ui.holdings import HoldingsReader
from briefing_app.ui.jobs import Lane, Relay
from briefing_app.ui.library.listing import Holdings, Listing, Shelf, listing_of
from briefing_app.ui.long_jobs import Busy, LongJobs
from briefing_app.ui.reader.model import MarkKind, Reading, TextMark, ZoneView, stops
from briefing_app.ui.reading import new_annotation, reading_of
from briefing_app.ui.search.model import Found, found_of

_POLL_MS = 400
_BUSY_POLL_S = 1.5
_SEARCH_FROM = 2
_MOST_HITS = 200


class Pane(StrEnum):
    """The three places of the window."""

    LIBRARY = "library"
    COMPARE = "compare"
    BRIEFING = "briefing"


class Session(QObject):
    """One window's state. Every signal says what happened; the views ask the properties for the rest."""

    pane_changed = Signal()
    holdings_changed = Signal()
    reading_changed = Signal(bool)  # whether it is still the same article
    place_wanted = Signal(object)  # Span of the open article
    search_changed = Signal()
    busy_changed = Signal()
    zones_changed = Signal()
    edits_changed = Signal()
    imported = Signal(object)  # ImportReport
    note_wanted = Signal(object)  # Annotation to write on
    said = Signal(str)  # a sentence for the status bar
    troubled = Signal(object)  # Trouble

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workbench = workbench
        self.relay = Relay(self)
        self._edits: Lane[Any] = Lane("edits", self.relay)
        self._reads: Lane[Any] = Lane("reads", self.relay)
        self._searches: Lane[Found] = Lane("search", self.relay, newest_only=True)
        self._library = workbench.library
        self._reader = HoldingsReader(self._library)
        self.desk = BriefingDesk(self)
        self.comparing = Comparing(self)
        self._long = LongJobs(workbench, self.relay, self)
        self._long.busy_changed.connect(self.busy_changed)
        self._long.imported.connect(self.imported)
        self._long.failed.connect(self.fail)
        self._long.ended.connect(self.look_for_changes)
        self._long.imported.connect(self._word_skipped)
        self.pane = Pane.LIBRARY
        self.came_from: Pane | None = None
        self.shelf = Shelf()
        self.holdings = Holdings()
        self.listing = Listing()
        self.reading: Reading | None = None
        self.zone_view = ZoneView.HIDDEN
        self.query = ""
        self.found: Found | None = None
        self.mistake = ""
        self.behind = 0
        self._seen = -1
        self._read_at = 0.0
        self._reading_holdings = False
        self._closed = False
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self.look_for_changes)

    # Life

    def start(self) -> None:
        """Read the library, follow its feed and let the followers catch up."""
        self.look_for_changes()
        self._poll.start()
        if not self.read_only:
            self._long.catch_up()

    def close(self) -> None:
        """Stop following; let the edit under way end. A second call does nothing."""
        if self._closed:
            return
        self._closed = True
        self._poll.stop()
        self._long.cancel()
        self.comparing.close()
        self.desk.close()
        for lane in (self._searches, self._reads, self._edits):
            lane.close()

    @property
    def read_only(self) -> bool:
        """Whether another program holds the library."""
        return self._library.read_only

    # Following the library

    def look_for_changes(self) -> None:
        """Take in what the feed tells since the last look; cheap when there is nothing."""
        if self._reading_holdings or self._closed:
            return
        if self.busy is not None and time.monotonic() - self._read_at < _BUSY_POLL_S:
            return
        try:
            last = self._library.last_change()
            behind = self._library.behind()
        except BriefingError as error:
            self._poll.stop()
            self.troubled.emit(trouble_of(error))
            return
        if last != self._seen:
            self._reading_holdings = True
            self._read_at = time.monotonic()
            shelf = self.shelf
            self._reads.ask(lambda: self._read_library(last, shelf), self._take_holdings, self._lose_holdings)
        if behind != self.behind:
            self.behind = behind
            self.busy_changed.emit()
            if self.query and not behind:
                self.search(self.query)

    def _read_library(self, last: int, shelf: Shelf) -> tuple[int, Holdings, Listing]:
        holdings = self._reader.read()
        return last, holdings, listing_of(holdings, shelf)

    def _take_holdings(self, read: tuple[int, Holdings, Listing]) -> None:
        self._seen, self.holdings, listing = read
        self._reading_holdings = False
        if listing.shelf == self.shelf:
            self.listing = listing
            self.holdings_changed.emit()
        else:
            self._list_shelf()
        self.edits_changed.emit()
        self._refresh_reading()
        self.comparing.refresh()
        self.desk.library_changed()

    def _lose_holdings(self, error: BaseException) -> None:
        self._reading_holdings = False
        self._poll.stop()
        self.troubled.emit(trouble_of(error))

    # Where the analyst is

    def go(self, pane: Pane) -> None:
        """Open a pane; compare and briefing show the event at hand."""
        compared = self.comparing.compared
        if pane is Pane.COMPARE and not self.comparing.busy and not self._compares_what_is_here():
            self.comparing.show_event(self._event_here())
        if pane is Pane.BRIEFING:
            from_matrix = compared.event if self.pane is Pane.COMPARE and compared else None
            self.desk.open_event(from_matrix.id if from_matrix else self._event_here())
        self.came_from = None
        self._open(pane)

    def return_from_sentence(self) -> bool:
        """Back to the pane that led to the open sentence; False when none did."""
        pane, self.came_from = self.came_from, None
        if pane is not None:
            self._open(pane)
        return pane is not None

    def _compares_what_is_here(self) -> bool:
        """Whether the open comparison holds what is read, and is that of the chosen event when one is chosen."""
        compared = self.comparing.compared
        if self.shelf.event is not None and (compared is None or compared.event is None or compared.event.id != self.shelf.event):
            return False
        return self.comparing.holds(self.reading)

    def _open(self, pane: Pane) -> None:
        if pane is not self.pane:
            self.pane = pane
            self.pane_changed.emit()

    def _event_here(self) -> EventId | None:
        """The event of the chosen shelf, else of the open article, else the first."""
        here = self.holdings.event_of(self.reading.article.id) if self.reading else None
        first = self.holdings.events[0].id if self.holdings.events else None
        return self.shelf.event or (here.id if here else None) or first

    def choose_shelf(self, shelf: Shelf) -> None:
        """Narrow the list."""
        if shelf != self.shelf:
            self.shelf = shelf
            self._list_shelf()

    def _list_shelf(self) -> None:
        holdings, shelf = self.holdings, self.shelf
        self._reads.ask(lambda: listing_of(holdings, shelf), self._take_listing, self.fail)

    def _take_listing(self, listing: Listing) -> None:
        if listing.shelf == self.shelf:
            self.listing = listing
            self.holdings_changed.emit()

    def open_article(self, number: ArticleId, at: Span | None = None) -> None:
        """Show an article in the reader, at a place of it when one is given."""
        if self.reading is None or self.reading.article.id != number:
            try:
                self.reading = self._read(number)
            except BriefingError as error:
                self.troubled.emit(trouble_of(error))
                return
            self.reading_changed.emit(False)
        if at is not None:
            self.place_wanted.emit(at)

    def close_article(self) -> None:
        """Leave the reader empty."""
        self.reading = None
        self.reading_changed.emit(False)

    def show_in_text(self, number: ArticleId, span: Span) -> None:
        """From anywhere to a sentence in its article; ``return_from_sentence`` leads back."""
        pane = self.pane
        self.go(Pane.LIBRARY)
        self.came_from = pane if pane is not Pane.LIBRARY else None
        self.open_article(number, span)

    def next_zone_view(self) -> None:
        """Hidden, dimmed, shown, round and round."""
        self.zone_view = self.zone_view.following()
        self.zones_changed.emit()

    def _read(self, number: ArticleId) -> Reading:
        hits = self.found.marks(number) if self.found else ()
        return reading_of(self._library, self.holdings, number, self._reader.comparison_for(number, self.holdings), hits)

    def _refresh_reading(self) -> None:
        if self.reading is None:
            return
        try:
            reading = self._read(self.reading.article.id)
        except BriefingError:
            self.close_article()
            return
        if reading != self.reading:
            self.reading = reading
            self.reading_changed.emit(True)

    # Edits, one after the other on their lane

    def edit(self, edit: Edit, said: str = "", then: Any = None) -> None:
        """Carry an edit out; ``then`` is called with what was applied."""
        if self.read_only:
            self.troubled.emit(Trouble(self.tr("This library is open for reading only."), self.tr("Close it in the other program first.")))
            return

        def done(applied: Applied) -> None:
            if said:
                self.said.emit(said)
            if then is not None:
                then(applied)
            self.look_for_changes()

        self._edits.ask(lambda: self._library.apply(edit), done, self.fail)

    def undo(self) -> None:
        """Take the last edit back."""
        self._edits.ask(self._library.undo, self._undone, self.fail)

    def redo(self) -> None:
        """Do the last undone edit again."""
        self._edits.ask(self._library.redo, self._redone, self.fail)

    def _undone(self, applied: Applied | None) -> None:
        undone = applied.redo if applied else None
        self.said.emit(self.tr("Undone: %1").replace("%1", edit_words(undone)) if undone else self.tr("Nothing to undo."))
        self.look_for_changes()

    def _redone(self, applied: Applied | None) -> None:
        done = applied.undo if applied else None
        self.said.emit(self.tr("Done again: %1").replace("%1", edit_words(done)) if done else self.tr("Nothing to do again."))
        self.look_for_changes()

    def fail(self, error: BaseException) -> None:
        """Word an error of the world; a bug of ours goes on to the report."""
        self.troubled.emit(trouble_of(error))
        if not isinstance(error, BriefingError):
            raise error

    def highlight(self, span: Span, tint: Tint = Tint.SUN, *, write: bool = False) -> None:
        """Highlight words of the open article; with ``write`` ask for a note to them."""
        if self.reading is None:
            return
        annotation = new_annotation(self.reading.article, span, tint)

        def then(applied: Applied) -> None:
            number = applied.changes[0].subject if applied.changes else 0
            if write and number:
                self.note_wanted.emit(replace(annotation, id=AnnotationId(number)))

        self.edit(PutAnnotation(annotation), self.tr("Highlighted."), then)

    def change_note(self, annotation: Annotation, note: str, tint: Tint) -> None:
        """Write another note or take another tint."""
        if (note, tint) != (annotation.note, annotation.tint):
            self.edit(PutAnnotation(replace(annotation, note=note, tint=tint)), self.tr("Note saved."))

    def remove_annotation(self, annotation: Annotation) -> None:
        """Take a highlight away."""
        self.edit(RemoveAnnotation(annotation.id), self.tr("Highlight removed; Ctrl+Z brings it back."))

    def toggle_star(self, articles: Sequence[ArticleId]) -> None:
        """Star the articles, or take the star away when all have one."""
        rows = [row for row in self.holdings.rows if row.id in articles]
        if rows:
            self.edit(MarkStarred(tuple(row.id for row in rows), not all(row.starred for row in rows)))

    def toggle_read(self, articles: Sequence[ArticleId]) -> None:
        """Mark the articles as unread, or as read when all are unread."""
        rows = [row for row in self.holdings.rows if row.id in articles]
        if rows:
            self.edit(MarkRead(tuple(row.id for row in rows), all(not row.read for row in rows)))

    def mark_read(self, number: ArticleId) -> None:
        """Mark one article as read when it is not."""
        if not self.read_only and any(row.id == number and not row.read for row in self.holdings.rows):
            self.edit(MarkRead((number,), True))

    # Searching

    def search(self, query: str) -> None:
        """Search as it is typed, from the second letter; an empty query goes back to the list."""
        self.query = query
        words = query.strip()
        if len(words) < _SEARCH_FROM:
            self._searches.forget()
            self.found, self.mistake = None, ""
            self.search_changed.emit()
            self._refresh_reading()
            return
        self._searches.ask(lambda: self._find(words), self._take_hits, self._take_mistake)

    def _find(self, words: str) -> Found:
        """What the words find, with the texts that the passages are cut from; on the searching lane."""
        result = self._library.search(words, limit=_MOST_HITS, unfinished=True)
        articles = self._library.articles([hit.article for hit in result.hits])
        return found_of(result, {article.id: article for article in articles}, self.holdings)

    def _take_hits(self, found: Found) -> None:
        self.mistake, self.found = "", found
        self.search_changed.emit()
        self._refresh_reading()

    def _take_mistake(self, error: BaseException) -> None:
        if not isinstance(error, BriefingError):
            self.fail(error)
            return
        trouble = trouble_of(error)
        self.mistake = f"{trouble.sentence} {trouble.next_step}".strip()
        self.search_changed.emit()

    # Long jobs

    @property
    def busy(self) -> Busy | None:
        """The long job under way, None when there is none."""
        return self._long.busy

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files and folders; the followers come after by themselves."""
        if self.read_only:
            self.troubled.emit(Trouble(self.tr("This library is open for reading only."), self.tr("Close it in the other program first.")))
        elif paths:
            self._long.import_paths(paths)

    def cancel(self) -> None:
        """Stop the long job; what is done stays."""
        self._long.cancel()

    def _word_skipped(self, report: ImportReport) -> None:
        trouble = skipped_trouble([(skipped.path, skipped.reason, str(skipped.code)) for skipped in report.skipped])
        if trouble is not None:
            self.troubled.emit(trouble)

    # Comparing

    def compare_articles(self, articles: Sequence[ArticleId]) -> None:
        """Compare the chosen articles, at least two."""
        if len(articles) < 2:
            self.said.emit(self.tr("Choose two articles or more to compare them."))
            return
        self.comparing.show_articles(articles)
        self._open(Pane.COMPARE)

    def marks(self) -> tuple[TextMark, ...]:
        """The marks of the open article in the order of the text."""
        return self.reading.marks if self.reading else ()

    def marks_to_walk(self) -> tuple[TextMark, ...]:
        """Where n and p go: hits while searching, else every mark but quotations."""
        hits = tuple(mark for mark in self.marks() if mark.kind is MarkKind.HIT)
        return hits or stops(mark for mark in self.marks() if mark.kind is not MarkKind.QUOTATION)
