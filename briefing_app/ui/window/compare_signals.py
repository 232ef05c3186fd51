"""What a window connects of its compare pane, once that is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui.actions import going, ruling
from briefing_app.ui.window.menu import cell_menu

if TYPE_CHECKING:
    from briefing_app.ui.comparison.view import CompareView
    from briefing_app.ui.window.window import Window


def connect_compare(window: Window, view: CompareView) -> None:
    """Sentences lead to their articles, drags and the menu of a cell to the analyst's rulings, the bar over different events to one."""
    table = view.matrix.table
    view.sentence_wanted.connect(lambda number, span: going.open_article(window, number, span))
    window.matrix_model.dropped.connect(lambda claim, place, to: ruling.drop_on_row(window, claim, place, to))
    view.apart.event_wanted.connect(lambda event: window.session.comparing.show_event(event))
    view.apart.one_event_wanted.connect(lambda articles, event: window.session.arranging.move(articles, event))
    table.customContextMenuRequested.connect(lambda at: cell_menu(window).popup(table.viewport().mapToGlobal(at)))
