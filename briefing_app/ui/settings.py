"""What the window remembers about itself between two runs: one typed table over an ini file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from briefing_app import paths
from briefing_app.model.shelf import ListOrder
from briefing_app.ui.theme import INTERFACE_SCALES, READING_SCALES, ThemeName


@dataclass(frozen=True, slots=True)
class Remembered:
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
    """Reads and writes ``Remembered``; a damaged or missing file gives the defaults."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or paths.settings_folder() / "window.ini"
        self._store = QSettings(str(self.file), QSettings.Format.IniFormat)

    def read(self) -> Remembered:
        """What was kept last time."""
        plain = Remembered()
        try:
            theme = ThemeName(str(self._store.value("theme", plain.theme.value)))
            reading = float(str(self._store.value("reading_scale", plain.reading_scale)))
            scale = float(str(self._store.value("scale", plain.scale)))
            order = ListOrder(str(self._store.value("order", plain.order.value)))
        except ValueError:
            return plain
        geometry = self._store.value("geometry", QByteArray())
        return Remembered(
            theme=theme,
            reading_scale=min(READING_SCALES, key=lambda known: abs(known - reading)),
            scale=min(INTERFACE_SCALES, key=lambda known: abs(known - scale)) if scale else 0.0,
            sidebar=str(self._store.value("sidebar", "true")) == "true",
            legend=str(self._store.value("legend", "true")) == "true",
            toured=str(self._store.value("toured", "false")) == "true",
            geometry=bytes(geometry.data()) if isinstance(geometry, QByteArray) else b"",
            folder=str(self._store.value("folder", "")),
            order=order,
            grouped=str(self._store.value("grouped", "true")) == "true",
            folded=frozenset(str(self._store.value("folded", "")).split()),
        )

    def write(self, remembered: Remembered) -> None:
        """Keep these values."""
        self._store.setValue("theme", remembered.theme.value)
        self._store.setValue("reading_scale", remembered.reading_scale)
        self._store.setValue("scale", remembered.scale)
        self._store.setValue("sidebar", "true" if remembered.sidebar else "false")
        self._store.setValue("legend", "true" if remembered.legend else "false")
        self._store.setValue("toured", "true" if remembered.toured else "false")
        self._store.setValue("geometry", QByteArray(remembered.geometry))
        self._store.setValue("folder", remembered.folder)
        self._store.setValue("order", remembered.order.value)
        self._store.setValue("grouped", "true" if remembered.grouped else "false")
        self._store.setValue("folded", " ".join(sorted(remembered.folded)))
        self._store.sync()

    def libraries(self) -> tuple[Path, ...]:
        """The libraries that were open, the newest first."""
        try:
            kept = json.loads(str(self._store.value("libraries", "[]")))
        except ValueError:
            return ()
        return tuple(Path(name) for name in kept if isinstance(name, str)) if isinstance(kept, list) else ()

    def remember_library(self, folder: Path) -> None:
        """Put a library before the others that were open."""
        before = self.libraries()
        if before[:1] == (folder,):
            return
        others = (other for other in before if other != folder)
        self._store.setValue("libraries", json.dumps([str(one) for one in (folder, *others)][:MOST_LIBRARIES]))
        self._store.sync()

    def queries(self) -> tuple[str, ...]:
        """What was searched for, the newest first."""
        try:
            kept = json.loads(str(self._store.value("queries", "[]")))
        except ValueError:
            return ()
        return tuple(one for one in kept if isinstance(one, str)) if isinstance(kept, list) else ()

    def remember_query(self, query: str) -> None:
        """Put a query before the others that were searched for."""
        others = (other for other in self.queries() if other != query)
        self._store.setValue("queries", json.dumps([query, *others][:MOST_QUERIES]))
        self._store.sync()

    def read_keys(self) -> dict[str, tuple[str, ...]]:
        """The keys that the analyst has chosen, by the action's id; what is damaged is left out."""
        try:
            kept = json.loads(str(self._store.value("keys", "{}")))
        except ValueError:
            return {}
        if not isinstance(kept, dict):
            return {}
        return {name: tuple(map(str, keys)) for name, keys in kept.items() if isinstance(keys, list)}

    def write_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Keep the keys that differ from those of the table of actions."""
        self._store.setValue("keys", json.dumps({name: list(chosen) for name, chosen in keys.items()}))
        self._store.sync()
