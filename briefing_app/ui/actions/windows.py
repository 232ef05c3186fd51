"""Windows: another one, this one closed, all of them closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui.actions.row import ActionRow, Menu

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def another(window: Window) -> None:
    """Open a second window on the same library."""
    window.another_wanted.emit()


def close(window: Window) -> None:
    """Close the window; the last one ends the program."""
    window.close()


def leave(window: Window) -> None:
    """Close all windows."""
    window.quit_wanted.emit()


ROWS = (
    ActionRow("new_window", Menu.FILE, "New window", ("Ctrl+Shift+N",), another),
    ActionRow("close", Menu.FILE, "Close the window", ("Ctrl+W",), close),
    ActionRow("quit", Menu.FILE, "Quit", ("Ctrl+Q",), leave),
)
