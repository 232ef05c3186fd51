"""The dialog that shows who changed what on one article or note, and makes it as it was at any of these moments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefing_app.model.case import Thing
from briefing_app.model.edit import Step
from briefing_app.model.ids import Noun
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.history.delegate import HistoryDelegate
from briefing_app.ui.history.model import HistoryModel, Line, Role
from briefing_app.ui.history.past_lines import change_words, past_lines
from briefing_app.ui.plain_list import plain_list
from briefing_app.ui.session import Session
from briefing_app.ui.theme import Look, Type


class PastDialog(Dialog):
    """The way back is a new edit that undo takes back; it touches nothing but this one thing."""

    def __init__(self, look: Look, session: Session, thing: Thing, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._session, self._thing = look, session, thing
        self._steps: Sequence[Step] | None = None
        self.setWindowTitle(self.tr("History of this article") if thing.noun is Noun.ARTICLE else self.tr("History of this note"))
        self._name = QLabel(name)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._model = HistoryModel(self)
        self.list = plain_list(self._model, self.tr("Who changed what, newest first"))
        self.list.setItemDelegate(HistoryDelegate(look, self.list))
        self.changes = QLabel()
        self.changes.setTextFormat(Qt.TextFormat.PlainText)
        self.changes.setWordWrap(True)
        self._word = QLabel()
        self._word.setWordWrap(True)
        self.go = QPushButton(self.tr("Make it as it was then"))
        self._close = QPushButton(self.tr("Close"))
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda _now, _old: self._say())
        self.list.activated.connect(lambda _index: self._go())
        self.go.clicked.connect(self._go)
        self._close.clicked.connect(self.accept)
        session.editing.past_read.connect(self._show_steps)
        session.following.changed.connect(self._read)
        look.changed.connect(self._dress)
        self.finished.connect(lambda _how: self.deleteLater())
        self._dress()
        self._say()
        self._read()

    @property
    def said(self) -> str:
        """What stands below the list."""
        return self._word.text()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._word, 1)
        for button in (self.go, self._close):
            foot.addWidget(button)
        rows = self._rows = QVBoxLayout(self)
        rows.addWidget(self._name)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.changes)
        rows.addLayout(foot)

    def _read(self) -> None:
        self._session.editing.read_past(self._thing)

    def _show_steps(self, thing: Thing, steps: Sequence[Step]) -> None:
        if thing != self._thing or steps == self._steps:
            return  # what is chosen stays chosen
        self._steps = steps
        self._model.take(past_lines(steps, thing, datetime.now(UTC)))
        self.list.setCurrentIndex(self._model.index(0))
        self._say()

    def _chosen(self) -> tuple[Line | None, Step | None]:
        """The chosen state and the step after which it stood; no step before the first."""
        line = self.list.currentIndex().data(Role.LINE)
        if not isinstance(line, Line):
            return None, None
        steps = self._steps or ()
        return line, steps[-line.steps] if -line.steps < len(steps) else None

    def _say(self) -> None:
        line, step = self._chosen()
        back = -line.steps if line is not None else 0
        self.go.setVisible(bool(back) and not self._session.read_only)
        self.changes.setText(change_words(step, self._thing) if step is not None else "")
        self.changes.setVisible(bool(self.changes.text()))
        if not self._steps:
            self._word.setText(self.tr("Nothing has been changed here since the history began."))
        elif self._session.read_only:
            self._word.setText(self.tr("This library is open for reading only."))
        elif back:
            self._word.setText(self.tr("Takes back %Ln change(s) of this one thing, as a new step that undo takes back.", "", back))
        else:
            self._word.setText(self.tr("This is how things are. Choose a moment to go back to."))

    def _go(self) -> None:
        line, step = self._chosen()
        if line is not None and line.steps and not self._session.read_only:
            self._session.editing.go_back(self._thing, step.number if step is not None else 0)

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self.resize(px(640), px(460))
        self._rows.setContentsMargins(px(16), px(16), px(16), px(16))
        self._rows.setSpacing(px(12))
        self._name.setFont(look.font(Type.UI_STRONG))
        self.changes.setFont(look.font(Type.SMALL))
        for widget in (self._word, self.go, self._close):
            widget.setFont(look.font(Type.UI))
