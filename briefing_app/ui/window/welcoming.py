"""When a window shows the ways to begin, and which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from briefing_app.model.shelf import ShelfKind
from briefing_app.ui import actions

if TYPE_CHECKING:
    from briefing_app.ui.window.window import Window

_SEEN_MS = 300
"""By then the ways to begin are painted."""


def connect_welcome(window: Window) -> None:
    """Show the ways to begin while the library has no article, and carry out the one that is taken."""
    window.session.following.listed.connect(lambda: _show(window))


def _show(window: Window) -> None:
    listing, pane = window.session.following.listing, window.library_pane
    empty = not listing.articles and listing.shelf.kind is not ShelfKind.TRASH
    if empty and not pane.welcoming:
        if not pane.welcomed:
            from briefing_app.ui.window.warming import warm_reader, warm_types

            pane.welcome.chosen.connect(window.do)
            QTimer.singleShot(_SEEN_MS, window, lambda: warm_reader(window, lambda: pane.reader))
            QTimer.singleShot(_SEEN_MS, window, lambda: warm_types(window.look, window))
        offer_ways(window)
    pane.show_welcome(empty)


def offer_ways(window: Window) -> None:
    """What can be done here, each with the key that it has now."""
    from briefing_app.ui.window.welcome import Way

    rows = {row.id: row for row in actions.ACTIONS}
    words = (
        _tr("This library is empty, and here it can only be read.")
        if window.session.read_only
        else _tr("Drop saved pages, e-mails, text files or whole folders anywhere in this window, or begin with one of these.")
    )
    ways = [Way(rows[name], explained, window.keymap.shown(name)) for name, explained in _explained()]
    window.library_pane.welcome.show_ways(words, [way for way in ways if way.row.enabled(window)])


def _explained() -> tuple[tuple[str, str], ...]:
    """The actions that begin something, with what they bring."""
    return (
        ("sample", _tr("Sixteen invented articles about four events, to try things out.")),
        ("tour", _tr("What is where, in the sample library; each step by doing it.")),
        ("import_files", _tr("Web pages, e-mails and plain text, as you saved them.")),
        ("import_folder", _tr("Everything in it that can be read; the rest is listed with its reason.")),
        ("open_library", _tr("One that you or a colleague made before.")),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("welcome", words)
