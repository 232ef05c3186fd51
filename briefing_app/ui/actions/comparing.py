"""Comparing articles, and going from a cell of the matrix to its sentence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing_app.ui.actions.conditions import reading
from briefing_app.ui.actions.row import ActionRow, Menu, Where
from briefing_app.ui.comparison.standing import Level

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def compare_chosen(window: Window) -> None:
    """Compare the selected articles; a single one with the others of its event."""
    chosen = window.list.list.chosen()
    if len(chosen) < 2 and window.session.reading is not None:
        event = window.session.events.of(window.session.reading.article.id)
        chosen = event.group.articles if event else chosen
    window.session.compare_articles(chosen)


def open_here(window: Window) -> None:
    """From the cell or passage to its sentence."""
    window.compare.open_here()


def open_level(window: Window, level: Level) -> None:
    """Zoom into or out of the comparison."""
    window.compare.open_level(level)


def walk(window: Window, step: int) -> None:
    """Go to the next or previous cell or passage with a mark."""
    window.compare.pane.walk(step)


_V, _C = Menu.VIEW, Where.COMPARE

ROWS = (
    ActionRow(
        "compare", Menu.ARTICLE, "Compare the selected articles", ("X",), compare_chosen, Where.LIBRARY,
        hint="compare the selected", enabled=reading,
    ),
    ActionRow("sentence", Menu.ARTICLE, "Open the sentence in its article", ("Return",), open_here, _C, hint="sentence"),
    ActionRow("next_difference", Menu.GO, "Next mark of the comparison", ("N",), partial(walk, step=1), _C, hint="next, previous mark"),
    ActionRow("previous_difference", Menu.GO, "Previous mark of the comparison", ("P",), partial(walk, step=-1), _C),
    ActionRow("level_matrix", _V, "Compare: the matrix", ("1",), partial(open_level, level=Level.MATRIX), _C, hint="level"),
    ActionRow("level_texts", _V, "Compare: the texts", ("2",), partial(open_level, level=Level.TEXTS), _C),
    ActionRow("level_words", _V, "Compare: word by word", ("3",), partial(open_level, level=Level.WORDS), _C),
)  # fmt: skip
