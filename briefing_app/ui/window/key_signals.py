"""Where keys are named in a window: each place names the one that is now, also after the analyst has chosen another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui.window.first_paint import EarlyKey
from briefing_app.ui.window.welcoming import offer_ways

if TYPE_CHECKING:
    from briefing_app.ui.window.window import Window


def begin_with_keys(window: Window) -> None:
    """Make and name the keys as soon as the list is painted, whenever the keymap changes, and before if one is pressed."""
    EarlyKey(window, lambda: window.shortcuts)
    window.keymap.changed.connect(lambda: name_keys(window))
    window.room.first_paint.then(lambda: name_keys(window))


def name_keys(window: Window) -> None:
    """Give the actions their keys, and tell every place that is there which to name; a pane that is made later asks by itself."""
    keymap, pane = window.keymap, window.library_pane
    window.shortcuts.take_keys()
    window.top.show_keys(keymap)
    if window.was_troubled:
        window.trouble.show_close_key(keymap.shown("back"))
    window.list.take_keys(keymap.shown)
    window.say_what_is_missing()
    if pane.welcoming:
        offer_ways(window)
    if pane.reads:
        window.reader.head.take_keys(keymap.shown)
    if window.has_briefing:
        window.briefing.show_save_key(keymap.shown("save_pdf"))
    window.show_hints()
