"""Libraries: a new one, another one, one that was open before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.library import is_library
from briefing_app.ui.actions.row import ActionRow, Menu, tr
from briefing_app.ui.error_text import Trouble
from briefing_app.ui.file_dialogs import ask_folder, ask_new_folder

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def new_library(window: Window) -> None:
    """Ask for a name and make a library of that name."""
    proposed = _beside(window) / tr("New library")
    name = ask_new_folder(window, tr("Make a library"), proposed)
    if name:
        make_library(window, Path(name))


def make_library(window: Window, folder: Path) -> None:
    """Make a library in a folder that holds nothing else; one that is there already is opened."""
    if folder.exists() and not is_library(folder) and (not folder.is_dir() or any(folder.iterdir())):
        sentence = tr("%1 holds other files.").replace("%1", folder.name)
        window.show_trouble(Trouble(sentence, tr("Give the library a folder of its own."), verb="new_library"))
    else:
        window.library_wanted.emit(folder, True)


def open_library(window: Window) -> None:
    """Ask for the folder of a library and open it."""
    name = ask_folder(window, tr("Open a library"), _beside(window))
    if name:
        open_folder(window, Path(name))


def open_folder(window: Window, folder: Path) -> None:
    """Open the library in a folder in the place of the window's own."""
    window.library_wanted.emit(folder, False)


def recent_libraries(window: Window) -> None:
    """Choose among the libraries that were open before."""
    window.open_palette("@")


def reopen(window: Window) -> None:
    """Try whether the library can be written to now."""
    window.reopen_wanted.emit()


def _beside(window: Window) -> Path:
    return window.session.workbench.library.folder.resolve().parent


def _read_only(window: Window) -> bool:
    return window.session.read_only


_F = Menu.FILE

ROWS = (
    ActionRow("new_library", _F, "New library …", ("Ctrl+Alt+N",), new_library, icon="plus"),
    ActionRow("open_library", _F, "Open library …", ("Ctrl+Alt+O",), open_library, icon="inbox"),
    ActionRow("recent_libraries", _F, "Recent libraries …", ("Ctrl+Alt+R",), recent_libraries),
    ActionRow("reopen", _F, "Open this library for writing", (), reopen, enabled=_read_only),
)
