"""Where each window stood when it was last seen, library by library, kept so that the next start opens the same windows."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from briefing_app.model.ids import ArticleId
from briefing_app.model.shelf import Shelf
from briefing_app.ui.kept_file import KeptFile
from briefing_app.ui.reader.zone_view import ZoneView
from briefing_app.ui.session import Pane

MOST_KNOWN = 24
"""How many libraries' places are kept."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a window stands. ``geometry`` is Qt's own form, empty when none was kept; ``top`` is the first code point of the article in
    view and how many pixels its line stands below the top, None at the article's head; ``split`` holds the widths beside the sidebar.
    """

    geometry: bytes = b""
    pane: Pane = Pane.LIBRARY
    shelf: Shelf = field(default_factory=Shelf)
    article: ArticleId | None = None
    chosen: tuple[ArticleId, ...] = ()
    top: tuple[int, float] | None = None
    zones: ZoneView = ZoneView.HIDDEN
    query: str = ""
    split: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """A window of a library."""

    library: str
    place: Place


@dataclass(frozen=True, slots=True)
class Kept:
    """``open`` are the windows of the last run; ``known`` the place of the last window of each library, the newest first."""

    open: tuple[Standing, ...] = ()
    known: tuple[Standing, ...] = ()


class Places:
    """Reads and writes ``Kept`` in one file, without waiting for the disk; a damaged or missing one gives no windows."""

    def __init__(self, file: Path) -> None:
        self._file = KeptFile(file)
        self._kept = self._read()

    def flush(self) -> None:
        """Wait until everything is on the disk."""
        self._file.flush()

    @property
    def open(self) -> tuple[tuple[Path, Place], ...]:
        """The windows of the last run with their libraries."""
        return tuple((Path(standing.library), standing.place) for standing in self._kept.open)

    def of(self, library: Path) -> Place:
        """Where the library's last window stood."""
        return next((standing.place for standing in self._kept.known if standing.library == str(library)), Place())

    def knows(self, library: Path) -> bool:
        """Whether a window has stood on a library."""
        return any(standing.library == str(library) for standing in (*self._kept.open, *self._kept.known))

    def keep(self, windows: list[tuple[Path, Place]]) -> None:
        """Keep where the windows stand; written only when something differs, and a full disk takes nothing but that."""
        standings = tuple(Standing(str(library), place) for library, place in windows)
        self._write(Kept(standings, self._known(standings)))

    def keep_closed(self, library: Path, place: Place) -> None:
        """Keep where a window stood that does not open by itself next time."""
        self._write(Kept(self._kept.open, self._known((Standing(str(library), place),))))

    def _known(self, fresh: tuple[Standing, ...]) -> tuple[Standing, ...]:
        newest = {standing.library: standing for standing in fresh}
        others = (standing for standing in self._kept.known if standing.library not in newest)
        return (*newest.values(), *others)[:MOST_KNOWN]

    def _read(self) -> Kept:
        try:
            return msgspec.json.decode(self._file.read(), type=Kept)
        except ValueError:  # text that is no UTF-8 too
            return Kept()

    def _write(self, kept: Kept) -> None:
        if kept != self._kept:
            self._kept = kept
            self._file.keep(lambda _old: msgspec.json.encode(kept))
