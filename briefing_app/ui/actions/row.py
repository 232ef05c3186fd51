"""A row of the table of actions, and the words that rows are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from briefing_app.ui.window import Window


_SHOWN = {"Return": "Enter", "Escape": "Esc", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Backspace": "⌫", "Delete": "Del"}


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
    HELP = "Help"

    @property
    def words(self) -> str:
        """The head in the language of the screen."""
        return tr(self.value)


def always(_window: Window) -> bool:
    """What can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One verb. ``hint`` is the word in the status bar, empty for none; ``keys`` are Qt's portable names.

    What is not ``listed`` is a step of the keys, which the palette does not offer. ``about`` says what it would do as things are, empty
    for nothing; the menu shows it.
    """

    id: str
    menu: Menu
    text: str
    keys: tuple[str, ...]
    verb: Callable[[Window], None]
    where: Where = Where.ANYWHERE
    icon: str = ""
    hint: str = ""
    enabled: Callable[[Window], bool] = always
    listed: bool = True
    about: Callable[[Window], str] | None = None

    @property
    def words(self) -> str:
        """The text in the language of the screen."""
        return tr(self.text)

    def words_now(self, window: Window) -> str:
        """The text, with what it would do as things are where that is not always the same."""
        about = self.about(window) if self.about is not None else ""
        return f"{self.words}: {about}" if about else self.words

    def possible(self, window: Window) -> bool:
        """Whether it can be done in the place that is open, as things are."""
        return self.where in (Where.ANYWHERE, window.place) and self.enabled(window)

    @property
    def hint_words(self) -> str:
        """The hint in the language of the screen."""
        return tr(self.hint)


def shown_key(key: str) -> str:
    """A key as it is written on the screen: ``g l``, ``Ctrl+O``, ``j``, ``Alt+↑``."""
    return " ".join(_shown_stroke(stroke) for stroke in key.split(", "))


def _shown_stroke(stroke: str) -> str:
    if len(stroke) == 1:
        return stroke.lower()
    *modifiers, last = stroke.split("+") if not stroke.endswith("++") else [*stroke[:-2].split("+"), "+"]
    return "+".join([*modifiers, _SHOWN.get(last, last)])


def tr(words: str, count: int = -1) -> str:
    """Words of an action in the language of the screen; ``%Ln`` in them stands for the count."""
    return QCoreApplication.translate("actions", words, "", count)
