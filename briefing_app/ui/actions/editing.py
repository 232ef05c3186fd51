"""Taking edits back and doing them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui.actions.conditions import writable
from briefing_app.ui.actions.row import ActionRow, Menu

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def undo(window: Window) -> None:
    """Take the last edit back; what is being written is kept first."""
    window.keep_writing()
    window.session.editing.undo()


def redo(window: Window) -> None:
    """Do the last undone edit again."""
    window.session.editing.redo()


def show_history(window: Window) -> None:
    """Open the list of all edits."""
    window.keep_writing()
    window.show_history()


def _undoable(window: Window) -> bool:
    return writable(window) and window.session.workbench.library.undoable() is not None


def _redoable(window: Window) -> bool:
    return writable(window) and window.session.workbench.library.redoable() is not None


ROWS = (
    ActionRow("undo", Menu.EDIT, "Undo", ("Ctrl+Z",), undo, hint="undo", enabled=_undoable),
    ActionRow("redo", Menu.EDIT, "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), redo, enabled=_redoable),
    ActionRow("history", Menu.EDIT, "History …", ("Ctrl+H",), show_history),
)
