"""Bringing articles in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from briefing_app.ui.actions.conditions import writable
from briefing_app.ui.actions.row import ActionRow, Menu, tr

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def import_files(window: Window) -> None:
    """Ask for files and import them."""
    names, _ = QFileDialog.getOpenFileNames(window, tr("Import articles"), window.settings.read().folder)
    import_paths(window, [Path(name) for name in names])


def import_folder(window: Window) -> None:
    """Ask for a folder and import what is in it."""
    name = QFileDialog.getExistingDirectory(window, tr("Import a folder"), window.settings.read().folder)
    import_paths(window, [Path(name)] if name else [])


def import_paths(window: Window, paths: list[Path]) -> None:
    """Import files and folders, and remember where they lay."""
    if paths:
        window.remember(folder=str(paths[0].parent))
        window.session.long_jobs.import_paths(paths)


ROWS = (
    ActionRow("import_files", Menu.FILE, "Import files …", ("Ctrl+O",), import_files, icon="import", enabled=writable),
    ActionRow("import_folder", Menu.FILE, "Import a folder …", ("Ctrl+Shift+O",), import_folder, enabled=writable),
)
