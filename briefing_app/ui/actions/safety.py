"""Backups, the check of every byte, and the way back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.ui.actions.conditions import writable
from briefing_app.ui.actions.row import ActionRow, Menu, tr
from briefing_app.ui.error_text import Trouble
from briefing_app.ui.file_dialogs import ask_file, ask_folder, ask_new_file, ask_new_folder
from briefing_app.ui.session.library_jobs import JobKind

if TYPE_CHECKING:
    from briefing_app.ui.window import Window

_SUFFIX = ".briefing-backup"
_KINDS = (JobKind.BACK_UP, JobKind.RESTORE, JobKind.CHECK, JobKind.TAKE_OUT, JobKind.TAKE_IN)


def show_backups(window: Window) -> None:
    """Open the list of backups."""
    from briefing_app.ui.safety.view import BackupsDialog

    window.keep_writing()
    BackupsDialog(window).open()


def back_up(window: Window) -> None:
    """Ask for a file and write everything into it."""
    window.keep_writing()
    folder = window.session.workbench.library.folder
    proposed = folder.resolve().parent / f"{folder.name}-{datetime.now().astimezone():%Y-%m-%d}{_SUFFIX}"
    name, _ = ask_new_file(window, tr("Back up the library"), proposed, _filter())
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
    name = ask_file(window, tr("Bring a backup back"), start, _filter())
    if name:
        window.session.keeping.stage(Path(name))


def export_all(window: Window) -> None:
    """Ask for a new folder and write everything in open formats into it."""
    window.keep_writing()
    folder = window.session.workbench.library.folder
    proposed = folder.resolve().parent / f"{folder.name}-{tr('export')}-{datetime.now().astimezone():%Y-%m-%d}"
    name = ask_new_folder(window, tr("Export everything into a new folder"), proposed)
    if name:
        window.session.keeping.take_out(Path(name))


def import_all(window: Window) -> None:
    """Ask for the folder of an export and for the new library's name; make it and open it."""
    from briefing_app.library.takeout import is_takeout

    name = ask_folder(window, tr("Choose the folder of an export"), window.settings.read().folder)
    if not name:
        return
    if not is_takeout(Path(name)):
        sentence = tr("%1 is not the export of a library.").replace("%1", Path(name).name)
        window.show_trouble(Trouble(sentence, tr("To take its files in as articles, import the folder."), verb="import_folder"))
        return
    proposed = window.session.workbench.library.folder.resolve().parent / tr("Library from an export")
    chosen = ask_new_folder(window, tr("Name the new library"), proposed)
    if not chosen:
        return
    if Path(chosen).exists():
        sentence = tr("%1 is there already.").replace("%1", Path(chosen).name)
        window.show_trouble(Trouble(sentence, tr("Give the library a folder of its own."), verb="import_all"))
        return
    window.session.keeping.take_in(Path(name), Path(chosen))


def _filter() -> str:
    return f"{tr('Backups of a library')} (*{_SUFFIX})"


def _idle(window: Window) -> bool:
    return not any(window.session.long_jobs.doing(kind) for kind in _KINDS)


def _writable(window: Window) -> bool:
    return writable(window) and _idle(window)


_F = Menu.FILE

ROWS = (
    ActionRow("backups", _F, "Backups …", ("Ctrl+Alt+B",), show_backups),
    ActionRow("back_up_now", _F, "Back up now", (), back_up_now, enabled=_writable),
    ActionRow("back_up", _F, "Back up to a file …", (), back_up, enabled=_idle),
    ActionRow("restore_backup", _F, "Bring a backup back …", (), restore, enabled=_writable),
    ActionRow("export_all", _F, "Export everything …", (), export_all, enabled=_idle),
    ActionRow("import_all", _F, "Make a library from an export …", (), import_all, enabled=_idle),
    ActionRow("verify", _F, "Check every byte of the library", (), verify, enabled=_idle),
)
