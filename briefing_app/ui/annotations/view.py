"""The small page on which a note is written: tints, Markdown, save and remove."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from briefing_app.model.annotation import Annotation, Tint
from briefing_app.ui.annotations.writing import WritingField
from briefing_app.ui.painting import begin
from briefing_app.ui.popover import Popover
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.wrapping import WrapLayout

_FIELD, _LOW_FIELD = 96, 48


class TintButton(QAbstractButton):
    """A round patch of one tint."""

    def __init__(self, look: Look, tint: Tint, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.tint = tint
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        look.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """24 by 24."""
        return QSize(self._look.px(24), self._look.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The patch; a ring when chosen."""
        painter, _area = begin(self, self._look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.bar(self.tint), 1.5))
        painter.setBrush(self._look.tint(self.tint))
        painter.drawEllipse(QPointF(12, 12), 8, 8)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.color("accent" if self.hasFocus() else "ink"), 2 if self.hasFocus() else 1.25))
            painter.drawEllipse(QRectF(1.5, 1.5, 21, 21))

    def _dress(self) -> None:
        self.setFixedSize(self.sizeHint())


class NoteEditor(Popover):
    """Edits one annotation; says what it became. Who leaves it keeps what is written; who cancels it is asked about unsaved words."""

    saved = Signal(object, str, object)  # Annotation, note, Tint
    removed = Signal(object)  # Annotation
    more_wanted = Signal(object)  # Annotation to be tagged, asked, graded and linked

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._annotation: Annotation | None = None
        self._begun = ""
        self.setAccessibleName(self.tr("A note to words of the article"))
        self._quote = QLabel()
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setWordWrap(True)
        self._field = WritingField(self.tr("Note"), self.tr("Your note, in Markdown"))
        self._tints = [TintButton(look, tint, name) for tint, name in self._tint_names().items()]
        self._save = QPushButton(self.tr("Save"))
        self._save.setToolTip(self.tr("Save the note (Ctrl+Enter)"))
        self._remove = QPushButton(self.tr("Remove"))
        self._remove.setProperty("flat", True)
        self._more = QPushButton(self.tr("More …"))
        self._more.setToolTip(self.tr("Tags, question, grade, links: the note among all notes"))
        self._more.setProperty("flat", True)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Close; the note stays as it was (Esc)"))
        self._cancel.setProperty("flat", True)
        self._lay_out()
        self._cancel.clicked.connect(self.dismiss)
        self._more.clicked.connect(self._open_more)
        self._field.finished.connect(self.keep)
        self._save.clicked.connect(self.keep)
        self._remove.clicked.connect(self._take_away)

    def _tint_names(self) -> dict[Tint, str]:
        return {
            Tint.SUN: self.tr("sun"),
            Tint.LEAF: self.tr("leaf"),
            Tint.SKY: self.tr("sky"),
            Tint.ROSE: self.tr("rose"),
            Tint.CLAY: self.tr("clay"),
        }

    def _lay_out(self) -> None:
        rows = self._rows = QVBoxLayout(self)
        rows.addWidget(self._quote)
        rows.addWidget(self._field)
        self._lines = WrapLayout(), WrapLayout(trailing=True)
        for button in self._tints:
            self._lines[0].addWidget(button)
        for verb in (self._more, self._remove, self._cancel, self._save):
            self._lines[1].addWidget(verb)
        for line in self._lines:
            rows.addLayout(line)

    @property
    def annotation(self) -> Annotation | None:
        """What is edited now."""
        return self._annotation

    def edit(self, annotation: Annotation) -> None:
        """Take an annotation to write on."""
        self._annotation = annotation
        px = self._look.px
        self._rows.setContentsMargins(px(16), px(12), px(16), px(16))
        self._rows.setSpacing(px(8))
        for line in self._lines:
            line.setSpacing(px(4))
        self._quote.setFont(self._look.font(Type.ZONE, italic=True))
        self._field.setFont(self._look.font(Type.UI))
        words = " ".join(annotation.words.split())
        self._quote.setText(f"“{words if len(words) <= 120 else words[:119] + '…'}”")
        self._field.setPlainText(annotation.note)
        self._begun = self._written()
        for button in self._tints:
            button.setChecked(button.tint is annotation.tint)

    def fit(self, most: int) -> None:
        """Where the window is low the field becomes lower first, then the quote goes."""
        px, rows = self._look.px, self._rows
        self._quote.show()
        for height, quoted in ((_FIELD, True), (_LOW_FIELD, True), (_LOW_FIELD, False)):
            self._field.setFixedHeight(px(height))
            self._quote.setVisible(quoted)
            rows.activate()
            if rows.heightForWidth(self.width()) <= most:
                break
        super().fit(most)

    def open_for_writing(self) -> None:
        """Put the cursor behind the note's last word."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self._field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self._field.setTextCursor(cursor)

    def take_words(self, words: str) -> None:
        """Put words into the field that are not saved."""
        self._field.setPlainText(words)

    def keep(self) -> None:
        """Save what is written and close."""
        if self._annotation is None:
            return
        self.saved.emit(self._annotation, self._written(), self._tint())
        super().dismiss()

    def leave(self) -> None:
        """Going elsewhere keeps what is written, as in a briefing."""
        if self.isVisible() and (self._written() != self._begun or (self._annotation and self._tint() != self._annotation.tint)):
            self.keep()
        else:
            super().leave()

    def dismiss(self) -> None:
        """Close without saving; words that would be lost are asked about first."""
        if self.isVisible() and self._written() != self._begun:
            self._ask_about_words()
        else:
            super().dismiss()

    def _ask_about_words(self) -> None:
        words = self.tr("The words of this note are not saved.")
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Note"), words, parent=self.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        save = box.addButton(self.tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(self.tr("Do not save"), QMessageBox.ButtonRole.DestructiveRole)
        box.setEscapeButton(box.addButton(self.tr("Go on writing"), QMessageBox.ButtonRole.RejectRole))
        box.setDefaultButton(save)
        save.clicked.connect(self.keep)
        drop.clicked.connect(super().dismiss)
        box.open()

    def _written(self) -> str:
        return self._field.toPlainText().strip()

    def _tint(self) -> Tint | None:
        """What is chosen; None before a note is there."""
        return next((button.tint for button in self._tints if button.isChecked()), self._annotation.tint if self._annotation else None)

    def _open_more(self) -> None:
        annotation = self._annotation
        self.keep()
        if annotation is not None:
            self.more_wanted.emit(annotation)

    def _take_away(self) -> None:
        if self._annotation is not None:
            self.removed.emit(self._annotation)
        super().dismiss()
