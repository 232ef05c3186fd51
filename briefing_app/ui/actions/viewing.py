"""How the window looks: theme, size of the text, sidebar, and the sheet of keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing_app.ui.actions.row import ActionRow, Menu, tr
from briefing_app.ui.theme import INTERFACE_SCALES, READING_SCALES, ThemeName

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


def next_theme(window: Window) -> None:
    """Light, dark, sepia, round and round."""
    names = list(ThemeName)
    window.look.choose(names[(names.index(window.look.name) + 1) % len(names)])
    window.remember(theme=window.look.name)


def resize_text(window: Window, step: int, *, wrap: bool = False) -> None:
    """Larger or smaller reading text; ``wrap`` begins again after the largest."""
    at = READING_SCALES.index(window.look.reading_scale) + step
    at = at % len(READING_SCALES) if wrap else max(0, min(len(READING_SCALES) - 1, at))
    window.look.choose(reading_scale=READING_SCALES[at])
    window.remember(reading_scale=READING_SCALES[at])
    window.status.say(tr("Reading text at %1 %").replace("%1", str(round(READING_SCALES[at] * 100))))


def usual_text(window: Window) -> None:
    """The reading text at its usual size again."""
    window.look.choose(reading_scale=1.0)
    window.remember(reading_scale=1.0)
    window.status.say(tr("Reading text at %1 %").replace("%1", "100"))


def resize_interface(window: Window, step: int) -> None:
    """Larger or smaller everything: words, icons, rows and spaces together."""
    at = INTERFACE_SCALES.index(window.look.scale) + step
    scale = INTERFACE_SCALES[max(0, min(len(INTERFACE_SCALES) - 1, at))]
    window.look.choose(scale=scale)
    window.remember(scale=scale)
    window.status.say(tr("Interface at %1 %").replace("%1", str(round(scale * 100))))


def toggle_sidebar(window: Window) -> None:
    """Show or hide the shelves."""
    window.library_pane.toggle_sidebar()


def show_keys(window: Window) -> None:
    """Open the sheet of all keys."""
    from briefing_app.ui.keys.sheet import KeySheet

    sheet = KeySheet(window.look, window.keymap, window.place, window)
    sheet.change_wanted.connect(lambda: change_keys(window))
    sheet.open()


def change_keys(window: Window) -> None:
    """Open the dialog in which keys are changed."""
    from briefing_app.ui.keys.dialog import KeyDialog

    KeyDialog(window.look, window.keymap, window).open()


_V = Menu.VIEW

ROWS = (
    ActionRow("theme", _V, "Light, dark, sepia", ("Ctrl+D",), next_theme, icon="theme"),
    ActionRow("larger", _V, "Larger reading text", ("Ctrl++", "Ctrl+="), partial(resize_text, step=1), icon="text-size"),
    ActionRow("smaller", _V, "Smaller reading text", ("Ctrl+-",), partial(resize_text, step=-1)),
    ActionRow("usual_text", _V, "Reading text at its usual size", ("Ctrl+0",), usual_text),
    ActionRow("larger_interface", _V, "Larger interface", ("Ctrl+Alt++", "Ctrl+Alt+="), partial(resize_interface, step=1)),
    ActionRow("smaller_interface", _V, "Smaller interface", ("Ctrl+Alt+-",), partial(resize_interface, step=-1)),
    ActionRow("sidebar", _V, "Show or hide the sidebar", ("Ctrl+B",), toggle_sidebar, icon="menu"),
    ActionRow("keys", Menu.HELP, "All keys", ("?", "F1"), show_keys, icon="help", hint="all keys"),
    ActionRow("change_keys", Menu.HELP, "Change keys …", ("Ctrl+Alt+K",), change_keys),
)
