"""The keys of one window: a QAction for each row of the table, at home where its key means something."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from briefing_app.ui.actions import ACTIONS, ActionRow, Where
from briefing_app.ui.keys import Keymap


class Shortcuts:
    """Makes the actions of a window; ``do`` carries a row out. What means something in one place only works once that is settled."""

    def __init__(self, keymap: Keymap, window: QWidget, do: Callable[[ActionRow], None]) -> None:
        self._keymap = keymap
        self._actions: dict[str, QAction] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        for row in ACTIONS:
            action = QAction(row.words, window)
            anywhere = row.where is Where.ANYWHERE
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut if anywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False, row=row: do(row))
            self._actions[row.id] = action
        self.settle(Where.ANYWHERE, window)
        self.take_keys()

    def settle(self, place: Where, home: QWidget) -> None:
        """The keys of a place are heard in this widget."""
        home.addActions([self._actions[row.id] for row in ACTIONS if row.where is place])

    def take_keys(self) -> None:
        """Give every action the keys that it has now."""
        for row in ACTIONS:
            keys = tuple(self._keymap.keys(row))
            if keys != self._keys.get(row.id, ()):
                self._keys[row.id] = keys
                self._actions[row.id].setShortcuts([QKeySequence(key) for key in keys])

    def action(self, name: str) -> QAction:
        """The action of the row with this id."""
        return self._actions[name]

    def actions(self, names: Iterable[str]) -> list[QAction]:
        """The actions of several rows, in this order."""
        return [self._actions[name] for name in names]

    def enable_all(self) -> None:
        """A key works by what is the case when it is pressed, not when a menu was open last."""
        for action in self._actions.values():
            action.setEnabled(True)
