"""The menus of a window, made from the table of actions each time they open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from briefing_app.ui.actions import ACTIONS, Menu

if TYPE_CHECKING:
    from briefing_app.ui.window.window import Window

_TEXT_VERBS = ("highlight", "note", "copy_cited", "relabel", "evidence", "zones", "find")


def main_menu(window: Window) -> QMenu:
    """All actions by head; what is not possible at the moment is grey."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for head in Menu:
        part = menu.addMenu(head.words)
        for row in ACTIONS:
            if row.menu is head:
                action = window.shortcuts.action(row.id)
                action.setEnabled(row.possible(window))
                part.addAction(action)
    menu.aboutToHide.connect(window.shortcuts.enable_all)
    return menu


def text_menu(window: Window, at: QPoint) -> QMenu:
    """The text's own menu with the verbs for what is selected; ``at`` in the text's viewport."""
    menu = window.reader.text.createStandardContextMenu(at)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addSeparator()
    menu.addActions(window.shortcuts.actions(_TEXT_VERBS))
    return menu
