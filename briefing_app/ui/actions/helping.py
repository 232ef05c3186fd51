"""Getting to know the program: the sample library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.ui.actions.row import ActionRow, Menu

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def open_sample(window: Window) -> None:
    """Open the library of the sample articles in the place of the window's own; the first time it is filled."""
    window.library_wanted.emit(paths.sample_library(), True)


def in_sample(window: Window) -> bool:
    """Whether the window looks at the sample library."""
    return window.session.workbench.library.folder.resolve() == paths.sample_library().resolve()


def _elsewhere(window: Window) -> bool:
    return not in_sample(window)


ROWS = (ActionRow("sample", Menu.HELP, "Open the sample library", (), open_sample, icon="inbox", enabled=_elsewhere),)
