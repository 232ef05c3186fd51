"""The dialog that shows the analyst's edits and goes back to any of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefing_app.model.edit import Step
from briefing_app.model.ids import ArticleId
from briefing_app.ui.actions import ACTIONS
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.history.delegate import HistoryDelegate
from briefing_app.ui.history.model import HistoryModel, Line, Role
from briefing_app.ui.keys import Keymap
from briefing_app.ui.plain_list import plain_list
from briefing_app.ui.session import Session
from briefing_app.ui.theme import Look, Type

MOST = 500
"""How many edits are shown."""


class HistoryDialog(Dialog):
    """Says how many edits a way back would take before it is gone; the keys of undo and redo work here too."""

    def __init__(self, look: Look, session: Session, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._session = look, session
        self._stale = False
        self._steps: Sequence[Step] | None = None
        self.setWindowTitle(self.tr("History"))
        self._model = HistoryModel(self)
        self.list = plain_list(self._model, self.tr("What was done, newest first"))
        self.list.setItemDelegate(HistoryDelegate(look, self.list))
        self._word = QLabel(self.tr("Nothing has been changed yet."))
        self._word.setWordWrap(True)
        self.go = QPushButton()
        self._close = QPushButton(self.tr("Close"))
        foot = QHBoxLayout()
        foot.addWidget(self._word, 1)
        foot.addWidget(self.go)
        foot.addWidget(self._close)
        rows = self._rows = QVBoxLayout(self)
        rows.addWidget(self.list, 1)
        rows.addLayout(foot)
        self.list.selectionModel().currentChanged.connect(lambda _now, _old: self._say())
        self.list.activated.connect(lambda _index: self._go())
        self.go.clicked.connect(self._go)
        self._close.clicked.connect(self.accept)
        session.editing.history_read.connect(self._show_steps)
        session.editing.turned.connect(self._read)
        session.following.changed.connect(self._read)
        self._take_keys(keymap)
        look.changed.connect(self._dress)
        self.finished.connect(lambda _how: self.deleteLater())
        self._dress()
        self._say()
        self._read()

    @property
    def said(self) -> str:
        """What stands below the list."""
        return self._word.text()

    def _take_keys(self, keymap: Keymap) -> None:
        verbs = {"undo": self._session.editing.undo, "redo": self._session.editing.redo}
        for row in ACTIONS:
            if row.id in verbs:
                for key in keymap.keys(row):
                    QShortcut(QKeySequence(key), self).activated.connect(verbs[row.id])

    def _read(self) -> None:
        self._session.editing.read_history(MOST)

    def _show_steps(self, steps: Sequence[Step], headlines: Mapping[ArticleId, str]) -> None:
        self._stale = False
        if steps == self._steps:
            return  # what is chosen stays chosen
        self._steps = steps
        self._model.show(steps, headlines, datetime.now(UTC), whole=len(steps) < MOST)
        current = self._model.current
        if current.isValid():
            self.list.setCurrentIndex(current)
            self.list.scrollTo(current)
        self._say()

    def _line(self) -> Line | None:
        line = self.list.currentIndex().data(Role.LINE)
        return line if isinstance(line, Line) else None

    def _say(self) -> None:
        """Say what going there would do, before it is done."""
        line = self._line()
        steps = line.steps if line else 0
        self.go.setVisible(bool(steps) and not self._session.read_only)
        if self._model.rowCount() < 2:
            self._word.setText(self.tr("Nothing has been changed yet."))
        elif self._session.read_only:
            self._word.setText(self.tr("This library is open for reading only."))
        elif steps < 0:
            self._word.setText(self.tr("Going back to here takes back %Ln edit(s).", "", -steps))
            self.go.setText(self.tr("Take back %Ln edit(s)", "", -steps))
        elif steps:
            self._word.setText(self.tr("Going on to here does %Ln edit(s) again.", "", steps))
            self.go.setText(self.tr("Do %Ln edit(s) again", "", steps))
        else:
            self._word.setText(self.tr("This is how things are. Choose an edit to go back to."))

    def _go(self) -> None:
        line = self._line()
        if line is not None and line.steps and not self._stale and not self._session.read_only:
            self._stale = True  # the numbers count again once the list has been read anew
            self._session.editing.turn(line.steps)

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self.resize(px(620), px(480))
        self._rows.setContentsMargins(px(16), px(16), px(16), px(16))
        self._rows.setSpacing(px(12))
        for widget in (self._word, self.go, self._close):
            widget.setFont(look.font(Type.UI))
