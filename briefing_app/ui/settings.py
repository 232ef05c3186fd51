"""What the window remembers about itself between two runs: one typed table over a file of JSON."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from briefing_app import paths
from briefing_app.model.shelf import ListOrder
from briefing_app.ui.kept_file import KeptFile
from briefing_app.ui.theme import INTERFACE_SCALES, READING_SCALES, ThemeName

E = TypeVar("E", bound=Enum)


class Remembered(NamedTuple):
    """The values of one run. ``geometry`` is Qt's own form, empty when none was kept.

    ``folded`` names the sidebar's sections that are folded.
    ``scale`` enlarges the interface; 0 means that nobody has chosen one, and the system's size of letters decides.
    """

    theme: ThemeName = ThemeName.LIGHT
    reading_scale: float = 1.0
    scale: float = 0.0
    sidebar: bool = True
    legend: bool = True
    toured: bool = False
    geometry: bytes = b""
    folder: str = ""
    order: ListOrder = ListOrder.NEWEST
    grouped: bool = True
    folded: frozenset[str] = frozenset()


MOST_LIBRARIES = 12
"""How many libraries that were open are remembered."""


MOST_QUERIES = 50
"""How many queries that were searched for are remembered."""


class Settings:
    """Reads and writes ``Remembered`` and what belongs to it. The file is read once, and written off the window's thread.

    What is damaged in it has its default. Of two programs that run at the same time each keeps what it changed itself.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or paths.settings_folder() / "settings.json"
        self._kept = KeptFile(self.file)
        content = self._kept.read()
        self._values, self._changed = _values(content), dict[str, Any]()
        self.set_aside = self._kept.set_aside() if content and not self._values else None
        """Where a file lies that could not be read at all; None when it could."""

    def flush(self) -> None:
        """Wait until everything is on the disk."""
        self._kept.flush()

    def _keep(self, **values: Any) -> None:
        fresh = {name: value for name, value in values.items() if name not in self._values or self._values[name] != value}
        if fresh:
            self._values |= fresh
            self._changed |= fresh
            changed = dict(self._changed)
            self._kept.keep(lambda content: _written(_values(content) | changed))

    def _text(self, name: str, default: str = "") -> str:
        value = self._values.get(name)
        return value if isinstance(value, str) else default

    def _number(self, name: str, default: float) -> float:
        value = self._values.get(name)
        return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else default

    def _flag(self, name: str, default: bool) -> bool:
        value = self._values.get(name)
        return value if isinstance(value, bool) else default

    def _texts(self, name: str) -> tuple[str, ...]:
        value = self._values.get(name)
        return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()

    def read(self) -> Remembered:
        """What was kept last."""
        plain = Remembered()
        reading, scale = self._number("reading_scale", plain.reading_scale), self._number("scale", plain.scale)
        return Remembered(
            theme=_one_of(ThemeName, self._text("theme"), plain.theme),
            reading_scale=min(READING_SCALES, key=lambda known: abs(known - reading)),
            scale=min(INTERFACE_SCALES, key=lambda known: abs(known - scale)) if scale else 0.0,
            sidebar=self._flag("sidebar", plain.sidebar),
            legend=self._flag("legend", plain.legend),
            toured=self._flag("toured", plain.toured),
            geometry=_bytes(self._text("geometry")),
            folder=self._text("folder"),
            order=_one_of(ListOrder, self._text("order"), plain.order),
            grouped=self._flag("grouped", plain.grouped),
            folded=frozenset(self._texts("folded")),
        )

    def write(self, remembered: Remembered) -> None:
        """Keep these values."""
        self._keep(
            theme=remembered.theme.value,
            reading_scale=remembered.reading_scale,
            scale=remembered.scale,
            sidebar=remembered.sidebar,
            legend=remembered.legend,
            toured=remembered.toured,
            geometry=b64encode(remembered.geometry).decode(),
            folder=remembered.folder,
            order=remembered.order.value,
            grouped=remembered.grouped,
            folded=sorted(remembered.folded),
        )

    def libraries(self) -> tuple[Path, ...]:
        """The libraries that were open, the newest first."""
        return tuple(map(Path, self._texts("libraries")))

    def remember_library(self, folder: Path) -> None:
        """Put a library before the others that were open."""
        others = (other for other in self.libraries() if other != folder)
        self._keep(libraries=[str(one) for one in (folder, *others)][:MOST_LIBRARIES])

    def queries(self) -> tuple[str, ...]:
        """What was searched for, the newest first."""
        return self._texts("queries")

    def remember_query(self, query: str) -> None:
        """Put a query before the others that were searched for."""
        self._keep(queries=[query, *(other for other in self.queries() if other != query)][:MOST_QUERIES])

    def read_keys(self) -> dict[str, tuple[str, ...]]:
        """The keys that the analyst has chosen, by the action's id; what is damaged is left out."""
        kept = self._values.get("keys")
        return {name: tuple(map(str, keys)) for name, keys in kept.items() if isinstance(keys, list)} if isinstance(kept, dict) else {}

    def write_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Keep the keys that differ from those of the table of actions."""
        self._keep(keys={name: list(chosen) for name, chosen in keys.items()})


def _written(values: dict[str, Any]) -> bytes:
    """JSON that an analyst can read too."""
    return msgspec.json.format(msgspec.json.encode(values), indent=1)


def _values(content: bytes) -> dict[str, Any]:
    try:
        return msgspec.json.decode(content, type=dict[str, Any])
    except ValueError:  # text that is no UTF-8 too
        return {}


def _one_of(kind: type[E], value: str, default: E) -> E:
    return next((one for one in kind if one.value == value), default)


def _bytes(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except ValueError:
        return b""
