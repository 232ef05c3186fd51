"""A folder whose files are imported by themselves, each once it has stopped growing; what was taken is remembered beside the library."""

from __future__ import annotations

import contextlib
import json
import os
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from briefing_app.model.errors import LibraryGone, SkipCode
from briefing_app.pipeline.import_report import Skipped
from briefing_app.pipeline.walk import files_of, shown_path

SETTLED_S = 2.0
"""So long a file must have stayed as it is before it is taken."""

_UNFINISHED = (".part", ".crdownload", ".download", ".tmp", ".partial", ".opdownload")
"""How browsers call what they have not finished writing."""


class FileState(NamedTuple):
    """What shows that a file has changed: its bytes and the time of its last change (nanoseconds)."""

    size: int
    changed_ns: int


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at the folder found: the files to take now, whether others still grow, and the folders to be told of changes in.

    ``gone``: the folder is not there (a stick that was pulled out); nobody tells when it comes back.
    """

    ready: tuple[Path, ...]
    growing: bool
    folders: tuple[Path, ...]
    gone: bool = False


class WatchedFolder:
    """The folder that one library watches, None when it watches none. Callable from any thread.

    ``require_there`` raises LibraryGone when the library's folder holds another one now: nothing is written into that.
    """

    def __init__(self, library: Path, require_there: Callable[[], None]) -> None:
        self._file = library / "watched.json"
        self._require_there = require_there
        self._guard = threading.Lock()
        self._seen: dict[Path, tuple[FileState, float]] = {}
        self.folder: Path | None = None
        self._taken: dict[str, FileState] = {}
        self._read()

    def watch(self, folder: Path | None) -> None:
        """Watch another folder, or none. What lies there already is taken as well. Raises LibraryGone."""
        self._require_there()
        with self._guard:
            self.folder = folder
            self._seen, self._taken = {}, {}
            self._write()

    def look(self, now_s: float) -> Look:
        """See what has come or changed; ``now_s`` is a clock that never goes back."""
        with self._guard:
            if self.folder is None:
                return Look((), growing=False, folders=())
            if not self.folder.is_dir():
                self._seen = {}
                return Look((), growing=False, folders=(), gone=True)
            ready: list[Path] = []
            seen: dict[Path, tuple[FileState, float]] = {}
            folders = {self.folder}
            for found in files_of([self.folder]):
                if isinstance(found, Skipped):
                    continue
                folders.add(found.path.parent)
                state = _state(found.path)
                if state is None or found.path.suffix.lower() in _UNFINISHED or self._taken.get(_key(found.path)) == state:
                    continue
                before, since = self._seen.get(found.path, (None, now_s))
                since = since if before == state else now_s
                seen[found.path] = (state, since)
                if before == state and now_s - since >= SETTLED_S and state.size:
                    ready.append(found.path)
            self._seen = seen
            growing = any(path not in ready and state.size for path, (state, _) in seen.items())
            return Look(tuple(ready), growing=growing, folders=tuple(sorted(folders)))

    def take(self, paths: Iterable[Path], skipped: Iterable[Skipped] = ()) -> None:
        """Remember that these were imported or set aside as they were when they were last looked at.

        Those that were ``skipped`` because they could not be had are taken again when they can.
        """
        away = {one.path for one in skipped if one.code in (SkipCode.MISSING, SkipCode.UNREADABLE)}
        with self._guard:
            for path in paths:
                if path in self._seen and shown_path(path) not in away:
                    self._taken[_key(path)] = self._seen.pop(path)[0]
            self._write()

    def _read(self) -> None:
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            self._taken = {name: FileState(int(size), int(changed)) for name, (size, changed) in kept["taken"].items()}
            self.folder = Path(os.fsdecode(bytes.fromhex(kept["folder"]))) if kept["folder"] else None

    def _write(self) -> None:
        """A failure costs nothing but a second look at files that are here already; that the library is gone is told by its feed."""
        folder = os.fsencode(self.folder).hex() if self.folder is not None else ""
        partial = self._file.with_name(f"{self._file.name}.part")
        with contextlib.suppress(OSError, LibraryGone):
            self._require_there()
            partial.write_text(json.dumps({"folder": folder, "taken": self._taken}), encoding="utf-8")
            partial.replace(self._file)


def _key(path: Path) -> str:
    """The path as text that any name fits in."""
    return os.fsencode(path).hex()


def _state(path: Path) -> FileState | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return FileState(found.st_size, found.st_mtime_ns)
