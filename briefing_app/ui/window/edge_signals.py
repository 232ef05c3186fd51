"""What the bar at the upper edge of a window does, and the one below it that words a trouble."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui import actions

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from briefing_app.ui.window.trouble_bar import TroubleBar
    from briefing_app.ui.window.window import Window


def connect_edges(window: Window) -> None:
    """Connect the buttons and the field of the top bar, and say what the session has to say."""
    top, session = window.top, window.session
    top.pane_chosen.connect(session.go)
    top.menu_pressed.connect(window.open_menu)
    top.size_pressed.connect(lambda: actions.viewing.resize_text(window, 1, wrap=True))
    top.theme_pressed.connect(lambda: actions.viewing.next_theme(window))
    top.help_pressed.connect(lambda: actions.viewing.show_keys(window))
    top.field.textChanged.connect(session.searching.search)
    top.field.left.connect(lambda: actions.going.focus_middle(window))
    top.field.entered.connect(lambda: actions.going.enter_hits(window))
    session.troubled.connect(window.show_trouble)
    session.said.connect(window.status.say)
    session.editing.outdated.connect(window.status.unsay)


def make_trouble_bar(window: Window, rows: QVBoxLayout) -> TroubleBar:
    """The bar that words a trouble, below the top bar for eyes and keys."""
    from briefing_app.ui.window.trouble_bar import TroubleBar  # loads all actions: one may be the next step

    bar = TroubleBar(window.look, window.centralWidget())
    rows.insertWidget(rows.indexOf(window.top) + 1, bar)
    bar.follow(window.top.last)
    bar.step_pressed.connect(window.do)
    window.session.following.found_again.connect(bar.take_back)
    window.session.long_jobs.over.connect(bar.take_back)
    bar.show_close_key(window.keymap.shown("back"))
    return bar
