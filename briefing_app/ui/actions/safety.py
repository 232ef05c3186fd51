"""Backups, the check of every byte, and the way back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from briefing_app.ui.actions.conditions import writable
from briefing_app.ui.actions.row import ActionRow, Menu, tr
from briefing_app.ui.session.library_jobs import JobKind

if TYPE_CHECKING:
    from briefing_app.ui.window import Window

_SUFFIX = ".briefing-backup"


def show_backups(window: Window) -> None:
    """Open the list of backups."""
    window.keep_writing()
    window.show_backups()


def back_up(window: Window) -> None:
    """Ask for a file and write everything into it."""
    window.keep_writing()
    folder = window.session.workbench.library.folder
    proposed = folder.resolve().parent / f"{folder.name}-{datetime.now().astimezone():%Y-%m-%d}{_SUFFIX}"
    name, _ = QFileDialog.getSaveFileName(window, tr("Back up the library"), str(proposed), _filter())
    if name:
        path = Path(name)
        window.session.keeping.back_up(path if path.suffix else path.with_name(path.name + _SUFFIX))


def back_up_now(window: Window) -> None:
    """Make a backup beside the automatic ones."""
    window.keep_writing()
    window.session.keeping.back_up(None)


def verify(window: Window) -> None:
    """Look at every byte of the library."""
    window.session.keeping.check()


def restore(window: Window) -> None:
    """Ask for a backup; it is proven first, then asked about, and only then takes the library's place."""
    window.keep_writing()
    newest = window.session.keeping.folder
    start = newest if newest.is_dir() else window.session.workbench.library.folder.resolve().parent
    name, _ = QFileDialog.getOpenFileName(window, tr("Bring a backup back"), str(start), _filter())
    if name:
        window.session.keeping.stage(Path(name))


def _filter() -> str:
    return f"{tr('Backups of a library')} (*{_SUFFIX})"


def _idle(window: Window) -> bool:
    return not any(window.session.long_jobs.doing(kind) for kind in (JobKind.BACK_UP, JobKind.RESTORE, JobKind.CHECK))


def _writable(window: Window) -> bool:
    return writable(window) and _idle(window)


_F = Menu.FILE

ROWS = (
    ActionRow("backups", _F, "Backups …", ("Ctrl+Alt+B",), show_backups),
    ActionRow("back_up_now", _F, "Back up now", (), back_up_now, enabled=_writable),
    ActionRow("back_up", _F, "Back up to a file …", (), back_up, enabled=_idle),
    ActionRow("restore_backup", _F, "Bring a backup back …", (), restore, enabled=_writable),
    ActionRow("verify", _F, "Check every byte of the library", (), verify, enabled=_idle),
)
