"""Asks for a name in the window; what it asks with is loaded when somebody is asked first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.ui.organizing.naming import NamePopover
    from briefing_app.ui.window import Window


def ask_name(window: Window, title: str, name: str = "", note: str | None = None) -> NamePopover:
    """The small page that asks for a name, and for a note unless that is None; who calls opens it and hears of the answer."""
    from briefing_app.ui.organizing.naming import NamePopover

    return NamePopover(window.look, window, title, name, note)
