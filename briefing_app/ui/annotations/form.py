"""Everything that can be said about one annotation, written in place: note with preview, tags, state, question, grade, links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from briefing_app.model.annotation import Annotation, Mark, Status, Tint
from briefing_app.model.grade import CREDIBILITIES, RELIABILITIES, Confidence, Grade
from briefing_app.ui.annotations.choice import ChoiceButton, Toggle
from briefing_app.ui.annotations.entries import Entry, Notes, found_words, state_words, tint_name
from briefing_app.ui.annotations.fields import (
    TagField,
    confidence_words,
    credibility_words,
    reliability_words,
    status_words,
)
from briefing_app.ui.annotations.plain import plain_words
from briefing_app.ui.annotations.view import TintButton
from briefing_app.ui.annotations.writing import WritingField
from briefing_app.ui.reader.margin import note_document
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.wrapping import WrapLayout

_MOST_WORDS = 280


class NoteForm(QWidget):
    """``saved`` brings the annotation as it is to be, with the paths of its tags."""

    saved = Signal(object, object, object)  # Annotation, tuple[str, ...] of tags or None for those it has, Annotation it was written on
    opened = Signal(object)  # Annotation to go to
    attach_wanted = Signal(object)  # Annotation whose words are lost

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._annotation: Annotation | None = None
        self._begun: Annotation | None = None
        """What stood in the form before anything was written: a field may hold other blanks than the annotation."""
        self._notes = Notes()
        self._tagged = ""
        self.words, self.state, self.links = QLabel(), QLabel(), QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.words, self.state, self.links):
            label.setWordWrap(True)
        self.links.setAccessibleName(self.tr("Links"))
        self.links.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard)
        self.note = WritingField(self.tr("Note"), self.tr("Your note, in Markdown"))
        self.shown = QTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setAccessibleName(self.tr("The note as it is set"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.note)
        self._pages.addWidget(self.shown)
        self.preview, self.question, self.underline = (
            Toggle(words) for words in (self.tr("Preview"), self.tr("A question"), self.tr("Underline"))
        )
        self.tags = TagField()
        self.answer = QLineEdit()
        self.answer.setPlaceholderText(self.tr("Answer; the question is open until there is one"))
        self.answer.setAccessibleName(self.tr("Answer"))
        self.tints = [TintButton(look, tint, tint_name(tint)) for tint in Tint]
        self._make_choices()
        self.save = QPushButton(self.tr("Save"))
        self.save.setToolTip(self.tr("Save the note (Ctrl+Enter)"))
        self.go = QPushButton(self.tr("Show in the text"))
        self.attach = QPushButton(self.tr("Attach to the selected words"))
        self._lay_out()
        self._connect()
        self._dress()

    def _make_choices(self) -> None:
        self.status = ChoiceButton(self.tr("State"), list(Status), status_words)
        self.reliability = ChoiceButton(self.tr("Admiralty grade of the source"), [None, *RELIABILITIES], reliability_words)
        self.credibility = ChoiceButton(self.tr("Admiralty grade of the claim"), [None, *CREDIBILITIES], credibility_words)
        self.confidence = ChoiceButton(self.tr("How likely"), [None, *Confidence], confidence_words)

    def _connect(self) -> None:
        self.note.finished.connect(self.keep)
        self.preview.toggled.connect(self._turn)
        self.question.toggled.connect(self.answer.setVisible)
        self.save.clicked.connect(self.keep)
        for field in (self.tags, self.answer):
            field.returnPressed.connect(self.keep)
        self.go.clicked.connect(lambda: self.opened.emit(self._annotation))
        self.attach.clicked.connect(lambda: self.attach_wanted.emit(self._annotation))
        self.links.linkActivated.connect(self._follow)
        self._look.changed.connect(self._dress)

    @property
    def annotation(self) -> Annotation | None:
        """What is written on."""
        return self._annotation

    def edit(self, entry: Entry, notes: Notes) -> None:
        """Take an annotation to write on."""
        annotation = self._annotation = entry.annotation
        self._notes = notes
        words = " ".join(annotation.words.split())
        short = words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1] + "…"
        self.words.setText(f"“{short}”" if annotation.anchors else short)
        around = self._surroundings(annotation) if entry.lost and annotation.anchors else ""
        signed = self.tr("by %1").replace("%1", annotation.author) if annotation.author else ""
        self.state.setText("  ·  ".join(part for part in (state_words(annotation), found_words(entry.located), around, signed) if part))
        self.state.setVisible(bool(self.state.text()))
        self.note.setPlainText(annotation.note)
        self.preview.setChecked(False)
        self.tags.setText(", ".join(path for code in annotation.codes if (path := notes.codebook.path(code))))
        self._tagged = self.tags.text()
        self.tags.offer([notes.codebook.path(code.id) for code in notes.codebook.ordered()])
        self.question.setChecked(annotation.question)
        self.answer.setText(annotation.answer)
        self.answer.setVisible(annotation.question)
        self.underline.setChecked(annotation.mark is Mark.UNDERLINE)
        self.underline.setVisible(bool(annotation.anchors))
        for button in self.tints:
            button.setChecked(button.tint is annotation.tint)
        self.status.choose(annotation.status)
        grade = annotation.grade or Grade()
        self.reliability.choose(grade.reliability)
        self.credibility.choose(grade.credibility)
        self.confidence.choose(annotation.confidence)
        self.go.setVisible(bool(annotation.article))
        self.attach.setVisible(bool(annotation.anchors) or entry.lost)
        self._show_links()
        self._begun = self.written()

    def _surroundings(self, annotation: Annotation) -> str:
        """What stood on both sides of the lost words, which helps to attach them again."""
        held = annotation.anchors[0]
        before, after = (" ".join(words.split()) for words in (held.prefix, held.suffix))
        return self.tr("stood between “… %1” and “%2 …”").replace("%1", before).replace("%2", after) if before or after else ""

    def written(self) -> Annotation | None:
        """The annotation as it stands in the form."""
        if self._annotation is None:
            return None
        grade = Grade(self.reliability.value, self.credibility.value)
        return replace(
            self._annotation,
            note=self.note.toPlainText().strip(),
            question=self.question.isChecked(),
            answer=self.answer.text().strip(),
            mark=Mark.UNDERLINE if self.underline.isChecked() else Mark.HIGHLIGHT,
            tint=next((button.tint for button in self.tints if button.isChecked()), self._annotation.tint),
            status=self.status.value,
            grade=grade if str(grade) else None,
            confidence=self.confidence.value,
        )

    @property
    def dirty(self) -> bool:
        """Whether something is written that is not saved."""
        return self.written() != self._begun or self.tags.text() != self._tagged

    def keep(self) -> None:
        """Save what is written."""
        written, begun = self.written(), self._begun
        if written is not None and begun is not None:
            paths = self.tags.paths if self.tags.text() != self._tagged else None
            self._annotation = self._begun = written
            self._tagged = self.tags.text()
            self.saved.emit(written, paths, begun)

    def _show_links(self) -> None:
        """What it is linked to, and what is linked to it."""
        annotation = self._annotation
        assert annotation is not None
        known = {other.id: other for other in self._notes.annotations}
        to = [known[number] for number in annotation.links if number in known]
        back = [other for other in self._notes.annotations if annotation.id in other.links]
        lines = [self._linked(self.tr("linked to"), other) for other in to] + [
            self._linked(self.tr("linked from"), other) for other in back
        ]
        self.links.setText("<br>".join(lines))
        self.links.setVisible(bool(lines))

    def _linked(self, how: str, other: Annotation) -> str:
        words = plain_words(other.note) or " ".join(other.words.split())
        short = words if len(words) <= 60 else words[:59] + "…"
        escaped = short.replace("&", "&amp;").replace("<", "&lt;")
        return f'{how} <a href="n{other.id}" style="color: {self._look.color("accent").name()}">{escaped}</a>'

    def _follow(self, address: str) -> None:
        number = int(address[1:])
        other = next((other for other in self._notes.annotations if other.id == number), None)
        if other is not None:
            self.opened.emit(other)

    def _turn(self, preview: bool) -> None:
        if preview:
            document = note_document(self.note.toPlainText(), self._look, self.note.viewport().width())
            document.setParent(self.shown)
            self.shown.setDocument(document)
        self._pages.setCurrentIndex(1 if preview else 0)

    def _lay_out(self) -> None:
        rows = self._rows = QVBoxLayout(self)
        self._lines: list[WrapLayout] = []
        rows.addWidget(self.words)
        rows.addWidget(self.state)
        rows.addWidget(self._pages, 1)
        marks = self._line(*self.tints, self.underline, self.preview)
        rows.addLayout(marks)
        rows.addWidget(self.tags)
        rows.addLayout(self._line(self.status, self.question, self.confidence, self.reliability, self.credibility))
        rows.addWidget(self.answer)
        rows.addWidget(self.links)
        foot = QHBoxLayout()
        for button in (self.go, self.attach):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.save)
        rows.addLayout(foot)

    def _line(self, *widgets: QWidget) -> WrapLayout:
        line = WrapLayout()
        for widget in widgets:
            line.addWidget(widget)
        self._lines.append(line)
        return line

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self._rows.setContentsMargins(px(16), px(12), px(16), px(12))
        self._rows.setSpacing(px(8))
        for line in self._lines:
            line.setSpacing(px(8))
        self.words.setFont(look.font(Type.ZONE, italic=True))
        for widget in self._fields():
            widget.setFont(look.font(Type.UI))
        for field in (self.tags, self.answer):
            field.setFixedHeight(px(30))
        self.state.setFont(look.font(Type.SMALL))
        self.links.setFont(look.font(Type.SMALL))

    def _fields(self) -> Sequence[QWidget]:
        choices = (self.question, self.underline, self.status, self.reliability, self.credibility, self.confidence)
        return (self.note, self.tags, self.answer, *choices, self.preview, self.save, self.go, self.attach)
