"""The keys as they are now: those of the table of actions, with what the analyst has chosen in their place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing_app.ui import actions
from briefing_app.ui.settings import Settings

if TYPE_CHECKING:
    from briefing_app.ui.actions import ActionRow, Hinted, Where


class Keymap(QObject):
    """One for all windows; what is chosen is kept in the settings. Keys are Qt's portable names: ``Ctrl+K``, ``G, L``."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @cached_property
    def _rows(self) -> dict[str, ActionRow]:
        return {row.id: row for row in actions.ACTIONS}

    @cached_property
    def _chosen(self) -> dict[str, tuple[str, ...]]:
        kept = self._settings.read_keys()
        return {name: keys for name, keys in kept.items() if name in self._rows and all(map(_is_key, keys))}

    def keys(self, row: ActionRow) -> tuple[str, ...]:
        """The keys of an action, the one that is shown first; empty when none is left."""
        return self._chosen.get(row.id, row.keys)

    def shown(self, name: str) -> str:
        """The first key of the action with this id as it is written on the screen, empty when it has none."""
        keys = self.keys(self._rows[name])
        return actions.shown_key(keys[0]) if keys else ""

    def with_key(self, words: str, name: str) -> str:
        """Words for a tool tip with the action's key behind them."""
        key = self.shown(name)
        return f"{words} ({key})" if key else words

    def hints(self, where: Hinted) -> tuple[tuple[str, str], ...]:
        """Keys and words for the status bar of a pane."""
        found = []
        for names in actions.HINTS[where]:
            keys = " ".join(filter(None, (self.shown(name) for name in names)))
            if keys:
                found.append((keys, actions.hint_words(where, self._rows[names[0]])))
        return tuple(found)

    def is_changed(self, row: ActionRow) -> bool:
        """Whether the action has other keys than the table says."""
        return self.keys(row) != row.keys

    @property
    def any_changed(self) -> bool:
        """Whether any action has other keys than the table says."""
        return any(self.is_changed(row) for row in actions.ACTIONS)

    def conflicts(self, row: ActionRow, key: str) -> tuple[ActionRow, ...]:
        """The other actions that could not be told from ``row`` by this key where both mean something."""
        return tuple(
            other
            for other in actions.ACTIONS
            if other.id != row.id and _meet(row.where, other.where) and any(_begins(key, one) for one in self.keys(other))
        )

    def choose(self, row: ActionRow, keys: Sequence[str]) -> None:
        """Give an action these keys and take them from those that they conflict with."""
        for key in keys:
            for other in self.conflicts(row, key):
                kept = tuple(one for one in self.keys(other) if not _begins(key, one))
                self._chosen[other.id] = kept
        self._chosen[row.id] = tuple(keys)
        self._keep()

    def reset(self, row: ActionRow) -> None:
        """Give an action the keys of the table again, and take them from those that they conflict with."""
        self.choose(row, row.keys)

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """What differs from the table, by the action's id; for ``restore``."""
        return dict(self._chosen)

    def restore(self, chosen: dict[str, tuple[str, ...]]) -> None:
        """Take all keys as they were told by ``chosen``; an empty dictionary gives those of the table."""
        self._chosen = dict(chosen)
        self._keep()

    def _keep(self) -> None:
        self._chosen = {name: keys for name, keys in self._chosen.items() if keys != self._rows[name].keys}
        self._settings.write_keys(self._chosen)
        self.changed.emit()


def _is_key(key: str) -> bool:
    return _as_qt_names(key).casefold() == key.casefold() != ""


def _meet(one: Where, other: Where) -> bool:
    """Whether two places can be open at the same time."""
    return one is other or actions.Where.ANYWHERE in (one, other)


def _begins(one: str, other: str) -> bool:
    """Whether one sequence is the other, or how the other begins, either way."""
    shorter, longer = sorted((_as_qt_names(one).split(", "), _as_qt_names(other).split(", ")), key=len)
    return longer[: len(shorter)] == shorter


@lru_cache(maxsize=1024)  # every key of the table is asked for again with each key that is chosen
def _as_qt_names(key: str) -> str:
    from PySide6.QtGui import QKeySequence  # with the first key that is chosen: its names of keys take time to make

    return QKeySequence(key).toString()
