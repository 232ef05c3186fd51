"""Getting to know the program: the sample library and the tour."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.ui.actions.row import ActionRow, Menu

if TYPE_CHECKING:
    from briefing_app.ui.window import Window

_TOLD_IN = "en"
"""The language of the sample's events; it has single articles in others."""


def open_sample(window: Window) -> None:
    """Open the library of the sample articles in the place of the window's own; the first time it is filled."""
    window.library_wanted.emit(paths.sample_library(), True)


def take_tour(window: Window) -> None:
    """Begin the tour; it needs articles, so an empty library leads to the sample."""
    if window.session.following.total:
        _begin(window)
    else:
        window.remember(toured=False)
        open_sample(window)


def offer_tour(window: Window) -> None:
    """Begin the tour by itself as soon as the sample's articles are there and grouped, unless it was taken before."""
    if window.touring or window.settings.read().toured or window.session.long_jobs.busy:
        return
    if holds_sample(window) and window.session.events.any:
        _begin(window)


def _begin(window: Window) -> None:
    """Begin the tour where it has something to show: in the sample at an article that others contradict."""
    session = window.session
    if holds_sample(window):
        told = session.events.articles_in(_TOLD_IN)
        here = session.reading.article.id if session.reading is not None else None
        if told and here not in told:
            session.open_article(told[0])
            window.room.choose(told[0])
    window.tour.begin()


def next_step(window: Window) -> None:
    """Go on to the next step of the tour."""
    window.tour.go_on()


def step_before(window: Window) -> None:
    """Go back to the step before."""
    window.tour.go_back()


def in_sample(window: Window) -> bool:
    """Whether the window looks at the sample library."""
    return paths.is_sample_library(window.session.workbench.library.folder)


def holds_sample(window: Window) -> bool:
    """Whether the window shows the sample's articles and no others, in their own library or in another one (packaging/run.py)."""
    if in_sample(window):
        return True
    library, folder = window.session.workbench.library, paths.resource("sample", "articles").resolve()
    if not folder.is_dir() or window.session.following.total != sum(1 for _ in folder.iterdir()):
        return False
    return Path(library.article(library.article_ids()[0]).custody.path).resolve().is_relative_to(folder)


def _elsewhere(window: Window) -> bool:
    return not in_sample(window)


def _touring(window: Window) -> bool:
    return window.touring


ROWS = (
    ActionRow("sample", Menu.HELP, "Open the sample library", (), open_sample, icon="page", enabled=_elsewhere),
    ActionRow("tour", Menu.HELP, "Take the two-minute tour", (), take_tour, icon="help"),
    ActionRow("tour_next", Menu.HELP, "Next step of the tour", ("F8",), next_step, enabled=_touring),
    ActionRow("tour_back", Menu.HELP, "Step before in the tour", ("Shift+F8",), step_before, enabled=_touring),
)
