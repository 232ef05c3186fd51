"""The sheet of all keys, read from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefing_app.ui.actions import ACTIONS, Menu, shown_keys
from briefing_app.ui.theme import Look, Type


class KeySheet(QDialog):
    """Every action with its key, by menu; any of Escape, ? and F1 closes it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(self.tr("All keys"))
        columns = QHBoxLayout(self)
        px = look.px
        columns.setContentsMargins(px(32), px(24), px(32), px(32))
        columns.setSpacing(px(32))
        for menus in ((Menu.GO, Menu.VIEW), (Menu.ARTICLE, Menu.BRIEFING), (Menu.FILE, Menu.EDIT)):
            column = QVBoxLayout()
            column.setSpacing(px(8))
            for menu in menus:
                self._add_menu(column, menu)
            column.addStretch()
            columns.addLayout(column)

    def _add_menu(self, column: QVBoxLayout, menu: Menu) -> None:
        head = QLabel(menu.words)
        head.setFont(self._look.font(Type.SMALL_BOLD))
        head.setStyleSheet(f"color: {self._look.colours.muted}")
        column.addWidget(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._look.px(16))
        grid.setVerticalSpacing(self._look.px(4))
        for at, row in enumerate(row for row in ACTIONS if row.menu is menu):
            key, words = QLabel(shown_keys(row)), QLabel(row.words)
            key.setFont(self._look.font(Type.HINT))
            key.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            key.setStyleSheet(f"color: {self._look.colours.muted}")
            words.setFont(self._look.font(Type.UI))
            grid.addWidget(key, at, 0)
            grid.addWidget(words, at, 1)
        column.addLayout(grid)
        column.addSpacing(self._look.px(12))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """? and F1 close too."""
        if event.key() in (Qt.Key.Key_Question, Qt.Key.Key_F1):
            self.accept()
        else:
            super().keyPressEvent(event)
