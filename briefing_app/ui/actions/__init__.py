"""Everything that can be done in the window: one table, joined from one file per theme.

A new verb is a function and a row in the file of its theme; a new theme is a file here and a line in ``table.py``. Menus, shortcuts, key
hints, the sheet of keys and the command palette are read from ``ACTIONS``.

The table and the themes are loaded when one of them is first asked for: a window paints its list without them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing_app.ui.actions import briefing as briefing
    from briefing_app.ui.actions import events as events
    from briefing_app.ui.actions import going as going
    from briefing_app.ui.actions import helping as helping
    from briefing_app.ui.actions import importing as importing
    from briefing_app.ui.actions import organizing as organizing
    from briefing_app.ui.actions import searching as searching
    from briefing_app.ui.actions import viewing as viewing
    from briefing_app.ui.actions.row import ActionRow, Menu, Where, shown_key
    from briefing_app.ui.actions.table import ACTIONS, HINTS, Hinted, Hits, hint_words, in_place, key_table
else:

    def __getattr__(name: str) -> Any:
        """What stands in the table, or a theme that is joined there."""
        table = import_module("briefing_app.ui.actions.table")
        if hasattr(table, name):
            return getattr(table, name)
        raise AttributeError(f"there is no {name} among the actions")


__all__ = ["ACTIONS", "HINTS", "ActionRow", "Hinted", "Hits", "Menu", "Where", "hint_words", "in_place", "key_table", "shown_key"]
