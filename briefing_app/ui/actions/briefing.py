"""Writing a briefing and saving it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from briefing_app.ui.actions.conditions import briefing, writable_briefing
from briefing_app.ui.actions.row import ActionRow, Menu, Where, tr
from briefing_app.ui.file_dialogs import export_filter, export_suffix, file_name
from briefing_app.ui.session import Pane

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def go_briefing(window: Window) -> None:
    """Open the briefing of the event at hand."""
    window.session.go(Pane.BRIEFING)


def add_text(window: Window) -> None:
    """A new text block in the briefing."""
    window.briefing.add_text()


def move_block(window: Window, step: int) -> None:
    """Move the current block of the briefing up (-1) or down (1)."""
    window.briefing.move_block(step)


def remove_block(window: Window) -> None:
    """Take the current block out of the briefing."""
    window.briefing.remove_block()


def save_pdf(window: Window) -> None:
    """Ask where to, then write the briefing."""
    window.keep_writing()
    desk = window.session.desk
    if desk.briefing is None:
        return
    proposed = Path(window.settings.read().folder) / f"{file_name(desk.briefing.title)}.pdf"
    name, chosen = QFileDialog.getSaveFileName(window, tr("Save the briefing"), str(proposed), export_filter())
    if name:
        path = Path(name)
        desk.save(path if path.suffix else path.with_suffix(export_suffix(chosen)))


_M, _B = Menu.BRIEFING, Where.BRIEFING
_CAN = writable_briefing

ROWS = (
    ActionRow("save_pdf", Menu.FILE, "Save the briefing …", ("Ctrl+E",), save_pdf, icon="page", enabled=briefing),
    ActionRow("to_briefing", _M, "Brief on this event", ("B",), go_briefing, hint="to briefing"),
    ActionRow("add_text", _M, "New text block", ("Ctrl+Return",), add_text, _B, icon="plus", hint="new text", enabled=_CAN),
    ActionRow("block_up", _M, "Move the block up", ("Alt+Up",), partial(move_block, step=-1), _B, hint="move block", enabled=_CAN),
    ActionRow("block_down", _M, "Move the block down", ("Alt+Down",), partial(move_block, step=1), _B, enabled=_CAN),
    ActionRow("remove_block", _M, "Take the block out", ("Ctrl+Backspace",), remove_block, _B, enabled=_CAN),
)
