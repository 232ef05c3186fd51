"""Comparing articles, and going from a cell of the matrix to its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui.actions.conditions import reading
from briefing_app.ui.actions.row import ActionRow, Menu, Where

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def compare_chosen(window: Window) -> None:
    """Compare the selected articles; a single one with the others of its event."""
    chosen = window.list.list.chosen()
    if len(chosen) < 2 and window.session.reading is not None:
        event = window.session.events.of(window.session.reading.article.id)
        chosen = event.group.articles if event else chosen
    window.session.compare_articles(chosen)


def open_sentence(window: Window) -> None:
    """From the cell to its sentence."""
    window.compare.table.opened.emit(window.compare.table.currentIndex())


ROWS = (
    ActionRow(
        "compare", Menu.ARTICLE, "Compare the selected articles", ("X",), compare_chosen, Where.LIBRARY,
        hint="compare the selected", enabled=reading,
    ),
    ActionRow("sentence", Menu.ARTICLE, "Open the sentence in its article", ("Return",), open_sentence, Where.COMPARE, hint="sentence"),
)  # fmt: skip
