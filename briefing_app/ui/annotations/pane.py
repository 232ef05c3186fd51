"""The pane of all notes: list, filter and groups at the left, the chosen note at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing_app.anchoring import Found
from briefing_app.model.annotation import Annotation
from briefing_app.model.case import Thing
from briefing_app.model.ids import AnnotationId, Noun
from briefing_app.ui.actions import ACTIONS
from briefing_app.ui.actions.editing import show_past
from briefing_app.ui.actions.going import open_subject
from briefing_app.ui.annotations.choice import ChoiceButton
from briefing_app.ui.annotations.delegate import NoteDelegate
from briefing_app.ui.annotations.entries import Entry, Grouping, Notes, Which, grouping_words, which_words
from briefing_app.ui.annotations.form import NoteForm
from briefing_app.ui.annotations.model import NoteModel, Role
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.empty_place import EmptyPlace
from briefing_app.ui.theme import Type

if TYPE_CHECKING:
    from briefing_app.ui.window import Window

_UNDOING = ("undo", "redo")
_VERBS = ("codebook", "export_notes", "import_notes")


class NotesPane(Dialog):
    """A window of its own beside the reader, so that words can be selected there while a note waits for them here."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._look = window, window.look
        self._notebook = window.session.notebook
        self.setWindowTitle(self.tr("Notes"))
        self.model = NoteModel(self)
        self._wanted: AnnotationId | None = None
        self._begun: AnnotationId | None = None
        """A note that was just made and waits for its words."""
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Filter: words, #tag, author"))
        self.field.setAccessibleName(self.tr("Filter the notes"))
        self.field.setClearButtonEnabled(True)
        self.grouping = ChoiceButton(self.tr("Group the notes"), list(Grouping), grouping_words)
        self.which = ChoiceButton(self.tr("Which notes"), list(Which), which_words)
        self.list = self._make_list()
        self.form = NoteForm(self._look)
        self.count = QLabel()
        self._nothing = EmptyPlace(self._look)
        self._nothing.say(self.tr("No note is chosen."))
        self._right = QStackedWidget()
        self._right.addWidget(self._nothing)
        self._right.addWidget(self.form)
        self.more = QPushButton(self.tr("With the chosen …"))
        self.settle = QPushButton(self.tr("Keep the places found"))
        self.settle.setToolTip(self.tr("The notes whose words were found in a changed text belong to that text from now on."))
        self.differing = QPushButton(self.tr("Notes that differ …"))
        self.differing.setToolTip(self.tr("Another analyst has changed notes that you have changed too: both versions side by side."))
        self._lay_out()
        self._connect()
        self._dress()
        self._notebook.read()

    def _make_list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(NoteDelegate(self._look, view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(400)
        view.setAccessibleName(self.tr("Notes"))
        return view

    def _lay_out(self) -> None:
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self.grouping)
        top.addWidget(self.which)
        foot.addWidget(self.more)
        foot.addWidget(self.settle)
        foot.addWidget(self.differing)
        self._verbs = []
        for row in ACTIONS:
            if row.id in _VERBS:
                button = QPushButton(row.words)
                button.clicked.connect(lambda _on=False, row=row: self._window.do(row))
                self._verbs.append(button)
                foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.count)
        self._split = QSplitter()
        self._split.setHandleWidth(1)
        self._split.addWidget(self.list)
        self._split.addWidget(self._right)
        self._split.setChildrenCollapsible(False)
        rows = self._rows = QVBoxLayout(self)
        rows.addLayout(top)
        rows.addWidget(self._split, 1)
        rows.addLayout(foot)

    def _connect(self) -> None:
        session = self._window.session
        session.closing.connect(self.keep_writing)
        self._notebook.begun.connect(self._show)
        self._notebook.read_through.connect(self._show)
        self._notebook.made.connect(lambda number: self.begin(AnnotationId(number)))
        session.following.changed.connect(lambda _news: self._notebook.read())
        self.field.textChanged.connect(lambda _typed: self._narrow())
        self.which.chosen.connect(self._narrow)
        self.grouping.chosen.connect(self._group)
        self.list.selectionModel().selectionChanged.connect(lambda _now, _old: self._show_chosen())
        self.list.activated.connect(lambda _index: self._go())
        self.form.saved.connect(self._notebook.write)
        self.form.opened.connect(self.open_note)
        self.form.attach_wanted.connect(self._attach)
        self.more.clicked.connect(lambda: self.menu_of_verbs().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.settle.clicked.connect(self._settle)
        self.differing.clicked.connect(lambda: self._window.do(next(row for row in ACTIONS if row.id == "conflicts")))
        self._look.changed.connect(self._dress)
        for row in ACTIONS:
            for key in self._window.keymap.keys(row):
                if row.id in _UNDOING:
                    QShortcut(QKeySequence(key), self).activated.connect(lambda row=row: self._window.do(row))
                elif row.id == "note_history":
                    QShortcut(QKeySequence(key), self).activated.connect(self._show_past)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.field.setFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Enter in the filter goes to the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self.list.setFocus()
            return
        super().keyPressEvent(event)

    # What is chosen

    def chosen(self) -> list[Entry]:
        """The chosen notes, each once."""
        lines = [index.data(Role.LINE) for index in sorted(self.list.selectedIndexes(), key=lambda index: index.row())]
        return list({line.annotation.id: line for line in lines if isinstance(line, Entry)}.values())

    def choose(self, number: AnnotationId) -> None:
        """Choose a note, now or once it has been read; a filter that hides it is taken off."""
        if not self.model.entry_of(number).isValid() and any(entry.annotation.id == number for entry in self.model.notes.entries):
            self.which.choose(Which.ALL)
            self.field.clear()
            self._narrow()
        self._wanted = None if self._select(number) else number

    def begin(self, number: AnnotationId) -> None:
        """Choose a note that was just made, with the cursor where its words go."""
        self._begun = number
        self.choose(number)
        self._write_begun()

    def _select(self, number: AnnotationId) -> bool:
        index = self.model.entry_of(number)
        if index.isValid():
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
        return index.isValid()

    def _write_begun(self) -> None:
        if self._begun is not None and self.form.annotation is not None and self.form.annotation.id == self._begun:
            self._begun = None
            self.form.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_note(self, annotation: Annotation) -> None:
        """Choose a note and show its words in the reader."""
        self.choose(annotation.id)
        self._go_to(annotation)

    def menu_of_verbs(self) -> QMenu:
        """What can be done with several notes at once."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = [entry.annotation for entry in self.chosen()]
        book = self.model.notes.codebook
        give, take = menu.addMenu(self.tr("Tag")), menu.addMenu(self.tr("Take a tag off"))
        for code in book.ordered():
            path = book.path(code.id)
            give.addAction(path).triggered.connect(lambda _on=False, path=path: self._notebook.tag(chosen, path, tagged=True))
            if any(code.id in annotation.codes for annotation in chosen):
                take.addAction(path).triggered.connect(lambda _on=False, path=path: self._notebook.tag(chosen, path, tagged=False))
        link = menu.addAction(self.tr("Link the first to the others"))
        link.triggered.connect(lambda: self._notebook.link(chosen))
        link.setEnabled(len(chosen) > 1)
        past = menu.addAction(self.tr("History …"))
        past.triggered.connect(self._show_past)
        past.setEnabled(len(chosen) == 1)
        menu.addAction(self.tr("Remove")).triggered.connect(lambda: self._notebook.remove(chosen))
        for part in (give, take):
            part.setEnabled(bool(chosen) and bool(part.actions()))
        return menu

    def keep_writing(self) -> None:
        """Keep what is written in the form and not saved."""
        if self._right.currentWidget() is self.form and self.form.dirty and not self._window.session.read_only:
            self.form.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        """Closing keeps what is written."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.keep_writing()

    def _show_chosen(self) -> None:
        chosen = self.chosen()
        one = chosen[0] if len(chosen) == 1 else None
        if one is None or self.form.annotation is None or one.annotation.id != self.form.annotation.id:
            self.keep_writing()  # going on to another note keeps this one
        if one is not None:
            self.form.edit(one, self.model.notes)
        elif self.model.total == 0:
            shown = self._window.keymap.shown
            step = self.tr("Select words in a text; %1 highlights them, %2 writes a note.")
            words = f"{self.tr('No note yet')}\n\n{step}"
            self._nothing.say(words.replace("%1", shown("highlight")).replace("%2", shown("note")))
        elif self.model.shown == 0:
            self._nothing.say(self.tr("No note fits the filter\n\nFewer words above, or all notes, show more."))
        else:
            self._nothing.say(self.tr("%Ln note(s) chosen.", "", len(chosen)) if chosen else self.tr("No note is chosen."))
        self._right.setCurrentWidget(self.form if one is not None else self._nothing)
        self.more.setEnabled(bool(chosen) and not self._window.session.read_only)

    # What the library says

    def _show(self, notes: Notes) -> None:
        kept = [entry.annotation.id for entry in self.chosen()]
        writing = self._right.currentWidget() is self.form and self.form.dirty
        self.list.selectionModel().blockSignals(writing)  # what is being written stays
        self.model.show(notes)
        self._say()
        if self._wanted is not None:
            self.choose(self._wanted)
        elif kept:
            self._select(kept[0])
        if not self.chosen():
            self._choose_first()
        self.list.selectionModel().blockSignals(False)
        if not writing:
            self._show_chosen()
        self._write_begun()

    def _choose_first(self) -> None:
        first = next((row for row in range(self.model.rowCount()) if isinstance(self.model.index(row).data(Role.LINE), Entry)), None)
        if first is not None:
            self.list.selectionModel().setCurrentIndex(self.model.index(first), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _narrow(self) -> None:
        self.model.narrow(self.field.text(), self.which.value)
        self._say()
        self._choose_first()
        self._show_chosen()

    def _group(self) -> None:
        self.model.group(self.grouping.value)
        self._say()
        self._choose_first()

    def _say(self) -> None:
        model = self.model
        words = self.tr("%1 of %Ln note(s)", "", model.total).replace("%1", f"{model.shown:,}")
        if model.notes.behind:
            words = self.tr("reading …  ·  %1").replace("%1", words)
        if model.lost:
            words += self.tr(" · %Ln without words", "", model.lost)
        self.count.setText(words)
        self.differing.setVisible(any(entry.annotation.rival for entry in model.notes.entries))
        self.settle.setVisible(any(located.how is not Found.ORPHAN for located in model.notes.located.values()))

    # Verbs

    def _go(self) -> None:
        chosen = self.chosen()
        if chosen:
            self._go_to(chosen[0].annotation)

    def _go_to(self, annotation: Annotation) -> None:
        open_subject(self._window, annotation)

    def _attach(self, annotation: Annotation) -> None:
        reading, span = self._window.session.reading, self._window.reader.text.selected_span()
        if reading is None or span is None:
            self._window.status.say(self.tr("Select the words in the reader first; this window can stay open."))
            self.form.state.setText(self.tr("Select the words in the reader first; this window can stay open."))
            self.form.state.show()
            return
        self._notebook.attach(annotation, reading.article.id, span)

    def _show_past(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            note = chosen[0].annotation
            show_past(self._window, Thing(Noun.ANNOTATION, note.id), note.words)

    def _settle(self) -> None:
        located = self.model.notes.located
        self._notebook.settle([annotation for annotation in self.model.notes.annotations if annotation.id in located])

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self.resize(px(980), px(640))
        self._rows.setContentsMargins(px(12), px(12), px(12), px(12))
        self._rows.setSpacing(px(8))
        self._split.setSizes([px(520), px(440)])
        self.field.setFixedHeight(px(30))
        widgets: list[QWidget] = [
            self.field,
            self.grouping,
            self.which,
            self.more,
            self.settle,
            self.differing,
            *self._verbs,
        ]
        for widget in widgets:
            widget.setFont(look.font(Type.UI))
        self.count.setFont(look.font(Type.SMALL))
