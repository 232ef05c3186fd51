"""The dialog of notes that another analyst has changed too: both versions side by side, and what is kept of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

from briefing_app.anchoring import StepKind, word_diff
from briefing_app.annotations import Choice, Conflict, differing, said
from briefing_app.model.annotation import Annotation
from briefing_app.model.codebook import Codebook
from briefing_app.model.ids import AnnotationId
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.history.past_lines import field_words
from briefing_app.ui.quoting import quoted
from briefing_app.ui.theme import Look, Type
from briefing_app.ui.utf16 import Utf16

if TYPE_CHECKING:
    from briefing_app.ui.window import Window

_KEYS = {Choice.OURS: "1", Choice.BOTH: "2", Choice.THEIRS: "3"}


class Version(QWidget):
    """One version: whose it is, its note with the words marked that the others do not have, and what else differs."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.name = QLabel(name)
        self.note = QPlainTextEdit()
        self.note.setReadOnly(True)
        self.note.setObjectName("field")
        self.note.setTabChangesFocus(True)
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for widget in (self.name, self.note, self.facts):
            self._rows.addWidget(widget, 1 if widget is self.note else 0)

    def show_version(self, name: str, version: Annotation, fields: Sequence[str], codebook: Codebook, other: Annotation) -> None:
        """Show a version beside another one; ``fields`` are those in which the two of the conflict differ."""
        self.name.setText(name)
        self.note.setAccessibleName(self.tr("Note, %1").replace("%1", name))
        self.note.setPlainText(version.note)
        self.note.setPlaceholderText(self.tr("no note"))
        self._mark(version.note, other.note)
        values = said(version, codebook)
        lines = [f"{field_words(field)}: {values[field] or self.tr('nothing')}" for field in fields if field != "note"]
        self.facts.setText("\n".join(lines))

    def _mark(self, note: str, other: str) -> None:
        """Underline what the other note does not have; the underline tells it where the tint is not seen."""
        look, units = self._look, Utf16(note)
        form = QTextCharFormat()
        form.setBackground(look.color("selection"))
        form.setFontUnderline(True)
        marks = []
        for step in word_diff(note, other):
            if step.kind is StepKind.DELETED:
                mark = QTextEdit.ExtraSelection()
                mark.format = form
                mark.cursor = QTextCursor(self.note.document())
                mark.cursor.setPosition(units.to_units(step.a.start))
                mark.cursor.setPosition(units.to_units(step.a.end), QTextCursor.MoveMode.KeepAnchor)
                marks.append(mark)
        self.note.setExtraSelections(marks)

    def dress(self) -> None:
        """Take sizes and fonts of the look."""
        look = self._look
        self._rows.setSpacing(look.px(8))
        self.name.setFont(look.font(Type.ZONE))
        self.note.setFont(look.font(Type.UI))
        self.facts.setFont(look.font(Type.SMALL))


