"""The reader: head, text, edge strip, evidence and notes. It answers: what does it say, since when, from whom?"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from briefing_app.model.annotation import Annotation
from briefing_app.model.correction import MetadataField
from briefing_app.model.document import Link
from briefing_app.model.span import Span
from briefing_app.ui.annotations.view import NoteEditor
from briefing_app.ui.reader.copying import with_citation
from briefing_app.ui.reader.edge import EdgeStrip
from briefing_app.ui.reader.evidence import EvidencePopover
from briefing_app.ui.reader.find_bar import FindBar
from briefing_app.ui.reader.finder import Finder
from briefing_app.ui.reader.head import ReaderHead
from briefing_app.ui.reader.link_question import LinkQuestion
from briefing_app.ui.reader.links import destination
from briefing_app.ui.reader.model import MarkKind, Reading, TextMark, ZoneView, next_mark
from briefing_app.ui.reader.original import OriginalPane
from briefing_app.ui.reader.relabel import RelabelPopover
from briefing_app.ui.reader.text import ReaderText
from briefing_app.ui.theme import Look, Type


class ReaderView(QWidget):
    """One article with everything that belongs to it; tells what the analyst wants done."""

    note_saved = Signal(object, str, object)  # Annotation, note, Tint
    note_removed = Signal(object)  # Annotation
    value_set = Signal(object, object)  # MetadataField, MetadataValue
    value_taken_back = Signal(object)  # MetadataField
    original_wanted = Signal(object)  # Article
    relabelled = Signal(object, object)  # tuple[Span, ...], ZoneKind | None
    link_opened = Signal(object)  # Destination that the analyst said yes to
    said = Signal(str)  # a sentence for the status bar
    needed = Signal()  # something opens here and has to be seen

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._reading: Reading | None = None
        self._view = ZoneView.HIDDEN
        self._at = -1
        self._wanted: Span | None = None
        self.writable = True
        self.head = ReaderHead(look)
        self.text = ReaderText(look)
        self._edge = EdgeStrip(look, self.text.verticalScrollBar())
        self.original = OriginalPane(look)
        self.find_bar = FindBar(look)
        self.finder = Finder(self.find_bar, self.text, self)
        self._empty = QLabel(self.tr("Choose an article to read it here."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._lay_out()
        self.evidence = EvidencePopover(look, self)
        self.editor = NoteEditor(look, self)
        self.question = LinkQuestion(look, self)
        self.relabelling = RelabelPopover(look, self)
        self._popovers = (self.editor, self.question, self.relabelling, self.evidence)
        self._connect()
        look.changed.connect(self._dress)
        self._dress()

    def _connect(self) -> None:
        self.text.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.text.laid_out.connect(self._refresh_edge)
        self.text.written.connect(self._count_hidden)
        self.text.focus_changed.connect(self.head.show_focus)
        self.text.evidence_pressed.connect(self.show_evidence)
        self.text.note_pressed.connect(self.write_note)
        self.text.link_pressed.connect(self.ask_link)
        self.original.closed.connect(self._leave_original)
        self.original.said.connect(self.said)
        self.head.evidence_pressed.connect(self.show_evidence)
        self._edge.mark_pressed.connect(lambda mark: self.go_to(mark.span))
        self.text.zone_pressed.connect(lambda span, where: self.ask_label((span,), where))
        self.relabelling.chosen.connect(self.relabelled)
        self.evidence.place_wanted.connect(self.go_to)
        self.evidence.value_set.connect(self.value_set)
        self.evidence.taken_back.connect(self.value_taken_back)
        self.editor.saved.connect(self.note_saved)
        self.editor.removed.connect(self.note_removed)
        self.question.open_wanted.connect(self.link_opened)
        self.question.copy_wanted.connect(self._copy_address)

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
        self._stack.addWidget(self.original)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(body, 1)
        rows.addWidget(self.find_bar)

    def show_reading(self, reading: Reading | None, view: ZoneView, *, same: bool) -> None:
        """Show an article; ``same`` keeps the place, and the words when only its marks differ."""
        before = self._reading
        only_marks = same and before is not None and reading is not None and before.article == reading.article and view is self._view
        self._reading, self._view = reading, view
        if not same or reading is None or not self.showing_original:
            self._stack.setCurrentIndex(1 if reading else 0)
        if only_marks and reading is not None and before is not None and before.letter == reading.letter:
            self.head.show_reading(reading, view, self.text.hidden_lines)
            self.text.show_marks(reading.marks)
            self._refresh_edge()
            return
        if not same:
            self._at = -1
            self._wanted = None
            self.leave_popovers()
        elif reading is not None and self.evidence.isVisible():
            self.evidence.refresh(reading.article)
        self.text.show_reading(reading, view, keep_place=same)
        self.head.show_reading(reading, view, self.text.hidden_lines)
        self.finder.take(reading.article.text if reading else "")
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
        """Go to the next or previous place that was found while the bar is open, else mark; None when there is none."""
        if self.finder.going:
            self.finder.step(step)
            return None
        at = next_mark(marks, self._at, step)
        if at is None:
            return None
        self.needed.emit()
        self.go_to(marks[at].span)
        return marks[at]

    @property
    def showing_original(self) -> bool:
        """Whether the original stands in the place of the text."""
        return self._stack.currentWidget() is self.original

    def toggle_original(self) -> None:
        """The original in the place of the text, or the text again."""
        if self.showing_original or self._reading is None:
            self._leave_original()
            return
        self.needed.emit()
        self.finder.close()
        self.leave_popovers()
        self.original.await_original(self._reading.article)
        self._stack.setCurrentWidget(self.original)
        self.original.take_focus()
        self.original_wanted.emit(self._reading.article)

    def _leave_original(self) -> None:
        if self.showing_original:
            self._stack.setCurrentIndex(1 if self._reading else 0)
            self.text.setFocus()

    def show_evidence(self, name: str = "") -> None:
        """Open the popover with the words that the values came from; a second time closes it."""
        if self._reading is None:
            return
        if self.evidence.isVisible() and not name:
            self.evidence.dismiss()
            return
        self.needed.emit()
        self.evidence.show_article(self._reading.article, MetadataField(name) if name else None, writable=self.writable)
        self.evidence.open_at(self._in_view(self.text.column.left, max(0, self.text.meta_bottom()) + 8))
        self.evidence.take_focus()

    def write_on(self, annotation: Annotation, words: str) -> None:
        """Open the note's page again with words that could not be saved, unless another note is being written."""
        if not self.editor.isVisible():
            self.write_note(annotation)
            self.editor.take_words(words)

    def write_note(self, annotation: Annotation) -> None:
        """Open the note's page beside its words."""
        self.needed.emit()
        self.editor.edit(annotation)
        marks = self._reading.marks if self._reading else ()
        span = next((mark.span for mark in marks if mark.annotation is not None and mark.annotation.id == annotation.id), Span(0, 0))
        rects = self.text.rects(span)
        bar = self.text.verticalScrollBar()
        if rects and not bar.value() < rects[0].top() < bar.value() + self.text.viewport().height() * 0.6:
            self.text.scroll_to(span)
        left, bottom = (rects[0].left(), rects[-1].bottom() - bar.value()) if rects else (self.text.column.left, 60.0)
        self.editor.open_at(self._in_view(left, bottom + 8))
        self.editor.open_for_writing()

    def ask_link(self, link: Link, where: QRectF) -> None:
        """Ask before a link leaves the program; ``where`` its words stand in the text's view."""
        if self._reading is None:
            return
        document = self._reading.article.document
        self.question.ask(link.span.of(document.text), link.address, destination(link.address, document.url))
        self.question.open_at(self._in_view(where.left(), where.bottom() + 6))
        self.question.take_focus()

    def ask_label(self, spans: tuple[Span, ...] = (), where: QRectF | None = None) -> bool:
        """Ask what a stretch is, the selected one when none is given; False when there is none. ``where`` in the text's view."""
        spans = spans or self.text.selected_stretches()
        if self._reading is None or not spans:
            return False
        if where is None:
            where = self.text.in_view(spans[-1])
        self.relabelling.ask(self._reading.article.document, spans)
        self.relabelling.open_at(self._in_view(where.left(), where.bottom() + 6))
        self.relabelling.take_focus()
        return True

    def copy_with_citation(self) -> bool:
        """Put the selected words on the clipboard with where they come from; False when nothing is selected."""
        stretches = self.text.selected_stretches()
        if self._reading is None or not stretches:
            return False
        QGuiApplication.clipboard().setMimeData(with_citation(self._reading.article, stretches))
        self.said.emit(self.tr("Copied with source, title, date and custody."))
        return True

    def _copy_address(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        self.said.emit(self.tr("Address copied."))

    def stand_at(self, span: Span) -> None:
        """Let the selection go and make its place the one at hand, so that a note can follow a highlight."""
        self.text.clear_selection()
        self._at, self._wanted = span.start, None

    def passage_at_hand(self) -> Span | None:
        """The passage that was gone to last in the open article, None when there is none."""
        return self._wanted

    def place_at_hand(self) -> int:
        """The code point at which marks are looked for: of what was gone to last, else under the cursor; -1 before either."""
        return self._at

    def below(self, span: Span) -> QPoint:
        """Just below a passage, in this view's window."""
        where = self.text.in_view(span)
        return self.mapTo(self.window(), self._in_view(where.left(), where.bottom() + 6))

    def note_here(self) -> Annotation | None:
        """The annotation at the current mark, else under the cursor, else None."""
        marks = self._reading.marks if self._reading else ()
        here = [mark.annotation for mark in marks if mark.annotation is not None and mark.span.start <= self._at <= mark.span.end]
        return here[0] if here else None

    def dismiss(self) -> bool:
        """Close what is open above the page, or let the selection go; False when there was nothing."""
        if self.showing_original:
            self._leave_original()
            return True
        for popover in self._popovers:
            if popover.isVisible():
                popover.dismiss()
                return True
        if self.text.leave_stop() or self.finder.close():
            return True
        if self.text.selected_span() is not None:
            self.text.clear_selection()
            return True
        return False

    def leave_popovers(self) -> None:
        """Close what is open above the page; a note that is being written is kept."""
        for popover in self._popovers:
            popover.leave()

    def _in_view(self, x: float, y: float) -> QPoint:
        """A point of the text's view, in pixels of this widget."""
        return self.text.viewport().mapTo(self, QPoint(round(x), round(y)))

    def _scrolled(self) -> None:
        self.head.show_scrolled(self.text.title_gone(), self.text.column.left)

    def _count_hidden(self) -> None:
        """How much is hidden is known once all of a long article is written."""
        if self._reading is not None:
            self.head.show_reading(self._reading, self._view, self.text.hidden_lines)

    def _refresh_edge(self) -> None:
        self._edge.show_marks(self.text.shares())
        self._scrolled()

    def _dress(self) -> None:
        self._empty.setFont(self._look.font(Type.UI))
        self._empty.setMargin(self._look.px(24))
        self._empty.setStyleSheet(f"color: {self._look.colours.muted}")
        if self._reading is not None:
            self.text.show_reading(self._reading, self._view, keep_place=True)
            self.finder.take(self._reading.article.text)
            if self.evidence.isVisible():
                self.evidence.refresh(self._reading.article)
