"""The one table of everything that can be done, and how its keys are written on the screen."""

from __future__ import annotations

from briefing_app.ui.actions import article, briefing, comparing, editing, going, importing, reading, viewing, windows
from briefing_app.ui.actions.row import ActionRow, Where, tr
from briefing_app.ui.comparison.standing import Level

ACTIONS: tuple[ActionRow, ...] = (
    *importing.ROWS,
    *editing.ROWS,
    *going.ROWS,
    *article.ROWS,
    *reading.ROWS,
    *comparing.ROWS,
    *briefing.ROWS,
    *viewing.ROWS,
    *windows.ROWS,
)
"""All rows; within a menu they stand in this order."""

Hinted = Where | Level
"""What has key hints of its own: a place, or a level of the comparison."""

HINTS: dict[Hinted, tuple[str, ...]] = {
    Where.LIBRARY: ("down", "highlight", "note", "evidence", "zones", "next_mark", "compare", "to_briefing", "palette", "keys"),
    Level.MATRIX: ("sentence", "next_difference", "level_matrix", "to_briefing", "palette", "keys"),
    Level.TEXTS: ("down", "left", "sentence", "next_difference", "level_matrix", "palette", "keys"),
    Where.BRIEFING: ("add_text", "block_up", "undo", "palette", "keys"),
}
"""Which hints each pane shows, by importance."""

_PAIRS = {"down": "j k", "left": "h l", "next_mark": "n p", "next_difference": "n p", "block_up": "Alt ↑ ↓", "level_matrix": "1 2 3"}
"""Keys that are shown together, under the first one's word."""

_OTHERWISE = {(Level.TEXTS, "sentence"): "unfold, bring together", (Level.TEXTS, "left"): "other text"}
"""What a key does there, where it is not what its hint says elsewhere."""


def shown_keys(row: ActionRow) -> str:
    """The first key as it is written on the screen: ``g l``, ``Ctrl+O``, ``j``."""
    key = row.keys[0]
    if ", " in key:
        return key.lower().replace(", ", " ")
    return key.lower() if len(key) == 1 else key.replace("Return", "Enter").replace("Escape", "Esc")


def hints(where: Hinted) -> tuple[tuple[str, str], ...]:
    """Keys and words for the status bar of a pane."""
    rows = {row.id: row for row in ACTIONS}
    return tuple((_PAIRS.get(name, shown_keys(rows[name])), _hint(where, rows[name])) for name in HINTS[where])


def _hint(where: Hinted, row: ActionRow) -> str:
    otherwise = _OTHERWISE.get((where, row.id)) if isinstance(where, Level) else None
    return tr(otherwise) if otherwise else row.hint_words