class ConflictsDialog(Dialog):
    """One conflict at a time; what is chosen is carried out at the end as one step of undo, what is not chosen waits."""

    def __init__(self, window: Window, conflicts: Sequence[Conflict], codebook: Codebook) -> None:
        super().__init__(window)
        self._look, self._notebook = window.look, window.session.notebook
        self._conflicts, self._codebook = tuple(conflicts), codebook
        self.choices: dict[AnnotationId, Choice] = {}
        self._at = 0
        self.setWindowTitle(self.tr("Notes that differ"))
        self.head = QLabel()
        self.head.setWordWrap(True)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.ours, self.base, self.theirs = (Version(window.look, "") for _ in range(3))
        self._group = QButtonGroup(self)
        self.buttons = {choice: self._choice_button(choice) for choice in _KEYS}
        self.previous, self.next = QPushButton(self.tr("Previous")), QPushButton(self.tr("Next"))
        self.done_button = QPushButton()
        self._lay_out()
        self._group.idClicked.connect(lambda number: self._choose(list(_KEYS)[number]))
        self.previous.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        self.done_button.clicked.connect(self._settle)
        self._look.changed.connect(self._dress)
        self.finished.connect(lambda _how: self.deleteLater())
        self._dress()
        self._show()
        self.buttons[Choice.OURS].setFocus()

    @property
    def conflict(self) -> Conflict:
        """The one that is shown."""
        return self._conflicts[self._at]

    def _choice_button(self, choice: Choice) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setShortcut(_KEYS[choice])
        self._group.addButton(button, list(_KEYS).index(choice))
        return button

    def _show(self) -> None:
        conflict, total = self.conflict, len(self._conflicts)
        name = conflict.theirs.author or self.tr("another analyst")
        where = self.tr("%1 of %2  ·  ").replace("%1", str(self._at + 1)).replace("%2", str(total)) if total > 1 else ""
        self.head.setText(where + self.tr("Two versions of the note on %1").replace("%1", quoted(conflict.ours.words)))
        fields = differing(conflict, self._codebook)
        self.ours.show_version(self._signed(self.tr("Yours"), conflict.ours), conflict.ours, fields, self._codebook, conflict.theirs)
        self.theirs.show_version(self._signed(name, conflict.theirs), conflict.theirs, fields, self._codebook, conflict.ours)
        self.base.setVisible(conflict.base is not None)
        if conflict.base is not None:
            self.base.show_version(self.tr("Before both changed it"), conflict.base, fields, self._codebook, conflict.base)
        self._name_choices(name)
        self._say()

    def _name_choices(self, name: str) -> None:
        words = {
            Choice.OURS: self.tr("Keep yours"),
            Choice.BOTH: self.tr("Keep both"),
            Choice.THEIRS: self.tr("Take %1's").replace("%1", name),
        }
        self._group.setExclusive(False)
        for choice, button in self.buttons.items():
            chosen = self.choices.get(self.conflict.theirs.id) is choice
            button.setText(f"{'✓ ' if chosen else ''}{words[choice]}  ({_KEYS[choice]})")
            button.setShortcut(_KEYS[choice])  # the words take it away
            button.setAccessibleName(words[choice])
            button.setChecked(chosen)
        self._group.setExclusive(True)

    def _signed(self, name: str, version: Annotation) -> str:
        author = f" ({version.author})" if version is self.conflict.ours and version.author else ""
        return f"{name}{author}  ·  {version.changed_at.astimezone():%Y-%m-%d %H:%M}"

    def _choose(self, choice: Choice) -> None:
        self.choices[self.conflict.theirs.id] = choice
        self._name_choices(self.conflict.theirs.author or self.tr("another analyst"))
        self._say()

    def _say(self) -> None:
        left = len(self._conflicts) - len(self.choices)
        words = self.tr("Settle %Ln note(s)", "", len(self.choices)) if self.choices else self.tr("Decide later")
        self.done_button.setText(words)
        self.done_button.setToolTip(self.tr("%Ln note(s) wait for a choice; both versions stay until then.", "", left) if left else "")
        self.previous.setEnabled(self._at > 0)
        self.next.setEnabled(self._at + 1 < len(self._conflicts))

    def _go(self, step: int) -> None:
        self._at = max(0, min(len(self._conflicts) - 1, self._at + step))
        self._show()

    def _settle(self) -> None:
        if self.choices:
            self._notebook.settle_conflicts(self.choices)
        self.accept()

    def _lay_out(self) -> None:
        self._columns, self._verbs, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for version in (self.ours, self.base, self.theirs):
            self._columns.addWidget(version, 1)
        for button in self.buttons.values():
            self._verbs.addWidget(button, 1)
        for button in (self.previous, self.next):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.head)
        self._rows.addLayout(self._columns, 1)
        self._rows.addLayout(self._verbs)
        self._rows.addLayout(foot)

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self.resize(px(860), px(440))
        self._rows.setContentsMargins(px(16), px(16), px(16), px(16))
        for box in (self._rows, self._columns, self._verbs):
            box.setSpacing(px(12))
        self.head.setFont(look.font(Type.UI))
        for version in (self.ours, self.base, self.theirs):
            version.dress()
        for button in (*self.buttons.values(), self.previous, self.next, self.done_button):
            button.setFont(look.font(Type.UI))
