"""The menus of a window, made from the table of actions each time they open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from briefing_app.model.shelf import ListOrder, Shelf, ShelfKind
from briefing_app.ui.actions import ACTIONS, Menu, organizing, reading, ruling
from briefing_app.ui.actions.events import EVENT_VERBS
from briefing_app.ui.actions.row import tr
from briefing_app.ui.shelves.entries import Entry, SearchEntry, Section, SectionKind, ShelfEntry

if TYPE_CHECKING:
    from briefing_app.ui.window.window import Window

_ARTICLE_VERBS = (("star", "unread", "tags", "file_in_case"), ("compare", "to_briefing"), EVENT_VERBS, ("trash", "restore"))
_CELL_VERBS = ("sentence", "peek", "why")
_TEXT_VERBS = ("highlight", "note", "add_words", "copy_cited", "relabel", "evidence", "zones", "find")


def main_menu(window: Window) -> QMenu:
    """All actions by head, undo and redo with what they would turn; what is not possible at the moment is grey."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for head in Menu:
        part = menu.addMenu(head.words)
        for row in ACTIONS:
            if row.menu is head:
                action = window.shortcuts.action(row.id)
                action.setText(row.words_now(window).replace("&", "&&"))
                action.setEnabled(row.possible(window))
                part.addAction(action)
    menu.aboutToHide.connect(window.shortcuts.enable_all)
    return menu


def order_menu(window: Window) -> QMenu:
    """In which order the list stands, and whether events keep their articles together."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    now = window.session.following.arrangement
    orders = QActionGroup(menu)
    words = {
        ListOrder.NEWEST: tr("Newest first"),
        ListOrder.OLDEST: tr("Oldest first"),
        ListOrder.ADDED: tr("Added last first"),
        ListOrder.SOURCE: tr("By source"),
        ListOrder.TITLE: tr("By title"),
    }
    for order, name in words.items():
        action = orders.addAction(menu.addAction(name))
        action.setCheckable(True)
        action.setChecked(order is now.order)
        action.triggered.connect(lambda _on=False, order=order: organizing.order_by(window, order))
    menu.addSeparator()
    grouped = menu.addAction(tr("Grouped by event"))
    grouped.setCheckable(True)
    grouped.setChecked(now.grouped)
    grouped.triggered.connect(lambda on: organizing.group(window, on))
    return menu


def article_menu(window: Window) -> QMenu:
    """What can be done with the chosen articles."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    rows = {row.id: row for row in ACTIONS}
    for names in _ARTICLE_VERBS:
        for name in names:
            if rows[name].possible(window) and not (name == "trash" and rows["restore"].possible(window)):
                menu.addAction(window.shortcuts.action(name))
        menu.addSeparator()
    return menu


def shelf_menu(window: Window, entry: Entry) -> QMenu:
    """What can be done with a row of the sidebar; empty when nothing can."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if window.session.read_only:
        return menu
    named = {ShelfKind.CASE: (tr("Name and note …"), tr("Dissolve the case")), ShelfKind.TAG: (tr("Rename …"), tr("Remove the tag"))}
    match entry:
        case Section(SectionKind.CASES):
            menu.addAction(tr("New case …")).triggered.connect(lambda: organizing.new_case(window))
        case SearchEntry():
            menu.addAction(tr("Rename …")).triggered.connect(lambda: organizing.rename_entry(window, entry))
            menu.addAction(tr("Remove the search")).triggered.connect(lambda: organizing.remove_entry(window, entry))
        case ShelfEntry(Shelf(kind)) if kind in named:
            rename, remove = named[kind]
            menu.addAction(rename).triggered.connect(lambda: organizing.rename_entry(window, entry))
            menu.addAction(remove).triggered.connect(lambda: organizing.remove_entry(window, entry))
            menu.addSeparator()
            menu.addAction(tr("New case …")).triggered.connect(lambda: organizing.new_case(window))
        case ShelfEntry(Shelf(ShelfKind.SOURCE, source=str(name))):
            menu.addAction(tr("About this source …")).triggered.connect(lambda: reading.show_source(window, name))
        case Section(SectionKind.SOURCES):
            menu.addAction(tr("Register of sources …")).triggered.connect(lambda: reading.show_sources(window))
        case ShelfEntry(Shelf(ShelfKind.TRASH)) if entry.count:
            menu.addAction(tr("Bring everything back")).triggered.connect(window.session.organizing.restore_all)
            menu.addAction(tr("Empty the trash …")).triggered.connect(lambda: organizing.empty_trash(window))
    return menu


def cell_menu(window: Window) -> QMenu:
    """What can be looked at, corrected and judged at the chosen cell of the matrix."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addActions(window.shortcuts.actions(_CELL_VERBS))
    menu.addSeparator()
    rows = {row.id: row for row in ACTIONS}
    menu.addActions([window.shortcuts.action(name) for name in ruling.RULING_VERBS if rows[name].possible(window)])
    return menu


def text_menu(window: Window, at: QPoint) -> QMenu:
    """The text's own menu with the verbs for what is selected; ``at`` in the text's viewport."""
    menu = window.reader.text.createStandardContextMenu(at)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addSeparator()
    menu.addActions(window.shortcuts.actions(_TEXT_VERBS))
    return menu
