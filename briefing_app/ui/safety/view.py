"""The dialog that shows the backups of a library and brings one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefing_app.library.backup import DAYS, MONTHS, NEWEST, WEEKS
from briefing_app.ui.accessible import announce
from briefing_app.ui.actions import ACTIONS, ActionRow
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.error_text import Trouble
from briefing_app.ui.row_table import row_table
from briefing_app.ui.safety.model import BackupModel
from briefing_app.ui.theme import Type

if TYPE_CHECKING:
    from briefing_app.ui.window import Window

_VERBS = ("back_up_now", "back_up", "verify")


class BackupsDialog(Dialog):
    """The automatic backups, newest first, with everything that can be done for the safety of the library."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        look, session = self._look, self._session = window.look, window.session
        self.setWindowTitle(self.tr("Backups"))
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._result = QLabel()
        self._result.setWordWrap(True)
        self._result.setTextFormat(Qt.TextFormat.PlainText)
        self._result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._model = BackupModel(self)
        self.table = row_table(self._model, self.tr("Backups, newest first"))
        self._buttons = {row.id: self._button(row) for row in ACTIONS if row.id in _VERBS}
        self.restore = QPushButton(self.tr("Bring this one back …"))
        self.other = QPushButton(self.tr("Bring back another file …"))
        self._close = QPushButton(self.tr("Close"))
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _old: self._say())
        self.table.activated.connect(lambda _index: self._restore())
        self.restore.clicked.connect(self._restore)
        self.other.clicked.connect(lambda: self._act("restore_backup"))
        self._close.clicked.connect(self.accept)
        session.keeping.backed_up.connect(self._read)
        session.keeping.staged.connect(self.accept)
        session.long_jobs.changed.connect(self._say)
        session.said.connect(self._tell)
        session.troubled.connect(self._tell_trouble)
        look.changed.connect(self._dress)
        self.finished.connect(lambda _how: self.deleteLater())
        self._dress()
        self._read()

    @property
    def said(self) -> str:
        """What stands above the list."""
        return self._words.text()

    @property
    def outcome(self) -> str:
        """What the last thing that was done has come to, empty before."""
        return self._result.text()

    def button(self, action: str) -> QPushButton:
        """The button of an action."""
        return self._buttons[action]

    def _button(self, row: ActionRow) -> QPushButton:
        button = QPushButton(row.words)
        button.clicked.connect(lambda: self._act(row.id))
        return button

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for button in self._buttons.values():
            above.addWidget(button)
        above.addStretch(1)
        below.addWidget(self.restore)
        below.addWidget(self.other)
        below.addStretch(1)
        below.addWidget(self._close)
        rows = self._rows = QVBoxLayout(self)
        rows.addWidget(self._words)
        rows.addLayout(above)
        rows.addWidget(self._result)
        self._result.hide()
        rows.addWidget(self.table, 1)
        rows.addLayout(below)

    def _read(self) -> None:
        self._model.show(self._session.keeping.backups)
        if self._model.rowCount():
            self.table.selectRow(0)
        self._say()

    def _say(self) -> None:
        """What stands there, and what can be done now."""
        count = self._model.rowCount()
        if count:
            often = self.tr("A backup is made once a day while you work. Of all that are here the newest %1 stay,")
            often += " " + self.tr("and the last one of each of the newest %2 days, %3 weeks and %4 months that have one.")
            for number, most in enumerate((NEWEST, DAYS, WEEKS, MONTHS), 1):
                often = often.replace(f"%{number}", str(most))
            where = self.tr("They lie in %1; copy one to another disk now and then.").replace("%1", str(self._session.keeping.folder))
            self._words.setText(f"{often} {where}")
        else:
            none = self.tr("There is no automatic backup yet; one is made once a day while you work.")
            self._words.setText(f"{none} {self.tr('“Back up now” makes the first.')}")
        for name, button in self._buttons.items():
            button.setEnabled(_row(name).enabled(self._window))
        possible = _row("restore_backup").enabled(self._window)
        self.restore.setEnabled(possible and self.table.currentIndex().isValid())
        self.other.setEnabled(possible)

    def _tell(self, words: str) -> None:
        """What was done here is said here too, not only in the window behind."""
        self._result.setText(words)
        self._result.show()
        announce(self._result, words)

    def _tell_trouble(self, trouble: Trouble) -> None:
        self._tell(f"{trouble.sentence} {trouble.next_step}".rstrip())

    def _restore(self) -> None:
        backup = self._model.backup(self.table.currentIndex().row())
        if backup is not None and self.restore.isEnabled():
            self._session.keeping.stage(backup.path)

    def _act(self, action: str) -> None:
        self._window.do(_row(action))

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self.resize(px(640), px(440))
        self._rows.setContentsMargins(px(16), px(16), px(16), px(16))
        self._rows.setSpacing(px(12))
        for column in range(1, self._model.columnCount()):
            self.table.setColumnWidth(column, px(96))
        for widget in self.findChildren(QWidget):
            widget.setFont(look.font(Type.UI))


def _row(action: str) -> ActionRow:
    return next(row for row in ACTIONS if row.id == action)
