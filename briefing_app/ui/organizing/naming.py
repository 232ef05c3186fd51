"""Asks for a name, and for a case for a note as well."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from briefing_app.model.naming import LONGEST_NAME
from briefing_app.ui.organizing.asking import Asking
from briefing_app.ui.theme import Look, Type

_NOTE = 72


class NameField(QLineEdit):
    """One line; Escape is no shortcut of the window here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes to the popover, the rest is Qt's."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class NoteField(QPlainTextEdit):
    """A few lines; Tab leaves them, Ctrl+Enter is done."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes to the popover, Ctrl+Enter is done; the rest is Qt's."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        else:
            super().keyPressEvent(event)


class NamePopover(Asking):
    """``named`` tells the name, and the note (empty when none was asked for), once Enter says so."""

    named = Signal(str, str)

    def __init__(self, look: Look, window: QWidget, title: str, name: str = "", note: str | None = None) -> None:
        super().__init__(look, window, title)
        self.say_keys(self.tr("Enter keep · Esc close") if note is None else self.tr("Enter keep, in the note Ctrl+Enter · Esc close"))
        self.field = NameField(name)
        self.field.setMaxLength(LONGEST_NAME)
        self.field.setFont(look.font(Type.UI))
        self.field.setFixedHeight(look.px(30))
        self.field.setAccessibleName(title)
        self.field.selectAll()
        self.add(self.field)
        self.note: NoteField | None = None
        if note is not None:
            self.note = NoteField(note)
            self.note.setObjectName("field")
            self.note.setFont(look.font(Type.UI))
            self.note.setFixedHeight(look.px(_NOTE))
            self.note.setTabChangesFocus(True)
            self.note.setPlaceholderText(self.tr("What it is about (Markdown)"))
            self.note.setAccessibleName(self.tr("Note"))
            self.add(self.note)
            self.note.done.connect(self._keep)
        self.field.returnPressed.connect(self._keep)

    def open_near(self, at: QPoint) -> None:
        """Show it near a point of the window."""
        self.ask(at, self.field)

    def _keep(self) -> None:
        name = self.field.text().strip()
        if name:
            self.dismiss()
            self.named.emit(name, self.note.toPlainText().strip() if self.note is not None else "")
