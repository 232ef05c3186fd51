"""What the edges of a window do: the bar above, the trouble below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui.actions import going, viewing

if TYPE_CHECKING:
    from briefing_app.ui.window.window import Window


def connect_edges(window: Window) -> None:
    """Connect the buttons and the field of the top bar, and the next step of a trouble."""
    top, session = window.top, window.session
    top.pane_chosen.connect(session.go)
    top.menu_pressed.connect(window.open_menu)
    top.size_pressed.connect(lambda: viewing.resize_text(window, 1, wrap=True))
    top.theme_pressed.connect(lambda: viewing.next_theme(window))
    top.help_pressed.connect(lambda: viewing.show_keys(window))
    top.field.textChanged.connect(session.searching.search)
    top.field.left.connect(lambda: going.focus_middle(window))
    top.field.entered.connect(lambda: going.enter_hits(window))
    window.trouble.step_pressed.connect(window.do)
    session.troubled.connect(window.show_trouble)
    session.said.connect(window.status.say)
