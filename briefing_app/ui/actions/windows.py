"""The window itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui.actions.row import ActionRow, Menu

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def close(window: Window) -> None:
    """Close the window."""
    window.close()


ROWS = (ActionRow("quit", Menu.FILE, "Close the window", ("Ctrl+Q",), close),)
