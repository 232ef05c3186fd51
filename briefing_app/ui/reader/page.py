"""An article on the screen: column, words, marks and margin notes, and where each stretch of the text stands; in code points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor, QTextTable
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from briefing_app.model.span import Span
from briefing_app.ui.certainty import long_date, shown_source
from briefing_app.ui.reader.column import Column, column_for
from briefing_app.ui.reader.inert import Inert
from briefing_app.ui.reader.layout import Page, PageWriter
from briefing_app.ui.reader.lines import lines_of, tops_of
from briefing_app.ui.reader.margin import MarginNote, paint_notes, stack
from briefing_app.ui.reader.marginalia import Marked, paint_blocks, paint_grounds, paint_lines
from briefing_app.ui.reader.model import MarkKind, Reading, TextMark, ZoneView, stops
from briefing_app.ui.theme import READER_TOP, Look

_AT_ONCE = 40_000
"""Code points that are set before the window goes on: several screens."""
_A_TIME, _LATER = 6_000, 60_000
"""Code points that are set between two turns of the window, and when somebody cannot wait for them."""


class ReaderPage(QTextEdit):
    """Shows a reading; nothing in it can be pressed."""

    laid_out = Signal()
    written = Signal()  # the page knows more places: at first those in sight, then all

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._reading: Reading | None = None
        self._page = Page()
        self._writer: PageWriter | None = None
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._writing.timeout.connect(self._write_on)
        self._column = Column(0, 0, 0)
        self._notes: tuple[MarginNote, ...] = ()
        self._current: TextMark | None = None
        self._leading: frozenset[int] = frozenset()
        self._found: tuple[TextMark, ...] = ()
        self.setDocument(Inert(self))
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # What is shown

    def show_reading(self, reading: Reading | None, view: ZoneView, *, keep_place: bool) -> None:
        """Show an article; with ``keep_place`` the words at the top of the view stay there.

        What a screen holds stands there at once, the rest of a long article piece by piece while the window goes on.
        """
        place = self.place() if keep_place else None
        self._writing.stop()
        self._reading, self._current, self._notes, self._found, self._writer = reading, None, (), (), None
        self._page = Page()  # before its tables are gone
        self.written.emit()
        self.document().clear()
        self._place_column()  # before the words, so that they are laid out once
        if reading is not None:
            self._writer = PageWriter(self.document(), self._look, reading, view)
            self._write(_AT_ONCE)
        if place is not None:
            self._reach(Span(place[0], place[0] + 1))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setAccessibleDescription(_described(reading))
        self.show_marks(reading.marks if reading else ())
        self.return_to(place)
        self.laid_out.emit()

    # Writing what is not in sight yet

    @property
    def whole(self) -> bool:
        """Whether the whole article stands on the page."""
        return self._writer is None

    def write_all(self) -> None:
        """Do not wait for the rest of a long article."""
        while self._writer is not None:
            self._write(_LATER)

    def _write(self, most: int) -> None:
        """Write some more; the page knows its places when it is first shown and when all is written."""
        writer = self._writer
        if writer is None:
            return
        first, fitted = not self._page.places, len(writer.tables)
        writer.write(most)
        for table in writer.tables[fitted:] if not first else ():
            table.fit(self._column)
        if writer.done:
            self._writer = None
        else:
            self._writing.start()
        if first or writer.done:
            self._page = writer.page
            self.written.emit()

    def _write_on(self) -> None:
        self._write(_A_TIME)
        if self._writer is None:
            self._place_column()
            self.viewport().update()
            self.laid_out.emit()

    def _reach(self, span: Span) -> None:
        """Write until the page shows a span, if that is still to come."""
        while self._writer is not None and not self._page.places.to_document(span):
            writer = self._writer
            self._write(_LATER)
            self._page = writer.page

    # Marks

    def show_marks(self, marks: Sequence[TextMark], current: TextMark | None = None) -> None:
        """Mark these; ``current`` gets the accent line."""
        if self._reading is not None:
            self._reading = replace(self._reading, marks=tuple(marks))
        self._current = current
        self._leading = frozenset(map(id, stops(self._marks)))
        self._keep_place(self._place_column)
        self.viewport().update()

    def show_found(self, places: Sequence[Span], at: int) -> None:
        """Tint the places that were found beside the marks; ``at`` is the number of the one that is gone to, -1 for none."""
        before = self._current
        if [mark.span for mark in self._found] != list(places):
            self._found = tuple(TextMark(MarkKind.FOUND, span) for span in places)
            self.laid_out.emit()
        if 0 <= at < len(self._found):
            self._current = self._found[at]
        elif before is not None and before.kind is MarkKind.FOUND:
            self._current = None
        self.viewport().update()

    @property
    def _painted(self) -> tuple[TextMark, ...]:
        return self._marks + self._found

    @property
    def _marks(self) -> tuple[TextMark, ...]:
        return self._reading.marks if self._reading else ()

    def place(self) -> tuple[int, float] | None:
        """The first code point in view and how far its line stands below the top of the view; None at the article's head."""
        if self.verticalScrollBar().value() == min(self._head(), self.verticalScrollBar().maximum()):
            return None
        at = self.first_in_view()
        rects = self.rects(Span(at, at + 1))
        return (at, rects[0].top() - self.verticalScrollBar().value()) if rects else None

    def return_to(self, place: tuple[int, float] | None) -> None:
        """Back to a place; without one to the article's head."""
        rects = self.rects(Span(place[0], place[0] + 1)) if place else []
        self.verticalScrollBar().setValue(round(rects[0].top() - place[1]) if rects and place else self._head())

    def _head(self) -> int:
        """Where the article begins, in pixels of the document: its title, which furniture can stand above; its top where that is little."""
        block = self.document().findBlock(self._page.title)
        top = self.document().documentLayout().blockBoundingRect(block).top() if block.blockNumber() else 0.0
        return round(top) - self._look.px(READER_TOP) if top > self.viewport().height() / 4 else 0

    def _keep_place(self, change: Callable[[], None]) -> None:
        """Change the column while the words at the top of the view stay there."""
        place = self.place()
        before = self._column
        change()
        if self._column != before and place is not None:
            self.return_to(place)

    @property
    def hidden_lines(self) -> int:
        """How many paragraphs are no part of the article, shown or not."""
        return self._page.hidden

    # Going

    def shows(self, span: Span) -> bool:
        """Whether any of the span stands on the page."""
        self._reach(span)
        return bool(self._page.places.to_document(span))

    def first_in_view(self) -> int:
        """The first code point in view."""
        return self._page.places.nearest(self.cursorForPosition(self.viewport().rect().topLeft()).position())

    def bring_into_view(self, span: Span) -> None:
        """Scroll to a span unless it is in view already."""
        self._reach(span)
        rects = self.rects(span)
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        if rects and not (top <= rects[0].top() and rects[-1].bottom() <= top + height):
            self._scroll_to(rects[0], height / 3)

    def scroll_to(self, span: Span) -> bool:
        """Bring a span into view, a third from the top; False when the page does not show it."""
        self._reach(span)
        rects = self.rects(span)
        if not rects:
            return False
        self._scroll_to(rects[0], self.viewport().height() / 3)
        return True

    def _scroll_to(self, rect: QRectF, below_top: float) -> None:
        self.verticalScrollBar().setValue(round(rect.top() - below_top))
        sideways, width = self.horizontalScrollBar(), self.viewport().width()
        if not sideways.value() <= rect.left() or rect.right() > sideways.value() + width:
            sideways.setValue(round(rect.right() - width * 0.75) if rect.right() > width else 0)

    def rects(self, span: Span) -> list[QRectF]:
        """Where a span stands, line by line, in document pixels."""
        return [rect for start, end in self._page.places.to_document(span) for rect in self._rects(start, end)]

    def in_view(self, span: Span) -> QRectF:
        """The last line of a span, in pixels of the view; empty when it is hidden."""
        rects = self.rects(span)
        return rects[-1].translated(-self._shift()) if rects else QRectF()

    def _rects(self, start: int, end: int) -> list[QRectF]:
        return lines_of(self.document(), start, end)

    def shares(self) -> list[tuple[float, TextMark]]:
        """Every mark with its share of the document's height (0 to 1), for the edge strip; none before all is written."""
        if self._writer is not None:
            return []
        height = max(1.0, self.document().size().height())
        placed = []
        for mark in self._painted:
            if stretches := self._page.places.to_document(mark.span):
                placed.append((stretches[0][0], mark))
        tops = tops_of(self.document(), [start for start, _mark in placed])
        return [(top / height, mark) for top, (_start, mark) in zip(tops, placed, strict=True)]

    def title_gone(self) -> bool:
        """Whether title and evidence line have scrolled out of sight."""
        return self.meta_bottom() < 0

    def meta_bottom(self) -> int:
        """Where the line with source and date ends, in pixels of the view."""
        block = self.document().findBlock(self._page.meta)
        return round(self.document().documentLayout().blockBoundingRect(block).bottom()) - self.verticalScrollBar().value()

    # The column

    @property
    def column(self) -> Column:
        """Where the text stands in the view."""
        return self._column

    def _place_column(self) -> None:
        wide = any(table.narrowest > self._look.measure for table in self._page.tables)
        notes = not wide and any(mark.annotation is not None and mark.annotation.note for mark in self._marks)
        self._column = column_for(self.viewport().width(), self._look, notes=notes, mirrored=self._page.mirrored)
        self._column.place(self.document())
        for table in self._page.tables:
            table.fit(self._column)
        self._stack_notes()

    def _stack_notes(self) -> None:
        wishes = {}  # a note on several stretches stands at the first that is shown
        for mark in self._marks if self._column.notes else ():
            note = mark.annotation
            if note is not None and note.note and note.id not in wishes and mark.tint is not None and (rects := self.rects(mark.span)):
                wishes[note.id] = (note, rects[0].top(), self._look.bar(mark.tint))
        self._notes = stack(list(wishes.values()), self._look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure at 66 characters, and the words at the top where they are."""
        self._keep_place(lambda: self._resize(event))
        self.laid_out.emit()

    def _resize(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_column()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """What lies under the words, the words, what stands beside them."""
        if self._reading is None:
            super().paintEvent(event)
            return
        shift = self._shift()
        first, marks = self._in_view()
        known: dict[int, list[QRectF]] = {}

        def lines(mark: TextMark) -> list[QRectF]:
            if id(mark) not in known:
                known[id(mark)] = self.rects(mark.span)
            return known[id(mark)]

        marked = Marked(marks, lines, self._current, self._leading)
        with QPainter(self.viewport()) as painter:
            painter.translate(-shift)
            paint_grounds(painter, self._look, marked)
        super().paintEvent(event)
        band = QRectF(shift.x(), shift.y(), self.viewport().width(), self.viewport().height())
        with QPainter(self.viewport()) as painter:
            painter.translate(-shift)
            paint_blocks(painter, self._look, self.document(), first, band.bottom(), self._column)
            paint_lines(painter, self._look, marked, self._column)
            paint_notes(painter, self._look, self._notes, self._column, band)

    def _in_view(self) -> tuple[QTextBlock, tuple[TextMark, ...]]:
        """The first block in view, and the marks between it and the last one."""
        corner = self.viewport().rect()
        ends = [_whole(self.cursorForPosition(point)) for point in (corner.topLeft(), corner.bottomRight())]
        start, end = min(first for first, _ in ends), max(last for _, last in ends)
        seen = self._page.places.to_article(start, end)
        marks = tuple(mark for mark in self._painted if seen is not None and mark.span.start < seen.end and seen.start < mark.span.end)
        return self.document().findBlock(start), marks

    def _shift(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())


def _described(reading: Reading | None) -> str:
    """Title, source and date in one line, for those who hear the window."""
    if reading is None:
        return ""
    document = reading.article.document
    return ", ".join((document.headline(), shown_source(document.source).text, long_date(document.date).text))


def _whole(cursor: QTextCursor) -> tuple[int, int]:
    """Where the block of a cursor, or the table around it, begins and ends."""
    table = cursor.currentTable()
    if isinstance(table, QTextTable):
        return table.firstPosition(), table.lastPosition()
    block = cursor.block()
    return block.position(), block.position() + block.length()
