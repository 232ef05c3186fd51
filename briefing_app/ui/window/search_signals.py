"""What the hits lead to: the article, another query, another order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui import actions

if TYPE_CHECKING:
    from briefing_app.ui.window.window import Window


def connect_search(window: Window) -> None:
    """Connect the field."""
    field = window.top.field
    field.entered.connect(lambda: window.typing.remember())
    field.guide_wanted.connect(lambda: actions.searching.show_guide(window))
    field.focus_changed.connect(lambda: window.typing)  # made when somebody begins to type


def connect_hits(window: Window) -> None:
    """Connect the hits, once there are any."""
    from briefing_app.model.search import narrowed

    hits, searching, field = window.hits, window.session.searching, window.top.field
    hits.opened.connect(window.session.open_article)
    hits.opened.connect(lambda *_hit: window.typing.remember())
    hits.writing_shown.connect(lambda writing: actions.searching.show_writing(window, writing))
    hits.writing_opened.connect(lambda writing: actions.searching.open_writing(window, writing))
    hits.focus_reader.connect(lambda: window.reader.text.setFocus())
    hits.advice_taken.connect(lambda advice: actions.searching.take_advice(window, advice))
    hits.facet_chosen.connect(lambda facet: field.setText(narrowed(field.text(), facet.query)))
    hits.order_pressed.connect(searching.next_order)
    hits.grouping_pressed.connect(searching.toggle_grouping)
    hits.lines_pressed.connect(searching.toggle_lines)
    hits.save_pressed.connect(lambda: actions.organizing.save_search(window))
    hits.mending_pressed.connect(lambda: actions.importing.catch_up(window))
    hits.stop_pressed.connect(searching.stop)
    searching.counted.connect(lambda: hits.show_facets(searching.found, window.keymap.shown("advice")))
