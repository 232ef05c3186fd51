"""Which key means which action: the defaults of the table and what the analyst has chosen instead."""

from __future__ import annotations

from briefing_app.ui.keys.keymap import Keymap

__all__ = ["Keymap"]
