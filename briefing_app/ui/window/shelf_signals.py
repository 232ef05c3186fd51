"""What the window does when something is chosen, folded or dropped in the sidebar, and in the head and menu of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from briefing_app.ui import actions
from briefing_app.ui.library.event_drops import EventDrops
from briefing_app.ui.shelves.entries import Entry

if TYPE_CHECKING:
    from briefing_app.ui.window.window import Window


def connect_shelves(window: Window) -> None:
    """Join the signals of sidebar and list to session and verbs."""
    sidebar, view = window.sidebar, window.list.list
    sidebar.shelf_chosen.connect(lambda shelf: actions.organizing.open_shelf(window, shelf))
    sidebar.search_chosen.connect(lambda search: actions.organizing.open_search(window, search))
    sidebar.briefing_opened.connect(window.session.open_briefing)
    sidebar.entered.connect(lambda: (window.hits.list if window.searching else view).setFocus())
    sidebar.folded.connect(lambda: window.remember(folded=frozenset(map(str, window.library_pane.shelf_model.folded))))
    sidebar.case_wanted.connect(lambda articles: actions.organizing.new_case(window, articles))
    sidebar.dropped.connect(lambda shelf, articles: actions.organizing.drop(window, shelf, articles))
    sidebar.menu_wanted.connect(lambda entry, at: _open_shelf_menu(window, entry, at))
    window.list.order.clicked.connect(window.open_order_menu)
    drops = EventDrops(view, window.library_pane.list_model)
    drops.dropped.connect(lambda event, articles: actions.events.drop_on_event(window, event, articles))
    view.menu_wanted.connect(lambda at: _open_article_menu(window, at))


def _open_article_menu(window: Window, at: QPoint) -> None:
    from briefing_app.ui.window.menu import article_menu  # menus load all actions, and no list needs them

    article_menu(window).popup(at)


def _open_shelf_menu(window: Window, entry: Entry, at: QPoint) -> None:
    from briefing_app.ui.window.menu import shelf_menu

    menu = shelf_menu(window, entry)
    if menu.isEmpty():
        menu.deleteLater()
    else:
        menu.popup(at)
