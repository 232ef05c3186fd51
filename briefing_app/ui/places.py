"""Where each window stood when it was last seen, library by library, kept so that the next start opens the same windows."""

from __future__ import annotations

import json
from base64 import b64decode
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing_app.model.ids import ArticleId, CaseId, EventId
from briefing_app.model.shelf import Shelf, ShelfKind
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
        content = self._file.read()
        if not content:
            return Kept()
        try:
            return _kept(json.loads(content))  # by hand: a window stands before msgspec is loaded
        except ValueError:
            return _checked(content)

    def _write(self, kept: Kept) -> None:
        if kept != self._kept:
            self._kept = kept
            self._file.keep(lambda _old: _encoded(kept))


def _encoded(kept: Kept) -> bytes:
    import msgspec

    return msgspec.json.encode(kept)


def _checked(content: bytes) -> Kept:
    """What another version wrote, with what it did not know; nothing of what is damaged."""
    import msgspec

    try:
        return msgspec.json.decode(content, type=Kept)
    except msgspec.MsgspecError:
        return Kept()


def _kept(told: Any) -> Kept:
    """What ``_encoded`` wrote. Raises ValueError for anything else."""
    match told:
        case {"open": list(opened), "known": list(known)}:
            return Kept(tuple(map(_standing, opened)), tuple(map(_standing, known)))
    raise ValueError("no places")


def _standing(told: Any) -> Standing:
    match told:
        case {"library": str(library), "place": place}:
            return Standing(library, _place(place))
    raise ValueError("no standing window")


def _place(told: Any) -> Place:
    match told:
        case {
            "geometry": str(geometry), "pane": str(pane), "shelf": shelf, "article": int() | None as article, "chosen": list(chosen),
            "top": None | [int(), float()] as top, "zones": str(zones), "query": str(query), "split": list(split),
        } if all(type(number) is int for number in (*chosen, *split)):  # fmt: skip
            return Place(
                geometry=b64decode(geometry, validate=True),
                pane=Pane(pane),
                shelf=_shelf(shelf),
                article=None if article is None else ArticleId(article),
                chosen=tuple(map(ArticleId, chosen)),
                top=None if top is None else (top[0], top[1]),
                zones=ZoneView(zones),
                query=query,
                split=tuple(split),
            )
    raise ValueError("no place")


def _shelf(told: Any) -> Shelf:
    match told:
        case {
            "kind": str(kind), "event": int() | None as event, "source": str() | None as source, "case": int() | None as case,
            "tag": str(tag),
        }:  # fmt: skip
            return Shelf(ShelfKind(kind), None if event is None else EventId(event), source, None if case is None else CaseId(case), tag)
    raise ValueError("no shelf")
