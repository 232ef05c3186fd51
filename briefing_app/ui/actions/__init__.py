"""Everything that can be done in the window: one table, joined from one file per theme.

A new verb is a function and a row in the file of its theme; a new theme is a file here and a line in ``table.py``. Menus, shortcuts, key
hints, the sheet of keys and the command palette are read from ``ACTIONS``.
"""

from __future__ import annotations

from briefing_app.ui.actions.row import ActionRow, Menu, Where, shown_key
from briefing_app.ui.actions.table import ACTIONS, HINTS, Hinted, hint_words, in_place, key_table

__all__ = ["ACTIONS", "HINTS", "ActionRow", "Hinted", "Menu", "Where", "hint_words", "in_place", "key_table", "shown_key"]
