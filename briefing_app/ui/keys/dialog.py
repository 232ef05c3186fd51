"""The dialog in which keys are changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing_app.ui.actions import ActionRow, shown_key
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.keys.delegate import KeyDelegate
from briefing_app.ui.keys.keymap import Keymap
from briefing_app.ui.keys.model import KeyModel, Role
from briefing_app.ui.plain_list import plain_list
from briefing_app.ui.theme import Look, Type


class KeyField(QKeySequenceEdit):
    """Takes up to two strokes; Tab and Escape leave it as they leave every field."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(2)
        self.line = self.findChild(QLineEdit)

    def event(self, event: QEvent) -> bool:
        """Tab and Escape are no keys to give away."""
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape):
            if event.type() == QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_Escape:
                    event.ignore()
                    return False
                self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            return True
        return super().event(event)


class KeyDialog(Dialog):
    """All actions, a field that records another key for the chosen one, and what speaks against it."""

    def __init__(self, look: Look, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._keymap = look, keymap
        self._before_reset: dict[str, tuple[str, ...]] = {}
        self.setWindowTitle(self.tr("Change keys"))
        self._build()
        self._lay_out()
        self._filter.textChanged.connect(self._narrow)
        self._filter.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(lambda _now, _old: self._show_row())
        self.list.activated.connect(lambda _index: self.field.setFocus())
        self.field.editingFinished.connect(self._record)
        self.field.keySequenceChanged.connect(lambda _keys: self._weigh())
        self.take.clicked.connect(self._take)
        self.no_key.clicked.connect(self._remove)
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)
        keymap.changed.connect(self._show_row)
        look.changed.connect(self._dress)
        self.finished.connect(lambda _how: self.deleteLater())
        self._dress()
        self.list.setCurrentIndex(self._model.index(0))

    def _build(self) -> None:
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Find an action, or type a key"))
        self._filter.setAccessibleName(self.tr("Find an action by its words or its key"))
        self._filter.setClearButtonEnabled(True)
        self._model = KeyModel(self._keymap, self)
        self.list = plain_list(self._model, self.tr("Actions and their keys"))
        self.list.setItemDelegate(KeyDelegate(self._look, self._keymap, self.list))
        self._name, self._word = QLabel(), QLabel()
        for label in (self._name, self._word):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.field = KeyField()
        self.field.setAccessibleName(self.tr("Press the new key"))
        self.take = QPushButton()
        self.no_key = QPushButton(self.tr("No key"))
        self.reset = QPushButton()
        self.reset_all = QPushButton(self.tr("All keys as at first"))
        self._close = QPushButton(self.tr("Close"))
        self._close.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        change = QHBoxLayout()
        change.addWidget(self.field, 1)
        for button in (self.no_key, self.reset):
            change.addWidget(button)
        said = QHBoxLayout()
        said.addWidget(self._word, 1)
        said.addWidget(self.take)
        foot = QHBoxLayout()
        foot.addWidget(self.reset_all)
        foot.addStretch()
        foot.addWidget(self._close)
        self._rule = QFrame()
        rows = self._rows = QVBoxLayout(self)
        rows.addWidget(self._filter)
        rows.addWidget(self.list, 1)
        rows.addWidget(self._rule)
        rows.addWidget(self._name)
        rows.addLayout(change)
        rows.addLayout(said)
        rows.addLayout(foot)

    @property
    def said(self) -> str:
        """What stands below the field."""
        return self._word.text()

    @property
    def row(self) -> ActionRow | None:
        """The action that is chosen in the list."""
        row = self.list.currentIndex().data(Role.ROW)
        return row if isinstance(row, ActionRow) else None

    def choose(self, row: ActionRow) -> None:
        """Choose an action in the list."""
        self.list.setCurrentIndex(self._model.index_of(row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter lead from the field above to the list."""
        down = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in down:
            self.list.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, query: str) -> None:
        self._model.narrow(query)
        self.list.setCurrentIndex(self._model.index(0) if self._model.rowCount() else QModelIndex())
        self._show_row()

    def _show_row(self) -> None:
        row = self.row
        for widget in (self.field, self.no_key, self.reset):
            widget.setEnabled(row is not None)
        self._name.setText(self.tr("Another key for “%1”").replace("%1", row.words.removesuffix(" …")) if row else "")
        self.field.clear()
        self._say("")
        self.reset_all.setEnabled(self._keymap.any_changed or bool(self._before_reset))
        if row is not None:
            first = " / ".join(shown_key(key) for key in row.keys)
            self.reset.setText(self.tr("Back to %1").replace("%1", first))
            self.reset.setEnabled(self._keymap.is_changed(row))
            self.no_key.setEnabled(bool(self._keymap.keys(row)))

    def _say(self, words: str, take: str = "") -> None:
        self._word.setText(words)
        self.take.setText(take)
        self.take.setVisible(bool(take))

    def _key(self) -> str:
        return self.field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _weigh(self) -> None:
        """Say at once what speaks against a key."""
        row, key = self.row, self._key()
        if row is None or not key:
            self._say("")
            return
        others = self._keymap.conflicts(row, key)
        if others:
            names = ", ".join(f"“{other.words.removesuffix(' …')}”" for other in others)
            words = self.tr("%1 already means %2. Press another key, or take it from there.")
            take = self.tr("Take it for “%1”").replace("%1", row.words.removesuffix(" …"))
            self._say(words.replace("%1", shown_key(key)).replace("%2", names), take)
        else:
            self._say("")

    def _record(self) -> None:
        """A key that nothing speaks against is taken when it is pressed."""
        row, key = self.row, self._key()
        if row is not None and key and not self._keymap.conflicts(row, key):
            self._give(row, key)

    def _take(self) -> None:
        row, key = self.row, self._key()
        if row is not None and key:
            self._give(row, key)

    def _give(self, row: ActionRow, key: str) -> None:
        taken = self._keymap.conflicts(row, key)
        self._before_reset = {}
        self._keymap.choose(row, (key,))
        bare = [other.words.removesuffix(" …") for other in taken if not self._keymap.keys(other)]
        words = self.tr("“%1” is %2 now.").replace("%1", row.words.removesuffix(" …")).replace("%2", shown_key(key))
        if bare:
            words += " " + self.tr("“%1” has no key any more.").replace("%1", ", ".join(bare))
        self._say(words)

    def _remove(self) -> None:
        row = self.row
        if row is not None:
            self._before_reset = {}
            self._keymap.choose(row, ())
            self._say(self.tr("“%1” has no key any more.").replace("%1", row.words.removesuffix(" …")))

    def _reset(self) -> None:
        row = self.row
        if row is not None:
            self._before_reset = {}
            self._keymap.reset(row)

    def _reset_all(self) -> None:
        """All keys of the table; pressed again, all keys as they were."""
        back, self._before_reset = self._before_reset, {}
        if not back:
            self._before_reset = self._keymap.chosen()
        self._keymap.restore(back)
        self.reset_all.setText(self.tr("Bring my keys back") if self._before_reset else self.tr("All keys as at first"))
        self._say(self.tr("All keys are as you had them.") if back else self.tr("All keys are as at first."))

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        self.resize(px(620), px(560))
        self._rows.setContentsMargins(px(24), px(24), px(24), px(16))
        self._rows.setSpacing(px(12))
        for widget in (self._filter, self.field, self.take, self.no_key, self.reset, self.reset_all, self._close):
            widget.setFont(look.font(Type.UI))
        for field in (self._filter, self.field.line):
            if field is not None:
                field.setFixedHeight(px(32))
        self._name.setFont(look.font(Type.UI_BOLD))
        self._word.setFont(look.font(Type.UI))
        self._rule.setFixedHeight(1)
        self._rule.setStyleSheet(f"background: {look.colours.line}")
