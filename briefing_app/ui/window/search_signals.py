"""What the hits lead to: the article, another query, another order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui.search.narrowing import narrowed

if TYPE_CHECKING:
    from briefing_app.ui.window.window import Window


def connect_search(window: Window) -> None:
    """Connect the hits."""
    hits, searching, field = window.hits, window.session.searching, window.top.field
    hits.opened.connect(window.session.open_article)
    hits.focus_reader.connect(window.reader.text.setFocus)
    hits.query_wanted.connect(field.setText)
    hits.facet_chosen.connect(lambda facet: field.setText(narrowed(field.text(), facet)))
    hits.order_pressed.connect(searching.next_order)
    hits.lines_pressed.connect(searching.toggle_lines)
    searching.counted.connect(lambda: hits.show_facets(searching.found))
