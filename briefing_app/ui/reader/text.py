"""The article's text under keyboard and mouse: words are selected, links, evidence, notes and dimmed stretches pressed."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from briefing_app.model.annotation import Annotation
from briefing_app.model.correction import MetadataField
from briefing_app.model.span import Span
from briefing_app.ui.reader.copying import bare_words, with_citation
from briefing_app.ui.reader.links import destination
from briefing_app.ui.reader.margin import note_at
from briefing_app.ui.reader.marginalia import ring_around
from briefing_app.ui.reader.mark_words import mark_words
from briefing_app.ui.reader.model import TextMark
from briefing_app.ui.reader.page import ReaderPage
from briefing_app.ui.reader.setting import Stop
from briefing_app.ui.reader.stops import Stops
from briefing_app.ui.reader.values import evidence_tip
from briefing_app.ui.theme import Look
from briefing_app.ui.tips import plain_tip

_WHEEL_STEP = 120
_Key = QKeySequence.StandardKey
_TO_THE_END = (_Key.SelectAll, _Key.MoveToEndOfDocument, _Key.SelectEndOfDocument)


class ReaderText(ReaderPage):
    """Says what is selected and what was pressed."""

    focus_changed = Signal(bool)
    selection_changed = Signal(object)  # Span | None
    evidence_pressed = Signal(str)
    link_pressed = Signal(object, object)  # Link, QRectF of its words in the view
    zone_pressed = Signal(object, object)  # Span of a dimmed stretch, QRectF of its head in the view
    note_pressed = Signal(object)  # Annotation
    zoom_wished = Signal(int)  # steps up or down

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._dragging = False
        self._stops = Stops()
        self._turned = 0
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Article"))
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(lambda: self.selection_changed.emit(self.selected_span()))
        self.written.connect(lambda: self._stops.take(self._page.stops))

    # Selecting

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
        self._reach(span)
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, and a ring around what the keyboard stands on."""
        super().paintEvent(event)
        stop = self._stops.here
        if self.hasFocus() and stop is not None:
            with QPainter(self.viewport()) as painter:
                painter.translate(-self._shift())
                ring_around(painter, self._look, self._rects(stop.start, stop.end))

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
        """Enter presses the link that the keyboard stands on; what leads to the end of the text has it written first."""
        stop = self._stops.here
        if any(event.matches(key) for key in _TO_THE_END):
            self.write_all()
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
