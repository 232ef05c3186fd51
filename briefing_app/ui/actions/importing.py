"""Bringing articles in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from briefing_app.ui.actions.conditions import writable
from briefing_app.ui.actions.row import ActionRow, Menu, Where, tr
from briefing_app.ui.file_dialogs import ask_files, ask_folder, import_filter

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def import_files(window: Window) -> None:
    """Ask for files and import them."""
    names = ask_files(window, tr("Import articles"), window.settings.read().folder, import_filter())
    import_paths(window, [Path(name) for name in names])


def import_folder(window: Window) -> None:
    """Ask for a folder and import what is in it."""
    name = ask_folder(window, tr("Import a folder"), window.settings.read().folder)
    import_paths(window, [Path(name)] if name else [])


def watch_folder(window: Window) -> None:
    """Ask for a folder and import by itself what comes into it."""
    watched = window.session.long_jobs.watched
    name = ask_folder(window, tr("Watch a folder"), watched or window.settings.read().folder)
    if name:
        window.session.long_jobs.watch(Path(name))


def stop_watching(window: Window) -> None:
    """Leave the watched folder alone."""
    window.session.long_jobs.watch(None)


def paste(window: Window) -> None:
    """Import what is in the clipboard: files, a page or plain text."""
    held = QApplication.clipboard().mimeData() or QMimeData()  # some systems give none while the clipboard is empty
    if not window.dragging.take(held, tr("Pasted text")) and not window.trouble.isVisible():
        window.status.say(tr("There is nothing in the clipboard that can be imported."))


def import_paths(window: Window, paths: list[Path]) -> None:
    """Import files and folders, and remember where they lay."""
    if paths:
        window.remember(folder=str(paths[0].parent))
        window.session.long_jobs.import_paths(paths)


def import_again(window: Window) -> None:
    """Begin the import anew that something stopped."""
    window.session.long_jobs.import_again()


def catch_up(window: Window) -> None:
    """Let index, findings, events and comparisons come up to the library."""
    window.session.long_jobs.catch_up()


def reindex(window: Window) -> None:
    """Throw the full-text index away and make it again."""
    window.session.long_jobs.reindex()


def show_jobs(window: Window) -> None:
    """Open the list of the work under way."""
    window.jobs.open()


def stop(window: Window) -> None:
    """Stop the search that is under way, else the newest work."""
    if not window.session.searching.stop():
        window.session.long_jobs.cancel()


def _stopped(window: Window) -> bool:
    return writable(window) and bool(window.session.long_jobs.failed_import) and not window.session.long_jobs.importing


def _idle(window: Window) -> bool:
    return writable(window) and not window.session.long_jobs.busy


def _working(window: Window) -> bool:
    return bool(window.session.long_jobs.running)


def _stoppable(window: Window) -> bool:
    return _working(window) or not window.session.searching.settled


def _watching(window: Window) -> bool:
    return writable(window) and window.session.long_jobs.watched is not None


ROWS = (
    ActionRow("import_files", Menu.FILE, "Import files …", ("Ctrl+O",), import_files, icon="import", enabled=writable),
    ActionRow("import_folder", Menu.FILE, "Import a folder …", ("Ctrl+Shift+O",), import_folder, icon="case", enabled=writable),
    ActionRow("watch_folder", Menu.FILE, "Watch a folder …", (), watch_folder, enabled=writable),
    ActionRow("stop_watching", Menu.FILE, "Stop watching the folder", (), stop_watching, enabled=_watching),
    ActionRow("paste", Menu.FILE, "Import what is in the clipboard", ("Ctrl+V",), paste, Where.LIBRARY, enabled=writable),
    ActionRow("import_again", Menu.FILE, "Import again", (), import_again, icon="import", enabled=_stopped),
    ActionRow("catch_up", Menu.FILE, "Bring index and events up to date", ("F5",), catch_up, enabled=_idle),
    ActionRow("reindex", Menu.FILE, "Make the search index anew", ("Ctrl+F5",), reindex, enabled=_idle),
    ActionRow("jobs", Menu.GO, "Work under way", ("G, J",), show_jobs, enabled=_working),
    ActionRow("stop", Menu.EDIT, "Stop the running work", ("Ctrl+.",), stop, enabled=_stoppable),
)
