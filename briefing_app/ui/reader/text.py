"""The article's text on the screen: column, marks, links and margin notes; it speaks in code points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextTable,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from briefing_app.model.annotation import Annotation
from briefing_app.model.correction import MetadataField
from briefing_app.model.span import Span
from briefing_app.ui.certainty import long_date, shown_source
from briefing_app.ui.reader.column import Column, column_for
from briefing_app.ui.reader.copying import bare_words, with_citation
from briefing_app.ui.reader.inert import Inert
from briefing_app.ui.reader.layout import Page, write_page
from briefing_app.ui.reader.lines import lines_of, tops_of
from briefing_app.ui.reader.links import destination
from briefing_app.ui.reader.margin import MarginNote, note_at, paint_notes, stack
from briefing_app.ui.reader.marginalia import Marked, paint_blocks, paint_grounds, paint_lines, ring_around
from briefing_app.ui.reader.mark_words import mark_words
from briefing_app.ui.reader.model import MarkKind, Reading, TextMark, ZoneView, stops
from briefing_app.ui.reader.setting import Stop
from briefing_app.ui.reader.stops import Stops
from briefing_app.ui.reader.values import evidence_tip
from briefing_app.ui.theme import READER_TOP, Look
from briefing_app.ui.tips import plain_tip

_WHEEL_STEP = 120


class ReaderText(QTextEdit):
    """Shows a reading; says what is selected and what was pressed."""

    focus_changed = Signal(bool)
    selection_changed = Signal(object)  # Span | None
    evidence_pressed = Signal(str)
    link_pressed = Signal(object, object)  # Link, QRectF of its words in the view
    zone_pressed = Signal(object, object)  # Span of a dimmed stretch, QRectF of its head in the view
    note_pressed = Signal(object)  # Annotation
    zoom_wished = Signal(int)  # steps up or down
    laid_out = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._dragging = False
        self._reading: Reading | None = None
        self._page = Page()
        self._column = Column(0, 0, 0)
        self._notes: tuple[MarginNote, ...] = ()
        self._current: TextMark | None = None
        self._leading: frozenset[int] = frozenset()
        self._found: tuple[TextMark, ...] = ()
        self._stops = Stops()
        self._turned = 0
        self.setDocument(Inert(self))
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Article"))
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(lambda: self.selection_changed.emit(self.selected_span()))

    # What is shown

    def show_reading(self, reading: Reading | None, view: ZoneView, *, keep_place: bool) -> None:
        """Show an article; with ``keep_place`` the words at the top of the view stay there."""
        place = self.place() if keep_place else None
        self._reading, self._current, self._notes, self._found, self._stops = reading, None, (), (), Stops()
        self._page = Page()  # before its tables are gone
        self.document().clear()
        self._place_column()  # before the words, so that they are laid out once
        if reading is not None:
            self._page = write_page(self.document(), self._look, reading, view)
            self._stops = Stops(self._page.stops)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setAccessibleDescription(_described(reading))
        self.show_marks(reading.marks if reading else ())
        self.return_to(place)
        self.laid_out.emit()

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

    # Selecting and going

    def selected_span(self) -> Span | None:
        """What is selected of the article, None without a selection."""
        cursor = self.textCursor()
        return self._page.places.to_article(cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else None

    def selected_stretches(self) -> tuple[Span, ...]:
        """What is selected and stands on the page: without the lines between that are hidden."""
        cursor = self.textCursor()
        text = self._reading.article.text if self._reading else ""
        return self._page.places.stretches(cursor.selectionStart(), cursor.selectionEnd(), text) if cursor.hasSelection() else ()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain copying takes the words, nothing of how they are set; what is dragged takes along where it comes from."""
        data = QMimeData()
        stretches = self.selected_stretches()
        if self._dragging and self._reading and stretches:  # Qt asks here for both; only a drag begins while the pointer moves
            return with_citation(self._reading.article, stretches)
        own = self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
        data.setText(bare_words(self._reading.article, stretches) if self._reading and stretches else own)
        return data

    def select(self, span: Span) -> None:
        """Select a span, as if by hand."""
        stretches = self._page.places.to_document(span)
        if stretches:
            cursor = QTextCursor(self.document())
            cursor.setPosition(stretches[0][0])
            cursor.setPosition(stretches[-1][1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        """Let the selection go, keep the place."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def shows(self, span: Span) -> bool:
        """Whether any of the span stands on the page."""
        return bool(self._page.places.to_document(span))

    def first_in_view(self) -> int:
        """The first code point in view."""
        return self._page.places.nearest(self.cursorForPosition(self.viewport().rect().topLeft()).position())

    def bring_into_view(self, span: Span) -> None:
        """Scroll to a span unless it is in view already."""
        rects = self.rects(span)
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        if rects and not (top <= rects[0].top() and rects[-1].bottom() <= top + height):
            self._scroll_to(rects[0], height / 3)

    def scroll_to(self, span: Span) -> bool:
        """Bring a span into view, a third from the top; False when the page does not show it."""
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
        """Every mark with its share of the document's height (0 to 1), for the edge strip."""
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
        wishes = []
        for mark in self._marks if self._column.notes else ():
            if mark.annotation is not None and mark.annotation.note and mark.tint is not None and (rects := self.rects(mark.span)):
                wishes.append((mark.annotation, rects[0].top(), self._look.bar(mark.tint)))
        self._notes = stack(wishes, self._look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure at 66 characters, and the words at the top where they are."""
        self._keep_place(lambda: self._resize(event))
        self.laid_out.emit()

    def _resize(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_column()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel makes the text larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            steps = int(self._turned / _WHEEL_STEP)
            if steps:
                self._turned -= steps * _WHEEL_STEP
                self.zoom_wished.emit(steps)
            event.accept()
            return
        super().wheelEvent(event)

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
            if self.hasFocus() and (stop := self._stops.here) is not None:
                ring_around(painter, self._look, self._rects(stop.start, stop.end))

    def _in_view(self) -> tuple[QTextBlock, tuple[TextMark, ...]]:
        """The first block in view, and the marks between it and the last one."""
        corner = self.viewport().rect()
        ends = [_whole(self.cursorForPosition(point)) for point in (corner.topLeft(), corner.bottomRight())]
        start, end = min(first for first, _ in ends), max(last for _, last in ends)
        seen = self._page.places.to_article(start, end)
        marks = tuple(mark for mark in self._painted if seen is not None and mark.span.start < seen.end and seen.start < mark.span.end)
        return self.document().findBlock(start), marks

    # Links and evidence by key

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from link to link, then out of the text."""
        corner = self.viewport().rect()
        edge = self.cursorForPosition(corner.topLeft() if forward else corner.bottomRight()).position()
        stop = self._stops.walk(1 if forward else -1, edge)
        self.viewport().update()
        if stop is None:
            return super().focusNextPrevChild(forward)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._spoken(stop)))
        rects, top = self._rects(stop.start, stop.end), self.verticalScrollBar().value()
        if rects and not top <= rects[0].top() < top + self.viewport().height() - rects[0].height():
            self._scroll_to(rects[0], self.viewport().height() / 3)
        return True

    def _spoken(self, stop: Stop) -> str:
        """A stop for those who do not see the ring: its words, and what they lead to."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(stop.start)
        cursor.setPosition(stop.end, QTextCursor.MoveMode.KeepAnchor)
        return f"{cursor.selectedText()}: {self._tip(stop.target)}"

    def leave_stop(self) -> bool:
        """Let go of the link that the keyboard stands on; False when there was none."""
        stood = self._stops.leave()
        self.viewport().update()
        return stood

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the link that the keyboard stands on."""
        stop = self._stops.here
        if stop is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press(stop.target)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        super().focusOutEvent(event)
        self.viewport().update()
        self.focus_changed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys go to the text."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def _press(self, target: str) -> None:
        kind, _, name = target.partition(":")
        if kind == "evidence":
            self.evidence_pressed.emit(name)
        elif kind == "link":
            self.link_pressed.emit(self._page.links[int(name)], self._where(target))
        elif kind == "zone":
            self.zone_pressed.emit(Span(*map(int, name.split(":"))), self._where(target))

    def _where(self, target: str) -> QRectF:
        """Where the words of a stop stand in the view."""
        stop = self._stops.of(target)
        rects = self._rects(stop.start, stop.end) if stop else []
        return rects[-1].translated(-self._shift()) if rects else QRectF()

    def _shift(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    # The mouse

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on evidence, a link, a note or a highlight is told on."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        if anchor := self.anchorAt(event.position().toPoint()):
            self._press(anchor)
            return
        annotation = self._annotation_at(event.position())
        if annotation is not None:
            self.note_pressed.emit(annotation)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be pressed; a tool tip says what a mark is about."""
        self._dragging = True
        super().mouseMoveEvent(event)
        self._dragging = False
        anchor = self.anchorAt(event.position().toPoint())
        pressable = anchor or self._annotation_at(event.position())
        mark = next(iter(self._marks_at(event.position())), None)
        self.viewport().setToolTip(plain_tip(self._tip(anchor) or (mark_words(mark) if mark else "")))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if pressable else Qt.CursorShape.IBeamCursor)

    def _tip(self, target: str) -> str:
        """What is said about words that can be pressed, while the pointer rests on them."""
        kind, _, name = target.partition(":")
        if self._reading is None or not kind:
            return ""
        document = self._reading.article.document
        if kind == "evidence":
            return evidence_tip(document, MetadataField(name))
        if kind == "link":
            where = destination(self._page.links[int(name)].address, document.url)
            return where.host if where else self.tr("an address that is not opened")
        return self.tr("Press to say what this stretch is")

    def _annotation_at(self, point: QPointF) -> Annotation | None:
        below = point + self._shift()
        note = note_at(self._notes, self._column, below)
        if note is not None:
            return note
        return next((mark.annotation for mark in self._marks_at(point) if mark.annotation is not None), None)

    def _marks_at(self, point: QPointF) -> list[TextMark]:
        below = point + self._shift()
        position = self.document().documentLayout().hitTest(below, Qt.HitTestAccuracy.ExactHit)
        at = self._page.places.exactly(position) if position >= 0 else None
        return [mark for mark in self._marks if at is not None and mark.span.start <= at < mark.span.end]


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
