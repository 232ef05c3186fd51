"""The watched folder of a library: told of changes by the system, looked at off the window's thread, imported by itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from briefing_app.library import Library
from briefing_app.pipeline import ImportReport
from briefing_app.pipeline.watched import SETTLED_S, Look, WatchedFolder
from briefing_app.ui.jobs import Done, Failed, Lane, Relay

Take = Callable[[Sequence[Path], Done, Failed], None]
"""How files are imported."""

_BACK_MS = 10_000
"""So often a folder that is gone is looked for."""
_MOST_FOLDERS = 500
"""Folders below the watched one of which the system tells changes; what is deeper is seen at the next look."""


class Watching(QObject):
    """One for a library, however many windows it has."""

    changed = Signal()  # which folder is watched
    took = Signal(object)  # ImportReport
    lost = Signal(object)  # Path: the folder is not there; told once until it is back
    back = Signal(object)  # Path

    def __init__(self, library: Library, take: Take, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._take = take
        self._watched = WatchedFolder(library.folder, library.require_there)
        self._relay = Relay(self)
        self._lane: Lane[Look] = Lane("watched folder", self._relay, newest_only=True)
        self._system = QFileSystemWatcher(self)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.look)
        self._system.directoryChanged.connect(lambda _folder: self._soon())
        self._importing = self._changed_since = self._gone = False

    @property
    def folder(self) -> Path | None:
        """The folder that is watched, None when there is none."""
        return self._watched.folder

    def start(self) -> None:
        """Look at what has come since the library was last open."""
        if self.folder is not None:
            self._soon()

    def watch(self, folder: Path | None) -> None:
        """Watch another folder, or none. Raises LibraryGone."""
        self._watched.watch(folder)
        self._gone = False
        self._again.stop()
        if self._system.directories():
            self._system.removePaths(self._system.directories())
        self.changed.emit()
        self.look()

    def look(self) -> None:
        """Look at the folder now, or once the import under way has ended."""
        self._changed_since = self._importing
        if self.folder is not None and not self._importing and not self._library.read_only:
            self._lane.ask(lambda: self._watched.look(time.monotonic()), self._found, lambda _error: None)

    def close(self) -> None:
        """Look no more."""
        self._again.stop()
        self._relay.close()
        self._lane.close()

    def _soon(self) -> None:
        """After the time in which a file must not have grown; changes that come meanwhile put it off no further."""
        if not self._again.isActive():
            self._again.start(round(1000 * SETTLED_S) + 100)

    def _found(self, look: Look) -> None:
        if look.gone is not self._gone:
            self._gone = look.gone
            (self.lost if look.gone else self.back).emit(self.folder)
        self._be_told_of(look)
        if look.ready:
            self._importing = True
            self._take(look.ready, lambda report: self._imported(look, report), lambda _error: self._ended())
        elif look.growing:
            self._soon()
        elif look.gone:
            self._again.start(_BACK_MS)

    def _be_told_of(self, look: Look) -> None:
        """Let the system tell of changes in these folders, and in the one above, where it shows that the watched one went or came back."""
        told = set(self._system.directories())
        if look.gone and told:
            self._system.removePaths(list(told))  # what comes back under the name is another folder
            told = set()
        above = [self.folder.parent] if self.folder is not None and self.folder.parent.is_dir() else []
        wanted = dict.fromkeys(map(str, (*above, *look.folders[:_MOST_FOLDERS])))
        missing = [folder for folder in wanted if folder not in told]
        if missing:
            self._system.addPaths(missing)

    def _imported(self, look: Look, report: ImportReport) -> None:
        if not report.cancelled:
            self._watched.take(look.ready, report.skipped)
        self._ended()
        if report.imported or report.skipped:
            self.took.emit(report)
        if look.growing:
            self._soon()

    def _ended(self) -> None:
        self._importing = False
        if self._changed_since:
            self.look()
