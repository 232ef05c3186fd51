"""The article's text on the screen: column, highlights, gutter and margin notes; it speaks in code points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from briefing_app.model.annotation import Annotation
from briefing_app.model.span import Span
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.reader.layout import DIMMED, META, Inert, PageWriter, Places, set_column
from briefing_app.ui.reader.margin import MarginNote, note_at, paint_notes, stack
from briefing_app.ui.reader.model import MarkKind, Reading, TextMark, ZoneView, stops
from briefing_app.ui.theme import (
    GUTTER,
    MARGIN_FROM,
    MARGIN_GAP,
    MARGIN_NOTE,
    READER_LEFT,
    READER_LEFT_WITH_NOTES,
    Look,
)

_LINES = {MarkKind.CONFLICT: "conflict", MarkKind.PROGRESSION: "muted"}
_ICONS = {MarkKind.NOTE: "note", MarkKind.CONFLICT: "conflict", MarkKind.PROGRESSION: "progression"}


class ReaderText(QTextEdit):
    """Shows a reading; says what is selected and what was pressed."""

    selection_changed = Signal(object)  # Span | None
    evidence_pressed = Signal(str)
    note_pressed = Signal(object)  # Annotation
    laid_out = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._reading: Reading | None = None
        self._places = Places()
        self._notes: tuple[MarginNote, ...] = ()
        self._current: TextMark | None = None
        self._column_right = 0.0
        self.setDocument(Inert(self))
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Article"))
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(self._tell_selection)

    def show_reading(self, reading: Reading | None, view: ZoneView, *, keep_place: bool) -> None:
        """Show an article; with ``keep_place`` the page stays where it is scrolled to."""
        top = self._places.nearest(self.cursorForPosition(self.viewport().rect().topLeft()).position()) if keep_place else 0
        was = self.verticalScrollBar().value()
        self._reading, self._current, self._notes = reading, None, ()
        self.document().clear()
        self._places = Places()
        self._place_column()  # before the words, so that they are laid out once
        self._places = PageWriter(self.document(), self._look).write(reading, view) if reading else Places()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._place_column()
        self.show_marks(reading.marks if reading else ())
        if keep_place and was and top:
            self.scroll_to(Span(top, top + 1), at_top=True)
        else:
            self.verticalScrollBar().setValue(was if keep_place else 0)
        self.laid_out.emit()

    def show_marks(self, marks: Sequence[TextMark], current: TextMark | None = None) -> None:
        """Highlight the marks; ``current`` gets the accent line."""
        if self._reading is not None:
            self._reading = _with_marks(self._reading, tuple(marks))
        self._current = current
        self._refresh_highlights()
        self._stack_notes()
        self.viewport().update()

    def _refresh_highlights(self) -> None:
        selections: list[QTextEdit.ExtraSelection] = []
        for mark in self._reading.marks if self._reading else ():
            ground = self._ground(mark)
            if ground is None:
                continue
            for start, end in self._places.to_document(mark.span):
                selection = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self.document())
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                selection.cursor = cursor
                form = QTextCharFormat()
                form.setBackground(ground)
                form.setForeground(self._look.color("ink"))
                selection.format = form
                selections.append(selection)
        self.setExtraSelections(selections)

    def _ground(self, mark: TextMark) -> QColor | None:
        if mark.kind is MarkKind.NOTE and mark.tint is not None:
            return self._look.tint(mark.tint)
        return self._look.color("selection") if mark.kind is MarkKind.HIT or mark is self._current else None

    def selected_span(self) -> Span | None:
        """What is selected of the article, None without a selection."""
        cursor = self.textCursor()
        return self._places.to_article(cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else None

    def select(self, span: Span) -> None:
        """Select a span, as if by hand."""
        stretches = self._places.to_document(span)
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

    def scroll_to(self, span: Span, *, at_top: bool = False) -> bool:
        """Bring a span into view, a third from the top; False when the page does not show it."""
        rects = self.rects(span)
        if not rects:
            return False
        offset = 0.0 if at_top else self.viewport().height() / 3
        self.verticalScrollBar().setValue(round(rects[0].top() - offset))
        return True

    def rects(self, span: Span) -> list[QRectF]:
        """Where a span stands, line by line, in document pixels."""
        found: list[QRectF] = []
        for start, end in self._places.to_document(span):
            block = self.document().findBlock(start)
            while block.isValid() and block.position() < end:
                found += self._line_rects(block, start - block.position(), end - block.position())
                block = block.next()
        return found

    def _line_rects(self, block: QTextBlock, start: int, end: int) -> list[QRectF]:
        layout = block.layout()
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        found: list[QRectF] = []
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last or (start == end == line.textStart()):
                last = max(first, last - _blanks(block.text(), first, last))
                left, right = float(line.cursorToX(first)[0]), float(line.cursorToX(last)[0])  # type: ignore[index]
                top = origin.y() + line.y()
                found.append(QRectF(origin.x() + min(left, right), top, abs(right - left), line.height()))
        return found

    def shares(self) -> list[tuple[float, TextMark]]:
        """Every mark with its share of the document's height (0 to 1), for the edge strip."""
        height = max(1.0, self.document().size().height())
        found = []
        for mark in self._reading.marks if self._reading else ():
            rects = self.rects(Span(mark.span.start, min(mark.span.end, mark.span.start + 1)))
            if rects:
                found.append((rects[0].top() / height, mark))
        return found

    def title_gone(self) -> bool:
        """Whether the title has scrolled out of sight."""
        return self.verticalScrollBar().value() > 96

    def meta_bottom(self) -> int:
        """Where the line with source and date ends, in pixels of the view."""
        layout = self.document().documentLayout()
        block = self.document().begin()
        while block.isValid() and not block.blockFormat().property(META):
            block = block.next()
        return round(layout.blockBoundingRect(block).bottom()) - self.verticalScrollBar().value() + 8 if block.isValid() else 8

    def _place_column(self) -> None:
        width = self.viewport().width()
        wide = width >= MARGIN_FROM and bool(self._reading and any(m.annotation and m.annotation.note for m in self._reading.marks))
        left = READER_LEFT_WITH_NOTES if wide else min(READER_LEFT, max(36, (width - self._look.measure) // 2))
        measure = min(self._look.measure, width - left - (MARGIN_GAP + MARGIN_NOTE + 12 if wide else 24))
        self._column_right = left + measure
        set_column(self.document(), left, max(0, width - left - measure))
        self._stack_notes()

    def _stack_notes(self) -> None:
        wishes = []
        if self._reading is not None and self.viewport().width() >= MARGIN_FROM:
            for mark in self._reading.marks:
                if mark.annotation is not None and mark.annotation.note and mark.tint is not None:
                    rects = self.rects(mark.span)
                    if rects:
                        wishes.append((mark.annotation, rects[0].top(), self._look.bar(mark.tint)))
        self._notes = stack(wishes, self._look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure at 66 characters."""
        super().resizeEvent(event)
        self._place_column()
        self.laid_out.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then what lies beside and under it."""
        super().paintEvent(event)
        if self._reading is None:
            return
        painter = QPainter(self.viewport())
        shift = self.verticalScrollBar().value()
        painter.translate(0, -shift)
        band = QRectF(0, shift, self.viewport().width(), self.viewport().height())
        self._paint_zone_bars(painter, band)
        self._paint_marks(painter, band)
        paint_notes(painter, self._look, self._notes, self._column_right, band)

    def _paint_zone_bars(self, painter: QPainter, band: QRectF) -> None:
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        layout = self.document().documentLayout()
        while block.isValid():
            rect = layout.blockBoundingRect(block)
            if rect.top() > band.bottom():
                break
            if block.blockFormat().property(DIMMED):
                left = self.document().rootFrame().frameFormat().leftMargin()
                painter.fillRect(QRectF(left, rect.top() - 2, 2, rect.height() + 2), self._look.color("line"))
            block = block.next()

    def _paint_marks(self, painter: QPainter, band: QRectF) -> None:
        gutter = self.document().rootFrame().frameFormat().leftMargin() - GUTTER
        taken: set[int] = set()
        leading = set(map(id, stops(self._reading.marks if self._reading else ())))
        for mark in self._reading.marks if self._reading else ():
            rects = [rect for rect in self.rects(mark.span) if rect.bottom() > band.top() and rect.top() < band.bottom()]
            if not rects:
                continue
            if mark.kind in (MarkKind.CONFLICT, MarkKind.PROGRESSION) or mark is self._current:
                color = self._look.color("accent" if mark is self._current else _LINES[mark.kind])
                quiet = mark.kind is MarkKind.PROGRESSION and mark is not self._current
                for rect in rects:
                    painter.fillRect(QRectF(rect.left(), rect.bottom() - 3, rect.width(), 1 if quiet else 2), color)
            name = _ICONS.get(mark.kind)
            line = round(rects[0].top())
            if name and line not in taken and id(mark) in leading:
                taken.add(line)
                token = "conflict" if mark.kind is MarkKind.CONFLICT else "muted"
                paint_icon(painter, name, QRectF(gutter, rects[0].center().y() - 8, 16, 16), self._look.color(token))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on evidence, a note or a highlight is told on."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        anchor = self.anchorAt(event.position().toPoint())
        if anchor.startswith("evidence:"):
            self.evidence_pressed.emit(anchor.removeprefix("evidence:"))
            return
        annotation = self._annotation_at(event.position())
        if annotation is not None:
            self.note_pressed.emit(annotation)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be pressed; a tool tip says what a mark is about."""
        super().mouseMoveEvent(event)
        pressable = self.anchorAt(event.position().toPoint()) or self._annotation_at(event.position())
        mark = self._mark_at(event.position())
        self.viewport().setToolTip(mark.words if mark else "")
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if pressable else Qt.CursorShape.IBeamCursor)

    def _annotation_at(self, point: QPointF) -> Annotation | None:
        below = point + QPointF(0, self.verticalScrollBar().value())
        note = note_at(self._notes, self._column_right, below)
        if note is not None:
            return note
        mark = self._mark_at(point, only_notes=True)
        return mark.annotation if mark else None

    def _mark_at(self, point: QPointF, *, only_notes: bool = False) -> TextMark | None:
        below = point + QPointF(0, self.verticalScrollBar().value())
        marks = [m for m in (self._reading.marks if self._reading else ()) if m.annotation is not None or not only_notes]
        return next((mark for mark in marks if any(rect.contains(below) for rect in self.rects(mark.span))), None)

    def _tell_selection(self) -> None:
        self.selection_changed.emit(self.selected_span())


def _blanks(text: str, first: int, last: int) -> int:
    """How many blanks stand at the end of a stretch (UTF-16 units; blanks take one each)."""
    words = text.encode("utf-16-le", "replace")[2 * first : 2 * last].decode("utf-16-le", "replace")
    return len(words) - len(words.rstrip())


def _with_marks(reading: Reading, marks: tuple[TextMark, ...]) -> Reading:
    return replace(reading, marks=marks)
