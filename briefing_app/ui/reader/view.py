"""The reader: head, text, edge strip, evidence and notes. It answers: what does it say, since when, from whom?"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.span import Span
from briefing_app.ui.annotations.view import NoteEditor
from briefing_app.ui.certainty import shown_date, shown_source
from briefing_app.ui.icons import paint_icon
from briefing_app.ui.painting import paint_badge, paint_shown, paint_words
from briefing_app.ui.plural import plural
from briefing_app.ui.reader.edge import EdgeStrip
from briefing_app.ui.reader.evidence import EvidencePopover
from briefing_app.ui.reader.model import MarkKind, Reading, TextMark, ZoneView, hidden_lines, next_mark, paragraphs
from briefing_app.ui.reader.text import ReaderText
from briefing_app.ui.theme import EDGE, HEAD, Look, Type


class ReaderHead(QWidget):
    """The line above the text: what is in it while the title is in sight, else what it is."""

    zones_pressed = Signal()
    star_pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._reading: Reading | None = None
        self._view = ZoneView.HIDDEN
        self._hidden = 0
        self._scrolled = False
        self._left = 80.0
        self._zone_box, self._star_box = QRectF(), QRectF()
        self.setFixedHeight(HEAD)
        look.changed.connect(self.update)

    def show_reading(self, reading: Reading | None, view: ZoneView) -> None:
        """Take another article or zone view."""
        self._reading, self._view = reading, view
        self._hidden = hidden_lines(paragraphs(reading.article.document)) if reading else 0
        self.update()

    def show_scrolled(self, scrolled: bool, left: float) -> None:
        """Whether the title is out of sight, and where the text column begins."""
        if (scrolled, left) != (self._scrolled, self._left):
            self._scrolled, self._left = scrolled, left
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Left: counts or title; right: hidden lines and star."""
        painter = QPainter(self)
        look = self._look
        painter.fillRect(0, HEAD - 1, self.width(), 1, look.color("line"))
        if self._reading is None:
            return
        middle = (HEAD - 1) / 2
        right = self.width() - EDGE - 16.0
        self._star_box = QRectF(right - 20, 6, 26, 28)
        star = "star-filled" if self._reading.starred else "star"
        paint_icon(painter, star, QRectF(right - 16, middle - 8, 16, 16), look.color("accent" if self._reading.starred else "muted"))
        right -= 16 + 16
        right = self._paint_zones(painter, right, middle)
        left = max(16.0, self._left if not self._scrolled else min(self._left, 48.0))
        if self._scrolled:
            self._paint_title(painter, self._reading, left, right, middle)
        else:
            self._paint_counts(painter, self._reading, left, right, middle)

    def _paint_zones(self, painter: QPainter, right: float, middle: float) -> float:
        if not self._hidden:
            self._zone_box = QRectF()
            return right
        words = {
            ZoneView.HIDDEN: plural(self.tr("%n line(s) hidden", "", self._hidden), self._hidden),
            ZoneView.DIMMED: self.tr("zones dimmed"),
            ZoneView.SHOWN: self.tr("everything shown"),
        }[self._view]
        look = self._look
        hint, font = look.font(Type.HINT), look.font(Type.SMALL)
        key = QRectF(right - 15, middle - 8, 15, 16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.color("line"))
        painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(hint)
        painter.setPen(look.color("muted"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, "z")
        width = QFontMetricsF(font).horizontalAdvance(words)
        left = key.left() - 6 - width
        paint_words(painter, words, QRectF(left, middle - 10, width + 1, 20), font, look.color("muted"))
        paint_icon(painter, "eye", QRectF(left - 21, middle - 8, 16, 16), look.color("muted"))
        self._zone_box = QRectF(left - 24, 0, key.right() - left + 28, HEAD)
        return left - 36

    def _paint_counts(self, painter: QPainter, reading: Reading, left: float, right: float, middle: float) -> None:
        look = self._look
        parts = [
            ("conflict", MarkKind.CONFLICT, self.tr("%n conflict(s)"), "conflict"),
            ("note", MarkKind.NOTE, self.tr("%n note(s)"), "muted"),
            ("quotation", MarkKind.QUOTATION, self.tr("%n quotation(s)"), "muted"),
            ("search", MarkKind.HIT, self.tr("%n hit(s)"), "muted"),
        ]
        font = look.font(Type.SMALL)
        for name, kind, counted, token in parts:
            words = plural(counted, reading.count(kind))
            width = QFontMetricsF(font).horizontalAdvance(words)
            if not reading.count(kind) or left + 22 + width > right:
                continue
            paint_icon(painter, name, QRectF(left, middle - 8, 16, 16), look.color(token))
            left += 22 + paint_words(painter, words, QRectF(left + 22, middle - 10, width + 1, 20), font, look.color(token)) + 16

    def _paint_title(self, painter: QPainter, reading: Reading, left: float, right: float, middle: float) -> None:
        look = self._look
        document = reading.article.document
        if reading.place is not None:
            left += paint_badge(painter, look, reading.place, QPointF(left, middle - 8)) + 8
        source, date = shown_source(document.source), shown_date(document.date)
        metrics = QFontMetricsF(look.font(Type.UI))
        rest = metrics.horizontalAdvance(source.text) + metrics.horizontalAdvance(date.text) + 40
        title = QRectF(left, middle - 10, max(60.0, right - left - rest), 20)
        left += paint_words(painter, document.headline(), title, look.font(Type.UI_BOLD), look.color("ink"))
        for part in (source, date):
            if right - left < 60:
                return
            left += paint_words(painter, "  ·  ", QRectF(left, middle - 10, 30, 20), look.font(Type.UI), look.color("muted"))
            left += paint_shown(painter, look, part, QRectF(left, middle - 10, right - left, 20), kind=Type.UI)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the hidden lines or the star."""
        if self._zone_box.contains(event.position()):
            self.zones_pressed.emit()
        elif self._star_box.contains(event.position()):
            self.star_pressed.emit()


class ReaderView(QWidget):
    """One article with everything that belongs to it; tells what the analyst wants done."""

    note_saved = Signal(object, str, object)  # Annotation, note, Tint
    note_removed = Signal(object)  # Annotation

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._reading: Reading | None = None
        self._view = ZoneView.HIDDEN
        self._at = -1
        self._wanted: Span | None = None
        self.head = ReaderHead(look)
        self.text = ReaderText(look)
        self._edge = EdgeStrip(look, self.text.verticalScrollBar())
        self._empty = QLabel(self.tr("Choose an article to read it here."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.evidence = EvidencePopover(look, self)
        self.editor = NoteEditor(look, self)
        self.text.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.text.laid_out.connect(self._refresh_edge)
        self.text.evidence_pressed.connect(self.show_evidence)
        self.text.note_pressed.connect(self.write_note)
        self.evidence.place_wanted.connect(self.go_to)
        self.evidence.closed.connect(self.text.setFocus)
        self.editor.closed.connect(self.text.setFocus)
        self.editor.saved.connect(self.note_saved)
        self.editor.removed.connect(self.note_removed)
        look.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        page = QWidget()
        line = QHBoxLayout(page)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.text, 1)
        line.addWidget(self._edge)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(body, 1)

    def show_reading(self, reading: Reading | None, view: ZoneView, *, same: bool) -> None:
        """Show an article; ``same`` keeps the place, and the words when only its marks differ."""
        before = self._reading
        only_marks = same and before is not None and reading is not None and before.article == reading.article and view is self._view
        self._reading, self._view = reading, view
        self._stack.setCurrentIndex(1 if reading else 0)
        self.head.show_reading(reading, view)
        if only_marks and reading is not None and before is not None and before.place == reading.place:
            self.text.show_marks(reading.marks)
            self._refresh_edge()
            return
        if not same:
            self._at = -1
            self._wanted = None
            self.evidence.hide()
            self.editor.hide()
        self.text.show_reading(reading, view, keep_place=same)
        self._scrolled()

    def go_to(self, span: Span) -> None:
        """Bring a passage into view and mark it as the current one; shows hidden zones when it stands in one."""
        self.evidence.hide()
        self._wanted = span
        self._at = span.start
        marks = self._reading.marks if self._reading else ()
        current = next((mark for mark in marks if mark.span == span), None) or TextMark(MarkKind.HIT, span)
        self.text.show_marks((*marks, current) if current not in marks else marks, current)
        if not self.text.scroll_to(span):
            self.head.zones_pressed.emit()
            self.text.show_marks((*marks, current) if current not in marks else marks, current)
            self.text.scroll_to(span)

    def walk(self, marks: tuple[TextMark, ...], step: int) -> TextMark | None:
        """Go to the next or previous mark; None when there is none."""
        at = next_mark(marks, self._at, step)
        if at is None:
            return None
        self.go_to(marks[at].span)
        return marks[at]

    def show_evidence(self, name: str = "") -> None:
        """Open the popover with the words that the values came from; a second time closes it."""
        if self._reading is None:
            return
        if self.evidence.isVisible() and not name:
            self.evidence.dismiss()
            return
        self.evidence.show_document(self._reading.article.document, name or None)
        self.evidence.open_at(QPoint(round(self._column_left()), HEAD + 8 if self.text.title_gone() else HEAD + self.text.meta_bottom()))
        self.evidence.setFocus()

    def write_note(self, annotation: Annotation) -> None:
        """Open the note's page beside its words."""
        self.editor.edit(annotation)
        rects = self.text.rects(annotation.anchor.span)
        bar = self.text.verticalScrollBar()
        if rects and not bar.value() < rects[0].top() < bar.value() + self.text.viewport().height() * 0.6:
            self.text.scroll_to(annotation.anchor.span)
        y = round(rects[-1].bottom() - self.text.verticalScrollBar().value()) + HEAD + 8 if rects else HEAD + 60
        self.editor.open_at(QPoint(round(rects[0].left()) if rects else 80, y))
        self.editor.open_for_writing()

    def stand_at(self, span: Span) -> None:
        """Let the selection go and make its place the one at hand, so that a note can follow a highlight."""
        self.text.clear_selection()
        self._at, self._wanted = span.start, None

    def passage_at_hand(self) -> Span | None:
        """The passage that was gone to last in the open article, None when there is none."""
        return self._wanted

    def note_here(self) -> Annotation | None:
        """The annotation at the current mark, else under the cursor, else None."""
        marks = self._reading.marks if self._reading else ()
        here = [mark.annotation for mark in marks if mark.annotation is not None and mark.span.start <= self._at <= mark.span.end]
        return here[0] if here else None

    def dismiss(self) -> bool:
        """Close what is open above the page, or let the selection go; False when there was nothing."""
        for popover in (self.editor, self.evidence):
            if popover.isVisible():
                popover.dismiss()
                return True
        if self.text.selected_span() is not None:
            self.text.clear_selection()
            return True
        return False

    def _column_left(self) -> float:
        return self.text.document().rootFrame().frameFormat().leftMargin()

    def _scrolled(self) -> None:
        self.head.show_scrolled(self.text.title_gone(), self._column_left())

    def _refresh_edge(self) -> None:
        look = self._look
        marks = []
        for share, mark in self.text.shares():
            color = {
                MarkKind.CONFLICT: look.color("conflict"),
                MarkKind.PROGRESSION: look.color("accent"),
                MarkKind.HIT: look.color("accent"),
                MarkKind.QUOTATION: look.color("muted"),
                MarkKind.NOTE: look.bar(mark.tint or Tint.SUN),
            }[mark.kind]
            marks.append((share, color, mark.kind is MarkKind.CONFLICT))
        self._edge.show_marks(marks)
        self._scrolled()

    def _dress(self) -> None:
        self._empty.setFont(self._look.font(Type.UI))
        self._empty.setStyleSheet(f"color: {self._look.colours.muted}")
        if self._reading is not None:
            self.text.show_reading(self._reading, self._view, keep_place=True)
