"""The one table of everything that can be done; menus, shortcuts, key hints and the ``?`` sheet are read from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from briefing_app.ui.verbs import Verbs
    from briefing_app.ui.window import Window


class Where(Enum):
    """In which place a key means the action; ANYWHERE while no text is being written."""

    ANYWHERE = "anywhere"
    LIBRARY = "library"
    COMPARE = "compare"
    BRIEFING = "briefing"


class Menu(Enum):
    """Under which head the action stands in the menu and on the sheet."""

    FILE = "File"
    EDIT = "Edit"
    GO = "Go"
    ARTICLE = "Article"
    BRIEFING = "Briefing"
    VIEW = "View"


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One verb. ``hint`` is the word in the status bar, empty for none; ``keys`` are Qt's portable names."""

    id: str
    menu: Menu
    text: str
    keys: tuple[str, ...]
    verb: Callable[[Verbs], None]
    where: Where = Where.ANYWHERE
    icon: str = ""
    hint: str = ""
    enabled: Callable[[Window], bool] = lambda _window: True

    @property
    def words(self) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("actions", self.text)

    @property
    def hint_words(self) -> str:
        """The hint in the language of the screen."""
        return QCoreApplication.translate("actions", self.hint)


def _writable(window: Window) -> bool:
    return not window.session.read_only


def _reading(window: Window) -> bool:
    return window.session.reading is not None


def _writable_reading(window: Window) -> bool:
    return _writable(window) and _reading(window)


def _briefing(window: Window) -> bool:
    return window.session.desk.briefing is not None


def _writable_briefing(window: Window) -> bool:
    return _writable(window) and _briefing(window)


def _marked(window: Window) -> bool:
    return bool(window.session.marks_to_walk())


def _undoable(window: Window) -> bool:
    return _writable(window) and window.session.workbench.library.undoable() is not None


def _redoable(window: Window) -> bool:
    return _writable(window) and window.session.workbench.library.redoable() is not None


_L, _C, _B = Where.LIBRARY, Where.COMPARE, Where.BRIEFING
_F = Menu.FILE

