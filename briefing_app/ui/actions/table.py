"""The one table of everything that can be done, and how its keys are written on the screen."""

from __future__ import annotations

from briefing_app.ui.actions import article, briefing, comparing, editing, going, importing, viewing, windows
from briefing_app.ui.actions.row import ActionRow, Where

ACTIONS: tuple[ActionRow, ...] = (
    *importing.ROWS,
    *editing.ROWS,
    *going.ROWS,
    *article.ROWS,
    *comparing.ROWS,
    *briefing.ROWS,
    *viewing.ROWS,
    *windows.ROWS,
)
"""All rows; within a menu they stand in this order."""

HINTS: dict[Where, tuple[str, ...]] = {
    Where.LIBRARY: ("down", "highlight", "note", "evidence", "zones", "next_mark", "compare", "to_briefing", "palette", "keys"),
    Where.COMPARE: ("down", "sentence", "to_briefing", "palette", "keys"),
    Where.BRIEFING: ("add_text", "block_up", "undo", "palette", "keys"),
}
"""Which hints each pane shows, by importance."""


def shown_keys(row: ActionRow) -> str:
    """The first key as it is written on the screen: ``g l``, ``Ctrl+O``, ``j``."""
    key = row.keys[0]
    if ", " in key:
        return key.lower().replace(", ", " ")
    return key.lower() if len(key) == 1 else key.replace("Return", "Enter").replace("Escape", "Esc")


def hints(where: Where) -> tuple[tuple[str, str], ...]:
    """Keys and words for the status bar of a pane."""
    rows = {row.id: row for row in ACTIONS}
    pairs = {"down": "j k", "next_mark": "n p", "block_up": "Alt ↑ ↓"}
    return tuple((pairs.get(name, shown_keys(rows[name])), rows[name].hint_words) for name in HINTS[where])