ACTIONS: tuple[ActionRow, ...] = (
    ActionRow("import_files", _F, "Import files …", ("Ctrl+O",), lambda w: w.import_files(), icon="import", enabled=_writable),
    ActionRow("import_folder", _F, "Import a folder …", ("Ctrl+Shift+O",), lambda w: w.import_folder(), enabled=_writable),
    ActionRow("save_pdf", _F, "Save the briefing as PDF …", ("Ctrl+E",), lambda w: w.save_pdf(), icon="page", enabled=_briefing),
    ActionRow("quit", _F, "Close the window", ("Ctrl+Q",), lambda w: w.quit()),
    ActionRow(
        "undo", Menu.EDIT, "Undo", ("Ctrl+Z",), lambda w: w.undo(), hint="undo", enabled=_undoable
    ),
    ActionRow("redo", Menu.EDIT, "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), lambda w: w.redo(), enabled=_redoable),
    ActionRow("search", Menu.GO, "Search", ("/", "Ctrl+F"), lambda w: w.focus_search(), icon="search"),
    ActionRow("go_library", Menu.GO, "Library", ("G, L",), lambda w: w.go_library()),
    ActionRow("go_compare", Menu.GO, "Compare", ("G, C",), lambda w: w.go_compare()),
    ActionRow("go_briefing", Menu.GO, "Briefing", ("G, B",), lambda w: w.go_briefing()),
    ActionRow("down", Menu.GO, "Down", ("J",), lambda w: w.step(1, 0), hint="down, up"),
    ActionRow("up", Menu.GO, "Up", ("K",), lambda w: w.step(-1, 0)),
    ActionRow("left", Menu.GO, "Left, or fold the event", ("H",), lambda w: w.step(0, -1)),
    ActionRow("right", Menu.GO, "Right, or unfold the event", ("L",), lambda w: w.step(0, 1)),
    ActionRow("back", Menu.GO, "Back", ("Escape",), lambda w: w.back()),
    ActionRow(
        "next_mark", Menu.GO, "Next hit or mark", ("N",), lambda w: w.walk(1), _L, hint="next mark", enabled=_marked
    ),
    ActionRow("previous_mark", Menu.GO, "Previous hit or mark", ("P",), lambda w: w.walk(-1), _L, enabled=_marked),
    ActionRow(
        "highlight", Menu.ARTICLE, "Highlight the selected words", ("M",), lambda w: w.highlight(), _L,
        hint="highlight", enabled=_writable_reading,
    ),
    ActionRow(
        "note", Menu.ARTICLE, "Write a note to the selected words", ("A",), lambda w: w.annotate(), _L, icon="note",
        hint="note", enabled=_writable_reading,
    ),
    ActionRow(
        "evidence", Menu.ARTICLE, "Where source and date come from", ("E",), lambda w: w.show_evidence(), _L,
        hint="evidence", enabled=_reading,
    ),
    ActionRow(
        "zones", Menu.ARTICLE, "Page furniture: hide, dim, show", ("Z",), lambda w: w.next_zone_view(), _L, icon="eye",
        hint="zones", enabled=_reading,
    ),
    ActionRow(
        "compare", Menu.ARTICLE, "Compare the selected articles", ("X",), lambda w: w.compare_chosen(), _L,
        hint="compare the selected", enabled=_reading,
    ),
    ActionRow("star", Menu.ARTICLE, "Star", ("S",), lambda w: w.star(), _L, icon="star", enabled=_writable_reading),
    ActionRow("unread", Menu.ARTICLE, "Read or unread", ("U",), lambda w: w.toggle_read(), _L, enabled=_writable_reading),
    ActionRow("sentence", Menu.ARTICLE, "Open the sentence in its article", ("Return",), lambda w: w.open_sentence(), _C,
              hint="sentence"),
    ActionRow(
        "to_briefing", Menu.BRIEFING, "Brief on this event", ("B",), lambda w: w.go_briefing(), hint="to briefing"
    ),
    ActionRow(
        "add_text", Menu.BRIEFING, "New text block", ("Ctrl+Return",), lambda w: w.add_text(), _B, icon="plus",
        hint="new text", enabled=_writable_briefing,
    ),
    ActionRow("block_up", Menu.BRIEFING, "Move the block up", ("Alt+Up",), lambda w: w.move_block(-1), _B,
              hint="move block", enabled=_writable_briefing),
    ActionRow("block_down", Menu.BRIEFING, "Move the block down", ("Alt+Down",), lambda w: w.move_block(1), _B,
              enabled=_writable_briefing),
    ActionRow("remove_block", Menu.BRIEFING, "Take the block out", ("Ctrl+Backspace",), lambda w: w.remove_block(), _B,
              enabled=_writable_briefing),
    ActionRow("theme", Menu.VIEW, "Light, dark, sepia", ("Ctrl+D",), lambda w: w.next_theme(), icon="theme"),
    ActionRow("larger", Menu.VIEW, "Larger reading text", ("Ctrl++", "Ctrl+="), lambda w: w.resize_text(1), icon="text-size"),
    ActionRow("smaller", Menu.VIEW, "Smaller reading text", ("Ctrl+-",), lambda w: w.resize_text(-1)),
    ActionRow("sidebar", Menu.VIEW, "Show or hide the sidebar", ("Ctrl+B",), lambda w: w.toggle_sidebar(), icon="menu"),
    ActionRow("keys", Menu.VIEW, "All keys", ("?", "F1"), lambda w: w.show_keys(), icon="help", hint="all keys"),
)  # fmt: skip


def shown_keys(row: ActionRow) -> str:
    """The first key as it is written on the screen: ``g l``, ``Ctrl+O``, ``j``."""
    key = row.keys[0]
    if ", " in key:
        return key.lower().replace(", ", " ")
    return key.lower() if len(key) == 1 else key.replace("Return", "Enter").replace("Escape", "Esc")


HINTS: dict[Where, tuple[str, ...]] = {
    Where.LIBRARY: ("down", "highlight", "note", "evidence", "zones", "next_mark", "compare", "to_briefing", "keys"),
    Where.COMPARE: ("down", "sentence", "to_briefing", "keys"),
    Where.BRIEFING: ("add_text", "block_up", "undo", "keys"),
}
"""Which hints each pane shows, by importance."""


def hints(where: Where) -> tuple[tuple[str, str], ...]:
    """Keys and words for the status bar of a pane."""
    rows = {row.id: row for row in ACTIONS}
    pairs = {"down": "j k", "next_mark": "n p", "block_up": "Alt ↑ ↓"}
    return tuple((pairs.get(name, shown_keys(rows[name])), rows[name].hint_words) for name in HINTS[where])
